using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Plumbline.Coding.Accuracy;

/// <summary>
/// Measures a codebook's rules against texts that people have read, and writes docs/accuracy.md: precision, recall and
/// F1 a variable with Wilson intervals, counts of positives, misses by id. The same input gives the same bytes.
/// </summary>
public static class AccuracyReport
{
    /// <summary>The report as Markdown.</summary>
    /// <param name="folder">A folder with <c>texts/ID.txt</c>, <c>labels.jsonl</c> and <c>spans.jsonl</c>.</param>
    /// <param name="codebook">The codebook.</param>
    /// <param name="title">What was measured, for the heading.</param>
    /// <exception cref="IOException">The folder is not there or not as expected.</exception>
    public static string Write(string folder, Codebook codebook, string title)
    {
        var run = AccuracyRun.Of(folder, codebook);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Accuracy of {title}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"""
            Written by a command; do not edit. {run.Texts} texts, {codebook.Kind.Table}, rules {Version(codebook)}.

            A *positive* is a value that a careful reader found; "no" and what silence means are not counted as finds.
            Precision is the share of the machine's values that are right, recall the share of the reader's values that the
            machine found, each with its 95 % interval (Wilson 1927). *Certain* are values of rules that call themselves certain.
            What is unclear, not stated or not applicable is no value: a wrong one costs recall, or precision where the machine gives one.
            How far apart the two halves are, and what these figures can't tell, is said in [codebooks](codebooks.md#accuracy).


            """);
        Table(text, "Texts read in full", run.Read, codebook);
        Table(text, "Of these, ids that end in an even digit: rules were written after looking at their misses", run.Even, codebook, isHalf: true);
        Table(text, "Of these, ids that end in an odd digit: their texts were not opened while rules were written", run.Odd, codebook, isHalf: true);
        Table(text, "Texts of which only a newspaper's marks are known", run.Marked, codebook);
        Sections(text, run);
        return text.ToString();
    }

    private static void Table(StringBuilder text, string heading, Dictionary<string, Score> scores, Codebook codebook, bool isHalf = false)
    {
        if (scores.Count == 0)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"## {heading}\n\n");
        text.Append("| variable | texts | positives | precision | recall | F1 | certain, right |\n| --- | ---: | ---: | --- | --- | ---: | --- |\n");
        var known = codebook.Kind.Variables.Where(v => scores.ContainsKey(v.Name)).Select(v => (v.Name, Score: scores[v.Name])).ToList();
        foreach (var (name, score) in known)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {score.Texts} | {score.Right + score.NotFound} | {Show(score.Precision)} | {Show(score.Recall)} | {score.F1:0.000} | {Show(score.Certain)} |\n");
        }

        text.Append('\n');
        if (isHalf)
        {
            return;
        }

        text.Append("Misses, by id (a value wrong or not found):\n\n");
        foreach (var (name, score) in known.Where(k => k.Score.Misses.Count > 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"- {name}: {string.Join(", ", score.Misses)}\n");
        }

        text.Append('\n');
    }

    private static void Sections(StringBuilder text, AccuracyRun run)
    {
        text.Append("## Sections, by characters\n\nOver texts in which the section is marked; white space is not counted. Marks overlap in places, and some are missing or off.\n\n");
        text.Append("| section | texts | precision | recall | F1 |\n| --- | ---: | ---: | ---: | ---: |\n");
        foreach (var (name, score) in run.Sections.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {score.Texts} | {score.Precision.Value:0.000} | {score.Recall.Value:0.000} | {score.F1:0.000} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"| mean | | | | {run.Sections.Values.Select(s => s.F1).DefaultIfEmpty().Average():0.000} |\n");
    }

    /// <summary>Changes with any rule.</summary>
    private static string Version(Codebook codebook) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Concat(codebook.Kind.Variables.Select(v => codebook.RuleHash(v.Name))))))[..16];

    private static string Show(Share share) => share.Of == 0
        ? "none"
        : string.Create(CultureInfo.InvariantCulture, $"{share.Value:0.000} ({share.Low:0.00}-{share.High:0.00}), {share.Hits} of {share.Of}");
}
