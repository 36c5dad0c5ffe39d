using System.Globalization;
using Plumbline.Claims;
using Plumbline.Cli.Output;
using Plumbline.Cli.Pages;
using Plumbline.Pipeline.Papers;
using Plumbline.Pipeline.Replies;

namespace Plumbline.Cli;

/// <summary>Papers on a terminal: the same parts in the same order as on the page.</summary>
internal static class PaperPrinter
{
    /// <summary>Why a figure stands.</summary>
    public static void Write(Screen screen, WhyPaper paper)
    {
        foreach (var figure in paper.Asked.Figures)
        {
            Figure(screen, figure);
        }

        if (paper.Asked.Figures.Count == 0)
        {
            screen.WriteWrapped($"No draft of the case states the figure of {SafeText.Line(paper.Asked.Claim.Id)}.");
        }

        foreach (var dossier in paper.Claims)
        {
            Claim(screen, dossier, dossier == paper.Asked ? paper.Sources : null);
        }

        Ends(screen, paper.Head, paper.Documents, paper.Coders, paper.Variables);
    }

    /// <summary>The packet on a party.</summary>
    public static void Write(Screen screen, PacketPaper paper)
    {
        screen.WriteWrapped($"{SafeText.Line(paper.Names[0])}, as of {CaseDay.Text(paper.Today)}", ink: Ink.Bold);
        foreach (var line in PacketPage.Lines(paper, paper.Sentences.Count(s => !s.IsPart), paper.Sentences.Count(s => s.IsPart)))
        {
            screen.WriteWrapped(line, indent: 2, hang: 2);
        }

        foreach (var sentence in paper.Sentences.OrderBy(s => s.IsPart))
        {
            screen.WriteLine();
            screen.WriteWrapped($"{SafeText.Line(sentence.Draft)}:{sentence.Line}{(sentence.IsPart ? "  perhaps: only a part of the name" : "")}", ink: Ink.Cyan);
            screen.WriteWrapped($"\"{SafeText.Line(sentence.Text)}\"", indent: 2);
            foreach (var figure in sentence.Figures)
            {
                screen.WriteWrapped(
                    $"{figure.Verdict.Word()}: {SafeText.Line(figure.Text)} ({SafeText.Line(figure.Id)}), case: {CheckPrinter.Case(figure)}{(paper.SourcesOf.TryGetValue(figure.Id, out var sources) ? $", {Screen.Count(sources.Count, "independent source", "independent sources")}" : "")}{(figure.Found is { } found ? $"; {found.InWords}" : "")}", indent: 2, hang: 2, ink: Colour(figure.Verdict));
            }

            foreach (var figure in sentence.Unbacked)
            {
                screen.WriteWrapped($"not-backed: {SafeText.Line(figure.Figure.Text)}", indent: 2, hang: 2, ink: Ink.Yellow);
            }

            if (sentence.Figures.Count == 0 && sentence.Unbacked.Count == 0)
            {
                screen.WriteLine("  no claim", Ink.Yellow);
            }
        }

        Head(screen, "Asked and answered");
        foreach (var reply in paper.Replies)
        {
            screen.WriteWrapped($"{SafeText.Line(reply.Whom)}: {SafeText.Line(reply.About)}", indent: 2, hang: 2);
            screen.WriteWrapped(SafeText.Line(reply.InWords(paper.Today)), indent: 4, hang: 2);
            foreach (var answer in reply.Answers.Where(a => a.Quote is not null))
            {
                screen.WriteWrapped($"«{SafeText.Line(answer.Quote)}»", indent: 4, hang: 2);
            }
        }

        if (paper.Replies.Count == 0)
        {
            screen.WriteLine("  Nobody entered that the party was asked.");
        }

        foreach (var dossier in paper.Claims)
        {
            Claim(screen, dossier, paper.SourcesOf[dossier.Claim.Id]);
        }

        Ends(screen, paper.Head, paper.Documents, paper.Coders, paper.Variables);
    }

    private static void Figure(Screen screen, CheckedClaim figure)
    {
        screen.WriteWrapped($"{figure.Verdict.Word()}  {SafeText.Line(figure.Text)}  {SafeText.Line(figure.Draft)}:{figure.Line}:{figure.Column}", hang: 2, ink: Colour(figure.Verdict));
        screen.WriteWrapped($"\"{SafeText.Line(figure.Sentence)}\"", indent: 2);
        screen.WriteWrapped(SafeText.Line(figure.Reason), indent: 2);
        if (figure.Found is { } found)
        {
            screen.WriteWrapped($"The claim was {found.InWords}.", indent: 2, ink: Ink.Yellow);
        }
    }

    private static void Claim(Screen screen, ClaimDossier dossier, PaperSources? sources)
    {
        Head(screen, $"How {SafeText.Line(dossier.Claim.Id)} was made");
        foreach (var line in PlainWords.Of(dossier).Concat(sources is null ? [] : [PlainWords.Of(sources)]))
        {
            screen.WriteWrapped(SafeText.Line(line), indent: 2, hang: 2);
        }

        if (sources is { Origins.Count: > 0 })
        {
            screen.WriteWrapped($"sources: {SafeText.Line(string.Join("; ", sources.Origins.Select(o => $"{o.Name} ({o.Documents})")))}", indent: 2, hang: 2);
        }

        foreach (var sql in new[] { dossier.Claim.Query?.Sql, dossier.Claim.Query?.OfSql }.OfType<string>())
        {
            screen.WriteWrapped(SafeText.Lines(sql.Trim()), indent: 4, ink: Ink.Dim);
        }

        if (dossier.Claim.Quote is not null && dossier.Quote is null)
        {
            screen.WriteWrapped("The quoted document is not in the archive under this name, does not hold the words, or is not for publication.", indent: 2);
        }

        if (dossier.Quote is { } quote)
        {
            screen.WriteWrapped(EvidencePrinter.Quote(quote.Before, quote.Exact, quote.After), indent: 2);
        }

        foreach (var unit in dossier.Units)
        {
            Unit(screen, unit, dossier.Reading?.Reads ?? []);
        }

        if (dossier.Units.Count < dossier.Total)
        {
            screen.WriteWrapped($"{Screen.Digits(dossier.Units.Count)} of {Screen.Digits(dossier.Total)} units shown; more with --limit {dossier.Total}.", indent: 2, ink: Ink.Bold);
        }
    }

    private static void Unit(Screen screen, DossierUnit one, IReadOnlyList<string> reads)
    {
        screen.WriteLine();
        var word = one.Confirmed ? "confirmed" : "possible";
        if (one.Unit is not { } unit)
        {
            screen.WriteWrapped($"a unit whose source is not for publication, {word}", indent: 2, hang: 2, ink: Ink.Cyan);
            return;
        }

        var amount = one.Amount is { } number ? "  " + number.ToString("#,0.##", CultureInfo.InvariantCulture) : "";
        screen.WriteWrapped($"{unit.Id}  {SafeText.Line(unit.File)}{amount}  {word}", indent: 2, hang: 2, ink: Ink.Cyan);
        var named = string.Join(", ", unit.Variables.Where(v => !reads.Contains(v.Name)).Select(v => $"{v.Name} {v.Value ?? v.Status}"));
        if (named.Length > 0)
        {
            screen.WriteWrapped(SafeText.Line(named), indent: 4, hang: 2, ink: Ink.Dim);
        }

        var seen = new Dictionary<(string, int?, int?), string>();
        foreach (var variable in unit.Variables.Where(v => reads.Contains(v.Name)))
        {
            screen.WriteWrapped($"{variable.Name}: {SafeText.Line(variable.Value ?? variable.Status)}{(variable.IsSettled ? ", confirmed" : "")}", indent: 4, hang: 2, ink: Ink.Bold);
            foreach (var coding in variable.Codings)
            {
                var place = (coding.Document, coding.Start, coding.End);
                EvidencePrinter.Write(screen, coding, coding.Start is not null && seen.TryGetValue(place, out var under) ? under : null, indent: 6);
                seen.TryAdd(place, variable.Name);
            }
        }

        if (one.Withheld > 0)
        {
            screen.WriteWrapped($"{Screen.Count(one.Withheld, "coding", "codings")} out of documents that are not for publication not shown", indent: 4, ink: Ink.Dim);
        }
    }

    private static void Ends(Screen screen, PaperHead head, IReadOnlyList<PaperDocument> documents, IReadOnlyList<PaperCoder> coders, IReadOnlyList<PaperVariable> variables)
    {
        Head(screen, "Documents");
        foreach (var document in documents)
        {
            screen.WriteLine("  " + document.Id.Hex);
            foreach (var came in document.Custody)
            {
                var when = came.Entry is { } entry ? $"came in {PaperPage.Time(TimeZoneInfo.ConvertTime(entry.At, TimeZoneInfo.FindSystemTimeZoneById(head.Zone)))}, entered by {entry.Who}" : "";
                screen.WriteWrapped(SafeText.Line(string.Join(", ", new[] { came.File, when, came.Source is null ? "" : $"from {came.Source}", came.Url ?? "", came.Note ?? "" }.Where(p => p.Length > 0))), indent: 4, hang: 2);
            }
        }

        Head(screen, "People who decided");
        foreach (var coder in coders)
        {
            screen.WriteWrapped($"{SafeText.Line(coder.Name)}: {Screen.Count(coder.Decisions, "decision", "decisions")}; shown nothing {coder.Blind}, the machine's value {coder.SawMachine}, another's coding {coder.SawOther}", indent: 2, hang: 2);
        }

        if (coders.Count == 0)
        {
            screen.WriteLine("  Nobody.");
        }

        var rules = variables.SelectMany(v => v.Rules).ToList();
        if (rules.Count > 0)
        {
            Head(screen, "Rules");
        }

        foreach (var rule in rules)
        {
            screen.WriteWrapped($"{SafeText.Line(rule.Name)}  version {rule.Version}", indent: 2, hang: 4);
        }

        screen.WriteLine();
        if (head.AsOf is { } asOf)
        {
            screen.WriteWrapped(SafeText.Line(asOf.InWords), ink: Ink.Bold);
        }

        screen.WriteWrapped(head.AsOf is null ? $"Build {head.Build}, digest {head.Digest}" : $"Digest {head.Digest}", ink: Ink.Dim);
    }

    private static void Head(Screen screen, string text)
    {
        screen.WriteLine();
        screen.WriteWrapped(text, ink: Ink.Bold);
    }

    private static Ink Colour(Verdict verdict) => verdict switch { Verdict.Holds => Ink.Green, Verdict.Fails or Verdict.Error => Ink.Red, _ => Ink.Yellow };
}
