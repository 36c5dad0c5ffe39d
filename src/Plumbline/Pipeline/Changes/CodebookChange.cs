using DuckDB.NET.Data;
using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Coding;
using Plumbline.Evidence;
using Plumbline.Pipeline.Signing;
using Plumbline.Pipeline.Tables;
using Plumbline.Processes;

namespace Plumbline.Pipeline.Changes;

/// <summary>
/// Builds a case apart with one codebook and with another, and compares all that comes of it. Nothing of the case is changed; what did not
/// change is taken from the build in use.
/// </summary>
public static class CodebookChange
{
    private const int Examples = 3;

    /// <summary>What changes.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="before">A codebook; null: the case's own of the same unit.</param>
    /// <param name="after">The codebook that takes its place.</param>
    /// <param name="options">How to build.</param>
    /// <param name="tables">Starts the hidden verb <c>sql-worker</c>.</param>
    /// <param name="progress">Takes how far it is.</param>
    /// <param name="cancellation">Stops between documents.</param>
    /// <exception cref="UsageException">A file has faults, both are of different units, or the case has no codebook of the unit.</exception>
    public static CodebookDiff Between(
        CaseFolder folder, string? before, string after, BuildOptions options, ChildCommand tables, IProgress<StageProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(folder);
        using var newFiles = CaseFilesWith.Of(folder, after);
        using var oldFiles = before is null ? null : CaseFilesWith.Of(folder, before);
        var now = newFiles.Codebook;
        var old = oldFiles?.Codebook ?? CaseCodebooks.Read(folder).FirstOrDefault(c => c.Kind.Table == now.Kind.Table) ?? throw PipelineProblems.NoCodebookToCompare(now.Kind.Table);
        if (old.Kind.Table != now.Kind.Table)
        {
            throw PipelineProblems.OtherUnits(old.Kind.Table, now.Kind.Table);
        }

        using var apart = new ApartBuilds(folder, options);
        var one = apart.Build(new CaseChange { Files = oldFiles?.Files }, progress, cancellation);
        var other = apart.Build(new CaseChange { Files = newFiles.Files }, progress, cancellation);
        var moves = FigureMove.Between(
            CaseStandings.Read(oldFiles?.Files ?? folder, one, tables, cancellation), CaseStandings.Read(newFiles.Files, other, tables, cancellation));
        using var oldTables = one.OpenTables();
        using var newTables = other.OpenTables();
        var (variables, inBoth) = Values(old, now, oldTables, newTables);
        var (decided, still) = (Decisions(oldTables, now.Kind.Table), Decisions(newTables, now.Kind.Table));
        return new CodebookDiff
        {
            Kind = now.Kind.Table,
            CutsOtherwise = old.ShapeHash != now.ShapeHash,
            HasOtherKey = !old.Key.SequenceEqual(now.Key),
            UnitsBefore = one.Units[now.Kind.Table],
            UnitsAfter = other.Units[now.Kind.Table],
            UnitsInBoth = inBoth,
            Variables = variables,
            Figures = [.. moves.Where(m => m.IsMoved)],
            FiguresInAll = moves.Count,
            Decisions =
            [
                .. decided.Values.Where(d => !d.IsStale && !(still.TryGetValue(d.Entry, out var s) && !s.IsStale))
                    .Select(d => new DecisionAtRisk(d.Entry, d.Unit, d.Variable, d.Coder, !still.ContainsKey(d.Entry))),
            ],
            DecisionsInAll = decided.Values.Count(d => !d.IsStale),
        };
    }

    /// <summary>What changed since something was signed.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="signature">What was signed, with its codebooks.</param>
    /// <param name="after">A codebook that is compared with the signed one of its unit; null: the case's own that changed.</param>
    /// <param name="options">How to build.</param>
    /// <param name="tables">Starts the hidden verb <c>sql-worker</c>.</param>
    /// <param name="progress">Takes how far it is.</param>
    /// <param name="cancellation">Stops between documents.</param>
    /// <exception cref="UsageException">As <see cref="Between"/>; several codebooks changed; the signed one was erased.</exception>
    public static CodebookDiff Since(
        CaseFolder folder, Signature signature, string? after, BuildOptions options, ChildCommand tables, IProgress<StageProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(signature);
        using var signed = SignedCodebook.Of(folder, signature, after);
        return Between(folder, signed.Before, signed.After, options, tables, progress, cancellation);
    }

    private static (IReadOnlyList<VariableDiff> Variables, long InBoth) Values(Codebook old, Codebook now, DuckDBConnection before, DuckDBConnection after)
    {
        var common = now.Kind.Variables.Where(v => old.Kind.Find(v.Name) is not null).ToList();
        var moves = common.ConvertAll(_ => new Dictionary<(string, bool, string, bool), (long Count, List<string> Examples)>());
        var inBoth = 0L;
        foreach (var (unit, one, other) in Both(
            ShownValues.Read(before, old.Kind.Table, common.ConvertAll(v => old.Kind.Find(v.Name)!)), ShownValues.Read(after, now.Kind.Table, common)))
        {
            inBoth++;
            for (var i = 0; i < common.Count; i++)
            {
                if (one[i] != other[i])
                {
                    var key = (one[i].Text, one[i].IsSettled, other[i].Text, other[i].IsSettled);
                    var (count, examples) = moves[i].TryGetValue(key, out var known) ? known : (0, []);
                    if (examples.Count < Examples)
                    {
                        examples.Add(unit.Value);
                    }

                    moves[i][key] = (count + 1, examples);
                }
            }
        }

        return (
        [
            .. now.Kind.Variables.Select(v => Diff(old, now, v, common.IndexOf(v) is >= 0 and var i ? moves[i] : [])).Where(d => d.Change != VariableChange.None || d.Changed > 0),
            .. old.Kind.Variables.Where(v => now.Kind.Find(v.Name) is null).Select(v => new VariableDiff { Name = v.Name, Change = VariableChange.Removed }),
        ], inBoth);
    }

    private static VariableDiff Diff(Codebook old, Codebook now, Variable variable, Dictionary<(string Before, bool Was, string After, bool Is), (long Count, List<string> Examples)> moves)
    {
        if (old.Kind.Find(variable.Name) is not { } then)
        {
            return new VariableDiff { Name = variable.Name, Change = VariableChange.Added };
        }

        var names = then.Values.Select(o => new ValueNames(o.Key, [.. variable.Values.Where(v => v.Was == o.Key || (v.Key == o.Key && v.Was is null)).Select(v => v.Key)])).ToList();
        return new VariableDiff
        {
            Name = variable.Name,
            Change = then.ComputeDefinitionHash() != variable.ComputeDefinitionHash() ? VariableChange.Definition
                : old.RuleHash(variable.Name) != now.RuleHash(variable.Name) ? VariableChange.Rules
                : VariableChange.None,
            Renamed = names.FindAll(n => n.After.Count > 1 || (n.After.Count == 1 && n.After[0] != n.Before)),
            Gone = [.. names.Where(n => n.After.Count == 0).Select(n => n.Before)],
            Changed = moves.Values.Sum(m => m.Count),
            Moves =
            [
                .. moves.Select(m => new ValueMove(m.Key.Before, m.Key.Was, m.Key.After, m.Key.Is, m.Value.Count, m.Value.Examples))
                    .OrderByDescending(m => m.Units).ThenBy(m => m.Before, StringComparer.Ordinal).ThenBy(m => m.After, StringComparer.Ordinal).ThenBy(m => m.WasConfirmed).ThenBy(m => m.IsConfirmed),
            ],
        };
    }

    private static IEnumerable<(UnitId Unit, ShownValue[] One, ShownValue[] Other)> Both(
        IEnumerable<(UnitId Unit, ShownValue[] Values)> one, IEnumerable<(UnitId Unit, ShownValue[] Values)> other)
    {
        using var a = one.GetEnumerator();
        using var b = other.GetEnumerator();
        for (var (hasA, hasB) = (a.MoveNext(), b.MoveNext()); hasA && hasB;)
        {
            var order = a.Current.Unit.CompareTo(b.Current.Unit);
            if (order == 0)
            {
                yield return (a.Current.Unit, a.Current.Values, b.Current.Values);
            }

            hasA = order > 0 || a.MoveNext();
            hasB = order < 0 || b.MoveNext();
        }
    }

    private static Dictionary<string, (string Entry, string Unit, string Variable, string Coder, bool IsStale)> Decisions(DuckDBConnection tables, string kind)
    {
        using var command = tables.CreateCommand();
        command.CommandText = $"SELECT DISTINCT entry, unit, variable, coder, stale FROM store.{kind}_decisions ORDER BY variable, unit, entry";
        using var reader = command.ExecuteReader();
        var decisions = new Dictionary<string, (string, string, string, string, bool)>(StringComparer.Ordinal);
        while (reader.Read())
        {
            decisions[reader.GetString(0)] = (reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetBoolean(4));
        }

        return decisions;
    }
}
