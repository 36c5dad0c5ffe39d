using System.Globalization;
using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Tables;

namespace Plumbline.App.Cases;

/// <summary>What somebody looks for in the journal; empty narrows nothing.</summary>
internal sealed record JournalQuery
{
    /// <summary>A pseudonym.</summary>
    public string Who { get; set; } = "";

    /// <summary>Word of entries.</summary>
    public string What { get; set; } = "";

    /// <summary>First day, as <c>2026-11-26</c>.</summary>
    public string From { get; set; } = "";

    /// <summary>Last day.</summary>
    public string To { get; set; } = "";

    /// <summary>A unit or a member, or the beginning of its id.</summary>
    public string Unit { get; set; } = "";
}

/// <summary>Whether everything is as it was written.</summary>
/// <param name="Report">Of journal and archive.</param>
/// <param name="Build">Of the build in use; not checked when there is none.</param>
/// <param name="Problems">All that was found.</param>
internal sealed record CaseVerified(VerifyReport Report, CheckOutcome Build, IReadOnlyList<Problem> Problems)
{
    /// <summary>True when nothing is broken.</summary>
    public bool IsIntact => Report.IsIntact && Report.KnownHeads != CheckOutcome.Failed && Build != CheckOutcome.Failed;
}

/// <summary>The journal on the desk: who did what when, and whether it is as it was written. Thread safe.</summary>
internal sealed class JournalDesk(OpenCase open) : IDisposable
{
    /// <summary>Entries of a page.</summary>
    public const int PageSize = 50;

    private readonly Lock gate = new();
    private JournalNames? known;

    /// <summary>Verifies the case.</summary>
    public BackgroundJob<CaseVerified> Verifying { get; } = new(open.Options.Clock);

    /// <summary>The time zone in which days are meant.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.TryFindSystemTimeZoneById(open.Settings.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>A page of the journal, newest first.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="page">Number of the page, from 0.</param>
    /// <exception cref="UsageException">A day is none, or there is no such unit.</exception>
    public JournalPage Read(JournalQuery query, int page)
    {
        using var journal = Journal.OpenRead(open.Folder);
        return journal.Latest(
            new JournalFilter
            {
                Who = query.Who.Trim(),
                Words = query.What.Length > 0 ? [query.What] : [],
                From = Day(query.From) is { } from ? Start(from) : null,
                Before = Day(query.To) is { } to ? Start(to.AddDays(1)) : null,
                Naming = query.Unit.Trim().Length > 0 ? Ids(query.Unit.Trim().ToLowerInvariant()) : [],
            },
            (long)page * PageSize,
            PageSize);
    }

    /// <summary>Everybody who sat at a computer of the case, and the words of all entries.</summary>
    public (IReadOnlyList<string> People, IReadOnlyList<string> Words) Known()
    {
        using var journal = Journal.OpenRead(open.Folder);
        lock (gate)
        {
            known = journal.PeopleAndWords(known);
            return (known.People, known.Words);
        }
    }

    /// <summary>Begins to verify journal, archive and build.</summary>
    public void Verify() => Verifying.Start((progress, stop) =>
    {
        var report = CaseVerification.Verify(open.Folder, new VerifyOptions(), progress, stop);
        var (build, problems) = BuildVerification.Check(open.Folder);
        return new CaseVerified(report, build, [.. report.Problems, .. problems]);
    });

    /// <summary>Words of sources that are not to be named today, unless somebody asks.</summary>
    public IReadOnlyDictionary<string, Terms> Protected()
    {
        var today = Plumbline.Pipeline.Replies.CaseDay.Today(open.Folder, open.Options.Clock);
        return SourceList.Read(open.Folder, []).All.Where(s => s.TermsOn(today) != Terms.OnRecord).ToDictionary(s => s.Id, s => s.TermsOn(today), StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public void Dispose() => Verifying.Dispose();

    private DateTimeOffset Start(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local));
    }

    private static DateOnly? Day(string text) => text.Trim() is not { Length: > 0 } day ? null
        : DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : throw AppProblems.NotADay();

    /// <summary>All that entries may name a unit by: its members, and their documents.</summary>
    private IReadOnlyCollection<string> Ids(string unit)
    {
        if (open.Built is not { } built)
        {
            return [unit];
        }

        using var connection = built.OpenTables();
        var rows = BuiltCase.Rows(
            connection, "SELECT member, document FROM store.members WHERE unit_id IN (SELECT unit_id FROM store.members WHERE starts_with(member, $1) OR starts_with(unit_id, $1)) LIMIT 200", unit);
        return rows.Count == 0 ? [unit] : [.. rows.SelectMany(r => r).OfType<string>().Distinct(StringComparer.Ordinal)];
    }
}
