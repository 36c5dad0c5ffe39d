using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using DuckDB.NET.Data;
using Plumbline.Claims;
using Plumbline.Claims.Sql;
using Plumbline.Evidence;
using Plumbline.Processes;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Claims.Sql;

/// <summary>The test program as a worker, as the command is one.</summary>
internal static class WorkerVerb
{
    public static ChildCommand Command { get; } = ChildCommand.OfAssembly(typeof(WorkerVerb).Assembly.Location, "sql-worker");

#pragma warning disable CA2255 // The test program has its entry point from the runner; this is the only place before it.
    [ModuleInitializer]
    internal static void Run()
#pragma warning restore CA2255
    {
        if (Environment.GetCommandLineArgs() is [_, "sql-worker"])
        {
            ChildSide.EndWithParent();
            Environment.Exit(SqlWorker.Run(Console.OpenStandardInput(), Console.OpenStandardOutput()));
        }
    }
}

public sealed class TablesProcessTests : IDisposable
{
    private static readonly ClaimQuery Fines = new("fines", "SELECT unit_id, fine_rub AS amount FROM rulings WHERE outcome = 'fine'", Measure.Sum);
    private readonly TemporaryFolder folder = new("дело 1");
    private readonly TablesProcess tables;

    public TablesProcessTests()
    {
        SmallTables.WriteFile(folder["tables.duckdb"], new SmallKind(SmallClaims.Rulings,
        [
            new SmallUnit("r000000000000001", new() { ["outcome"] = new(true, "fine"), ["fine_rub"] = new(true, "10 RUB"), ["court"] = new(true, "=cmd|' /C calc'!A0") }),
            new SmallUnit("r000000000000002", new() { ["outcome"] = new(false, "fine"), ["fine_rub"] = new(false, "20.5 RUB", "300 RUB"), ["provisions"] = new(true, "a|b") }),
            new SmallUnit("r000000000000003", new() { ["outcome"] = new(false, "arrest"), ["decided_on"] = new(true, "2016-02-29") }),
            new SmallUnit("r000000000000004", new() { ["outcome"] = new(true) }),
        ]));
        tables = new TablesProcess(folder["tables.duckdb"], WorkerVerb.Command, TimeSpan.FromSeconds(20));
    }

    public void Dispose()
    {
        tables.Dispose();
        folder.Dispose();
    }

    /// <summary>Tables of the program itself have columns of these names.</summary>
    [Theory]
    [InlineData("kind")]
    [InlineData("member")]
    [InlineData("position")]
    public void A_variable_may_be_called_as_a_column_of_our_own(string name)
    {
        SmallTables.WriteFile(folder["events.duckdb"], new SmallKind(
            new UnitKind("events", [new Variable { Name = name, Type = VariableType.Text }]),
            [new SmallUnit("r000000000000001", new() { [name] = new(true, "rally") }), new SmallUnit("r000000000000002", new() { [name] = new(true, "march") })]));
        using var events = new TablesProcess(folder["events.duckdb"], WorkerVerb.Command, TimeSpan.FromSeconds(20));
        var claim = new ClaimQuery("rallies", $"SELECT unit_id FROM events WHERE {name} = 'rally'", Measure.Count);
        var reading = events.Read(claim);
        Assert.Empty(reading.Problems);
        Assert.Equal((1m, 1m), (reading.Low!.Value.Number, reading.High!.Value.Number));
        Assert.Single(events.Evidence(claim, 3, out _));
        Assert.Empty(events.Query($"SELECT {name} FROM events").Problems);
    }

    [Fact]
    public void A_reading_carries_its_ends_and_what_is_unread()
    {
        var reading = tables.Read(Fines);
        Assert.Empty(reading.Problems);
        Assert.Equal((10m, 310m), (reading.Low!.Value.Number, reading.High!.Value.Number));
        Assert.Equal((1, 2, 1), (reading.Confirmed, reading.Rows, reading.Unread));
        Assert.Equal(("rulings", "RUB"), (reading.Kind, reading.Currency));
        Assert.Equal(["outcome", "fine_rub"], reading.Reads);
    }

    [Fact]
    public void Evidence_shows_confirmed_units_first_with_the_quotes_of_what_was_read()
    {
        var rows = tables.Evidence(Fines, 10, out var total);
        Assert.Equal(2, total);
        Assert.Equal(["r000000000000001", "r000000000000002"], rows.Select(r => r.UnitId));
        Assert.Equal([true, false], rows.Select(r => r.Confirmed));
        Assert.Equal([10m, 300m], rows.Select(r => r.Amount));
        Assert.Equal(["outcome", "fine_rub", "fine_rub"], rows[1].Cells.Select(c => c.Variable));
        Assert.Equal(("quote of fine", "before", "after", 1), (rows[1].Cells[0].Quote, rows[1].Cells[0].Prefix, rows[1].Cells[0].Suffix, rows[1].Cells[0].Page));
        Assert.Single(tables.Evidence(Fines, 1, out total));
        Assert.Equal(2, total);
    }

    [Theory]
    [InlineData("CREATE TEMP VIEW rulings AS SELECT 'x' AS unit_id")]
    [InlineData("SELECT repeat('a', 4000000000)")]
    [InlineData("SELECT levenshtein(repeat('a', 100000), repeat('b', 100000))")]
    [InlineData("SELECT * FROM read_csv('/etc/passwd')")]
    [InlineData("SET enable_external_access = true")]
    [InlineData("SELECT sum(x) FROM (SELECT unnest(range(1000000000)) AS x)")]
    [InlineData("WITH RECURSIVE r AS (SELECT 1 AS x UNION ALL SELECT x + 1 FROM r) SELECT max(x) FROM r")]
    [InlineData("SELECT count(*) FROM rulings a, range(1000000) b, range(1000000) c, range(1000000) d WHERE a.days > b.range")]
    [InlineData("SELECT list(x) FROM (SELECT unnest(range(400000000)) AS x)")]
    public void A_hostile_query_ends_and_the_next_claim_is_read_as_before(string sql)
    {
        using var quick = new TablesProcess(folder["tables.duckdb"], WorkerVerb.Command, TimeSpan.FromSeconds(3));
        var result = quick.Query(sql);
        var rows = result.Rows.Take(10).Count();
        Assert.True(result.Problems.Count > 0 || rows > 0);
        Assert.All(result.Problems, p => Assert.StartsWith("CHK1", p.Code, StringComparison.Ordinal));
        Assert.Equal(310m, tables.Read(Fines).High!.Value.Number);
    }

    [Fact]
    public void A_worker_that_was_killed_is_started_again()
    {
        using var quick = new TablesProcess(folder["tables.duckdb"], WorkerVerb.Command, TimeSpan.FromSeconds(3));
        var result = quick.Query("WITH RECURSIVE r AS (SELECT 1 AS x UNION ALL SELECT x + 1 FROM r) SELECT max(x) FROM r");
        Assert.Equal("CHK132", Assert.Single(result.Problems).Code);
        Assert.Single(quick.Query("SELECT unit_id FROM rulings WHERE outcome_status = 'not-stated'").Rows);
    }

    [Fact]
    public void The_engine_itself_refuses_files_settings_and_writes()
    {
        using var open = TablesConnection.Open(folder["tables.duckdb"]);
        using var connection = open.Connect();
        foreach (var sql in new[]
        {
            "SELECT * FROM read_text('/etc/hostname')", "COPY (SELECT 1) TO '/tmp/plumb-test-x.csv'", "ATTACH ':memory:' AS m", "SET threads = 4", "RESET memory_limit", "INSTALL httpfs",
            "INSERT INTO store.rulings(unit_id) VALUES ('x')", "CREATE TABLE main.x(i INTEGER)", "SET enable_external_access = true",
        })
        {
            Assert.ThrowsAny<DuckDBException>(() => TablesSchema.Rows(connection, sql));
        }
    }

    [Fact]
    public void Values_come_out_as_they_are()
    {
        var result = tables.Query("SELECT unit_id, fine_rub, decided_on, provisions, outcome, 9007199254740993 AS big, 1.10 AS exact, 170141183460469231731687303715884105727 AS huge FROM rulings ORDER BY unit_id");
        var rows = result.Rows.ToList();
        Assert.Empty(result.Problems);
        Assert.Equal("10.00", rows[0][1].GetRawText());
        Assert.Equal("2016-02-29", rows[2][2].GetString());
        Assert.Equal("""["a","b"]""", rows[1][3].GetRawText());
        Assert.Equal(("\"fine\"", "9007199254740993", "1.10", "170141183460469231731687303715884105727"),
            (rows[0][4].GetRawText(), rows[0][5].GetRawText(), rows[0][6].GetRawText(), rows[0][7].GetRawText()));
        Assert.Equal(JsonValueKind.Null, rows[3][1].ValueKind);
    }

    [Fact]
    public void Many_rows_come_in_batches_and_are_cut_off_with_a_warning()
    {
        var result = tables.Query("SELECT i, 'some words' AS w FROM range(10000) AS t(i)", new QueryLimits { Rows = 7000 });
        Assert.Equal(7000, result.Rows.Count());
        Assert.Equal("CHK136", Assert.Single(result.Problems).Code);
        Assert.Equal(10_000, tables.Query("SELECT i FROM range(10000) AS t(i)").Rows.Count());
    }

    [Fact]
    public void Formulas_in_csv_are_made_plain_text()
    {
        var text = new StringWriter();
        QueryFormats.WriteCsv(tables.Query("SELECT court, -5 AS n, 'a,\"b\"' AS q, NULL AS e FROM rulings WHERE court IS NOT NULL"), text);
        Assert.Equal("court,n,q,e\r\n'=cmd|' /C calc'!A0,-5,\"a,\"\"b\"\"\",\r\n", text.ToString());
        text = new StringWriter();
        QueryFormats.WriteCsv(tables.Query("SELECT court FROM rulings WHERE court IS NOT NULL"), text, raw: true);
        Assert.Equal("court\r\n=cmd|' /C calc'!A0\r\n", text.ToString());
    }

    [Fact]
    public void Json_and_parquet_hold_the_same_rows()
    {
        const string Sql = "SELECT unit_id, fine_rub, decided_on, provisions, days FROM rulings ORDER BY unit_id";
        using var json = new MemoryStream();
        QueryFormats.WriteJson(tables.Query(Sql), json);
        Assert.Equal("""{"unit_id":"r000000000000001","fine_rub":10.00,"decided_on":null,"provisions":null,"days":null}""",
            JsonElement.Parse(json.ToArray())[0].GetRawText());
        QueryFormats.WriteParquet(tables.Query(Sql), folder["out.parquet"]);
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        var rows = TablesSchema.Rows(connection, $"SELECT unit_id, fine_rub, CAST(decided_on AS VARCHAR), provisions[2], typeof(days) FROM '{folder["out.parquet"]}' ORDER BY unit_id");
        Assert.Equal(10m, rows[0][1]);
        Assert.Equal(("2016-02-29", "b", "BIGINT"), ((string)rows[2][2]!, (string)rows[1][3]!, (string)rows[0][4]!));
    }
}
