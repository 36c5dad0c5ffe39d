using System.Globalization;

namespace Plumbline.Tests.RealInput;

/// <summary>A row of the list as a person reads it, and figures counted from the rows in plain loops, without Plumbline.</summary>
internal sealed record ListRow(DateOnly Day, string Agreement, string Kind, string Subject, string Organizer, string Place, int Detentions)
{
    private static readonly string[] Movement =
    [
        "Protest Actions Organizing Committee", "Coordination Council", "The 23rd of August Organizing Committee", "Solidarity Movement",
        "The Left Front", "The Protest Actions Workshop", "Rosagit", "The 6 May Committee",
    ];

    private static readonly Dictionary<string, Func<ListRow, bool>> Sets = new()
    {
        ["2011"] = r => r.Day.Year == 2011,
        ["2012"] = r => r.Day.Year == 2012,
        ["authorised"] = r => r.Agreement == "Authorised",
        ["unauthorised"] = r => r.Agreement == "Unauthorised",
        ["picket"] = r => r.Kind == "Picket",
        ["rally"] = r => r.Kind == "Rally",
        ["agitation"] = r => r.Kind == "Agitation",
        ["activist"] = r => r.Kind == "Activist",
        ["other"] = r => r.Kind == "Other",
        ["one-person-picket"] = r => r.Kind == "One-person picket",
        ["direct-action"] = r => r.Kind == "Direct action",
        ["march"] = r => r.Kind == "Marche",
        ["stroll"] = r => r.Kind == "Stroll",
        ["stroll-occupy"] = r => r.Kind == "Stroll/Occupy",
        ["occupy"] = r => r.Kind == "Occupy",
        ["eco-camp"] = r => r.Kind == "Eco-camp",
        ["political-prisoners"] = r => r.Subject == "Political prisoners",
        ["anti-putin"] = r => r.Subject == "anti-Putin",
        ["fair-elections"] = r => r.Subject == "For fair elections",
        ["pussy-riot"] = r => r.Subject == "Pussy Riot",
        ["occupy-topic"] = r => r.Subject == "Occupy",
        ["strategy-31-topic"] = r => r.Subject == "Strategy-31",
        ["environmental"] = r => r.Subject == "Environmental",
        ["social"] = r => r.Subject == "Social",
        ["rally-law"] = r => r.Subject == "Against the law on rallies",
        ["magnitsky"] = r => r.Subject == "Against the anti-Magnitsky Law",
        ["lgbtq"] = r => r.Subject == "LGBTQ",
        ["antifa"] = r => r.Subject == "Antifa",
        ["other-topics"] = r => r.Subject == "Other",
        ["by-nobody"] = r => r.Organizer == "Spontaneous",
        ["by-others"] = r => r.Organizer == "Other",
        ["by-citizens"] = r => r.Organizer is "Spontaneous" or "Other",
        ["by-movement"] = r => Movement.Contains(r.Organizer),
        ["by-solidarity"] = r => r.Organizer == "Solidarity Movement",
        ["by-other-russia"] = r => r.Organizer == "Other Russia",
        ["by-strategy-31"] = r => r.Organizer == "Strategy-31",
    };

    private static readonly Dictionary<string, Func<ListRow, bool>> Sums = new()
    {
        ["arrests"] = _ => true,
        ["eco-camp-khimki"] = r => r.Kind == "Eco-camp" && r.Place == "химки",
        ["first-three-days"] = r => r.Day <= new DateOnly(2011, 12, 6),
        ["fifth-of-december"] = r => r.Day == new DateOnly(2011, 12, 5),
        ["sixth-of-may"] = r => r.Day == new DateOnly(2012, 5, 6),
        ["red-square-october"] = r => r.Day == new DateOnly(2012, 10, 11) && r.Place == "Красная площадь",
        ["mayor-october"] = r => r.Day == new DateOnly(2012, 10, 30),
        ["alexander-garden-september"] = r => r.Day == new DateOnly(2012, 9, 8),
        ["kaluzhskaya-march"] = r => r.Day == new DateOnly(2012, 3, 24),
        ["red-square-april"] = r => r.Day == new DateOnly(2012, 4, 27),
        ["novokuznetskaya-july"] = r => r.Day == new DateOnly(2012, 7, 13),
        ["investigative-committee-august"] = r => r.Day == new DateOnly(2012, 8, 30),
        ["workshop-december"] = r => r.Day == new DateOnly(2011, 12, 23) && r.Place == "Мастерская",
        ["makulatura"] = r => r.Day == new DateOnly(2012, 8, 5),
        ["chinese-embassy"] = r => r.Day == new DateOnly(2012, 10, 24),
        ["gay-pride"] = r => r.Day == new DateOnly(2012, 5, 27) && r.Subject == "LGBTQ",
        ["strolls-of-may"] = r => r.Day.Year == 2012 && r.Day.Month == 5 && r.Kind is "Occupy" or "Stroll" or "Stroll/Occupy",
    };

    /// <summary>What the list says of a claim; of a percentage, in percent. Null where it says nothing.</summary>
    public static decimal? ByHand(string claim, IReadOnlyList<ListRow> rows)
    {
        decimal Sum(Func<ListRow, bool> set)
        {
            var sum = 0;
            foreach (var row in rows)
            {
                sum += set(row) ? row.Detentions : 0;
            }

            return sum;
        }

        decimal Count(Func<ListRow, bool> set)
        {
            var count = 0;
            foreach (var row in rows)
            {
                count += set(row) ? 1 : 0;
            }

            return count;
        }

        return claim switch
        {
            _ when Sums.TryGetValue(claim, out var set) => Sum(set),
            "events" => rows.Count,
            "pickets-share" => 100 * Count(Sets["picket"]) / rows.Count,
            "eco-camp-zhukovsky" => Count(r => r.Kind == "Eco-camp" && r.Place is "Жуковский" or "жуковский"),
            "events-eco-camp-khimki" => Count(r => r.Kind == "Eco-camp" && r.Place == "химки"),
            "mayors-office" => Count(r => r.Subject == "Strategy-31" && r.Organizer == "Other Russia"),
            "cases-of-courts" => 3641,
            "police-stations" => 87,
            "repeated-20-2" => 100 * 858m / 2341,
            "repeated-19-3" => 100 * 212m / 1300,
            "repeated-cases" => 100 * 1332m / 3641,
            "appeals-won" => 100 * 7m / 176,
            "appeals-lost" => 100 * 166m / 176,
            "third-of-may" => Count(r => r.Agreement == "Authorised" && r.Day == new DateOnly(2012, 5, 3)) > 0 ? 1 : 0,
            "individuals-share" => 100 * 3256 / Sum(_ => true),
            "repeated" => 100 - (100 * 3256 / Sum(_ => true)),
            "without-charges" => 100 * (Sum(_ => true) - 3641) / Sum(_ => true),
            _ when claim.StartsWith("arrests-share-", StringComparison.Ordinal) => 100 * Sum(Sets[claim[14..]]) / Sum(_ => true),
            _ when claim.StartsWith("arrests-", StringComparison.Ordinal) => Sum(Sets[claim[8..]]),
            _ when claim.StartsWith("events-", StringComparison.Ordinal) => Count(Sets[claim[7..]]),
            _ when claim.StartsWith("share-", StringComparison.Ordinal) => 100 * Count(Sets[claim[6..]]) / rows.Count,
            _ => null,
        };
    }

    /// <summary>As <see cref="ByHand"/>, of a claim that gives a day.</summary>
    public static DateOnly? DayByHand(string claim, IReadOnlyList<ListRow> rows) => claim switch
    {
        "first-day" => rows.Min(r => r.Day),
        "last-day" => rows.Max(r => r.Day),
        "authorised-in-september" => rows.Where(r => r.Agreement == "Authorised" && r.Day.Year == 2012 && r.Day.Month == 9).Min(r => r.Day),
        _ => null,
    };

    public static IReadOnlyList<ListRow> Read(string path)
    {
        var lines = Cells(File.ReadAllText(path)).ToList();
        int At(string column) => lines[0].IndexOf(column);
        var (day, agreement, kind, subject) = (At("date"), At("agreement_eng"), At("event_type_eng"), At("subject_eng"));
        var (organizer, place, detentions) = (At("organizer_eng"), At("place"), At("number_of_detentions"));
        return [.. lines.Skip(1).Where(l => l.Count > 1).Select(l => new ListRow(
            DateOnly.ParseExact(l[day], "dd.MM.yyyy", CultureInfo.InvariantCulture), l[agreement], l[kind], l[subject], l[organizer], l[place],
            int.Parse(l[detentions], CultureInfo.InvariantCulture)))];
    }

    /// <summary>Lines and cells of a file of comma-separated values with quotes.</summary>
    private static IEnumerable<List<string>> Cells(string text)
    {
        var (line, cell, quoted) = (new List<string>(), "", false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell += text[++i];
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && c is ',' or '\n')
            {
                line.Add(cell.TrimEnd('\r'));
                cell = "";
                if (c == '\n')
                {
                    yield return line;
                    line = [];
                }
            }
            else
            {
                cell += c;
            }
        }

        if (line.Count > 0)
        {
            yield return [.. line, cell];
        }
    }
}
