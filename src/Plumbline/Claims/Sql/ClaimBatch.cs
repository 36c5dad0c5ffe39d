using System.Data.Common;
using Plumbline.Evidence;

namespace Plumbline.Claims.Sql;

/// <summary>
/// Many claims, read in few passes over the tables. Each step answers for the claims of one pass; when all are read come the rows of
/// their evidence, looked up for all claims at once. A pass that fails is taken apart: a fault of one claim is no other's.
/// </summary>
internal sealed class ClaimBatch : IDisposable
{
    private const int EvidenceAStep = 40;

    /// <summary>From here on it is worth it to take doubtful units out of the table once.</summary>
    private const int ManyClaims = 4;

    private readonly TablesConnection tables;
    private readonly IReadOnlyList<ForeseenClaim> claims;
    private readonly DbConnection connection;
    private readonly ClaimRunner runner;
    private readonly PreparedClaim?[] prepared;
    private readonly ClaimReading?[] readings;
    private readonly IReadOnlyList<FirstUnit>?[] settled;
    private readonly Queue<IReadOnlyList<int>> passes = new();
    private readonly Queue<int> toFind;
    private readonly List<(int Claim, List<FirstUnit> Units)> found = [];
    private Queue<ReadClaim>? evidence;

    public ClaimBatch(TablesConnection tables, IReadOnlyList<ForeseenClaim> claims)
    {
        (this.tables, this.claims) = (tables, claims);
        connection = tables.Connect();
        runner = new ClaimRunner(connection, tables.Schema, new KnownUnits(connection, tables.Schema) { TakenOut = claims.Count >= ManyClaims ? 0.2 : 0 });
        prepared = new PreparedClaim?[claims.Count];
        readings = new ClaimReading?[claims.Count];
        settled = new IReadOnlyList<FirstUnit>?[claims.Count];
        for (var i = 0; i < claims.Count; i++)
        {
            Prepare(i);
        }

        var right = Enumerable.Range(0, claims.Count).Where(i => prepared[i] is not null).ToList();
        right.ForEach(i => readings[i] = claims[i].Known);
        var toRead = right.FindAll(i => readings[i] is null);
        foreach (var pass in ClaimPass.Of(toRead.ConvertAll(i => prepared[i]!)))
        {
            passes.Enqueue([.. pass.Select(i => toRead[i])]);
        }

        toFind = new(right.Where(i => claims[i].EvidenceRows > 0));
    }

    /// <summary>The next claims that are read, or the next evidence; <see cref="SqlAnswer.More"/> is false with the last.</summary>
    public SqlAnswer Next()
    {
        if (passes.TryDequeue(out var pass))
        {
            Read(pass);
            return new SqlAnswer { Read = [.. pass.Select(i => new ReadClaim(i, readings[i], null))], More = true };
        }

        // Each step is short: whoever waits for it waits for so long and no longer.
        if (toFind.TryDequeue(out var claim))
        {
            Find(claim);
            return new SqlAnswer { More = true };
        }

        // Claims with faults were read when the batch was made.
        evidence ??= new([.. Enumerable.Range(0, claims.Count).Where(i => prepared[i] is null).Select(i => new ReadClaim(i, readings[i], null)), .. Evidence()]);
        var step = new List<ReadClaim>();
        while (step.Count < EvidenceAStep && evidence.TryDequeue(out var next))
        {
            step.Add(next);
        }

        return new SqlAnswer { Read = step, More = evidence.Count > 0 };
    }

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();

    private void Prepare(int claim)
    {
        var problems = new List<Problem>();
        try
        {
            prepared[claim] = runner.Prepare(claims[claim].Query, problems);
        }
        catch (Exception e) when (TablesConnection.IsOfQuery(e))
        {
            problems.Add(TablesConnection.Describe(e));
        }

        if (prepared[claim] is null)
        {
            readings[claim] = new ClaimReading { Problems = problems };
        }
    }

    private void Read(IReadOnlyList<int> pass)
    {
        try
        {
            foreach (var (reading, i) in runner.Read([.. pass.Select(i => prepared[i]!)], claims[pass[0]].EvidenceRows, out var first).Zip(pass))
            {
                readings[i] = reading;
                settled[i] = first;
            }
        }
        catch (Exception e) when (TablesConnection.IsOfQuery(e))
        {
            if (pass.Count == 1)
            {
                readings[pass[0]] = new ClaimReading { Problems = [TablesConnection.Describe(e)] };
                return;
            }

            foreach (var one in pass)
            {
                Read([one]);
            }
        }
    }

    private void Find(int claim)
    {
        if (readings[claim] is not { Problems.Count: 0 } reading)
        {
            return;
        }

        try
        {
            found.Add((claim, FirstUnits.Of(connection, prepared[claim]!, claims[claim].EvidenceRows, (reading.Confirmed, reading.Rows), settled[claim])));
        }
        catch (Exception e) when (TablesConnection.IsOfQuery(e))
        {
            // Whoever wants its evidence asks for it alone, and is told what is wrong.
        }
    }

    private IEnumerable<ReadClaim> Evidence()
    {
        try
        {
            var rows = new ClaimEvidence(connection, tables.Schema).Rows(found.ConvertAll(f => (prepared[f.Claim]!, f.Units)));
            return found.Select((f, i) => new ReadClaim(f.Claim, null, rows[i]));
        }
        catch (Exception e) when (TablesConnection.IsOfQuery(e))
        {
            return [];
        }
    }
}
