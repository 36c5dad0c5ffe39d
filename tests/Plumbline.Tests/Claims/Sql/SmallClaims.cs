using System.Globalization;
using Plumbline.Claims;
using Plumbline.Evidence;

namespace Plumbline.Tests.Claims.Sql;

/// <summary>A condition with its SQL and its plain meaning over one settled ruling and all settled courts.</summary>
internal sealed record Condition(string Sql, Func<IReadOnlyDictionary<string, string?>, bool> Holds);

/// <summary>A claim with its plain meaning.</summary>
internal sealed record SmallClaim(
    ClaimQuery Query, Func<IReadOnlyDictionary<string, string?>, IReadOnlyList<Dictionary<string, string?>>, bool> Part,
    Func<IReadOnlyDictionary<string, string?>, bool> Whole, string AmountOf);

/// <summary>Rulings and courts, in random states, and random claims about them.</summary>
internal static class SmallClaims
{
    public static readonly UnitKind Rulings = new("rulings",
    [
        new Variable { Name = "outcome", Type = VariableType.Category, Values = [new("fine", ""), new("arrest", ""), new("other", "")] },
        new Variable { Name = "fine_rub", Type = VariableType.Money, Currency = "RUB" },
        new Variable { Name = "days", Type = VariableType.Integer },
        new Variable { Name = "decided_on", Type = VariableType.Date },
        new Variable { Name = "provisions", Type = VariableType.Category, Multiple = true, Values = [new("a", ""), new("b", ""), new("c", "")] },
        new Variable { Name = "court", Type = VariableType.Text },
    ]);

    public static readonly UnitKind Courts = new("courts",
    [
        new Variable { Name = "name", Type = VariableType.Text },
        new Variable { Name = "region", Type = VariableType.Category, Values = [new("north", ""), new("south", "")] },
    ]);

    private static readonly Dictionary<string, string[]> Values = new()
    {
        ["outcome"] = ["fine", "arrest", "other"], ["fine_rub"] = ["0 RUB", "10 RUB", "20.5 RUB", "300 RUB"], ["days"] = ["1", "5", "15"],
        ["decided_on"] = ["2016-01-15", "2016-02", "2016-03-01", "2016", "2016-02-20/2016-03-05"], ["provisions"] = ["a", "b", "a|b", "c"],
        ["court"] = ["Tver", "Omsk"], ["name"] = ["Tver", "Omsk"], ["region"] = ["north", "south"],
    };

    public static SmallKind Units(UnitKind kind, Random random, int most, bool open, bool merges)
    {
        var count = random.Next(1, most + 1);
        return new SmallKind(kind, Enumerable.Range(0, count).Select(i => new SmallUnit(
            $"{kind.Table[..1]}{i:000000000000000}",
            kind.Variables.ToDictionary(v => v.Name, v => State(Values[v.Name], v, random, open)),
            merges && random.Next(2) == 0 ? random.Next(1, 3) : 0)).ToList());
    }

    /// <summary>A value that a variable can take, settled to the day.</summary>
    public static string AnyValue(string variable, Random random)
    {
        var days = Values[variable].Where(v => variable != "decided_on" || v.Length == 10).ToArray();
        return days[random.Next(days.Length)];
    }

    private static Known State(string[] values, Variable variable, Random random, bool open)
    {
        if (!open)
        {
            var days = values.Where(v => variable.Type != VariableType.Date || v.Length == 10).ToArray();
            return random.Next(6) == 0 ? new Known(true) : new Known(true, days[random.Next(days.Length)]);
        }

        return random.Next(8) switch
        {
            0 => new Known(true),
            1 => new Known(false),
            2 or 3 or 4 => new Known(true, values[random.Next(values.Length)]),
            5 or 6 => new Known(false, values[random.Next(values.Length)]),
            _ => new Known(false, [.. values.OrderBy(_ => random.Next()).Take(random.Next(2, values.Length + 1))]),
        };
    }

    public static SmallClaim Claim(Random random)
    {
        var measure = (Measure)random.Next(8);
        var isDate = measure is Measure.First or Measure.Last;
        var amount = isDate ? "decided_on" : random.Next(2) == 0 ? "fine_rub" : "days";
        var items = measure is Measure.Count or Measure.Exists or Measure.Share ? "r.unit_id" : $"r.unit_id, r.{amount} AS amount";
        var condition = Any(random, 2);
        var whole = Any(random, 1);
        var region = random.Next(2) == 0 ? "north" : "south";
        bool Joined(IReadOnlyDictionary<string, string?> ruling, IReadOnlyList<Dictionary<string, string?>> courts) =>
            courts.Any(c => c["name"] is { } name && name == ruling["court"] && c["region"] == region);
        var second = Any(random, 1);
        (string Sql, Func<IReadOnlyDictionary<string, string?>, IReadOnlyList<Dictionary<string, string?>>, bool> Part) shape = random.Next(10) switch
        {
            0 => ($"SELECT {items} FROM rulings r JOIN courts k ON k.name = r.court AND k.region = '{region}' WHERE {condition.Sql}", (r, c) => condition.Holds(r) && Joined(r, c)),
            1 => ($"SELECT {items} FROM rulings r WHERE {condition.Sql} AND EXISTS (SELECT 1 FROM courts k WHERE k.name = r.court AND k.region = '{region}')", (r, c) => condition.Holds(r) && Joined(r, c)),
            2 => ($"SELECT {items} FROM rulings r WHERE {condition.Sql} AND r.court IN (SELECT name FROM courts WHERE region = '{region}')", (r, c) => condition.Holds(r) && Joined(r, c)),
            3 => ($"SELECT {items} FROM rulings r WHERE {condition.Sql} UNION SELECT {items} FROM rulings r WHERE {second.Sql}", (r, _) => condition.Holds(r) || second.Holds(r)),
            4 => ($"WITH k AS (SELECT unit_id FROM rulings r WHERE {second.Sql}) SELECT {items} FROM rulings r JOIN k USING (unit_id) WHERE {condition.Sql}".Replace("SELECT r.unit_id", "SELECT r.unit_id", StringComparison.Ordinal),
                (r, _) => condition.Holds(r) && second.Holds(r)),
            5 => ($"SELECT {items} FROM rulings r, unnest(r.provisions) AS u(p) WHERE p = 'a' AND {condition.Sql}", (r, _) => condition.Holds(r) && Has(r, "a")),
            6 when !isDate => ($"SELECT {items} FROM rulings r WHERE {condition.Sql} GROUP BY ALL", (r, _) => condition.Holds(r)),
            _ => ($"SELECT {items} FROM rulings r WHERE {condition.Sql}", (r, _) => condition.Holds(r)),
        };
        return new SmallClaim(new ClaimQuery("c", shape.Sql, measure, measure == Measure.Share ? $"SELECT unit_id FROM rulings r WHERE {whole.Sql}" : null), shape.Part, whole.Holds, amount);
    }

    private static bool Has(IReadOnlyDictionary<string, string?> ruling, string key) => ruling["provisions"]?.Split('|').Contains(key) == true;

    private static Condition Any(Random random, int depth)
    {
        if (depth > 0 && random.Next(3) > 0)
        {
            var (a, b) = (Any(random, depth - 1), Any(random, depth - 1));
            return random.Next(3) == 0 ? new($"({a.Sql} OR {b.Sql})", r => a.Holds(r) || b.Holds(r)) : new($"({a.Sql} AND {b.Sql})", r => a.Holds(r) && b.Holds(r));
        }

        var day = new[] { "2016-01-15", "2016-02-10", "2016-02-29", "2016-03-01", "2016-12-31" }[random.Next(5)];
        var later = new[] { "2016-03-01", "2016-03-31", "2016-12-31" }[random.Next(3)];
        var key = Values["outcome"][random.Next(3)];
        var number = random.Next(0, 20);
        return random.Next(14) switch
        {
            0 or 1 => new($"r.outcome = '{key}'", r => r["outcome"] == key),
            2 => new($"outcome IN ('{key}', 'other')", r => r["outcome"] == key || r["outcome"] == "other"),
            3 => new($"r.fine_rub >= {number}", r => Number(r["fine_rub"]) >= number),
            4 => new($"{number} > days", r => Number(r["days"]) < number),
            5 => new($"days BETWEEN {number - 10} AND {number}", r => Number(r["days"]) >= number - 10 && Number(r["days"]) <= number),
            6 => new("list_contains(provisions, 'a')", r => Has(r, "a")),
            7 => new("list_has_all(r.provisions, ['a', 'b'])", r => Has(r, "a") && Has(r, "b")),
            8 => new($"within(r.decided_on, DATE '{day}', DATE '{later}')", r => Day(r) >= Date(day) && Day(r) <= Date(later)),
            9 => new($"decided_on >= DATE '{day}'", r => Day(r) >= Date(day)),
            10 => new($"r.decided_on < '{day}'", r => Day(r) < Date(day)),
            11 => new($"decided_on BETWEEN '{day}' AND '{later}'", r => Day(r) >= Date(day) && Day(r) <= Date(later)),
            12 => new("r.fine_rub < r.days", r => Number(r["fine_rub"]) < Number(r["days"])),
            _ => new("outcome IS NOT NULL", r => r["outcome"] is not null),
        };
    }

    private static DateOnly? Day(IReadOnlyDictionary<string, string?> ruling) => ruling["decided_on"] is { } text ? Date(text) : null;

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static decimal? Number(string? text) => text is null ? null : decimal.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture);

    /// <summary>The figure in a settled world; null where it doesn't exist.</summary>
    public static ClaimValue? Figure(SmallClaim claim, IReadOnlyList<Dictionary<string, string?>> rulings, IReadOnlyList<Dictionary<string, string?>> courts)
    {
        var units = rulings.Where(r => claim.Part(r, courts)).ToList();
        var numbers = units.Select(u => Number(claim.AmountOf == "decided_on" ? null : u[claim.AmountOf])).Where(n => n is not null).ToList();
        var days = units.Select(Day).Where(d => d is not null).ToList();
        var whole = claim.Query.Measure == Measure.Share ? rulings.Where(claim.Whole).ToList() : [];
        return claim.Query.Measure switch
        {
            Measure.Count => new ClaimValue(units.Count),
            Measure.Exists => new ClaimValue(units.Count > 0 ? 1 : 0),
            Measure.Sum => new ClaimValue(numbers.Sum()),
            Measure.Min => numbers.Count == 0 ? null : new ClaimValue(numbers.Min()),
            Measure.Max => numbers.Count == 0 ? null : new ClaimValue(numbers.Max()),
            Measure.First => days.Count == 0 ? null : new ClaimValue(null, days.Min()),
            Measure.Last => days.Count == 0 ? null : new ClaimValue(null, days.Max()),
            _ => whole.Count == 0 ? null : new ClaimValue((decimal)whole.Count(w => claim.Part(w, courts)) / whole.Count),
        };
    }
}
