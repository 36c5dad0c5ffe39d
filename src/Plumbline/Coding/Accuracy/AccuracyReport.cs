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
    /// <param name="labels">Further files of labels, for texts that <c>labels.jsonl</c> does not have.</param>
    /// <param name="readers">Labels of people who read the same texts each alone, to be compared.</param>
    public static string Write(string folder, Codebook codebook, string title, IReadOnlyList<string>? labels = null, IReadOnlyList<string>? readers = null)
    {
        var run = AccuracyRun.Of(folder, codebook, labels);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Accuracy of {title}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"""
            Written by a command; do not edit. {run.Texts} texts, {codebook.Kind.Table}, rules {Version(codebook)}.

            A *positive* is a value that a careful reader found; "no" and what silence means are not counted as finds.
            Precision is the share of the machine's values that are right, recall the share of the reader's values that the
            machine found, each with its 95 % interval (Wilson 1927). *Certain* are values of rules that call themselves certain.
            What is unclear, not stated or not applicable is no value: a wrong one costs recall, or precision where the machine gives one.
            *Quote* is the share of right values whose quote meets the reader's, where the reader's place is known.
            How far apart the two halves are, and what these figures can't tell, is said in [codebooks](codebooks.md#accuracy).


            """);
        Table(text, "Texts read in full", run.Read, codebook);
        Table(text, "Of these, ids that end in an even digit: rules were written after looking at their misses", run.Even, codebook, isHalf: true);
        Table(text, "Of these, ids that end in an odd digit: their texts were not opened while rules were written", run.Odd, codebook, isHalf: true);
        Table(text, "Texts of which only a newspaper's marks are known", run.Marked, codebook);
        Confidence(text, run);
        Readers(text, run, codebook, readers ?? []);
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
        text.Append("| variable | texts | positives | precision | recall | F1 | certain, right | quote |\n| --- | ---: | ---: | --- | --- | ---: | --- | --- |\n");
        var known = codebook.Kind.Variables.Where(v => scores.ContainsKey(v.Name)).Select(v => (v.Name, Score: scores[v.Name])).ToList();
        foreach (var (name, score) in known)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {score.Texts} | {score.Right + score.NotFound} | {Show(score.Precision)} | {Show(score.Recall)} | {score.F1:0.000} | {Show(score.Certain)} | {(score.Met.Of == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{score.Met.Hits} of {score.Met.Of}"))} |\n");
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

    /// <summary>Precision against coverage: what one gets who takes only what calls itself certain, or all.</summary>
    private static void Confidence(StringBuilder text, AccuracyRun run)
    {
        var all = run.Read.Values.ToList();
        var values = all.Sum(s => s.Right + s.NotFound);
        if (values == 0)
        {
            return;
        }

        text.Append("## Precision against coverage\n\nOver all variables of the texts read in full. *Coverage* is the share of the readers' values that are among those taken.\n\n");
        text.Append("| taken | codings | right | coverage |\n| --- | ---: | --- | ---: |\n");
        foreach (var (name, some) in (ReadOnlySpan<(string, Func<Dictionary<string, Score>, Share>)>)
                 [("certain only", s => new(s.Values.Sum(v => v.Certain.Hits), s.Values.Sum(v => v.Certain.Of))), ("all", s => new(s.Values.Sum(v => v.Right), s.Values.Sum(v => v.Right + v.Wrong)))])
        {
            foreach (var (where, scores) in (ReadOnlySpan<(string, Dictionary<string, Score>)>)[("", run.Read), (", odd ids", run.Odd)])
            {
                var share = some(scores);
                text.Append(CultureInfo.InvariantCulture, $"| {name}{where} | {share.Of} | {Show(share)} | {(double)share.Hits / Math.Max(1, scores.Values.Sum(s => s.Right + s.NotFound)):0.000} |\n");
            }
        }

        text.Append(CultureInfo.InvariantCulture, $"\nQuotes that meet the reader's: {Show(new(all.Sum(s => s.Met.Hits), all.Sum(s => s.Met.Of)))}.\n\n");
    }

    /// <summary>Share of texts on which two agree about all values of a variable.</summary>
    private static void Readers(StringBuilder text, AccuracyRun run, Codebook codebook, IReadOnlyList<string> files)
    {
        if (files.Count == 0)
        {
            return;
        }

        var readers = files.Select(f => LabelledTexts.ReadReader(f, codebook)).ToList();
        var texts = readers.Select(r => r.Keys.AsEnumerable()).Aggregate((a, b) => a.Intersect(b)).ToList();
        var truth = run.Truth;
        text.Append(CultureInfo.InvariantCulture, $"## Readers\n\n{texts.Count} texts were read by {files.Count} people, each alone, who did not know the rules; where they differ, the conventions of the 40 decided. Share of texts on which two say the same, \"nothing\" included.\n\n| variable |");
        var names = readers.Select((_, i) => $"reader {(char)('A' + i)}").ToList();
        var pairs = new List<(string Name, Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> One, Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Other)>();
        for (var i = 0; i < readers.Count; i++)
        {
            for (var j = i + 1; j < readers.Count; j++)
            {
                pairs.Add(($"{names[i]} and {names[j]}", readers[i], readers[j]));
            }
        }

        pairs.AddRange(readers.Select((r, i) => ($"rules and {names[i]}", run.Rules, r)));
        pairs.Add(("rules and what was decided", run.Rules, truth));
        text.AppendJoin("", pairs.Select(p => $" {p.Name} |")).Append("\n| --- |").Insert(text.Length, " --- |", pairs.Count).Append('\n');
        foreach (var variable in codebook.Kind.Variables.Where(v => readers.All(r => texts.Count > 0 && r[texts[0]].ContainsKey(v.Name))))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {variable.Name} |");
            foreach (var (_, one, other) in pairs)
            {
                IEnumerable<string> Said(Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> by, string id) =>
                    by.GetValueOrDefault(id)?.GetValueOrDefault(variable.Name)?.Select(v => AccuracyRun.Comparable(v, variable)) ?? [];
                text.Append(CultureInfo.InvariantCulture, $" {Show(new(texts.Count(t => Said(one, t).ToHashSet().SetEquals(Said(other, t))), texts.Count))} |");
            }

            text.Append('\n');
        }

        text.Append('\n');
    }

    private static void Sections(StringBuilder text, AccuracyRun run)
    {
        text.Append("## Sections, by characters\n\nOver texts in which the section is marked; white space is not counted. Marks overlap in places, and some are missing or off.\nSections that a model marks were learned from people's marks: where they are of these same texts, this flatters them; on texts it was not\nlearned from see [sections](accuracy/sections.md).\n\n");
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
