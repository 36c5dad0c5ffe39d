using Plumbline.Evidence;

namespace Plumbline.Tests.Claims.Sql;

/// <summary>
/// One way of settling all that is open: each open coding to one of its values or to nothing, each open merge to some
/// partition of its units, each value in dispute between merged units to one of theirs, each date to a day.
/// </summary>
internal static class SettledWorlds
{
    public static List<Dictionary<string, string?>> Settle(SmallKind kind, Random random)
    {
        var worlds = kind.Units.Select(u => (u.Merge, Values: kind.Kind.Variables.ToDictionary(v => v.Name, v => Choose(u[v.Name], v, random)))).ToList();
        var result = worlds.Where(w => w.Merge == 0).Select(w => w.Values).ToList();
        foreach (var merge in worlds.Where(w => w.Merge > 0).GroupBy(w => w.Merge))
        {
            foreach (var same in merge.GroupBy(_ => random.Next(merge.Count())))
            {
                var members = same.Select(s => s.Values).ToArray();
                result.Add(kind.Kind.Variables.ToDictionary(v => v.Name, v => v.Multiple && random.Next(2) == 0
                    ? Union(members.Select(m => m[v.Name])) : members[random.Next(members.Length)][v.Name]));
            }
        }

        foreach (var unit in result)
        {
            foreach (var variable in kind.Kind.Variables.Where(v => v.Type == VariableType.Date))
            {
                if (unit[variable.Name] is { } text && CivilDate.TryParse(text, out var date))
                {
                    var days = date.To.DayNumber - date.From.DayNumber;
                    var day = random.Next(3) switch { 0 => 0, 1 => days, _ => random.Next(days + 1) };
                    unit[variable.Name] = CivilDate.Day(date.From.AddDays(day)).ToString();
                }
            }
        }

        return result;
    }

    private static string? Union(IEnumerable<string?> lists)
    {
        var given = lists.Where(l => l is not null).ToList();
        return given.Count == 0 ? null : string.Join('|', given.SelectMany(g => g!.Split('|', StringSplitOptions.RemoveEmptyEntries)).Distinct());
    }

    private static string? Choose(Known known, Variable variable, Random random)
    {
        if (known.Values.Length == 0)
        {
            return null;
        }

        if (known.IsSettled)
        {
            return known.Values[0];
        }

        var chosen = random.Next(known.Values.Length + 1);
        return chosen == known.Values.Length ? null
            : variable.Multiple && random.Next(3) == 0 ? Union(known.Values) : known.Values[chosen];
    }
}
