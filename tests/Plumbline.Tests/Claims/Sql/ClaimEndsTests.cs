using CsCheck;
using DuckDB.NET.Data;
using Plumbline.Claims;
using Plumbline.Claims.Sql;

namespace Plumbline.Tests.Claims.Sql;

/// <summary>The heart of the claims: a figure falls between its ends however what is open is settled.</summary>
public sealed class ClaimEndsTests
{
    private const int ClaimsAModel = 8, WorldsAClaim = 60;

    [Fact]
    public void However_codings_and_merges_are_settled_the_figure_falls_between_its_ends() =>
        Gen.Int[0, int.MaxValue - 1].Sample(seed => Check(seed, merges: true), iter: 12, threads: 1);

    [Fact]
    public void Without_open_merges_the_figure_falls_between_its_ends() =>
        Gen.Int[0, int.MaxValue - 1].Sample(seed => Check(seed, merges: false), iter: 12, threads: 1);

    [Fact]
    public void When_all_is_settled_the_ends_meet_in_the_figure() => Gen.Int[0, int.MaxValue - 1].Sample(seed =>
    {
        var random = new Random(seed);
        var (rulings, courts) = (SmallClaims.Units(SmallClaims.Rulings, random, 8, open: false, merges: false), SmallClaims.Units(SmallClaims.Courts, random, 3, open: false, merges: false));
        using var tables = new OpenTables(rulings, courts);
        for (var i = 0; i < ClaimsAModel; i++)
        {
            var claim = SmallClaims.Claim(random);
            var reading = tables.Read(claim.Query);
            var figure = SmallClaims.Figure(claim, SettledWorlds.Settle(rulings, random), SettledWorlds.Settle(courts, random));
            Assert.True(reading.Low == figure && reading.High == figure && reading.Unread == 0,
                $"seed {seed}: {claim.Query} is {figure}, read {reading.Low}..{reading.High}, unread {reading.Unread}");
        }
    }, iter: 10, threads: 1);

    [Fact]
    public void An_open_merge_is_sure_only_when_no_mixture_of_its_values_falls_outside()
    {
        using var tables = new OpenTables(new SmallKind(SmallClaims.Rulings,
        [
            new SmallUnit("r000000000000001", new() { ["outcome"] = new(true, "fine"), ["days"] = new(true, "5") }, Merge: 1),
            new SmallUnit("r000000000000002", new() { ["outcome"] = new(true, "arrest"), ["days"] = new(true, "15") }, Merge: 1),
        ]), new SmallKind(SmallClaims.Courts, []));
        (decimal?, decimal?) Ends(string where)
        {
            var reading = tables.Read(new ClaimQuery("c", "SELECT unit_id FROM rulings WHERE " + where, Measure.Count));
            return (reading.Low!.Value.Number, reading.High!.Value.Number);
        }

        Assert.Equal((0m, 2m), Ends("outcome = 'fine' OR days = 15"));
        Assert.Equal((1m, 2m), Ends("outcome IN ('fine', 'arrest') AND days >= 5"));
        Assert.Equal((0m, 1m), Ends("outcome = 'fine'"));
        Assert.Equal((0m, 1m), Ends("outcome = 'fine' AND days = 15"));
    }

    private static void Check(int seed, bool merges)
    {
        var random = new Random(seed);
        var (rulings, courts) = (SmallClaims.Units(SmallClaims.Rulings, random, 6, open: true, merges), SmallClaims.Units(SmallClaims.Courts, random, 3, open: true, merges));
        using var tables = new OpenTables(rulings, courts);
        for (var i = 0; i < ClaimsAModel; i++)
        {
            var claim = SmallClaims.Claim(random);
            var reading = tables.Read(claim.Query);
            for (var world = 0; world < WorldsAClaim; world++)
            {
                if (SmallClaims.Figure(claim, SettledWorlds.Settle(rulings, random), SettledWorlds.Settle(courts, random)) is not { } figure)
                {
                    continue;
                }

                Assert.True(IsWithin(figure, reading), $"seed {seed}: {claim.Query} is {figure}, read {reading.Low}..{reading.High}");
            }
        }
    }

    // An end that is null doesn't bound; but with no possible unit at all there is no figure.
    private static bool IsWithin(ClaimValue figure, ClaimReading reading) => figure.Day is { } day
        ? (reading.Low?.Day ?? DateOnly.MinValue) <= day && day <= (reading.High?.Day ?? DateOnly.MaxValue)
        : (reading.Low?.Number ?? decimal.MinValue) <= figure.Number && figure.Number <= (reading.High?.Number ?? decimal.MaxValue);
}

/// <summary>A small model's tables in memory, with a reader in this process.</summary>
internal sealed class OpenTables : IDisposable
{
    private readonly DuckDBConnection connection = new("Data Source=:memory:");
    private readonly ClaimRunner runner;

    public OpenTables(params IReadOnlyList<SmallKind> kinds)
    {
        connection.Open();
        SmallTables.Write(connection, kinds);
        Schema = TablesSchema.Load(connection);
        runner = new ClaimRunner(connection, Schema);
    }

    public DuckDBConnection Connection => connection;

    public TablesSchema Schema { get; }

    public ClaimReading Read(ClaimQuery claim)
    {
        var reading = runner.Read(claim);
        Assert.True(reading.Problems.Count == 0, $"{claim}: {string.Join("; ", reading.Problems.Select(p => p.Sentence))}");
        return reading;
    }

    public void Dispose() => connection.Dispose();
}
