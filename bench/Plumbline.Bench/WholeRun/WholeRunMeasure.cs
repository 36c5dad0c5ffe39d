using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Plumbline.Bench.WholeRun;

/// <summary>
/// The whole way through the built program, as a user goes it: files in, tables, a changed rule, a draft checked. Every
/// step is a process of its own, with its worker processes and its flushes.
/// </summary>
internal sealed partial class WholeRunMeasure(WholeRunOptions options)
{
    private const int Claims = 200;
    private const int Starts = 15;
    private readonly Figures figures = new(
        string.Create(CultureInfo.InvariantCulture, $"{options.Count:N0} rulings of {options.Bytes / 1000.0:0.#} KB"), string.Create(CultureInfo.InvariantCulture, $"{options.Count}-{options.Bytes}"), options.Page);

    public static void Run(WholeRunOptions options) => new WholeRunMeasure(options).Run();

    private string Codebook => Path.Combine(options.Case, "codebooks", "rulings.yaml");

    private void Run()
    {
        if (Directory.Exists(options.Folder))
        {
            throw new ArgumentException($"{options.Folder} is there already.");
        }

        var files = Path.Combine(options.Folder, "files");
        InventedFiles.Write(files, options.Count, options.Bytes);
        Plumb("--version");
        Plumb("new", options.Case, "--template", "rulings-ru");
        Whole(files);
        Recode();
        Starting();
        figures.AddPreviews(SearchedCase.Inside(options.Case), SearchedCase.Whole(options));
        Check();
        figures.AddPages(PdfPages.PagesEachSecond(options));
        figures.Print();
    }

    private void Whole(string files)
    {
        var ingest = Plumb("ingest", options.Case, files, "--source", "invented");
        figures.Add("ingest, durable", 3_000, options.Count / ingest.Seconds, "files/s", ingest);
        var build = Build("build");
        figures.Add("build, from archive to tables", 2_500, options.Count / build.Seconds, "rulings/s", build);
        figures.Add("ingest and build", null, options.Count / (ingest.Seconds + build.Seconds), "rulings/s", null);
        figures.AddMost("memory of the build, main process", 0.75 * 1024, build.MainBytes / 1048576.0, "MiB");
        figures.AddMost("memory of the build with its workers", null, build.AllBytes / 1048576.0, "MiB");
        figures.AddMost("memory of the ingest", 0.75 * 1024, ingest.AllBytes / 1048576.0, "MiB");
        figures.AddMost("size of the tables", null, new FileInfo(Directory.GetFiles(options.Case, "tables.duckdb", SearchOption.AllDirectories)[0]).Length / 1048576.0, "MiB");
    }

    private void Recode()
    {
        var text = File.ReadAllText(Codebook);
        File.WriteAllText(Codebook, Instructions().Replace(When().Replace(text, "$1$2 OR невиданное$3"), "$1$2 Иначе."));
        figures.AddMost("all rules changed, to tables", 5, Build("all rules"));
        text = File.ReadAllText(Codebook);
        File.WriteAllText(Codebook, text.Replace("when: 'рапорт OR", "when: 'неслыханное OR рапорт OR", StringComparison.Ordinal));
        figures.AddMost("one rule changed, to tables", 1.5, Build("one rule"));
        File.WriteAllText(Codebook, File.ReadAllText(Codebook).Replace("=назначить OR", "=назначить OR небывалое OR", StringComparison.Ordinal));
        figures.AddMost("one rule changed that three others wait for", null, Build("a condition"));
        figures.AddMost("nothing to do", 0.25, Median(9, () => Plumb("build", options.Case)));
    }

    private void Starting() => figures.AddMost("plumb --help", 0.1, Median(Starts, () => Plumb("--help")));

    private void Check()
    {
        var (claims, draft) = (new StringBuilder(), new StringBuilder("# Invented\n\n"));
        for (var i = 0; i < Claims; i++)
        {
            var (sql, measure) = (i % 4) switch
            {
                0 => ($"SELECT unit_id FROM rulings WHERE outcome = 'fine' AND fine_rub >= {i * 100}", "count"),
                1 => ($"SELECT unit_id FROM rulings WHERE outcome = 'arrest' AND arrest_days > {i % 15}", "count"),
                2 => ($"SELECT unit_id, fine_rub AS amount FROM rulings WHERE video_evidence = 'yes' AND fine_rub > {i}", "sum"),
                _ => ($"SELECT unit_id FROM rulings WHERE police_report = 'yes' AND decided_on >= DATE '20{10 + (i % 13)}-01-01'", "count"),
            };
            claims.Append(CultureInfo.InvariantCulture, $"c{i}:\n  sql: {sql}\n  measure: {measure}\n");
            draft.Append(CultureInfo.InvariantCulture, $"There were [at least {i + 1}](claim:c{i}) of them.\n\n");
        }

        File.WriteAllText(Path.Combine(options.Case, "claims.yaml"), claims.ToString());
        var path = Path.Combine(options.Folder, "draft.md");
        File.WriteAllText(path, draft.ToString());
        Cost Read() => ChildRun.Run(options.Plumb, ["check", options.Case, path, "--json"], 1);
        figures.AddMost($"check of {Claims} claims", null, Read());
        figures.AddMost("the same again", 1, Read());
    }

    private Cost Build(string name)
    {
        var cost = Plumb("build", options.Case, "--json");
        using var json = JsonDocument.Parse(cost.Output);
        figures.AddStages(name, [.. json.RootElement.GetProperty("stages").EnumerateArray().Select(s => (
            s.GetProperty("stage").GetString()!, s.GetProperty("done").GetInt64(), s.GetProperty("reused").GetInt64(), s.GetProperty("seconds").GetDouble()))]);
        return cost;
    }

    private Cost Plumb(params IReadOnlyList<string> arguments) => ChildRun.Run(options.Plumb, arguments, 1);

    private static Cost Median(int rounds, Func<Cost> run) =>
        Enumerable.Range(0, rounds).Select(_ => run()).OrderBy(c => c.Seconds).ElementAt(rounds / 2);

    /// <summary>Every query of a rule, on its own line or in a list.</summary>
    [GeneratedRegex("(?m)(when: |^          - )('[^'\n]*)(')")]
    private static partial Regex When();

    [GeneratedRegex("(?m)^(    instructions: )((?:>-\n      )?[^\n]*)")]
    private static partial Regex Instructions();
}
