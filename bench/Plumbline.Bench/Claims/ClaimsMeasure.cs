using System.Globalization;
using System.Text;
using Plumbline.Bench.WholeRun;

namespace Plumbline.Bench.Claims;

/// <summary>
/// How long <c>plumb check</c> takes for 200 claims over many records: the first time, again with nothing changed, and with one claim changed.
/// A folder that has a case already (of this command) is measured as it is, its kept readings removed.
/// </summary>
internal sealed class ClaimsMeasure(WholeRunOptions options)
{
    private const int Claims = 200;

    private readonly Figures figures = new(
        string.Create(CultureInfo.InvariantCulture, $"{Claims} claims over {options.Count:N0} records"), string.Create(CultureInfo.InvariantCulture, $"claims-{options.Count}"), options.Page);

    private string Yaml => Path.Combine(options.Case, "claims.yaml");

    private string Draft => Path.Combine(options.Folder, "draft.md");

    public static void Run(IReadOnlyList<string> words) => new ClaimsMeasure(WholeRunOptions.Parse(words)).Run();

    private void Run()
    {
        Plumb("--version");
        if (!Directory.Exists(options.Case))
        {
            Make();
        }

        Write();
        foreach (var kept in Directory.GetFiles(Path.Combine(options.Case, ".plumb", "build"), "claims.kept", SearchOption.AllDirectories))
        {
            File.Delete(kept);
        }

        var cold = Check();
        figures.AddMost($"check of {Claims} claims, nothing kept", 60, cold);
        figures.AddMost("memory of it, with its worker", null, cold.AllBytes / 1048576.0, "MiB");
        var again = Enumerable.Range(0, 5).Select(_ => Check()).OrderBy(c => c.Seconds).ElementAt(2);
        figures.AddMost("again, nothing changed", 1, again);
        if (again.Output != cold.Output)
        {
            throw new InvalidOperationException("The second check says something else.");
        }

        File.WriteAllText(Draft, File.ReadAllText(Draft) + "\nAnd nobody knows why.\n");
        figures.AddMost("the draft changed", 1, Check());
        File.WriteAllText(Yaml, File.ReadAllText(Yaml).Replace("value_usd >= 100000", "value_usd >= 100001", StringComparison.Ordinal));
        figures.AddMost("one claim changed", null, Check());
        figures.Print();
    }

    private void Make()
    {
        var files = Path.Combine(options.Folder, "files");
        InventedCustoms.Write(files, options.Count);
        Plumb("new", options.Case, "--template", "blank");
        foreach (var codebook in Directory.GetFiles(Path.Combine(options.Case, "codebooks"), "*.yaml"))
        {
            File.Delete(codebook);
        }

        File.WriteAllText(Path.Combine(options.Case, "codebooks", "customs.yaml"), InventedCustoms.Codebook);
        figures.AddMost("ingest", null, Plumb("ingest", options.Case, files, "--source", "invented"));
        var build = Plumb("build", options.Case);
        figures.AddMost("build", null, build);
        figures.AddMost("memory of the build, with its workers", null, build.AllBytes / 1048576.0, "MiB");
    }

    /// <summary>Claims of every measure, over every kind of column, alone and together, each with a condition of its own.</summary>
    private void Write()
    {
        string[] origins = ["china", "turkey", "hong-kong", "vietnam", "germany", "india"], terms = ["exw", "fob", "cif", "dap"];
        var (claims, draft) = (new StringBuilder(), new StringBuilder("# Invented\n\n"));
        for (var i = 0; i < Claims; i++)
        {
            var (origin, term, day) = (origins[i % 6], terms[i % 4], string.Create(CultureInfo.InvariantCulture, $"{2019 + (i % 6)}-0{1 + (i % 9)}-15"));
            var amount = 1000 * i;
            var (sql, measure) = (i % 10) switch
            {
                0 => ($"SELECT unit_id FROM shipments WHERE origin = '{origin}' AND value_usd >= {amount}", "count"),
                1 => ($"SELECT unit_id, value_usd AS amount FROM shipments WHERE origin = '{origin}' AND day >= DATE '{day}'", "sum"),
                2 => ($"SELECT unit_id FROM shipments WHERE origin = '{origin}' AND incoterms = '{term}'", "share"),
                3 => ($"SELECT unit_id, value_usd AS amount FROM shipments WHERE hs_code = '8525891100' AND within(day, DATE '{day}', DATE '2025-07-01')", "max"),
                4 => ($"SELECT DISTINCT unit_id FROM shipments WHERE supplier LIKE 'BUMA%{i % 7}' AND origin IN ('{origin}', 'india')", "count"),
                5 => ($"SELECT unit_id FROM shipments WHERE day < DATE '{day}' AND incoterms = '{term}'", "count"),
                6 => ($"SELECT unit_id, weight_kg AS amount FROM shipments WHERE hs_code LIKE '85%' AND value_usd > {amount}", "min"),
                7 => ($"SELECT unit_id, day AS amount FROM shipments WHERE importer = 'CHERNITRADE {i % 50}' AND origin = '{origin}'", "first"),
                8 => ($"SELECT unit_id, value_usd AS amount FROM shipments WHERE importer LIKE '%SNAB {i % 90}' OR supplier LIKE '%TRADE {i % 40}'", "sum"),
                _ => ($"SELECT unit_id FROM shipments WHERE (origin = '{origin}' OR origin = 'germany') AND day >= DATE '{day}' AND weight_kg > {i}", "count"),
            };
            claims.Append(CultureInfo.InvariantCulture, $"c{i}:\n  sql: \"{sql}\"\n  measure: {measure}\n{(measure == "share" ? "  of: all\n" : "")}");
            draft.Append(CultureInfo.InvariantCulture, $"There were [{(measure == "share" ? $"{i % 60}%" : measure == "first" ? "1 January 2019" : $"at least {i + 1}")}](claim:c{i}) of them.\n\n");
        }

        claims.Append("all:\n  sql: SELECT unit_id FROM shipments\n  measure: count\n");
        File.WriteAllText(Yaml, claims.ToString());
        File.WriteAllText(Draft, draft.ToString());
    }

    private Cost Check() => ChildRun.Run(options.Plumb, ["check", options.Case, Draft, "--json"], 1);

    private Cost Plumb(params IReadOnlyList<string> arguments) => ChildRun.Run(options.Plumb, arguments);
}
