using System.Globalization;
using Plumbline.Claims;
using Plumbline.Cli.Output;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Papers;

namespace Plumbline.Cli.Pages;

/// <summary>A claim on a page: how its figure was made, its query, its units with the words that they stand on.</summary>
internal sealed class DossierSection(PaperPage page, IReadOnlyDictionary<string, DateTimeOffset> times)
{
    private readonly HtmlText html = page.Body;

    /// <summary>Anchor of a claim.</summary>
    public static string Anchor(string claim) => "c-" + string.Concat(claim.Select(c => char.IsAsciiLetterOrDigit(c) ? c.ToString() : $"-{(int)c}-"));

    /// <summary>Figures of the drafts with their sentences and verdicts.</summary>
    public void Figures(IReadOnlyList<CheckedClaim> figures)
    {
        foreach (var figure in figures)
        {
            html.Start("section", "card");
            Sentence(figure.Sentence, figure.Text);
            html.Start("p");
            PaperPage.Badge(html, figure.Verdict);
            html.Text(PlainWords.Of(figure.Verdict)).End("p");
            if (figure.Found is { } found)
            {
                html.Element("p", PlainWords.Found(found), "warning");
            }

            html.Start("dl").Term("Stands in", $"{figure.Draft}, line {figure.Line.ToString(CultureInfo.InvariantCulture)}")
                .Term("Case has", figure.Verdict == Verdict.Error ? null : CheckPrinter.Case(figure)).Term("Rule", figure.Reason).End("dl").End("section");
        }
    }

    /// <summary>How the figure was made, in plain words, and the query.</summary>
    public void Made(ClaimDossier dossier, PaperSources? sources)
    {
        html.Start("ul");
        foreach (var sentence in PlainWords.Of(dossier))
        {
            html.Element("li", sentence);
        }

        if (sources is not null)
        {
            html.Element("li", PlainWords.Of(sources));
        }

        html.End("ul");
        if (sources is { Origins.Count: > 0 })
        {
            html.Start("p").Text("Sources, and how many of the documents each brought first: ").Element("bdi", string.Join("; ", sources.Origins.Select(o => $"{o.Name} ({o.Documents})"))).Text(".").End("p");
        }

        if (dossier.Claim.Note is { } note)
        {
            html.Start("dl").Term("Note of the authors", note).End("dl");
        }

        if (dossier.Claim.Query is { } query)
        {
            html.Element("p", query.OfSql is null ? "The query:" : "The query of the part:", "soft").Element("pre", query.Sql.Trim());
            if (query.OfSql is { } whole)
            {
                html.Element("p", "The query of the whole:", "soft").Element("pre", whole.Trim());
            }
        }

        if (dossier.Claim.Names.Count > 0)
        {
            html.Start("p").Text("Made of: ");
            foreach (var (name, i) in dossier.Claim.Names.Select((n, i) => (n, i)))
            {
                html.Text(i > 0 ? ", " : "").Link(Anchor(name), name);
            }

            html.Text(".").End("p");
        }
    }

    /// <summary>The units, or the quote.</summary>
    public void Evidence(ClaimDossier dossier)
    {
        if (dossier.Claim.Quote is { } quote)
        {
            if (dossier.Quote is { } found)
            {
                html.Start("p").Text("In ").Link(PaperPage.Anchor(found.Document), quote.Document).Text(found.Page is { } at ? $", page {at}:" : ":").End("p");
                Quote(found.Before, found.Exact, found.After);
            }
            else
            {
                html.Element("p", "The quoted document is not in the archive under this name, does not hold the words, or is not for publication.", "warning");
            }

            return;
        }

        if (dossier.Units.Count < dossier.Total)
        {
            html.Start("p", "warning").Text($"{Screen.Digits(dossier.Units.Count)} of {Screen.Digits(dossier.Total)} units are shown, those confirmed first. A page with all of them is made with ").Element("code", $"--limit {dossier.Total}").Text(".").End("p");
        }

        var number = 0;
        foreach (var unit in dossier.Units)
        {
            Unit(dossier, unit, ++number);
        }
    }

    private void Unit(ClaimDossier dossier, DossierUnit one, int number)
    {
        html.Start("section", "card").Start("h4").Text($"{number}. ");
        if (one.Unit is not { } unit)
        {
            html.Text("A unit whose source is not for publication").End("h4").Element("p", $"{(one.Confirmed ? "Confirmed" : "Possible")}. Its evidence is in the case and counted, and not shown here.").End("section");
            return;
        }

        html.Element("bdi", unit.File).Text(one.Amount is { } amount ? $": {amount.ToString("#,0.##", CultureInfo.InvariantCulture)} {dossier.Reading?.Currency}".TrimEnd() : "").End("h4");
        html.Start("p", "soft").Element("span", one.Confirmed ? "confirmed" : "possible", one.Confirmed ? "badge good" : "badge wait").Text("unit ").Element("code", unit.Id).Text(unit.Members.Count > 1 ? $", came in {unit.Members.Count} times: " : ", document ");
        for (var i = 0; i < unit.Members.Count; i++)
        {
            html.Text(i > 0 ? ", " : "").Link(PaperPage.Anchor(unit.Members[i].Document), unit.Members[i].Document[..12]).Text(unit.Members[i].Place == "whole" ? "" : $" ({unit.Members[i].Place})");
        }

        html.End("p");
        if (unit.MaybeSameAs.Count > 0)
        {
            html.Element("p", $"May be the same as {Screen.Count(unit.MaybeSameAs.Count, "other unit", "other units")}; nobody has decided. The low end counts them once.", "soft");
        }

        var reads = dossier.Reading?.Reads ?? [];
        html.Start("dl");
        foreach (var variable in unit.Variables.Where(v => !reads.Contains(v.Name)))
        {
            html.Term(variable.Label.Length > 0 ? variable.Label : variable.Name, variable.Value ?? variable.Status);
        }

        html.End("dl").Start("ul", "values");
        var seen = new HashSet<(string, int?, int?, long?, string?)>();
        foreach (var variable in unit.Variables.Where(v => reads.Contains(v.Name)))
        {
            Variable(variable, unit, seen);
        }

        html.End("ul");
        if (one.Withheld > 0)
        {
            html.Element("p", $"{Screen.Count(one.Withheld, "coding", "codings")} out of documents that are not for publication {(one.Withheld == 1 ? "is" : "are")} not shown.", "soft");
        }

        html.End("section");
    }

    private void Variable(ShownVariable variable, ShownUnit unit, HashSet<(string, int?, int?, long?, string?)> seen)
    {
        html.Start("li").Element("span", (variable.Label.Length > 0 ? variable.Label : variable.Name) + ": ", "soft").Start("b").Element("bdi", variable.Value ?? variable.Status).End("b")
            .Text(variable.Status is "withheld" ? "" : variable.IsSettled ? ", confirmed" : ", not confirmed");
        foreach (var coding in variable.Codings)
        {
            html.Start("span", "who").Element("bdi", coding.Value ?? (coding.Status + (coding.Candidates.Count > 0 ? $" (possible: {string.Join(", ", coding.Candidates)})" : ""))).Text(" — ").Text(Who(coding));
            if (unit.Members.Count > 1 || unit.File != coding.File)
            {
                html.Text(", in ").Link(PaperPage.Anchor(coding.Document), coding.File);
            }

            html.Text(Place(coding)).End("span");
            if (coding.Note is { } note)
            {
                html.Start("span", "who soft").Text("Note: ").Element("bdi", note).End("span");
            }

            if (coding.Evidence is "text" or "record" && !seen.Add((coding.Document, coding.Start, coding.End, coding.Row, coding.Column)))
            {
                html.Element("span", "The same words as above.", "who soft");
            }
            else if (coding.Evidence == "text")
            {
                Quote(coding.Before, coding.Quote, coding.After);
            }
            else if (coding.Evidence == "record" && !string.IsNullOrEmpty(coding.Cell))
            {
                html.Start("blockquote").Start("bdi").Element("mark", coding.Cell).End("bdi").End("blockquote");
            }
        }

        html.End("li");
    }

    private string Who(ShownCoding coding)
    {
        if (coding.CoderKind != "person")
        {
            return coding.CoderKind == "rule" ? $"rule {coding.Coder} (version {coding.Version[..Math.Min(16, coding.Version.Length)]})" : "stands so in the record";
        }

        var when = coding.Entry is { } entry && times.TryGetValue(entry, out var at) ? $", {PaperPage.Time(TimeZoneInfo.ConvertTime(at, page.Zone))}" : "";
        var shown = coding.Shown switch { "nothing" => "had been shown no value", "other" => "had seen another person's coding", _ => "had seen the machine's value" };
        return $"{(coding.Act == "adjudication" ? "adjudicated by" : "decided by")} {coding.Coder}{when}, {shown}{(coding.IsStale ? ", under a definition that has changed since" : "")}";
    }

    private static string Place(ShownCoding coding) => coding.Evidence switch
    {
        "text" => string.Concat(coding.Page is { } page ? $", page {page}" : "", string.IsNullOrEmpty(coding.Section) ? "" : $", section {coding.Section}"),
        "record" => $", row {coding.Row}, column {coding.Column}{(string.IsNullOrEmpty(coding.Cell) ? ", which is empty" : "")}",
        "silence" when coding.CoderKind == "person" => "; read the whole unit",
        "silence" => $"; {Screen.Count(coding.Searched.Count, "rule", "rules")} searched {(coding.SearchedSections.Count == 0 ? "the whole unit" : string.Join(", ", coding.SearchedSections))} and found nothing",
        _ => "",
    };

    /// <summary>Words in their context.</summary>
    public void Quote(string? before, string? exact, string? after)
    {
        var (left, right) = EvidencePrinter.WholeWords(before, after);
        html.Start("blockquote").Start("bdi").Text("… " + left).Element("mark", EvidencePrinter.OneSpaced(exact)).Text(right + " …").End("bdi").End("blockquote");
    }

    /// <summary>A sentence of a draft, the figure marked.</summary>
    public void Sentence(string sentence, string figure)
    {
        var at = sentence.IndexOf(figure, StringComparison.Ordinal);
        html.Start("p", "sentence").Start("bdi");
        if (at < 0)
        {
            html.Text(sentence);
        }
        else
        {
            html.Text(sentence[..at]).Element("mark", figure).Text(sentence[(at + figure.Length)..]);
        }

        html.End("bdi").End("p");
    }
}
