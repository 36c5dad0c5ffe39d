using System.Text.Json;
using Plumbline.Evidence;
using Plumbline.Processes;

namespace Plumbline.Claims.Sql;

/// <summary>
/// Reads claims and queries in a limited child process, one for all: 0.1 s to start, then a few milliseconds a claim. One
/// that is killed or crashes costs its query alone; the next one gets a new child. Not thread safe.
/// </summary>
public sealed partial class TablesProcess : IClaimReader
{
    private readonly string path;
    private readonly ChildCommand command;
    private readonly TimeSpan timeout;
    private readonly ProcessLimits limits = new() { AddressSpaceBytes = 4L << 30, HeapBytes = 512L << 20, NoNetwork = true };
    private LimitedProcess? child;

    /// <summary>A reader of the tables at this path; the child starts with the first question.</summary>
    /// <param name="tablesPath">Path of <c>tables.duckdb</c>.</param>
    /// <param name="command">Starts the hidden verb <c>sql-worker</c>.</param>
    /// <param name="timeout">Longest time for one claim, or for one batch of a query's rows; 20 seconds when not given.</param>
    public TablesProcess(string tablesPath, ChildCommand command, TimeSpan? timeout = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(tablesPath);
        ArgumentNullException.ThrowIfNull(command);
        path = Path.GetFullPath(tablesPath);
        this.command = command;
        this.timeout = timeout ?? TimeSpan.FromSeconds(20);
    }

    /// <summary>True when the child has no network; false before it started.</summary>
    public bool IsIsolated => child?.IsIsolated == true;

    /// <inheritdoc/>
    /// <exception cref="StoreFailedException">The tables can't be opened.</exception>
    public ClaimReading Read(ClaimQuery claim)
    {
        if (foreseen.TryGetValue(KeyOf(claim), out var known) && known.Reading is { } reading)
        {
            return reading;
        }

        var answer = Ask(new SqlRequest("read") { Claim = claim });
        return answer.Reading ?? new ClaimReading { Problems = answer.Problems };
    }

    /// <inheritdoc/>
    /// <exception cref="StoreFailedException">The tables can't be opened.</exception>
    public IReadOnlyList<EvidenceRow> Evidence(ClaimQuery claim, int limit, out long total)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        if (foreseen.TryGetValue(KeyOf(claim), out var known) && known is { Reading: { } reading, Evidence: { } rows } && (limit <= known.Rows || rows.Count == reading.Rows))
        {
            total = reading.Rows;
            return rows.Count <= limit ? rows : [.. rows.Take(limit)];
        }

        var answer = Ask(new SqlRequest("evidence") { Claim = claim, Limit = limit });
        total = answer.Total;
        return answer.Evidence;
    }

    /// <summary>The units that a claim touches, by id; and their table with the columns that the claim reads of it, null when the claim has faults.</summary>
    /// <exception cref="StoreFailedException">The tables can't be opened.</exception>
    public IReadOnlyList<ClaimUnit> Units(ClaimQuery claim, out string? kind, out IReadOnlyList<string> reads)
    {
        var answer = Ask(new SqlRequest("units") { Claim = claim });
        (kind, reads) = (answer.Reading?.Kind, answer.Reading?.Reads ?? []);
        return answer.Units;
    }

    /// <summary>Runs the SELECT of <c>plumb query</c>: all that SELECT can do, over the possible reading, one row a unit.</summary>
    /// <exception cref="StoreFailedException">The tables can't be opened.</exception>
    public QueryRows Query(string sql, QueryLimits? bounds = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sql);
        var problems = new List<Problem>();
        var first = Ask(new SqlRequest("query") { Sql = sql }, cancellation);
        problems.AddRange(first.Problems);
        return new QueryRows(first.Columns, problems.Count > 0 ? [] : Rows(first, bounds ?? new QueryLimits(), problems, cancellation), problems);
    }

    /// <inheritdoc/>
    public void Dispose() => child?.Dispose();

    private IEnumerable<JsonElement[]> Rows(SqlAnswer answer, QueryLimits bounds, List<Problem> problems, CancellationToken cancellation)
    {
        long rows = 0, bytes = 0;
        while (true)
        {
            foreach (var row in answer.Rows?.EnumerateArray() ?? default)
            {
                bytes += row.GetRawText().Length;
                if (rows >= bounds.Rows || bytes > bounds.Bytes)
                {
                    problems.Add(SqlProblems.CutOff(rows));
                    yield break;
                }

                rows++;
                yield return [.. row.EnumerateArray()];
            }

            if (!answer.More)
            {
                yield break;
            }

            answer = Ask(new SqlRequest("next"), cancellation);
            problems.AddRange(answer.Problems);
        }
    }

    private SqlAnswer Ask(SqlRequest request, CancellationToken cancellation = default, TimeSpan? within = null)
    {
        try
        {
            if (child is null)
            {
                child = LimitedProcess.Start(command, limits, started =>
                {
                    var opened = Exchange(started, new SqlRequest("open") { Path = path }, TimeSpan.FromSeconds(60), cancellation);
                    if (opened.Problems is [var problem, ..])
                    {
                        throw new StoreFailedException(problem.Code, problem.Sentence, problem.Try, isTransient: true);
                    }
                });
            }

            return Exchange(child, request, within ?? timeout, cancellation);
        }
        catch (ChildFailedException e)
        {
            Drop();
            return new SqlAnswer
            {
                Problems = [e.Fault switch { ChildFault.TimedOut => SqlProblems.Late(timeout), ChildFault.OutOfMemory => SqlProblems.OutOfMemory(), _ => SqlProblems.Crashed() }],
            };
        }
        catch (OperationCanceledException)
        {
            Drop();
            throw;
        }
    }

    private static SqlAnswer Exchange(LimitedProcess child, SqlRequest request, TimeSpan within, CancellationToken cancellation) =>
        JsonSerializer.Deserialize<SqlAnswer>(child.Exchange(JsonSerializer.SerializeToUtf8Bytes(request), within, cancellation))!;

    private void Drop()
    {
        child?.Dispose();
        child = null;
    }
}
