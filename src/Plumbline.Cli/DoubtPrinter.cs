using Plumbline.Claims;
using Plumbline.Claims.Checks;
using Plumbline.Cli.Output;

namespace Plumbline.Cli;

/// <summary>What to look at again inside of a draft: both places with their sentences, why, and what to write to set it aside.</summary>
internal static class DoubtPrinter
{
    private const int LongestSentence = 200;
    private const int Indent = 7;

    /// <summary>Writes the list; nothing when there is none.</summary>
    public static void Write(Screen screen, IReadOnlyList<Doubt> doubts)
    {
        if (doubts.Count == 0)
        {
            return;
        }

        screen.WriteWrapped("Look again (none of this is said to be wrong):", ink: Ink.Bold);
        foreach (var doubt in doubts)
        {
            screen.Write("check  ", Ink.Yellow);
            Place(screen, doubt.Here, isFirst: true);
            if (doubt.There is { } there)
            {
                Place(screen, there, isFirst: false, withSentence: there.Sentence != doubt.Here.Sentence);
            }

            screen.WriteWrapped(SafeText.Line(doubt.Why), Indent, ink: Ink.Bold);
            screen.WriteWrapped(doubt.Id, Indent, ink: Ink.Dim);
        }

        screen.WriteLine();
    }

    /// <summary>Writes the list of a case, and what was set aside.</summary>
    public static void Write(Screen screen, CheckReport report)
    {
        Write(screen, report.Checks);
        if (report.Checks.Count > 0)
        {
            screen.WriteWrapped($"Right as it stands? Say why in case.yaml: checked: {{{report.Checks[0].Id}: \"why\"}}.", ink: Ink.Dim);
        }

        if (report.SetAside.Count > 0)
        {
            screen.WriteWrapped($"{Screen.Count(report.SetAside.Count, "check", "checks")} set aside in case.yaml.", ink: Ink.Dim);
        }

        foreach (var gone in report.Drafts.Count > 0 ? report.GoneChecks : [])
        {
            screen.WriteWrapped($"case.yaml sets {SafeText.Line(gone)} aside, which these drafts don't have: their words were changed, or another draft has them.", hang: 2, ink: Ink.Dim);
        }

        if (report.Checks.Count + report.SetAside.Count + (report.Drafts.Count > 0 ? report.GoneChecks.Count : 0) > 0)
        {
            screen.WriteLine();
        }
    }

    private static void Place(Screen screen, DoubtPlace place, bool isFirst, bool withSentence = true)
    {
        var text = $"{SafeText.Line(place.Text)}  {SafeText.Line(place.Draft)}:{place.Line}:{place.Column}";
        if (isFirst)
        {
            var lines = Wrapping.Wrap(text, screen.Width - Indent);
            screen.WriteLine(lines[0]);
            foreach (var line in lines.Skip(1))
            {
                screen.WriteLine(new string(' ', Indent) + line);
            }
        }
        else
        {
            screen.WriteWrapped($"and {text}", Indent);
        }

        if (withSentence)
        {
            screen.WriteWrapped($"\"{Cut(SafeText.Line(place.Sentence).Trim(), SafeText.Line(place.Text))}\"", Indent, ink: Ink.Dim);
        }
    }

    private static string Cut(string sentence, string figure)
    {
        if (sentence.Length <= LongestSentence)
        {
            return sentence;
        }

        var at = Math.Max(0, sentence.IndexOf(figure.Split(" … ")[0], StringComparison.Ordinal));
        var from = Math.Clamp(at - (LongestSentence / 3), 0, sentence.Length - LongestSentence);
        var to = from + LongestSentence;
        from = from == 0 ? 0 : sentence.IndexOf(' ', from) is >= 0 and var space && space < to ? space + 1 : from;
        to = to == sentence.Length ? to : sentence.LastIndexOf(' ', to - 1) is var last && last > from ? last : to;
        return $"{(from > 0 ? "... " : "")}{sentence[from..to]}{(to < sentence.Length ? " ..." : "")}";
    }
}
