using System.Globalization;
using System.Text;

namespace Plumbline.Bench.WholeRun;

/// <summary>What was measured, as a Markdown table: printed, and put into the page of benchmarks between its marks.</summary>
internal sealed class Figures(WholeRunOptions options)
{
    private readonly List<string> rows = [];
    private readonly List<string> stages = [];
    private readonly double loadBefore = Load();

    /// <summary>A rate: more is better.</summary>
    public void Add(string name, double? goal, double measured, string unit, Cost? cost) =>
        Row(name, goal is { } g ? $"{g:N0} {unit}" : "", $"{measured:N0} {unit}", goal is null ? null : measured / goal, cost);

    /// <summary>A size or a time: less is better.</summary>
    public void AddMost(string name, double? goal, double measured, string unit) =>
        Row(name, goal is { } g ? $"{g:0.##} {unit}" : "", $"{measured:0.##} {unit}", goal is null ? null : goal / measured, null);

    public void AddMost(string name, double? goal, Cost cost) =>
        Row(name, goal is { } g ? $"{g:0.##} s" : "", $"{cost.Seconds:0.###} s", goal is null ? null : goal / cost.Seconds, cost);

    public void AddStages(string build, IReadOnlyList<(string Stage, long Done, long Reused, double Seconds)> parts) =>
        stages.Add(Text($"| {build} | {string.Join(" | ", parts.Select(p => Text($"{p.Seconds:0.00} s ({p.Done:N0} done, {p.Reused:N0} reused)")))} |"));

    public void AddPreviews(IReadOnlyList<(string Query, double First, double Median, long Texts)> inside, IReadOnlyList<Cost> whole)
    {
        var slowest = inside.MaxBy(q => q.Median);
        AddMost($"a query previewed in an open case, slowest of {inside.Count}", 0.1, slowest.Median, "s");
        AddMost("the same, median", 0.1, inside.Select(q => q.Median).Order().ElementAt(inside.Count / 2), "s");
        AddMost("the first query of an open case", null, inside[0].First, "s");
        AddMost("plumb search, whole command, slowest", null, whole.MaxBy(w => w.Seconds)!);
        foreach (var (query, first, median, texts) in inside)
        {
            Console.WriteLine(Text($"{first * 1000,8:F1} ms first, {median * 1000,7:F1} ms then, {texts,7} texts: {query}"));
        }
    }

    public void AddPages((double Pages, Cost? Cost) pages) => Add("PDF pages read by the pool", 300, pages.Pages, "pages/s", pages.Cost);

    public void Print()
    {
        var text = new StringBuilder();
        var bytes = $"{options.Bytes / 1000.0:0.#} KB";
        text.AppendLine(Text($"### {options.Count:N0} rulings of {bytes}"));
        text.AppendLine();
        text.AppendLine(Text($"{DateTime.UtcNow:yyyy-MM-dd}, {Environment.ProcessorCount} processors ({Processor()}), load of the machine before and after: {loadBefore:0.0}, {Load():0.0}."));
        text.AppendLine();
        text.AppendLine("| what | goal | measured | times the goal | processor seconds |");
        text.AppendLine("| --- | --- | --- | --- | --- |");
        rows.ForEach(r => text.AppendLine(r));
        text.AppendLine();
        text.AppendLine("| build | reading | coding | tables |");
        text.AppendLine("| --- | --- | --- | --- |");
        stages.ForEach(s => text.AppendLine(s));
        Console.WriteLine(text);
        if (options.Page is { } page)
        {
            Replace(page, $"{options.Count}-{options.Bytes}", text.ToString());
        }
    }

    /// <summary>Takes the figures of an earlier run of the same size out and puts these in.</summary>
    internal static void Replace(string page, string mark, string text)
    {
        var (start, end) = ($"<!-- figures {mark} -->\n", $"<!-- end {mark} -->\n");
        var old = File.Exists(page) ? File.ReadAllText(page) : "";
        var (from, to) = (old.IndexOf(start, StringComparison.Ordinal), old.IndexOf(end, StringComparison.Ordinal));
        var block = start + text.ReplaceLineEndings("\n") + end;
        File.WriteAllText(page, from < 0 || to < from ? old + "\n" + block : old[..from] + block + old[(to + end.Length)..]);
    }

    private void Row(string name, string goal, string measured, double? ratio, Cost? cost) =>
        rows.Add(Text($"| {name} | {goal} | {measured} | {(ratio is { } r ? Text($"{r:0.00}") : "")} | {(cost is null ? "" : Text($"{cost.CpuSeconds:0.0}"))} |"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static double Load() => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);

    private static string Processor() =>
        File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "unknown";
}
