using DuckDB.NET.Data;
using Plumbline.Claims;
using Plumbline.Claims.Sql;
using Plumbline.Claims.Suggestions;
using Plumbline.Evidence;
using Plumbline.Tests.Claims.Sql;

namespace Plumbline.Tests.Claims.Suggestions;

public sealed class SimpleCountsTests
{
    private static readonly UnitKind Kind = new("rulings",
    [
        new Variable { Name = "outcome", Type = VariableType.Category, Values = [new CategoryValue("fine", "Штраф"), new CategoryValue("arrest", "Арест")] },
        new Variable { Name = "video", Type = VariableType.YesNo },
        new Variable { Name = "articles", Type = VariableType.Category, Multiple = true, Values = [new CategoryValue("a", "A"), new CategoryValue("b", "B")] },
        new Variable { Name = "decided_on", Type = VariableType.Date },
        new Variable { Name = "court", Type = VariableType.Text },
        new Variable { Name = "fine_rub", Type = VariableType.Money, Currency = "RUB" },
        new Variable { Name = "paid", Type = VariableType.Money },
    ]);

    [Fact]
    public void Every_count_is_what_its_claim_reads_when_all_is_settled()
    {
        var dice = new Random(5);
        var units = Enumerable.Range(0, 60).Select(i => new SmallUnit($"u{i:00}", new Dictionary<string, Known>
        {
            ["outcome"] = new(true, dice.Next(2) == 0 ? "fine" : "arrest"),
            ["video"] = new(true, dice.Next(3) == 0 ? "yes" : "no"),
            ["articles"] = dice.Next(4) == 0 ? new(true) : new(true, dice.Next(2) == 0 ? "a" : "a|b"),
            ["decided_on"] = new(true, dice.Next(4) == 0 ? "2020" : $"202{dice.Next(2)}-0{1 + dice.Next(3)}-15"),
            ["court"] = new(true, dice.Next(5) == 0 ? $"alone {i}" : "O'Court"),
            ["fine_rub"] = dice.Next(3) == 0 ? new(true) : new(true, $"{100 * dice.Next(1, 9)} RUB"),
            ["paid"] = new(true, $"{dice.Next(1, 9)} {(dice.Next(2) == 0 ? "USD" : "EUR")}"),
        })).ToList();
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        SmallTables.Write(connection, new SmallKind(Kind, units));
        var schema = TablesSchema.Load(connection);
        var cells = new SimpleCountRows(connection, schema.Find("rulings")!, Kind.Variables.Select(v => v.Name).ToHashSet()).Read();
        var counts = SimpleCounts.Of(Kind, cells).Where(c => c.Measure is SimpleMeasure.Count or SimpleMeasure.Sum or SimpleMeasure.Min or SimpleMeasure.Max or SimpleMeasure.Share).ToList();
        Assert.True(counts.Count > 150, $"{counts.Count}");
        var runner = new ClaimRunner(connection, schema);
        foreach (var count in counts)
        {
            var reading = runner.Read(new ClaimQuery("x", count.Sql, Enum.Parse<Measure>(count.Measure.ToString()), count.Measure == SimpleMeasure.Share ? count.OfSql : null));
            Assert.Empty(reading.Problems);
            // A date that is a year alone may lie in any of its months: that keeps a claim open above.
            Assert.True(Math.Abs((double)(reading.Low?.Number ?? 0) - count.Settled) < 1e-9 || count.Where.Concat(count.Of).Any(w => w.Part is CountPart.Month or CountPart.Year), $"{count.InWords}: {reading.Low} and {count.Settled}");
        }

        Assert.DoesNotContain(counts, c => c.Where.Any(w => w.Value.StartsWith("alone", StringComparison.Ordinal)));
    }
}
