using System.Text.Json;
using CsCheck;
using Plumbline.Claims;
using Plumbline.Claims.Sql;
using Plumbline.Evidence;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Claims.Sql;

/// <summary>Reading many claims in few passes says what reading each alone says.</summary>
public sealed class ClaimBatchTests
{
    private const int Few = 3;

    [Fact]
    public void Claims_read_together_are_as_each_read_alone() => Gen.Select(Gen.Int[0, int.MaxValue - 1], Gen.Bool).Sample((seed, merges) =>
    {
        var random = new Random(seed);
        using var folder = new TemporaryFolder("дело 1");
        SmallTables.WriteFile(
            folder["tables.duckdb"],
            SmallClaims.Units(SmallClaims.Rulings, random, 8, open: true, merges), SmallClaims.Units(SmallClaims.Courts, random, 3, open: true, merges));
        using var tables = TablesConnection.Open(folder["tables.duckdb"]);
        using var connection = tables.Connect();
        var claims = Enumerable.Range(0, 20).Select(_ => new ForeseenClaim(SmallClaims.Claim(random).Query, random.Next(4))).ToList();
        var (readings, evidence) = Together(tables, claims);
        var runner = new ClaimRunner(connection, tables.Schema);
        for (var i = 0; i < claims.Count; i++)
        {
            var alone = runner.Read(claims[i].Query);
            Assert.True(Text(alone) == Text(readings[i]), $"seed {seed}: {claims[i].Query}: alone {Text(alone)}, together {Text(readings[i])}");
            if (claims[i].EvidenceRows > 0)
            {
                var prepared = runner.Prepare(claims[i].Query, [])!;
                var rows = new ClaimEvidence(connection, tables.Schema).Rows(prepared, claims[i].EvidenceRows, null, out var total);
                Assert.Equal(alone.Rows, total);
                Assert.True(Text(rows) == Text(evidence[i]), $"seed {seed}: {claims[i].Query}: alone {Text(rows)}, together {Text(evidence[i])}");
                Assert.Equal(Plainly(tables, prepared, claims[i].EvidenceRows), rows.Select(r => (r.UnitId, r.Confirmed)));
            }
        }
    }, iter: 3, threads: 1);

    [Fact]
    public void Settled_units_read_apart_say_what_all_read_at_once_say()
    {
        var begins = 0;
        Gen.Select(Gen.Int[0, int.MaxValue - 1], Gen.Bool, Gen.Bool).Sample((seed, open, merges) =>
        {
            var random = new Random(seed);
            using var folder = new TemporaryFolder("дело 1");
            SmallTables.WriteFile(
                folder["tables.duckdb"],
                SmallClaims.Units(SmallClaims.Rulings, random, 8, open, merges), SmallClaims.Units(SmallClaims.Courts, random, 3, open, merges));
            using var tables = TablesConnection.Open(folder["tables.duckdb"]);
            using var connection = tables.Connect();
            var schema = tables.Schema;
            ClaimRunner atOnce = new(connection, schema, new KnownUnits(connection, schema) { Apart = 1 }), apart = new(connection, schema, new KnownUnits(connection, schema) { Apart = -1 });
            using var other = tables.Connect();
            using var third = tables.Connect();
            ClaimRunner beginning = new(third, schema, new KnownUnits(third, schema) { Apart = -1, TakenOut = 1, BeginningPart = 0.4, LeastForBeginning = 0 });
            ClaimRunner[] runners = [atOnce, apart, new(connection, schema), new(other, schema, new KnownUnits(other, schema) { Apart = -1, TakenOut = 1 }), beginning];
            for (var i = 0; i < 30; i++)
            {
                var claim = SmallClaims.Claim(random).Query;
                var said = runners.Select(r => Text(r.Read(claim))).ToList();
                Assert.True(said.Distinct().Count() == 1, $"seed {seed}: {claim}:\n{string.Join('\n', said)}");
                if (atOnce.Prepare(claim, []) is { } whole && apart.Prepare(claim, []) is { } parted)
                {
                    Assert.Equal(FirstUnits.Of(connection, whole, 5), FirstUnits.Of(connection, parted, 5));
                    Assert.Equal(FirstUnits.Count(connection, whole), FirstUnits.Count(connection, parted));
                    var begun = beginning.Prepare(claim, [])!;
                    var reading = beginning.Read([begun], Few, out var settled)[0];
                    Assert.Equal(FirstUnits.Of(connection, whole, Few), FirstUnits.Of(third, begun, Few, (reading.Confirmed, reading.Rows), settled));
                    begins += begun.BeginningFlags is null ? 0 : 1;
                }
            }
        }, iter: 3, threads: 1);
        Assert.True(begins > 0, "No claim was read with its first units apart.");
    }

    [Fact]
    public void A_claim_that_fails_spoils_no_other_of_its_pass()
    {
        using var folder = new TemporaryFolder("дело 1");
        SmallTables.WriteFile(folder["tables.duckdb"], new SmallKind(SmallClaims.Rulings,
        [
            new SmallUnit("r000000000000001", new() { ["days"] = new(true, "5"), ["court"] = new(true, "Tver") }),
        ]));
        using var tables = TablesConnection.Open(folder["tables.duckdb"]);
        ForeseenClaim[] claims =
        [
            new(new ClaimQuery("a", "SELECT unit_id FROM rulings WHERE days = 5 AND court = 'Tver'", Measure.Count), 3),
            new(new ClaimQuery("b", "SELECT unit_id FROM rulings WHERE days = 5 AND CAST(court AS INTEGER) = 5", Measure.Count), 3),
            new(new ClaimQuery("c", "SELECT nothing", Measure.Count), 3),
        ];
        var (readings, evidence) = Together(tables, claims);
        Assert.Equal((1m, 1m), (readings[0].Low!.Value.Number, readings[0].High!.Value.Number));
        Assert.Single(evidence[0]);
        Assert.NotEmpty(readings[1].Problems);
        Assert.NotEmpty(readings[2].Problems);
    }

    private static (Dictionary<int, ClaimReading> Readings, Dictionary<int, IReadOnlyList<EvidenceRow>> Evidence) Together(TablesConnection tables, IReadOnlyList<ForeseenClaim> claims)
    {
        using var batch = new ClaimBatch(tables, claims);
        var (readings, evidence) = (new Dictionary<int, ClaimReading>(), new Dictionary<int, IReadOnlyList<EvidenceRow>>());
        SqlAnswer answer;
        do
        {
            answer = batch.Next();
            foreach (var read in answer.Read)
            {
                if (read.Reading is { } reading)
                {
                    readings.Add(read.Index, reading);
                }
                else
                {
                    evidence.Add(read.Index, read.Evidence!);
                }
            }
        }
        while (answer.More);
        Assert.Equal(claims.Count, readings.Count);
        return (readings, evidence);
    }

    /// <summary>The first units as one plain statement finds them.</summary>
    private static IEnumerable<(string, bool)> Plainly(TablesConnection tables, PreparedClaim claim, int limit)
    {
        using var connection = tables.Connect();
        var special = claim.IsFlat && !claim.Rows.HasSpecial ? "" : $"SELECT unit_id, c FROM ({claim.UnitFlags}) WHERE p";
        var plain = claim.IsFlat ? $"SELECT unit_id, c FROM ({claim.PlainFlags}) WHERE p" : "";
        return [.. TablesSchema.Rows(connection, $"{string.Join(" UNION ALL ", new[] { plain, special }.Where(s => s.Length > 0))} ORDER BY c DESC, unit_id LIMIT {limit}").Select(r => ((string)r[0]!, r[1] is true))];
    }

    private static string Text(object value) => JsonSerializer.Serialize(value);
}
