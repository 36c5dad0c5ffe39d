using System.IO.Hashing;
using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using Plumbline.Coding;
using Plumbline.Evidence;
using Plumbline.Pipeline.Decisions;
using Plumbline.Pipeline.Parts;
using Plumbline.Pipeline.Tables;
using Plumbline.Review;

namespace Plumbline.Pipeline.Duplicates;

/// <summary>
/// Pairs of units of one kind that may be the same and that nobody has judged: those of open merges, and those whose words or
/// values are alike. Ordered by how much there is to say for it, the same for the same build.
/// </summary>
internal sealed class DuplicateSearch
{
    /// <summary>Least share of words, or of values, that two units share to be listed.</summary>
    public const double LeastAlike = 0.6;

    private const int LeastShared = 2;
    private const int WholeGroup = 10;

    private readonly DuckDBConnection connection;
    private readonly Codebook codebook;
    private readonly List<UnitId> units = [];
    private readonly List<(string File, string Document)> files = [];
    private readonly Dictionary<string, int> unitOfMember = new(StringComparer.Ordinal);
    private readonly Dictionary<(int A, int B), JudgedPair> judged;
    private readonly UnitTexts? texts;
    private readonly Dictionary<int, ShownValue[]> rows = [];

    public DuplicateSearch(DuckDBConnection connection, Codebook codebook, IEnumerable<(PartReader Part, string Members)> parts, DecisionLog log)
    {
        (this.connection, this.codebook) = (connection, codebook);
        ReadMembers();
        judged = Judged(log);
        if (codebook.Of != PlaceKind.Row)
        {
            texts = new UnitTexts(codebook, parts, id => unitOfMember.GetValueOrDefault(id.Value, -1), units.Count);
        }
    }

    /// <summary>True when more pairs are alike than were looked at.</summary>
    public bool IsCut { get; private set; }

    private UnitKind Kind => codebook.Kind;

    /// <summary>All pairs, without the values in which they differ.</summary>
    public IReadOnlyList<DuplicatePair> Find(IProgress<StageProgress>? progress, CancellationToken cancellation)
    {
        var open = Open();
        var alike = Alike(progress, cancellation).Where(p => !open.ContainsKey((p.A, p.B)) && !judged.ContainsKey((p.A, p.B))).ToList();
        var keys = Keys([.. alike.SelectMany(p => new[] { p.A, p.B })]);
        return
        [
            .. open.Select(p => Pair(p.Key, p.Value, open.Count <= RarePairs.MostPairs ? Measure(p.Key.A, p.Key.B) : null, false))
                .OrderByDescending(p => p.Alike).ThenBy(p => p.A).ThenBy(p => p.B),
            .. alike.Select(p => Pair((p.A, p.B), texts is null ? DuplicateReason.SameRecord : DuplicateReason.SameWords, p.Alike, Differ(keys, p.A, p.B)))
                .OrderBy(p => p.KeysDiffer).ThenByDescending(p => p.Alike).ThenBy(p => p.A).ThenBy(p => p.B),
        ];
    }

    /// <summary>Pairs with the values in which they differ.</summary>
    public IReadOnlyList<DuplicatePair> WithDifferences(IReadOnlyList<DuplicatePair> pairs)
    {
        var values = ShownValues.Read(connection, Kind.Table, Kind.Variables, pairs.SelectMany(p => new[] { p.A, p.B }).ToHashSet()).ToDictionary(r => r.Unit, r => r.Values);
        return
        [
            .. pairs.Select(p => p with
            {
                Differences = [.. Kind.Variables.Select((v, i) => new DifferingValue(v.Name, values[p.A][i].Text, values[p.B][i].Text)).Where(d => d.A != d.B)],
            }),
        ];
    }

    private DuplicatePair Pair((int A, int B) pair, DuplicateReason reason, double? alike, bool keysDiffer) => new()
    {
        Kind = Kind.Table,
        A = units[pair.A],
        B = units[pair.B],
        FileA = files[pair.A].File,
        FileB = files[pair.B].File,
        Reason = reason,
        Alike = alike,
        KeysDiffer = keysDiffer,
        Judgements = judged.TryGetValue(pair, out var said) ? said.Standing : [],
    };

    /// <summary>Pairs that figures count as possibly the same, and those that people could not tell.</summary>
    private Dictionary<(int A, int B), DuplicateReason> Open()
    {
        var open = judged.Where(j => j.Key.A != j.Key.B && j.Value.Says == Sameness.Unsure).ToDictionary(j => j.Key, _ => DuplicateReason.Judged);
        if (codebook.Key.Count == 0)
        {
            return open;
        }

        var byKey = new SortedDictionary<string, SortedSet<int>>(StringComparer.Ordinal);
        var codings = Query($"""
            SELECT unit_id, member, variable::VARCHAR, value FROM main.{Kind.Table}_codings
            WHERE unit_id IN (SELECT unit_id FROM store.maybe_same WHERE kind = '{Kind.Table}') AND coder_kind <> 'person' AND value IS NOT NULL
                AND variable IN ({string.Join(", ", codebook.Key.Select(k => $"'{k}'"))})
            """);
        foreach (var member in codings.GroupBy(c => c[1], StringComparer.Ordinal))
        {
            var values = member.GroupBy(c => c[2], StringComparer.Ordinal).ToDictionary(c => c.Key, c => c.ToList(), StringComparer.Ordinal);
            if (codebook.Key.All(k => values.TryGetValue(k, out var one) && one.Count == 1))
            {
                var key = string.Join('\u001f', codebook.Key.Select(k => values[k][0][3]));
                (byKey.TryGetValue(key, out var same) ? same : byKey[key] = []).Add(unitOfMember[member.First()[0]]);
            }
        }

        foreach (var same in byKey.Values)
        {
            // Of a key that very many share (a bad one) each is shown beside the first only.
            var first = same.ToList();
            foreach (var pair in first.SelectMany((a, i) => first.Skip(i + 1).Take(same.Count <= WholeGroup || i == 0 ? int.MaxValue : 0).Select(b => (a, b))))
            {
                if (!judged.TryGetValue(pair, out var said) || said.Says == Sameness.Unsure)
                {
                    open[pair] = DuplicateReason.SameKey;
                }
            }
        }

        return open;
    }

    private List<(int A, int B, double Alike)> Alike(IProgress<StageProgress>? progress, CancellationToken cancellation)
    {
        var rare = new RarePairs();
        if (texts is null)
        {
            foreach (var (unit, values) in ShownValues.Read(connection, Kind.Table, Kind.Variables))
            {
                var number = unitOfMember[unit.Value];
                rows.Add(number, values);
                rare.Add(number, Marks(values));
            }
        }
        else
        {
            for (var unit = 0; unit < units.Count; unit++)
            {
                cancellation.ThrowIfCancellationRequested();
                rare.Add(unit, texts.RunsOf(unit).SelectMany(WordRuns.Sketch).Distinct().Order().Take(WordRuns.MostKept));
                if (unit % 500 == 0)
                {
                    progress?.Report(new StageProgress("duplicates", Kind.Table, unit, units.Count));
                }
            }
        }

        var found = rare.Find(texts is null ? 1 : LeastShared);
        IsCut = rare.IsCut;
        var alike = new List<(int, int, double)>();
        foreach (var (a, b, _) in found)
        {
            cancellation.ThrowIfCancellationRequested();
            if ((texts is not null || files[a].Document != files[b].Document) && Measure(a, b) is var share && share >= LeastAlike
                && texts?.AreTwo(a, b) != true)
            {
                alike.Add((a, b, share));
            }
        }

        return alike;
    }

    private double Measure(int a, int b) => texts is not null ? texts.Alike(a, b)
        : rows.TryGetValue(a, out var one) && rows.TryGetValue(b, out var other) ? Alike(one, other)
        : 0;

    /// <summary>Of the values that both rows have, the share that are equal; nothing where less than two are.</summary>
    private static double Alike(ShownValue[] a, ShownValue[] b)
    {
        var both = Enumerable.Range(0, a.Length).Where(i => a[i].Value is not null && b[i].Value is not null).ToList();
        var equal = both.Count(i => a[i].Value == b[i].Value);
        return equal < 2 ? 0 : (double)equal / both.Count;
    }

    /// <summary>Any two values of a row together are a mark: a date or an amount alone many have.</summary>
    private static IEnumerable<ulong> Marks(ShownValue[] values)
    {
        const int most = 10;
        var single = values.Select((v, i) => v.Value is null ? 0 : XxHash3.HashToUInt64(MemoryMarshal.AsBytes($"{i}\u001f{v.Value}".AsSpan()))).Where(h => h != 0).Take(most).ToList();
        return single.SelectMany((a, i) => single.Skip(i + 1).Select(b => (a * 0x9E3779B97F4A7C15) ^ b)).Distinct();
    }

    private Dictionary<int, ShownValue[]> Keys(HashSet<int> wanted)
    {
        if (codebook.Key.Count == 0 || wanted.Count == 0)
        {
            return [];
        }

        return ShownValues.Read(connection, Kind.Table, [.. codebook.Key.Select(k => Kind.Find(k)!)], [.. wanted.Select(u => units[u])])
            .Select(r => (Unit: unitOfMember[r.Unit.Value], r.Values)).Where(r => wanted.Contains(r.Unit)).ToDictionary(r => r.Unit, r => r.Values);
    }

    /// <summary>True when a variable of the key is stated in both, and not the same.</summary>
    private static bool Differ(Dictionary<int, ShownValue[]> keys, int a, int b) => keys.TryGetValue(a, out var one) && keys.TryGetValue(b, out var other)
        && one.Zip(other).Any(v => v.First.Value is { } value && v.Second.Value is { } second && value != second);

    private Dictionary<(int A, int B), JudgedPair> Judged(DecisionLog log)
    {
        var found = log.Judgements.Where(j => j.Judgement.Kind == Kind.Table
                && unitOfMember.ContainsKey(j.Judgement.A.Member.Id.Value) && unitOfMember.ContainsKey(j.Judgement.B.Member.Id.Value))
            .Select(j => new AttachedJudgement(unitOfMember[j.Judgement.A.Member.Id.Value], unitOfMember[j.Judgement.B.Member.Id.Value], j)).ToList();
        return JudgedPair.Of(found, unit => unit).ToDictionary(p => (p.A, p.B));
    }

    private void ReadMembers()
    {
        foreach (var row in Query($"SELECT unit_id, member, file, document FROM store.members WHERE kind = '{Kind.Table}' ORDER BY unit_id, rank, place"))
        {
            if (units.Count == 0 || units[^1].Value != row[0])
            {
                units.Add(new UnitId(row[0]));
                files.Add((row[2], row[3]));
            }

            unitOfMember[row[1]] = units.Count - 1;
        }
    }

    private List<string[]> Query(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        }

        return rows;
    }
}
