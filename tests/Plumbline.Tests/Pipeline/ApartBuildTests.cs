using Plumbline.Claims;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Decisions;
using Plumbline.Review;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Pipeline;

public sealed class ApartBuildTests
{
    private static BuildOptions Options => new() { Workers = 2, ReaderCommand = TestCase.Hidden("read-worker") };

    [Fact]
    public void A_case_as_it_was_at_some_heads_has_the_digest_that_it_had()
    {
        using var given = DecidedCase.New();
        given.Give("a.txt", DecidedCase.Ruling(1, "штрафа"));
        var then = given.Build();
        var heads = Heads(given);
        given.Give("b.txt", DecidedCase.Ruling(2, "ареста"));
        var now = given.Build();
        Assert.NotEqual(then.Digest, now.Digest);

        using var apart = new ApartBuilds(given.Folder, Options);
        Assert.Equal(then.Digest, apart.Build(new CaseChange { UpTo = heads }).Digest);
        Assert.Equal(now.Digest, apart.Build(new CaseChange()).Digest);
    }

    [Fact]
    public void A_supposed_entry_counts_apart_and_leaves_nothing_behind()
    {
        using var given = DecidedCase.New();
        given.Give("a.txt", DecidedCase.Ruling(1, "штрафа"));
        given.Build();
        var heads = Heads(given);
        var unit = given.Query("SELECT unit_id FROM main.rulings")[0];
        var receipt = new CaseReview(given.Folder, new JournalOptions { Who = "coder-test" }).Decide(
            new DecisionRequest { Unit = unit, Variable = "outcome", Status = Status.Stated, Values = ["arrest"], Quotes = ["штрафа"], Coder = "coder-test" });
        var supposed = new JournalDraft(DecisionWords.Coding, DecisionPayload.Write(receipt.Decision));
        using (var apart = new ApartBuilds(given.Folder, Options))
        {
            using var inUse = BuiltCase.Open(given.Folder);
            Assert.NotEqual(inUse.Digest, apart.Build(new CaseChange { UpTo = heads, Supposed = [supposed] }).Digest);
        }

        Assert.DoesNotContain(Directory.GetDirectories(given.Folder.Builds), d => Path.GetFileName(d).StartsWith("apart", StringComparison.Ordinal));
        Assert.Equal("arrest", Settled(given));
    }

    [Fact]
    public void Figures_that_moved_are_paired_by_claim_draft_and_text()
    {
        FigureStanding At(int line, string text, Verdict verdict, decimal low) => new("fined", "drafts/a.md", line, text, verdict, new ClaimValue(low), new ClaimValue(low), 0);
        var moves = FigureMove.Between(
            [At(3, "12", Verdict.Holds, 12), At(9, "at least ten", Verdict.Open, 12)],
            [At(2, "at least ten", Verdict.Holds, 12), At(3, "12", Verdict.Fails, 11)]);
        Assert.Collection(
            moves,
            m => Assert.True(m is { IsMended: true, IsBroken: false, IsMoved: true }),
            m => Assert.True(m is { IsMended: false, IsBroken: true, IsMoved: true }));
    }

    private static string Settled(TestCase given)
    {
        given.Build();
        return given.Query("SELECT outcome FROM confirmed.rulings")[0];
    }

    private static IReadOnlyList<JournalHead> Heads(TestCase given)
    {
        using var journal = Journal.OpenRead(given.Folder);
        return journal.Heads();
    }
}
