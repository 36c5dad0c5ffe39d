using Plumbline.App.Cases;
using Plumbline.Cases;
using Plumbline.Evidence;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.LocalApp;

/// <summary>Units by day: each is counted once, with or without one.</summary>
public sealed class TimelineDeskTests : IDisposable
{
    private readonly TestCase given = new();
    private readonly OpenCase open;

    public TimelineDeskTests()
    {
        given.Codebook("notes", FinedNotes.Codebook);
        given.Codebook("rows", """
            unit: rows
            of: row
            documents: {files: ["*.csv"]}
            variables:
              day: {type: date, column: day}
            """);
        given.Give("one.txt", "On 10 June 2022 a fine.\n");
        given.Give("two.txt", "On 10 June 2022 an arrest.\n");
        given.Give("three.txt", "In June 2022 a fine.\n");
        given.Give("four.txt", "A fine.\n");
        given.Give("list.csv", "day\n2022-06-10\n2022-06\n\n2023-01-01\n");
        given.Build();
        open = new OpenCase(given.Folder, HostileInputTests.Options(given));
    }

    [Theory]
    [InlineData("notes", "decided_on")]
    [InlineData("rows", "day")]
    public void Each_unit_is_counted_once_and_listed_where_it_is_counted(string kind, string date)
    {
        var counts = open.Timeline.Count(kind, date);
        Assert.Equal(open.Built!.Units[kind], counts.All);
        var days = counts.Days.Select(d => (Day: d.Day.ToString("yyyy-MM-dd"), d.Units)).Append((Day: TimelineDesk.Vague, Units: counts.Vague)).Append((Day: TimelineDesk.None, Units: counts.Undated.Sum(u => u.Units))).ToList();
        Assert.All(days, d => Assert.Equal(d.Units, open.Timeline.Units(kind, date, d.Day).All));
        Assert.Equal(counts.All, days.SelectMany(d => open.Timeline.Units(kind, date, d.Day).Units).DistinctBy(u => u.Id).Count());
    }

    [Fact]
    public void Days_of_texts_are_proposals_and_those_of_columns_settled()
    {
        Assert.Equal(new DayCount(new DateOnly(2022, 6, 10), 2, 0), open.Timeline.Count("notes", "decided_on").Days.Single());
        Assert.All(open.Timeline.Count("rows", "day").Days, d => Assert.Equal(d.Units, d.Settled));
        Assert.Equal("2022-06-01/2022-06-30", Assert.Single(open.Timeline.Units("notes", "decided_on", TimelineDesk.Vague).Units).When);
    }

    [Fact]
    public void Names_that_are_no_columns_and_days_that_are_none_are_refused()
    {
        Assert.Throws<UsageException>(() => open.Timeline.Count("notes", "outcome"));
        Assert.Throws<UsageException>(() => open.Timeline.Count("notes; DROP TABLE x", "decided_on"));
        Assert.Throws<UsageException>(() => open.Timeline.Units("notes", "decided_on", "2022-02-30"));
    }

    [Fact]
    public void Holidays_of_the_law_are_those_of_their_year()
    {
        Assert.Empty(PublicHolidays.OfRussia(2004));
        Assert.Equal(12, PublicHolidays.OfRussia(2012).Count);
        Assert.Equal(14, PublicHolidays.OfRussia(2022).Count);
        Assert.DoesNotContain(PublicHolidays.OfRussia(2012), h => h.Day is { Month: 1, Day: 6 or 8 });
    }

    [Fact]
    public void The_list_of_a_case_stands_over_the_law()
    {
        Directory.CreateDirectory(Path.Combine(given.Folder.Root, "lists"));
        File.WriteAllText(Path.Combine(given.Folder.Root, PublicHolidays.ListPath), "day,name\n2022-05-03,Moved from 1 January\n2022-03-05,,workday\n2022-13-01,never\n");
        File.AppendAllText(given.Folder.CaseYaml, "holidays: ru\n");
        using var again = new OpenCase(given.Folder, HostileInputTests.Options(given));
        var (days, problems) = again.Timeline.Holidays(2022);
        Assert.True(days[new DateOnly(2022, 3, 5)].IsWorkday);
        Assert.Equal("Moved from 1 January", days[new DateOnly(2022, 5, 3)].English);
        Assert.Contains(new DateOnly(2022, 6, 12), days.Keys);
        Assert.Equal(("CAS030", 4), (Assert.Single(problems).Code, problems[0].Place.Line));
    }

    public void Dispose()
    {
        open.Dispose();
        given.Dispose();
    }
}
