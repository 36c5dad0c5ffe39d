using System.Diagnostics;
using Plumbline.Claims;
using Plumbline.Claims.Sql;
using Plumbline.Evidence;
using Plumbline.Processes;

namespace Plumbline.Pipeline.Keeping;

/// <summary>
/// Reads claims over the tables of a build, and keeps what it read for the next check: a claim is read again only when its query changed, or
/// something in the tables that it depends on. Errors are never kept. Not thread safe.
/// </summary>
public sealed class KeptReader : IForeseeingReader
{
    private static readonly TimeSpan SaveEvery = TimeSpan.FromSeconds(5);

    private readonly TablesProcess tables;
    private readonly KeptClaims kept;
    private readonly IProgress<StageProgress>? progress;
    private readonly Dictionary<(string, Measure, string?), KeptClaim> known = [];

    /// <param name="built">The build.</param>
    /// <param name="command">Starts the hidden verb <c>sql-worker</c>.</param>
    /// <param name="progress">Told how many claims are read.</param>
    public KeptReader(BuiltCase built, ChildCommand command, IProgress<StageProgress>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(built);
        tables = new TablesProcess(built.TablesPath, command);
        kept = KeptClaims.Of(built.Files, built.Manifest);
        this.progress = progress;
    }

    /// <inheritdoc/>
    public void Foresee(IReadOnlyList<ForeseenClaim> claims, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(claims);
        var missing = new List<ForeseenClaim>();
        foreach (var claim in claims)
        {
            if (kept.Find(claim.Query) is not { } found)
            {
                missing.Add(claim);
                continue;
            }

            known[found.Key] = found;
            if (!found.HasEvidence(claim.EvidenceRows))
            {
                // A check that was stopped had read it, and not yet its evidence.
                missing.Add(claim with { Known = found.Reading });
            }
        }

        var saved = Stopwatch.StartNew();
        long done = claims.Count - missing.Count(c => c.Known is null);
        progress?.Report(new StageProgress("check", "claims", done, claims.Count));
        try
        {
            foreach (var (claim, reading, evidence) in tables.ReadAll(missing, cancellation))
            {
                if (reading is not null)
                {
                    kept.Add(claim.Query, reading);
                    progress?.Report(new StageProgress("check", "claims", ++done, claims.Count));
                }

                if (evidence is not null)
                {
                    kept.Add(claim.Query, claim.EvidenceRows, evidence);
                }

                if (kept.Find(claim.Query) is { } read)
                {
                    known[read.Key] = read;
                }

                if (saved.Elapsed > SaveEvery)
                {
                    kept.Save();
                    saved.Restart();
                }
            }
        }
        finally
        {
            kept.Save();
        }
    }

    /// <inheritdoc/>
    public ClaimReading Read(ClaimQuery claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return known.TryGetValue((claim.Sql, claim.Measure, claim.OfSql), out var found) ? found.Reading : tables.Read(claim);
    }

    /// <inheritdoc/>
    public IReadOnlyList<EvidenceRow> Evidence(ClaimQuery claim, int limit, out long total)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (known.TryGetValue((claim.Sql, claim.Measure, claim.OfSql), out var found) && limit > 0 && found.HasEvidence(limit))
        {
            total = found.Reading.Rows;
            return [.. found.Evidence!.Take(limit)];
        }

        return tables.Evidence(claim, limit, out total);
    }

    /// <inheritdoc/>
    public void Dispose() => tables.Dispose();
}
