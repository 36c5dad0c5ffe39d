using System.Text.Json;
using DuckDB.NET.Data;
using Plumbline.Evidence;
using Plumbline.Processes;

namespace Plumbline.Claims.Sql;

/// <summary>The hidden verb <c>sql-worker</c>: runs queries over one file of tables, in a process that may be killed.</summary>
public static class SqlWorker
{
    private const int MaxRequest = 1 << 20;

    /// <summary>Answers requests until the input closes. 0, or the exit code for too little memory.</summary>
    public static int Run(Stream input, Stream output)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        using var session = new SqlSession();
        try
        {
            while (Frames.Read(input, MaxRequest) is { } frame)
            {
                var request = JsonSerializer.Deserialize<SqlRequest>(frame)!;
                Frames.Write(output, JsonSerializer.SerializeToUtf8Bytes(session.Answer(request)));
            }

            return 0;
        }
        catch (OutOfMemoryException)
        {
            return ChildSide.OutOfMemoryExitCode;
        }
    }
}

/// <summary>One file of tables and at most one open query.</summary>
internal sealed class SqlSession : IDisposable
{
    private TablesConnection? tables;
    private QueryCursor? cursor;
    private ClaimBatch? batch;
    private (ClaimQuery Claim, long Rows)? last;

    /// <summary>The answer to one request. Faults of the query are in it.</summary>
    public SqlAnswer Answer(SqlRequest request)
    {
        var problems = new List<Problem>();
        try
        {
            switch (request.Ask)
            {
                case "open":
                    tables?.Dispose();
                    (tables, last) = (TablesConnection.Open(request.Path!), null);
                    return new SqlAnswer();
                case "read":
                    using (var connection = tables!.Connect())
                    {
                        var reading = new ClaimRunner(connection, tables.Schema).Read(request.Claim!);
                        last = (request.Claim!, reading.Rows);
                        return new SqlAnswer { Reading = reading };
                    }

                case "evidence":
                    using (var connection = tables!.Connect())
                    {
                        var prepared = new ClaimRunner(connection, tables.Schema).Prepare(request.Claim!, problems);
                        return prepared is null ? new SqlAnswer { Problems = problems }
                            : new SqlAnswer { Evidence = new ClaimEvidence(connection, tables.Schema).Rows(prepared, request.Limit, last?.Claim == request.Claim ? last?.Rows : null, out var total), Total = total };
                    }

                case "units":
                    using (var connection = tables!.Connect())
                    {
                        var prepared = new ClaimRunner(connection, tables.Schema).Prepare(request.Claim!, problems);
                        return prepared is null ? new SqlAnswer { Problems = problems }
                            : new SqlAnswer { Units = ClaimUnits.Of(connection, prepared), Reading = new ClaimReading { Kind = prepared.Part.Kind.Name, Reads = [.. prepared.Reads.Variables.Select(v => v.Name)] } };
                    }

                case "open-units":
                    using (var connection = tables!.Connect())
                    {
                        var prepared = new ClaimRunner(connection, tables.Schema).Prepare(request.Claim!, problems);
                        return prepared is null ? new SqlAnswer { Problems = problems } : new SqlAnswer { Open = new OpenUnitRows(connection, prepared).Read(request.Limit) };
                    }

                case "read-all":
                    batch?.Dispose();
                    batch = null;
                    batch = new ClaimBatch(tables!, request.Claims!);
                    return batch.Next();
                case "read-next":
                    return batch?.Next() ?? new SqlAnswer();

                case "counts":
                    using (var connection = tables!.Connect())
                    {
                        var counted = tables.Schema.Find(request.Kind!) is { } kind ? new SimpleCountRows(connection, kind, request.Variables.Except(tables.Schema.Identity(kind.Name)).ToHashSet(StringComparer.Ordinal)).Read() : [];
                        return new SqlAnswer { Counts = counted };
                    }

                case "query":
                    return Query(request.Sql!, problems);
                default:
                    return cursor?.Next() ?? new SqlAnswer();
            }
        }
        catch (StoreFailedException e)
        {
            return new SqlAnswer { Problems = [e.ToProblem()] };
        }
        catch (Exception e) when (TablesConnection.IsOfQuery(e))
        {
            return new SqlAnswer { Problems = [TablesConnection.Describe(e)] };
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        cursor?.Dispose();
        batch?.Dispose();
        tables?.Dispose();
    }

    private SqlAnswer Query(string sql, List<Problem> problems)
    {
        cursor?.Dispose();
        cursor = null;
        var connection = tables!.Connect();
        if (SqlTree.Parse(connection, sql, problems) is not { } tree || !QueryGate.Check(tree, tables.Schema, problems))
        {
            connection.Dispose();
            return new SqlAnswer { Problems = problems };
        }

        cursor = new QueryCursor(connection, sql);
        return cursor.Next();
    }
}
