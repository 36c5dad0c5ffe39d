using System.Diagnostics;
using System.Globalization;
using System.Text;
using Plumbline.Bench.WholeRun;
using Plumbline.Cases;
using Plumbline.Pipeline;

namespace Plumbline.Bench.Previews;

/// <summary>
/// Previews of rules in a case that is there already: each as the first of a newly opened case, its files out of the system's memory, and again
/// by turns, so that none follows itself. Least and median of the rounds are told: on a machine that does other things too the least says most.
/// </summary>
internal sealed class PreviewMeasure
{
    private readonly CaseFolder folder;
    private readonly List<(string Shown, string Kind, List<double> Cold, List<double> Look, List<double> Warm, long Texts)> rows = [];
    private double opening;

    private PreviewMeasure(string path) => folder = CaseFolder.At(Path.GetFullPath(path));

    /// <summary>Words: the case, then <c>--rounds N</c>, <c>--name TEXT</c>, <c>--page FILE</c>.</summary>
    public static void Run(IReadOnlyList<string> words)
    {
        var (rounds, name, page) = (7, "now", (string?)null);
        for (var i = 1; i + 1 < words.Count; i += 2)
        {
            (rounds, name, page) = words[i] switch
            {
                "--rounds" => (int.Parse(words[i + 1], CultureInfo.InvariantCulture), name, page),
                "--name" => (rounds, words[i + 1], page),
                "--page" => (rounds, name, words[i + 1]),
                _ => throw new ArgumentException($"No such option: {words[i]}.", nameof(words)),
            };
        }

        var measure = new PreviewMeasure(words[0]);
        measure.Measure(rounds);
        var table = measure.Table(name);
        Console.WriteLine(table);
        if (page is not null)
        {
            Figures.Replace(page, $"previews {name}", table);
        }
    }

    private void Measure(int rounds)
    {
        // Once for nothing: what the runtime compiles is no part of a preview.
        using (var first = BuiltCase.Open(folder))
        {
            var book = Texts(first);
            foreach (var rule in PreviewedRules.Of(book))
            {
                var report = first.Preview(book, rule.Rule, rule.Variable, new CaseSearchOptions(), default);
                rows.Add((rule.Shown, rule.Kind, [], [], [], report.Texts));
            }
        }

        var openings = new List<double>();
        for (var r = 0; r < rows.Count; r++)
        {
            for (var round = 0; round < 2; round++)
            {
                FileCache.Forget(Path.Combine(folder.Root, ".plumb", "build"));
                var clock = Stopwatch.StartNew();
                using var built = BuiltCase.Open(folder);
                var book = Texts(built);
                openings.Add(clock.Elapsed.TotalSeconds);
                rows[r].Cold.Add(Once(built, book, r).Whole);
            }
        }

        opening = openings.Min();
        using var open = BuiltCase.Open(folder);
        var codebook = Texts(open);
        for (var round = -1; round < rounds; round++)
        {
            for (var r = 0; r < rows.Count; r++)
            {
                var (look, whole) = Once(open, codebook, r);
                if (round >= 0)
                {
                    rows[r].Look.Add(look);
                    rows[r].Warm.Add(whole);
                }
            }
        }
    }

    /// <summary>Seconds to the first texts with their hits and a count so far, drawn up as they are shown, and to the whole count.</summary>
    private (double Look, double Whole) Once(BuiltCase built, Coding.Codebook codebook, int row)
    {
        var rule = PreviewedRules.Of(codebook)[row];
        var clock = Stopwatch.StartNew();
        var look = 0.0;
        var report = built.Preview(codebook, rule.Rule, rule.Variable, new CaseSearchOptions { First = 5, HitsOfEach = 1 }, default, soFar =>
        {
            if (look == 0.0 && soFar.Texts >= 5)
            {
                _ = soFar.Report();
                look = clock.Elapsed.TotalSeconds;
            }
        });
        var seconds = clock.Elapsed.TotalSeconds;
        return report.Texts == rows[row].Texts ? (look == 0.0 ? seconds : look, seconds) : throw new InvalidOperationException($"{rule.Shown} found {report.Texts} texts, before {rows[row].Texts}.");
    }

    private static Coding.Codebook Texts(BuiltCase built) => built.Codebooks.First(c => c.Kind.Table == "rulings");

    private string Table(string name)
    {
        var text = new StringBuilder();
        text.AppendLine(Text($"### Previews, {name}"));
        text.AppendLine();
        text.AppendLine(Text($"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} processors, load of the machine at the end: {File.ReadAllText("/proc/loadavg").Split(' ')[0]}. Opening the case: {Ms(opening)} ms."));
        text.AppendLine();
        text.AppendLine("| rule or query | kind | texts | first of a case, ms | then, first texts, median, ms | all, least, ms | all, median, ms |");
        text.AppendLine("| --- | --- | ---: | ---: | ---: | ---: | ---: |");
        foreach (var (shown, kind, cold, look, warm, texts) in rows)
        {
            text.AppendLine(Text($"| `{shown}` | {kind} | {texts:N0} | {Ms(cold.Min())} | {Ms(Median(look))} | {Ms(warm.Min())} | {Ms(Median(warm))} |"));
        }

        text.AppendLine(Text($"| slowest | | | {Ms(rows.Max(r => r.Cold.Min()))} | {Ms(rows.Max(r => Median(r.Look)))} | {Ms(rows.Max(r => r.Warm.Min()))} | {Ms(rows.Max(r => Median(r.Warm)))} |"));
        text.AppendLine(Text($"| median | | | {Ms(Median([.. rows.Select(r => r.Cold.Min())]))} | {Ms(Median([.. rows.Select(r => Median(r.Look))]))} | {Ms(Median([.. rows.Select(r => r.Warm.Min())]))} | {Ms(Median([.. rows.Select(r => Median(r.Warm))]))} |"));
        return text.ToString();
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Ms(double seconds) => Text($"{seconds * 1000:0.0}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
