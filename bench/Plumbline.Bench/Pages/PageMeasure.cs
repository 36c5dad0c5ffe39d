using System.Globalization;
using System.Text;
using System.Text.Json;
using Plumbline.Bench.WholeRun;

namespace Plumbline.Bench.Pages;

/// <summary>
/// How long the app's pages take, asked of the built program as a browser asks: cold (the first page of a program that was just started), warm, and the first time after somebody
/// decided something by the command. Times are those of the server until the last byte of the rendered page; a browser's own work is not in them, nor is what a page shows when it is
/// there: the first search for a word and the check of drafts. They are waited for before warm pages are measured.
/// </summary>
internal sealed class PageMeasure(string root, string folder, int times, string? page)
{
    private const int Colds = 3;
    private const int Decisions = 5;
    private const double Goal = 100;

    private readonly string program = Path.Combine(root, "artifacts", "plumb", "plumb-app");
    private readonly string plumb = Path.Combine(root, "plumb");

    /// <summary>CASE [--times N] [--page docs/benchmarks.md].</summary>
    public static void Run(IReadOnlyList<string> words)
    {
        var options = WholeRunOptions.Parse([.. words.Skip(1).Select(w => w == "--times" ? "--count" : w)]);
        new PageMeasure(options.Root, Path.GetFullPath(words[0]), words.Contains("--times") ? options.Count : 30, options.Page).Measure();
    }

    private void Measure()
    {
        var units = Units(Decisions + times + 1);
        var paths = Paths();
        var (cold, starts) = (new Dictionary<string, List<double>>(), new List<double>());
        foreach (var (name, path) in paths)
        {
            cold[name] = [];
            for (var i = 0; i < Colds; i++)
            {
                using var visit = new AppVisit(program, folder);
                starts.Add(visit.Start);
                if (visit.Get(path(units[0])) is { Status: System.Net.HttpStatusCode.OK } time)
                {
                    cold[name].Add(time.Last);
                }
            }
        }

        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"### Pages of the app\n\n{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} processors, load of the machine {File.ReadAllText("/proc/loadavg").Split(' ')[0]}.\n\n"));
        text.Append(CultureInfo.InvariantCulture, $"| page | cold, median of {Colds} | warm, first byte | warm, median of {times} | slowest | after a decision | size |\n| --- | --- | --- | --- | --- | --- | --- |\n");
        using (var visit = new AppVisit(program, folder))
        {
            foreach (var (name, path) in paths.Where(p => cold[p.Name].Count > 0))
            {
                visit.Settle(path(units[0]));
                var warm = Enumerable.Range(0, times).Select(i => visit.Get(path(units[i + 1]))).ToList();
                var decided = Enumerable.Range(0, Decisions).Select(i =>
                {
                    ChildRun.Run(plumb, ["code", folder, units[times + 1 + i], "outcome", "--unclear", "--as", "quiet-heron-17"]);
                    return visit.Get(path(units[times + 1 + i])).Last;
                }).ToList();
                text.Append(CultureInfo.InvariantCulture, $"| {name} | {Median(cold[name]):0} | {Median(warm.Select(w => w.First)):0} | {Over(Median(warm.Select(w => w.Last)))} | {warm.Max(w => w.Last):0} | {Over(Median(decided))} | {warm[0].Bytes / 1024} KiB |\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"\nMilliseconds; in bold what is above {Goal:0}. Start of the app until it can be opened: {Median(starts):0} ms (median of {starts.Count}); memory at most {visit.PeakMemory:0} MiB.\n");
        }

        Console.Write(text);
        if (page is not null)
        {
            Figures.Replace(page, "pages", text.ToString());
        }
    }

    /// <summary>Units of all over the case.</summary>
    private IReadOnlyList<string> Units(int count)
    {
        var answer = ChildRun.Run(plumb, ["query", folder, $"SELECT unit_id FROM rulings ORDER BY hash(unit_id) LIMIT {count}", "--json"]).Output;
        using var rows = JsonDocument.Parse(answer);
        return [.. rows.RootElement.EnumerateArray().Select(r => r.GetProperty("unit_id").GetString()!)];
    }

    /// <summary>Pages by the unit that they are asked for: each time another.</summary>
    private static IReadOnlyList<(string Name, Func<string, string> Path)> Paths()
    {
        (string, Func<string, string>) Page(string name, string path) => (name, _ => path);
        return
        [
            Page("Start", "start"), Page("Investigation", ""), Page("Files", "files"), Page("Search, empty", "search"), Page("Search, a common word", "search?q=" + Uri.EscapeDataString("штраф")),
            Page("Search, two words near", "search?q=" + Uri.EscapeDataString("штраф w/5 рублей")), Page("Read, the next unit", "read"), ("Unit, each time another", u => "unit/" + u),
            ("Unit, its document", u => $"frame/{u}/0"), Page("Claims", "claims"), Page("Queue", "queue"), Page("Entry", "entry"), Page("Sources", "sources"), Page("Journal", "journal"),
            Page("Codebook", "codebook"), Page("Timeline", "timeline"), Page("People", "people"),
        ];
    }

    private static double Median(IEnumerable<double> times) => times.Order().ToList() is var all && all.Count > 0 ? all[all.Count / 2] : double.NaN;

    private static string Over(double time) => time > Goal ? string.Create(CultureInfo.InvariantCulture, $"**{time:0}**") : time.ToString("0", CultureInfo.InvariantCulture);
}
