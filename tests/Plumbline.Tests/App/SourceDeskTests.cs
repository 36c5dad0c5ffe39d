using Plumbline.App.Cases;
using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.LocalApp;

/// <summary>What a page of sources says, and what it does only after it was said.</summary>
public sealed class SourceDeskTests : IDisposable
{
    private readonly TestCase given = FinedNotes.Given();
    private readonly OpenCase open;

    public SourceDeskTests() => open = new OpenCase(given.Folder, HostileInputTests.Options(given));

    [Fact]
    public async Task A_withdrawal_breaks_nothing_until_what_it_breaks_was_shown()
    {
        open.Sources.Plan("clerk", isUndo: false, "asked us to wait");
        await open.Sources.Planning.WhenDone();
        var planned = open.Sources.Planning.Result!;
        Assert.Equal("fined", Assert.Single(planned.Plan.Moves, m => m.IsBroken).Claim);
        Assert.Equal([2L, 1L], [planned.Plan.UnitsBefore!["notes"], planned.Plan.UnitsAfter!["notes"]]);
        Assert.Null((await Report()).Sources.Single(s => s.Source.Id == "clerk").Withdrawn);

        open.Sources.Do(planned);
        Assert.Equal("asked us to wait", (await Report()).Sources.Single(s => s.Source.Id == "clerk").Withdrawn);
        given.Build();
        Assert.Equal(1, open.Built!.Units["notes"]);

        open.Sources.Plan("clerk", isUndo: true, "agreed again");
        await open.Sources.Planning.WhenDone();
        Assert.Contains(open.Sources.Planning.Result!.Plan.Moves, m => m.IsMended);
        open.Sources.Do(open.Sources.Planning.Result!);
        given.Build();
        Assert.Equal(2, open.Built!.Units["notes"]);
    }

    [Fact]
    public async Task What_was_worked_out_before_something_else_was_entered_is_not_done()
    {
        open.Sources.Plan("clerk", isUndo: false, "asked us to wait");
        await open.Sources.Planning.WhenDone();
        given.Give("three.txt", "Another fine.\n");
        Assert.Equal("APP041", Assert.Throws<UsageException>(() => open.Sources.Do(open.Sources.Planning.Result!)).Code);
        Assert.Equal("APP040", Assert.Throws<UsageException>(() => open.Sources.Plan("clerk", isUndo: false, " ")).Code);
    }

    [Fact]
    public async Task Terms_are_written_and_nothing_else_of_the_file_changes()
    {
        var form = SourceForm.Of(new CaseSource { Id = "clerk" }) with { Pseudonym = "a clerk", Kind = "person", Terms = "not-for-publication", Until = "2026-12-31", Then = "background", Documents = "two.*\n" };
        open.Sources.Save(form);
        open.Sources.Save(SourceForm.Of(SourceList.Read(given.Folder).Find("clerk")!) with { Note = "by phone" });
        var saved = SourceList.Read(given.Folder).Find("clerk")!;
        Assert.Equal(("a clerk", Terms.NotForPublication, new DateOnly(2026, 12, 31), Terms.Background, "by phone"), (saved.Pseudonym, saved.Terms, saved.Until, saved.Then, saved.Note));
        Assert.Equal(2, (await Report()).Sources.Single(s => s.Source.Id == "clerk").Documents.Count);
        Assert.Equal("APP042", Assert.Throws<UsageException>(() => open.Sources.Save(form with { Until = "soon" })).Code);
    }

    [Fact]
    public async Task Units_and_claims_that_rest_on_a_source_are_told()
    {
        var clerk = (await Report()).Sources.Single(s => s.Source.Id == "clerk");
        Assert.Equal((1L, "fined"), (clerk.Units, Assert.Single(clerk.Claims!)));
        Assert.Equal("two.txt", Assert.Single(open.Sources.Report!.UnnamedDocuments).File);
    }

    public void Dispose()
    {
        open.Dispose();
        given.Dispose();
    }

    private async Task<SourceReport> Report()
    {
        open.Sources.Refresh();
        await open.Sources.Reading.WhenDone();
        return open.Sources.Report!;
    }
}
