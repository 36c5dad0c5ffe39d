using System.Text;
using Plumbline.Claims;
using Plumbline.Claims.Sql;
using Plumbline.Evidence;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Claims.Sql;

public sealed class GateTests
{
    private static readonly string[] RefusedClaims =
    [
        "SELEC unit_id FROM rulings", "SELECT unit_id FROM rulings WHERE outcome = 'fine", "DELETE FROM rulings", "SELECT 1; SELECT 2", "CREATE TEMP VIEW rulings AS SELECT 1",
        "CALL enable_profiling()", "SET search_path = 'possible'", "SELECT unit_id FROM ruling", "SELECT unit_id FROM confirmed.rulings", "SELECT unit_id FROM possible.rulings",
        "SELECT unit_id FROM rulings_codings", "SELECT unit_id FROM rulings WHERE outcom = 'fine'", "SELECT unit_id FROM rulings WHERE outcome = 'fien'",
        "SELECT unit_id FROM rulings WHERE outcome_status = 'notstated'", "SELECT unit_id FROM rulings WHERE outcome <> 'fine'", "SELECT unit_id FROM rulings WHERE NOT outcome = 'fine'",
        "SELECT unit_id\nFROM rulings\nWHERE outcome NOT IN ('fine', 'arrest')", "SELECT unit_id FROM rulings WHERE outcome IS NULL", "SELECT unit_id FROM rulings WHERE outcome IS DISTINCT FROM 'fine'",
        "SELECT unit_id FROM rulings WHERE court NOT LIKE 'T%'", "SELECT unit_id FROM rulings WHERE NOT (days > 5 AND days < 9)", "SELECT unit_id FROM rulings WHERE days NOT BETWEEN 1 AND 2",
        "SELECT unit_id FROM rulings r WHERE NOT EXISTS (SELECT 1 FROM courts k WHERE k.name = r.court)", "SELECT unit_id FROM rulings WHERE court NOT IN (SELECT name FROM courts)",
        "SELECT unit_id FROM rulings EXCEPT SELECT unit_id FROM rulings WHERE outcome = 'fine'", "SELECT r.unit_id FROM rulings r LEFT JOIN courts k ON k.name = r.court", "SELECT r.unit_id FROM rulings r ANTI JOIN courts k ON k.name = r.court",
        "SELECT unit_id FROM rulings LIMIT 5", "SELECT unit_id FROM rulings GROUP BY unit_id HAVING count(*) > 1", "SELECT unit_id FROM rulings QUALIFY row_number() OVER () = 1",
        "SELECT unit_id, row_number() OVER () AS amount FROM rulings", "SELECT DISTINCT ON (court) unit_id FROM rulings", "SELECT count(*) FROM rulings", "SELECT unit_id, sum(days) AS amount FROM rulings GROUP BY unit_id",
        "SELECT * FROM rulings", "SELECT unit_id, court FROM rulings", "SELECT court AS unit_id FROM rulings", "SELECT unit_id FROM rulings WHERE coalesce(days, 0) < 5", "SELECT unit_id FROM rulings WHERE CASE WHEN days > 5 THEN TRUE ELSE FALSE END",
        "SELECT unit_id FROM rulings WHERE days > (SELECT avg(days) FROM rulings)", "SELECT unit_id FROM rulings WHERE len(provisions) < 2", "SELECT unit_id FROM rulings WHERE provisions[1] = 'a'", "SELECT unit_id FROM rulings WHERE outcome < 'fine'",
        "SELECT unit_id FROM rulings WHERE within(outcome, '2016-01-01', '2016-12-31')", "SELECT unit_id FROM rulings WHERE lower(court) = repeat('a', 4000000000)", "SELECT unit_id FROM rulings WHERE levenshtein(court, 'a') < 3",
        "SELECT unit_id FROM rulings WHERE random() < 0.5", "SELECT unit_id FROM rulings TABLESAMPLE 10%", "SELECT unit_id FROM read_csv('/etc/passwd')", "SELECT unit_id FROM '/etc/passwd'", "SELECT unit_id FROM query('SELECT 1')",
        "SELECT unit_id FROM duckdb_settings()", "WITH RECURSIVE r AS (SELECT unit_id FROM rulings UNION ALL SELECT unit_id FROM r) SELECT unit_id FROM r", "WITH rulings AS (SELECT unit_id FROM courts) SELECT unit_id FROM rulings",
        "SELECT unit_id FROM rulings WHERE days = $1", "SELECT a.unit_id FROM rulings a JOIN rulings b ON a.court = b.court AND a.unit_id < b.unit_id", "SELECT r.unit_id FROM rulings r NATURAL JOIN courts k", "SELECT unit_id FROM rulings, range(1000000000)",
        "SELECT unit_id FROM rulings UNION SELECT unit_id FROM courts", "SELECT unit_id FROM rulings WHERE (days = 1) = FALSE",
    ];

    private static readonly string[] RefusedQueries =
    [
        "COPY rulings TO '/tmp/x'", "ATTACH 'x.db'", "INSTALL httpfs", "PRAGMA database_list", "SELECT * FROM rulings; DROP TABLE rulings", "SELECT * FROM store.rulings", "SELECT * FROM tables.main.rulings",
        "SELECT * FROM duckdb_settings()", "SELECT * FROM read_text('/etc/passwd')", "SELECT * FROM glob('*')", "SELECT * FROM sqlite_master", "SELECT getvariable('x')", "SELECT random()", "SELECT repeat('a', 4000000000)",
        "SELECT levenshtein(court, 'x') FROM rulings", "SELECT * FROM query_table('rulings')", "SELECT json_execute_serialized_sql('x')", "SELECT main.random()", "SELECT outcme FROM rulings", "SELECT * FROM rulings USING SAMPLE 3",
        "DESCRIBE rulings", "SHOW TABLES", "SELECT * FROM rulings PIVOT (count(*) FOR outcome IN ('fine'))", "SELECT x::TIMESTAMPTZ FROM (SELECT 1 AS x)", "VALUES (pg_sleep(1))", "SELECT current_setting('threads')",
    ];

    private static readonly string[] TakenQueries =
    [
        "SELECT outcome, count(*) AS n FROM rulings GROUP BY outcome HAVING count(*) > 0 ORDER BY n DESC LIMIT 3", "SELECT r.*, row_number() OVER (PARTITION BY court ORDER BY days) AS n FROM rulings r LEFT JOIN courts k ON k.name = r.court WHERE k.name IS NULL",
        "WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n WHERE i < 5) SELECT i FROM n", "SELECT value, quote FROM rulings_codings WHERE variable = 'outcome'", "SELECT p, count(*) FROM rulings, unnest(provisions) AS u(p) GROUP BY p",
        "SELECT list_filter(provisions, lambda p: p <> 'a') FROM rulings", "SELECT CASE WHEN days > 5 THEN 'long' ELSE 'short' END AS l, coalesce(court, '') FROM rulings EXCEPT SELECT 'x', 'y'", "SELECT year(decided_on), sum(fine_rub) FROM rulings GROUP BY ALL",
        "VALUES (1), (2)", "SELECT i FROM range(3) AS t(i)",
    ];

    [Fact]
    public void A_claim_is_refused_with_the_place_and_what_to_write_instead()
    {
        using var tables = Small();
        Golden.Verify(Describe(RefusedClaims, sql => new ClaimRunner(tables.Connection, tables.Schema).Read(new ClaimQuery("c", sql, Measure.Count)).Problems));
    }

    [Fact]
    public void A_query_is_refused_when_it_reaches_beyond_the_tables()
    {
        using var tables = Small();
        Golden.Verify(Describe(RefusedQueries, sql =>
        {
            var problems = new List<Problem>();
            return SqlTree.Parse(tables.Connection, sql, problems) is { } tree && QueryGate.Check(tree, tables.Schema, problems) ? [] : problems;
        }));
    }

    [Fact]
    public void A_query_can_do_all_that_a_select_can()
    {
        using var tables = Small();
        foreach (var sql in TakenQueries)
        {
            var problems = new List<Problem>();
            Assert.True(SqlTree.Parse(tables.Connection, sql, problems) is { } tree && QueryGate.Check(tree, tables.Schema, problems), $"{sql}: {problems.FirstOrDefault()}");
            TablesSchema.Rows(tables.Connection, sql);
        }
    }

    [Fact]
    public void Twenty_thousand_unions_are_too_long_and_three_hundred_brackets_too_deep()
    {
        using var tables = Small();
        var runner = new ClaimRunner(tables.Connection, tables.Schema);
        var unions = string.Join(" UNION ", Enumerable.Repeat("SELECT 1", 20_000));
        Assert.Equal("CHK104", Assert.Single(runner.Read(new ClaimQuery("c", unions, Measure.Count)).Problems).Code);
        var many = runner.Read(new ClaimQuery("c", string.Join(" UNION ", Enumerable.Repeat("SELECT 1", 1000)), Measure.Count)).Problems;
        Assert.InRange(many.Count, 1, 20);
        var nested = $"SELECT unit_id FROM rulings WHERE {string.Concat(Enumerable.Repeat("lower(", 300))}court{new string(')', 300)} = 'a'";
        Assert.Equal("CHK105", Assert.Single(runner.Read(new ClaimQuery("c", nested, Measure.Count)).Problems).Code);
    }

    [Fact]
    public void Amounts_must_fit_the_measure()
    {
        using var tables = Small();
        string Code(string sql, Measure measure) => new ClaimRunner(tables.Connection, tables.Schema).Read(new ClaimQuery("c", sql, measure)).Problems.FirstOrDefault()?.Code ?? "";
        Assert.Equal("CHK115", Code("SELECT unit_id FROM rulings", Measure.Sum));
        Assert.Equal("CHK117", Code("SELECT unit_id, court AS amount FROM rulings", Measure.Sum));
        Assert.Equal("CHK117", Code("SELECT unit_id, days AS amount FROM rulings", Measure.First));
        Assert.Equal("CHK117", Code("WITH k AS (SELECT unit_id, decided_on AS amount FROM rulings) SELECT unit_id, amount FROM k", Measure.First));
        Assert.Equal("CHK122", Code("SELECT unit_id FROM rulings", Measure.Share));
        Assert.Equal("CHK118", Code("SELECT unit_id, days - 100 AS amount FROM rulings", Measure.Sum));
        Assert.Equal("", Code("SELECT unit_id, decided_on AS amount FROM rulings WHERE file <> 'x' AND unit_id NOT IN ('y')", Measure.Last));
    }

    internal static OpenTables Small() => new(
        new SmallKind(SmallClaims.Rulings, [new SmallUnit("r000000000000001", new() { ["outcome"] = new(true, "fine"), ["days"] = new(true, "5"), ["provisions"] = new(true, "a|b") })]),
        new SmallKind(SmallClaims.Courts, [new SmallUnit("c000000000000001", [])]));

    private static string Describe(IEnumerable<string> queries, Func<string, IReadOnlyList<Problem>> run)
    {
        var text = new StringBuilder();
        foreach (var sql in queries)
        {
            var problem = run(sql).FirstOrDefault();
            text.Append(sql.Replace('\n', ' ')).Append('\n');
            text.Append(problem is null ? "  TAKEN\n" : $"  {problem.Code} {problem.Place.Line}:{problem.Place.Column} {problem.Sentence}\n  {Cut(problem.Try)}\n");
        }

        return text.ToString();
    }

    private static string Cut(string text) => text.Length <= 110 ? text : text[..110] + "…";
}
