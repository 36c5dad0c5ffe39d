using System.Globalization;
using Plumbline.Claims;
using Plumbline.Claims.Figures;
using Plumbline.Cli.Output;

namespace Plumbline.Cli;

/// <summary>
/// A check for people with a deadline: what fails comes first, each figure with its sentence, what the draft says against
/// what the case has, the rule that decided, and the first of the evidence; at the end the counts, and once more where it fails.
/// </summary>
internal static class CheckPrinter
{
    private const int LongestSentence = 280;

    private static readonly Verdict[] WorstFirst = [Verdict.Fails, Verdict.Error, Verdict.Open, Verdict.NotBacked, Verdict.Holds];

    /// <summary>Writes a report.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="report">What was found.</param>
    /// <param name="path">Folder of the case, as it is typed.</param>
    public static void Write(Screen screen, CheckReport report, string path)
    {
        foreach (var verdict in WorstFirst)
        {
            foreach (var claim in report.Claims.Where(c => c.Verdict == verdict))
            {
                Write(screen, claim, path);
                screen.WriteLine();
            }

            if (verdict == Verdict.NotBacked && report.Unbacked.Count > 0)
            {
                WriteUnbacked(screen, report.Unbacked);
                screen.WriteLine();
            }
        }

        WriteUnused(screen, report);
        DoubtPrinter.Write(screen, report);
        WriteCounts(screen, report);
        if (report.Claims.Any(c => c.Unread > 0 || c.OpenUnits > 0))
        {
            screen.WriteWrapped("confirmed: people settled it. possible: it may be so. unread: nobody has settled that it is not so.", ink: Ink.Dim);
        }
    }

    /// <summary>Writes one figure: what the draft says, what the case has, why, and the first of its evidence.</summary>
    public static void Write(Screen screen, CheckedClaim claim, string path)
    {
        var indent = Indent(screen);
        Head(screen, claim.Verdict, $"{SafeText.Line(claim.Text)} ({SafeText.Line(claim.Id)})", Place(claim));
        if (Around(claim) is { } sentence)
        {
            screen.WriteWrapped($"\"{sentence}\"", indent);
        }

        if (claim.Verdict != Verdict.Error)
        {
            screen.WriteWrapped(Compared(claim), indent, ink: Ink.Bold);
            if (Counted(claim) is { Length: > 0 } counted)
            {
                screen.WriteWrapped(counted, indent);
            }
        }

        screen.WriteWrapped(SafeText.Line(claim.Reason), indent);
        if (claim.Found is { } found)
        {
            screen.WriteWrapped($"The claim was {SafeText.Line(found.InWords)}.", indent, ink: Ink.Yellow);
        }

        var rows = claim.Evidence.Take(claim.Verdict == Verdict.Holds ? 1 : 3).ToList();
        EvidencePrinter.Write(screen, rows, indent);
        EvidencePrinter.WriteConfidential(screen, claim.Confidential, indent);
        if (claim.Rows > rows.Count + claim.Confidential)
        {
            screen.WriteWrapped($"all {Screen.Digits(claim.Rows.Value)}: plumb check {path} --evidence {claim.Id}", indent, 2, Ink.Cyan);
        }
    }

    /// <summary>What the draft says against what the case has.</summary>
    private static string Compared(CheckedClaim claim)
    {
        var says = claim.Figure is not { } figure ? ""
            : figure.Date is { } date ? date.ToString()
            : figure.Relation == Relation.Between ? $"{Number(figure.Low)} to {Number(figure.High)}"
            : figure.Value is { } value ? $"{figure.Relation.Sign()} {Number(value)}" : "";
        return $"{(says.Length > 0 ? $"draft: {says}   " : "")}case: {Case(claim)}";
    }

    /// <summary>What the case has of a figure: both ends, or the one value.</summary>
    public static string Case(CheckedClaim claim) => Ends(End(claim.Low, claim.LowDay), End(claim.High, claim.HighDay));

    private static string Counted(CheckedClaim claim) => string.Join(", ", new[]
    {
        claim.Confirmed is { } confirmed ? $"{Screen.Digits(confirmed)} confirmed" : "",
        claim.Rows is { } rows ? $"{Screen.Digits(rows)} possible" : "",
        claim.Unread > 0 ? $"{Screen.Digits(claim.Unread)} unread{(claim.AcceptsUnread ? " (accepted)" : "")}" : claim.Rows is null ? "" : "none unread",
    }.Where(p => p.Length > 0));

    private static void WriteUnbacked(Screen screen, IReadOnlyList<UnbackedFigure> figures)
    {
        foreach (var figure in figures)
        {
            Head(screen, Verdict.NotBacked, SafeText.Line(figure.Figure.Text), $"{SafeText.Line(figure.Draft)}:{figure.Line}:{figure.Column}");
        }

        screen.WriteWrapped("Give a figure its claim: [the figure](claim:ID), and ID a query in claims.yaml.", Indent(screen), ink: Ink.Dim);
    }

    private static void WriteUnused(Screen screen, CheckReport report)
    {
        foreach (var unused in report.Unused)
        {
            var value = unused.Low is null && unused.High is null ? "" : $": {Ends(unused.Low?.ToString(), unused.High?.ToString())}";
            screen.WriteWrapped(
                unused.Fault is { } fault ? $"claim {SafeText.Line(unused.Id)}: {SafeText.Line(fault)}" : $"claim {SafeText.Line(unused.Id)}{value}{(report.Drafts.Count > 0 ? " stands in no draft" : "")}",
                hang: 2,
                ink: Ink.Dim);
        }

        if (report.Unused.Count > 0)
        {
            screen.WriteLine();
        }
    }

    private static void WriteCounts(Screen screen, CheckReport report)
    {
        var counts = WorstFirst.Select(v => (Count: report.Count(v), Word: v.Word())).Where(v => v.Count > 0).Select(v => $"{v.Count} {v.Word}").ToList();
        screen.WriteLine(counts.Count == 0 ? "No figures." : string.Join(", ", counts) + "." + (report.Checks.Count > 0 ? $" {report.Checks.Count} to look at again." : ""), Ink.Bold);
        foreach (var claim in report.Claims.Where(c => c.Verdict is Verdict.Fails or Verdict.Error))
        {
            screen.WriteWrapped($"{claim.Verdict.Word()}: {Place(claim)} {SafeText.Line(claim.Text)} ({SafeText.Line(claim.Id)})", indent: 2, hang: 2, ink: Ink.Red);
        }
    }

    private static void Head(Screen screen, Verdict verdict, string text, string where)
    {
        var ink = verdict switch { Verdict.Holds => Ink.Green, Verdict.Fails or Verdict.Error => Ink.Red, _ => Ink.Yellow };
        var word = verdict is Verdict.Fails or Verdict.Error ? verdict.Word().ToUpperInvariant() : verdict.Word();
        screen.Write(word.PadRight(11), ink);
        var lines = Wrapping.Wrap($"{text}  {where}", screen.Width - 11);
        screen.WriteLine(lines[0]);
        foreach (var line in lines.Skip(1))
        {
            screen.WriteLine(new string(' ', Indent(screen)) + line);
        }
    }

    /// <summary>Below the words where there is room, else a little in.</summary>
    private static int Indent(Screen screen) => screen.Width < 60 ? 2 : 11;

    private static string Place(CheckedClaim claim) => $"{SafeText.Line(claim.Draft)}:{claim.Line}:{claim.Column}";

    /// <summary>The sentence around a figure, cut where it is long; null where it says no more than the figure.</summary>
    private static string? Around(CheckedClaim claim)
    {
        var sentence = SafeText.Line(claim.Sentence).Trim();
        if (sentence.Length <= SafeText.Line(claim.Text).Length + 1)
        {
            return null;
        }

        if (sentence.Length <= LongestSentence)
        {
            return sentence;
        }

        var at = Math.Max(0, sentence.IndexOf(SafeText.Line(claim.Text), StringComparison.Ordinal));
        var from = Math.Clamp(at - (LongestSentence / 3), 0, sentence.Length - LongestSentence);
        var to = from + LongestSentence;
        from = from == 0 ? 0 : sentence.IndexOf(' ', from) is >= 0 and var space && space < to ? space + 1 : from;
        to = to == sentence.Length ? to : sentence.LastIndexOf(' ', to - 1) is var last && last > from ? last : to;
        return $"{(from > 0 ? "... " : "")}{sentence[from..to]}{(to < sentence.Length ? " ..." : "")}";
    }

    private static string Number(decimal? number) => number?.ToString("#,0.##########", CultureInfo.InvariantCulture) ?? "?";

    private static string? End(decimal? number, DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? (number is null ? null : Number(number));

    /// <summary>Both ends, or the one value where they are the same.</summary>
    public static string Ends(string? low, string? high) => low == high && low is not null ? low : $"{low ?? "no bound"} to {high ?? "no bound"}";
}
