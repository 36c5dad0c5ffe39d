using System.Globalization;
using Plumbline.Cases;
using Plumbline.Cli;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline;

namespace Plumbline.App.Cases;

/// <summary>A withdrawal that somebody looks at before it is done.</summary>
/// <param name="Plan">What would change.</param>
/// <param name="Reason">Why.</param>
/// <param name="Heads">The journal that it was worked out on.</param>
internal sealed record PlannedWithdrawal(WithdrawalPlan Plan, string Reason, string Heads);

/// <summary>What somebody fills in about a source; empty: as it stands.</summary>
internal sealed record SourceForm
{
    /// <summary>Its word.</summary>
    public string Id { get; set; } = "";

    /// <summary>What it is called where it may be shown.</summary>
    public string Pseudonym { get; set; } = "";

    /// <summary>Person or body.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Word of the terms.</summary>
    public string Terms { get; set; } = SourceWords.Terms[0];

    /// <summary>Last day on which they hold, or empty.</summary>
    public string Until { get; set; } = "";

    /// <summary>Word of what holds then.</summary>
    public string Then { get; set; } = SourceWords.Terms[0];

    /// <summary>A note.</summary>
    public string Note { get; set; } = "";

    /// <summary>Files or ids of documents that are added, one a line.</summary>
    public string Documents { get; set; } = "";

    /// <summary>The form of a source that is there.</summary>
    public static SourceForm Of(CaseSource source) => new()
    {
        Id = source.Id,
        Pseudonym = source.Pseudonym ?? "",
        Kind = source.Kind ?? "",
        Terms = source.Terms.Word(),
        Until = source.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        Then = source.Then.Word(),
        Note = source.Note ?? "",
    };
}

/// <summary>Sources on the desk: who gave what on which terms, what rests on it, and what goes with it when it is withdrawn. Thread safe.</summary>
internal sealed class SourceDesk(OpenCase open) : IDisposable
{
    private string? known;

    /// <summary>Reads the sources, with what rests on them: first without units and claims, which take longer.</summary>
    public BackgroundJob<SourceReport> Reading { get; } = new(open.Options.Clock);

    /// <summary>Works out what a withdrawal would change.</summary>
    public BackgroundJob<PlannedWithdrawal> Planning { get; } = new(open.Options.Clock);

    /// <summary>The last report; null before the first.</summary>
    public SourceReport? Report { get; private set; }

    /// <summary>Reads the sources anew, unless what is known is of the case as it is now.</summary>
    public void Refresh()
    {
        var key = $"{Heads()} {open.Built?.Id} {Written(open.Folder.SourcesYaml)} {Written(open.Folder.ClaimsYaml)}";
        if (key != known && Reading.Start((_, _) => Read()))
        {
            known = key;
        }
    }

    /// <summary>Adds or changes a source.</summary>
    /// <exception cref="UsageException">The person may not, the word can't name a source, the day is none, or the file has faults.</exception>
    public CaseSource Save(SourceForm form)
    {
        open.Require(Act.Edit);
        var id = form.Id.Trim();
        var before = SourceList.Read(open.Folder).Find(id);
        string? Said(string text, string? was) => text.Trim() is var now && now != (was ?? "") ? now : null;
        var terms = TermsOf(form.Terms);
        var until = Day(form.Until);
        return SourceEdit.Set(open.Folder, id, new SourceChange
        {
            Pseudonym = Said(form.Pseudonym, before?.Pseudonym),
            Kind = form.Kind.Length > 0 && form.Kind != before?.Kind ? form.Kind : null,
            Terms = terms == before?.Terms ? null : terms,
            Until = until == before?.Until ? null : until,
            Then = until is null || TermsOf(form.Then) == before?.Then ? null : TermsOf(form.Then),
            Note = Said(form.Note, before?.Note),
            Documents = [.. form.Documents.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
        });
    }

    /// <summary>Begins to work out what a withdrawal, or taking one back, would change; writes nothing.</summary>
    /// <exception cref="UsageException">The person may not, or no reason is given.</exception>
    public void Plan(string target, bool isUndo, string reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw AppProblems.NoReason();
        }

        var who = open.Require(Act.Withdraw).Id;
        var heads = Heads();
        Planning.Start((progress, stop) => new PlannedWithdrawal(Withdrawal().Plan(target.Trim(), isUndo, reason.Trim(), who, progress, stop), reason.Trim(), heads));
    }

    /// <summary>Does what was shown. On disk when this comes back; the next update counts it.</summary>
    /// <exception cref="UsageException">Something was entered since it was worked out.</exception>
    public IReadOnlyList<JournalEntry> Do(PlannedWithdrawal planned)
    {
        if (planned.Heads != Heads())
        {
            throw AppProblems.PlanIsOld();
        }

        var entries = Withdrawal().Enter(planned.Plan, open.Writing(Act.Withdraw));
        Planning.Clear();
        return entries;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Reading.Dispose();
        Planning.Dispose();
    }

    private SourceReport Read()
    {
        Report = SourceReport.Read(open.Folder, null, open.Options.Child(Workers.Sql), open.Options.Clock);
        Reading.Report(new StageProgress("check", "claims", 0, 0));
        return Report = open.Built is { } built ? SourceReport.Read(open.Folder, built, open.Options.Child(Workers.Sql), open.Options.Clock) : Report;
    }

    private CaseWithdrawal Withdrawal() => new(open.Folder, new BuildOptions { ReaderCommand = open.Options.Child(Workers.Read) }, open.Options.Child(Workers.Sql));

    private string Heads()
    {
        using var journal = Journal.OpenRead(open.Folder);
        return string.Join(' ', journal.Heads().Select(h => h.Hash));
    }

    private static long Written(string path) => File.Exists(path) ? File.GetLastWriteTimeUtc(path).Ticks : 0;

    private static Terms TermsOf(string word) => SourceWords.Terms.ToList().IndexOf(word) is >= 0 and var index ? (Terms)index : Terms.OnRecord;

    private static DateOnly? Day(string text) => text.Trim() is { Length: > 0 } day
        ? DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : throw AppProblems.NotADay()
        : null;
}
