using Plumbline.Claims;
using Plumbline.Claims.Sql;
using Plumbline.Cases;
using Plumbline.Cli;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Papers;
using Plumbline.Review;
using Plumbline.Tests.Pipeline.Signing;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Pipeline.Papers;

public sealed class PastPaperTests
{
    private const string Draft = "In Verkhovo [at least 1 ruling](claim:fined) ends in a fine.\n";

    private static BuildOptions Options => new() { Workers = 2, ReaderCommand = TestCase.Hidden("read-worker") };

    [Fact]
    public void As_of_a_signature_all_is_as_it_was_signed_but_what_may_be_shown()
    {
        using var given = New();
        given.Case.Decide(given.Case.Unit("a.txt"), "outcome", "fine");
        given.Case.Build();
        given.Case.Sign("first-print");
        var signed = Packet(given, "first-print");
        Assert.Equal((Verdict.Holds, 1L), (signed.Sentences[0].Figures[0].Verdict, signed.Claims[0].Reading!.Confirmed));
        Assert.Equal("first-print", signed.Head.AsOf!.Signature);
        Assert.False(signed.Head.IsStale);

        new CaseReview(given.Case.Folder, new JournalOptions { Who = "coder-test" }).Undo(given.Case.Unit("a.txt"), "outcome", DecisionAct.Coding, "anna", null);
        given.Give("later.txt", DecidedCase.Ruling(7, "штрафа"), "police");
        given.Case.Write(SignedCase.Draft, "Verkhovo is quiet.\n");
        given.Claims("other:\n  sql: SELECT unit_id FROM rulings\n");
        given.Case.Build();
        var then = Packet(given, "last");
        Assert.Equal((signed.Head.Digest, signed.Sentences[0].Text, 1L), (then.Head.Digest, then.Sentences[0].Text, then.Claims[0].Reading!.Confirmed));
        Assert.Single(then.Times);
        Assert.Equal("In Verkhovo at least 1 ruling ends in a fine.", then.Sentences[0].Text);
        Assert.Equal("Verkhovo is quiet.", given.Packet("Verkhovo").Sentences[0].Text);

        // Who asked since not to be published is not, whatever was agreed then.
        given.Terms("court", "not-for-publication");
        var hidden = Packet(given, "last");
        Assert.All(hidden.Claims[0].Units, u => Assert.Null(u.Unit));
        Assert.Empty(hidden.Documents);
        Assert.Equal("SIG012", Assert.Throws<UsageException>(() => Packet(given, "last", "other.md")).Code);
    }

    [Fact]
    public void As_of_a_day_what_was_entered_later_is_not_there()
    {
        using var given = New();
        var later = new JournalOptions { Who = "coder-test", Clock = new Clock(new DateTimeOffset(2091, 1, 2, 0, 0, 0, TimeSpan.Zero)) };
        new CaseReview(given.Case.Folder, later).Decide(new() { Unit = given.Case.Unit("a.txt"), Variable = "outcome", Status = Status.Stated, Values = ["fine"], Coder = "anna" });
        given.Case.Build();
        Assert.Equal(1, given.Packet("Verkhovo").Claims[0].Reading!.Confirmed);
        var then = Packet(given, "2091-01-01");
        Assert.Equal((0L, 1L), (then.Claims[0].Reading!.Confirmed, then.Claims[0].Reading!.Rows));
        Assert.Equal((new DateOnly(2091, 1, 1), null), (then.Today, then.Head.AsOf!.Signature));
        Assert.Equal(1, Packet(given, "2091-01-02").Claims[0].Reading!.Confirmed);
        Assert.Equal("CHK075", Assert.Throws<UsageException>(() => Packet(given, "1999-12-31")).Code);
        Assert.Empty(Directory.GetDirectories(given.Case.Folder.Builds, "apart-*"));
    }

    [Fact]
    public void What_an_entry_had_seen_was_there_whatever_a_clock_said()
    {
        using var given = New();
        using var other = new TemporaryFolder("other");
        var there = CaseFolder.At(other.Path);
        CaseMerge.Merge(there, given.Case.Folder.Root, new());
        CaseBuild.Build(there, Options, null, TestContext.Current.CancellationToken);
        var future = new JournalOptions { Who = "coder-there", Clock = new Clock(new DateTimeOffset(2091, 1, 2, 0, 0, 0, TimeSpan.Zero)) };
        new CaseReview(there, future).Decide(new() { Unit = given.Case.Unit("a.txt"), Variable = "outcome", Status = Status.Stated, Values = ["fine"], Coder = "boris" });
        CaseMerge.Merge(given.Case.Folder, there.Root, new());
        given.Give("later.txt", DecidedCase.Ruling(7, "штрафа"));
        var heads = CaseAsOf.HeadsBefore(given.Case.Folder, new DateTimeOffset(2091, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using var journal = Journal.OpenRead(given.Case.Folder);
        Assert.Equal(journal.Heads(), heads);
    }

    [Fact]
    public void Sources_are_counted_over_all_units_not_only_those_shown()
    {
        using var given = new PaperCase();
        for (var i = 1; i <= 5; i++)
        {
            given.Give($"{i}.txt", DecidedCase.Ruling(i, "штрафа"), $"source-{i}");
        }

        given.Case.Build();
        var why = given.Why(limit: 2);
        Assert.Equal((2, 5L, 5, 5), (why.Asked.Units.Count, why.Asked.Total, why.Sources.Count, why.Sources.Documents));
    }

    private static PaperCase New()
    {
        var given = new PaperCase(Draft);
        given.Give("a.txt", DecidedCase.Ruling(1, "штрафа"), "court");
        given.Give("b.txt", DecidedCase.Ruling(2, "ареста"), "court");
        given.Case.Build();
        return given;
    }

    private static PacketPaper Packet(PaperCase given, string asOf, params string[] drafts)
    {
        var folder = given.Case.Folder;
        using var then = CaseAsOf.Open(folder, asOf, drafts, Options);
        using var tables = new TablesProcess(then.Built.TablesPath, TestCase.Hidden(Workers.Sql));
        var check = CaseCheck.Check(then.Files, then.Built, then.Drafts, tables, new CheckOptions { EvidenceRows = 0 });
        var papers = new CasePapers(folder, then.Built, tables, check, SourceTerms.Read(folder, TimeProvider.System), TimeProvider.System, then);
        return papers.Packet(["Verkhovo"], CaseCheck.Drafts(then.Files, then.Drafts), ClaimsFile.Read(then.Files.ClaimsYaml), 100);
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
