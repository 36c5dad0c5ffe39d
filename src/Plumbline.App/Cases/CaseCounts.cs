using System.Collections.Concurrent;
using System.Globalization;
using Plumbline.Evidence;
using Plumbline.Ingest;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Tables;

namespace Plumbline.App.Cases;

/// <summary>How far the work on one variable is.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Coded">Units with a standing value or a status other than not coded.</param>
/// <param name="Settled">Of these, those that people settled or that are a record's own.</param>
internal sealed record VariableCount(string Name, string Label, long Coded, long Settled);

/// <summary>How far the work on one kind of unit is.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Units">How many.</param>
/// <param name="Variables">In the order of the codebook.</param>
internal sealed record KindCount(string Table, long Units, IReadOnlyList<VariableCount> Variables);

/// <summary>Problems of one code.</summary>
/// <param name="Code">The code.</param>
/// <param name="Sentence">What it says, of the first.</param>
/// <param name="Try">What to try.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Count">How often.</param>
/// <param name="Files">Names of the first files. Hostile text.</param>
internal sealed record ProblemCount(string Code, string Sentence, string Try, Severity Severity, long Count, IReadOnlyList<string> Files);

/// <summary>What a case holds, by its build in use.</summary>
/// <param name="Build">Id of the build.</param>
/// <param name="Documents">Documents in it.</param>
/// <param name="Texts">Of these, those that were read as text.</param>
/// <param name="Tables">Of these, those that were read as tables.</param>
/// <param name="Kinds">Its units.</param>
/// <param name="Problems">Its problems, the worst and most frequent first.</param>
internal sealed record CaseTotals(string Build, long Documents, long Texts, long Tables, IReadOnlyList<KindCount> Kinds, IReadOnlyList<ProblemCount> Problems);

/// <summary>
/// Counts of a case. What a build holds is counted once a build; what people decided since is laid over it: of the few cells that they
/// touched it is looked up how they stood and how they stand. Thread safe.
/// </summary>
internal sealed class CaseCounts(OpenCase open)
{
    private const int FilesNamed = 5;

    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<(string Build, string Unit, string Variable, string Stamp), (string Kind, int Coded, int Settled)?> touched = new();
    private CaseTotals? totals;

    /// <summary>Decisions that the build in use does not hold, and that nobody took back.</summary>
    public int Since { get; private set; }

    /// <summary>The counts as they are now; null before the first build.</summary>
    public CaseTotals? Now()
    {
        if (open.Built is not { } built)
        {
            return null;
        }

        CaseTotals counted;
        lock (gate)
        {
            counted = totals?.Build == built.Id ? totals : totals = Count(built);
        }

        return WithDecisions(built, counted);
    }

    private static CaseTotals Count(BuiltCase built)
    {
        var kinds = new List<KindCount>();
        using (var connection = built.OpenTables())
        {
            foreach (var (table, units) in built.Units.OrderBy(u => built.Codebooks.FirstOrDefault(c => c.Kind.Table == u.Key)?.Of == PlaceKind.Row))
            {
                var variables = BuiltCase.Rows(connection, "SELECT name, label FROM store.variables WHERE kind = $1 ORDER BY position", table).ConvertAll(r => (Name: (string)r[0]!, Label: (string)r[1]!));
                var columns = string.Join(", ", variables.Select(v => $"count(*) FILTER (WHERE {v.Name}_status <> 'not-coded'), count(*) FILTER (WHERE {v.Name}_settled)"));
                var row = variables.Count == 0 ? [] : BuiltCase.Rows(connection, $"SELECT {columns} FROM store.{table}")[0];
                kinds.Add(new KindCount(table, units, [.. variables.Select((v, i) => new VariableCount(v.Name, v.Label.Length > 0 ? v.Label : v.Name, Number(row[2 * i]), Number(row[(2 * i) + 1])))]));
            }
        }

        var documents = built.CountDocuments();
        var problems = built.Problems.GroupBy(p => p.Code).Select(g => new ProblemCount(
                g.Key, g.First().Sentence, g.First().Try, g.Max(p => p.Severity), g.LongCount(), [.. g.Select(p => p.Place.File).OfType<string>().Distinct(StringComparer.Ordinal).Take(FilesNamed)]))
            .OrderByDescending(p => p.Severity).ThenByDescending(p => p.Count).ThenBy(p => p.Code, StringComparer.Ordinal).ToList();
        return new CaseTotals(built.Id, documents.All, documents.Texts, documents.Tables, kinds, problems);
    }

    private CaseTotals WithDecisions(BuiltCase built, CaseTotals counted)
    {
        var heads = built.Heads.Select(h => h.Split(':')).ToDictionary(h => h[0], h => long.Parse(h[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        var decisions = open.Decisions;
        var since = decisions.Log.All.Where(d => d.Entry.Seq > heads.GetValueOrDefault(d.Entry.Device)).ToList();
        Since = decisions.Log.Live.Count(d => d.Entry.Seq > heads.GetValueOrDefault(d.Entry.Device));
        if (since.Count == 0)
        {
            return counted;
        }

        var live = decisions.Log.Live.Select(d => d.Entry).ToHashSet();
        var changes = since.GroupBy(d => (Unit: d.Of.Member.Id.Value, d.Decision.Variable)).Select(g =>
        {
            // A cell is looked at again when there is one more decision on it, or one fewer that stands.
            var stamp = $"{g.Count()}:{g.Count(d => live.Contains(d.Entry))}";
            var change = touched.GetOrAdd((built.Id, g.Key.Unit, g.Key.Variable, stamp), k => Change(built, k.Unit, k.Variable));
            return (g.Key.Variable, Kind: change?.Kind ?? "", Coded: change?.Coded ?? 0, Settled: change?.Settled ?? 0);
        }).ToList();
        return counted with
        {
            Kinds =
            [
                .. counted.Kinds.Select(k => k with
                {
                    Variables = [.. k.Variables.Select(v => v with
                    {
                        Coded = v.Coded + changes.Where(c => c.Kind == k.Table && c.Variable == v.Name).Sum(c => c.Coded),
                        Settled = v.Settled + changes.Where(c => c.Kind == k.Table && c.Variable == v.Name).Sum(c => c.Settled),
                    })],
                }),
            ],
        };
    }

    private (string Kind, int Coded, int Settled)? Change(BuiltCase built, string unit, string variable)
    {
        try
        {
            var before = built.Show(unit, variable);
            var (was, now) = (before.Variables[0], open.Units.Now(unit, variable).Variables[0]);
            return (before.Kind, Bit(now.Status != "not-coded") - Bit(was.Status != "not-coded"), Bit(now.IsSettled) - Bit(was.IsSettled));
        }
        catch (UsageException)
        {
            return null; // Its unit or variable is not in this build.
        }
    }

    private static int Bit(bool is1) => is1 ? 1 : 0;

    private static long Number(object? value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);
}
