using Plumbline.App.Cases;
using Plumbline.App.Texts;
using Plumbline.Cli.Pages;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Decisions;

namespace Plumbline.App.Hosting;

/// <summary>A part of a unit's documents as a page of its own, with every coding marked at its place.</summary>
internal static class DocumentPage
{
    private const int Hues = 6;

    /// <summary>Anchor of a coding.</summary>
    /// <param name="variable">Number of its variable in the unit.</param>
    /// <param name="coding">Its number among the variable's codings.</param>
    public static string Anchor(int variable, int coding) => FormattableString.Invariant($"c{variable}-{coding}");

    /// <summary>The page.</summary>
    public static string Write(UnitView view, int part, string style, Language language)
    {
        var at = view.Text.Parts[part];
        var member = view.Text.Members[at.Member];
        var page = Begin(view.Unit.Members.FirstOrDefault(m => m.Member == member.Member.Id.Value)?.File ?? view.Unit.File, style, language);
        if (member.Row is not null)
        {
            WriteRow(page, view.Unit, member, at.Range);
        }
        else
        {
            WriteText(page, member.Text, at.Range, [.. Marks(view.Unit, member)]);
        }

        return page.Markup("</body></html>").ToString();
    }

    /// <summary>The text of a file that belongs to a unit, as far as a browser bears it.</summary>
    public static string Write(AttachedText file, string style, Language language)
    {
        var page = Begin(file.File, style, language);
        if (file.Text is not { } text)
        {
            return page.Start("p").Text(language.Say(Words.NoTextInIt, file.Document.Hex)).End("p").Markup("</body></html>").ToString();
        }

        var range = new TextSpan(0, Math.Min(text.Length, UnitText.PartLength));
        WriteText(page, text, range, []);
        return (range.End < text.Length ? page.Start("p", "file").Text(language.Say(Words.OnlyBeginning)).End("p") : page).Markup("</body></html>").ToString();
    }

    private static HtmlText Begin(string file, string style, Language language) =>
        new HtmlText().Markup($"<!doctype html><html lang=\"{language.Code()}\"><meta charset=\"utf-8\"><meta name=\"referrer\" content=\"no-referrer\"><title>").Text(language.Say(Words.DocumentFrame))
            .Markup("</title><style>").Markup(style).Markup("</style><body>").Start("p", "file").Element("bdi", file).End("p");

    private static IEnumerable<Mark> Marks(ShownUnit unit, OpenMember member)
    {
        foreach (var (variable, number) in unit.Variables.Select((v, i) => (v, i)))
        {
            foreach (var (coding, index) in variable.Codings.Select((c, i) => (c, i)))
            {
                if (coding is { Start: { } start, End: { } end } && end > start && coding.Document == member.Member.Document.Hex)
                {
                    yield return new Mark(new TextSpan(start, end), Anchor(number, index), $"h{number % Hues}{(coding.CoderKind == "person" ? " p" : "")}", variable.Label);
                }
            }
        }
    }

    private static void WriteText(HtmlText page, string text, TextSpan range, IReadOnlyList<Mark> marks)
    {
        for (var from = range.Start; from < range.End;)
        {
            var end = text.IndexOf('\n', from, range.End - from) is var n && n < 0 ? range.End : n;
            if (end > from)
            {
                page.Start("p");
                WriteLine(page, text, new TextSpan(from, end), [.. marks.Where(m => m.Span.Overlaps(new TextSpan(from, end)))]);
                page.End("p");
            }

            from = end + 1;
        }
    }

    /// <summary>A line, cut wherever a mark begins or ends: marks may lie over each other.</summary>
    private static void WriteLine(HtmlText page, string text, TextSpan line, IReadOnlyList<Mark> marks)
    {
        var cuts = marks.SelectMany(m => new[] { m.Span.Start, m.Span.End }).Where(c => c > line.Start && c < line.End).Append(line.Start).Append(line.End).Distinct().Order().ToList();
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var piece = new TextSpan(cuts[i], cuts[i + 1]);
            var over = marks.Where(m => m.Span.Contains(piece)).ToList();
            foreach (var begins in over.Where(m => Math.Max(m.Span.Start, line.Start) == piece.Start))
            {
                page.Start("span", "at", begins.Anchor).End("span");
            }

            if (over.Count == 0)
            {
                page.Text(piece.In(text));
                continue;
            }

            page.Start("mark", over[^1].Kind).Text(piece.In(text)).End("mark");
            foreach (var ends in over.Where(m => Math.Min(m.Span.End, line.End) == piece.End).DistinctBy(m => m.Label))
            {
                page.Element("span", ends.Label, "tag");
            }
        }
    }

    private static void WriteRow(HtmlText page, ShownUnit unit, OpenMember member, TextSpan columns)
    {
        var cells = unit.Variables.SelectMany((v, n) => v.Codings.Select((c, i) => (Coding: c, Anchor: Anchor(n, i), Kind: $"h{n % Hues}", v.Label))).Where(c => c.Coding.Column is not null)
            .ToLookup(c => c.Coding.Column!, StringComparer.Ordinal);
        page.Start("table");
        for (var i = columns.Start; i < columns.End; i++)
        {
            var name = i < member.Columns.Count ? member.Columns[i] : "";
            page.Start("tr").Start("th").Element("bdi", name).End("th").Start("td");
            foreach (var cell in cells[name])
            {
                page.Start("span", "at", cell.Anchor).End("span");
            }

            page.Start(cells.Contains(name) ? "mark" : "bdi", cells[name].FirstOrDefault().Kind).Text(member.Row!.Values[i]).End(cells.Contains(name) ? "mark" : "bdi").End("td").End("tr");
        }

        page.End("table");
    }

    private sealed record Mark(TextSpan Span, string Anchor, string Kind, string Label);
}
