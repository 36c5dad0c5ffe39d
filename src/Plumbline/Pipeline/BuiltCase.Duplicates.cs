using Plumbline.Coding;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline.Decisions;
using Plumbline.Pipeline.Duplicates;
using Plumbline.Pipeline.Parts;
using Plumbline.Pipeline.Tables;

namespace Plumbline.Pipeline;

public sealed partial class BuiltCase
{
    /// <summary>Pairs of units that may be the same, and that nobody has judged, by the build in use and the journal as it is now.</summary>
    /// <param name="kind">Units of this table only; null: of all.</param>
    /// <param name="limit">Most pairs given.</param>
    /// <param name="progress">Takes how far it is.</param>
    /// <param name="cancellation">Stops between units.</param>
    /// <exception cref="UsageException">There is no such kind.</exception>
    public DuplicatesReport Duplicates(string? kind, int limit, IProgress<StageProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var asked = Codebooks.Where(c => kind is null || c.Kind.Table == kind).ToList();
        if (asked.Count == 0)
        {
            throw PipelineProblems.NoSuchTable(kind!, Cases.Guess.Nearest(kind!, Codebooks.Select(c => c.Kind.Table)));
        }

        using var journal = Journal.OpenRead(folder);
        var log = CaseDecisions.Read(journal);
        return Reading(() =>
        {
            using var connection = OpenTables();
            var searches = asked.ConvertAll(c => new DuplicateSearch(connection, c, PartsOf(c), log));
            var pairs = searches.ConvertAll(s => s.Find(progress, cancellation));
            var all = pairs.SelectMany((p, i) => p.Select(d => (Pair: d, Search: i))).OrderBy(p => Rank(p.Pair)).ThenBy(p => p.Search).Take(limit).ToList();
            return new DuplicatesReport(
                [.. all.GroupBy(p => (Rank(p.Pair), p.Search)).SelectMany(g => searches[g.Key.Search].WithDifferences([.. g.Select(p => p.Pair)]))],
                pairs.Sum(p => p.Count(IsOpen)),
                pairs.Sum(p => p.Count(d => !IsOpen(d))),
                searches.Exists(s => s.IsCut));
        });
    }

    private static bool IsOpen(DuplicatePair pair) => pair.Reason is DuplicateReason.SameKey or DuplicateReason.Judged;

    private static int Rank(DuplicatePair pair) => IsOpen(pair) ? 0 : pair.KeysDiffer ? 2 : 1;

    private IEnumerable<(PartReader Part, string Members)> PartsOf(Codebook codebook) =>
        parts.Value.Zip(manifest.Parts).Select(p => (p.First, build.File(new PartNames(p.Second.Name).Members(codebook.Kind.Table, codebook.ShapeHash))));
}
