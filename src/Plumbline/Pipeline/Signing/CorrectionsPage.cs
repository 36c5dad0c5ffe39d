using System.Globalization;
using System.Text;
using Plumbline.Claims;
using Plumbline.Pipeline.Signing.Causes;

namespace Plumbline.Pipeline.Signing;

/// <summary>
/// Corrections as a page in Markdown for an editor: what was printed, what the case has now, why, and a text to edit. Holds sentences of the
/// draft, no words of documents, and no reasons that people wrote for themselves.
/// </summary>
public static class CorrectionsPage
{
    /// <summary>The page.</summary>
    public static string Write(CorrectionsReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var signature = report.Since.Signature;
        var text = new StringBuilder();
        void Line(string line = "") => text.Append(line).Append('\n');
        Line($"# Corrections since {signature.Shown}");
        Line();
        Line(string.Create(CultureInfo.InvariantCulture, $"Signed {signature.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC by {signature.Coder}: {string.Join(", ", signature.Drafts.Select(d => $"{d.File} ({d.Blob.Short})"))}."));
        var needed = report.Needed.ToList();
        Line(needed.Count == 0 ? "No sentence needs a correction." : needed.Count == 1 ? "One sentence needs a correction." : string.Create(CultureInfo.InvariantCulture, $"{needed.Count} sentences need a correction."));
        foreach (var (sentence, i) in needed.Select((s, i) => (s, i + 1)))
        {
            Line();
            Line(string.Create(CultureInfo.InvariantCulture, $"## {i}. {sentence.Draft}, line {sentence.Line}"));
            Line();
            Line("> " + Flat(sentence.Sentence));
            Line();
            foreach (var figure in sentence.Figures)
            {
                Line($"- {Moved(figure)}");
                foreach (var cause in figure.Causes)
                {
                    Line($"  - {Flat(CauseSentence.Of(cause, figure.Now!.Kind, withReasons: false))}");
                }
            }

            Line();
            Line("Suggested text:");
            Line();
            Line("> " + Flat(sentence.Text!));
        }

        var rest = report.Sentences.Where(s => s.Text is null).ToList();
        if (rest.Count > 0)
        {
            Line();
            Line("## Moved, and still true");
            Line();
            foreach (var figure in rest.SelectMany(s => s.Figures))
            {
                Line($"- {figure.Now!.Draft}, line {figure.Now.Line.ToString(CultureInfo.InvariantCulture)}: {Moved(figure)}");
            }
        }

        return text.ToString();
    }

    private static string Moved(MovedFigure figure)
    {
        var (before, after) = (figure.Move.Before!, figure.Move.After!);
        return $"“{Flat(figure.Now!.Text)}” ({Flat(figure.Move.Claim)}): signed as {before.Verdict?.Word()} with {Ends(before)}; now {after.Verdict?.Word()} with {Ends(after)}.";
    }

    private static string Ends(FigureStanding standing) =>
        standing.Ends + (standing.Unread > 0 ? string.Create(CultureInfo.InvariantCulture, $", {standing.Unread:#,0} unread") : "");

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
