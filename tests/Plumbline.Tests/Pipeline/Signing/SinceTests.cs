using Plumbline.Pipeline;
using Plumbline.Pipeline.Signing;
using Plumbline.Pipeline.Signing.Causes;
using Plumbline.Review;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Pipeline.Signing;

public sealed class SinceTests
{
    [Fact]
    public void A_coding_taken_back_breaks_the_figure_and_is_named()
    {
        using var given = SignedCase.New();
        var signature = given.Sign();
        var undo = new CaseReview(given.Folder, new() { Who = "coder-test" }).Undo(given.Unit("1.txt"), "outcome", DecisionAct.Coding, "anna", "wrong page");
        given.Build();
        var report = given.Since(signature);
        Assert.Equal(["broken", "broken", "moved"], report.Moved.Select(m => m.Word)); // It might be an arrest now: unread.
        var cause = Assert.Single(report.Moved[0].Causes);
        Assert.Equal((CauseKind.TakenBack, 1, -1, 0, 0), (cause.Kind, cause.Units, cause.Confirmed, cause.Possible, cause.Unread));
        Assert.Equal(undo.Entry, Assert.Single(cause.Entries).Name);
        Assert.Equal("wrong page", cause.Entries[0].Reason);
        Assert.Equal(["rulings.outcome"], cause.About);
    }

    [Fact]
    public void Each_unit_counts_for_one_cause()
    {
        using var given = SignedCase.New();
        var signature = given.Sign();
        given.Give("5.txt", DecidedCase.Ruling(5, "штрафа"));
        given.Build();
        given.Decide(given.Unit("5.txt"), "outcome", "fine");
        given.Decide(given.Unit("2.txt"), "outcome", "warning", "boris", "ПОСТАНОВИЛ", act: DecisionAct.Adjudication);
        given.Decide(given.Unit("3.txt"), "outcome", "arrest", "boris", "ПОСТАНОВИЛ");
        given.Build();
        var causes = Of(given.Since(signature), "fined").Causes.ToDictionary(c => c.Kind);
        Assert.Equal([CauseKind.Documents, CauseKind.Coded, CauseKind.Adjudicated], causes.Keys.Order());
        Assert.Equal((1, 1, 1), (causes[CauseKind.Documents].Units, causes[CauseKind.Documents].Confirmed, causes[CauseKind.Documents].Possible));
        Assert.Equal((1, -1, -1), (causes[CauseKind.Adjudicated].Units, causes[CauseKind.Adjudicated].Confirmed, causes[CauseKind.Adjudicated].Possible));
        Assert.Equal((1, -1, 0), (causes[CauseKind.Coded].Units, causes[CauseKind.Coded].Confirmed, causes[CauseKind.Coded].Possible));
    }

    [Fact]
    public void Changed_files_are_causes()
    {
        using var given = SignedCase.New();
        var signature = given.Sign();
        given.Write("claims.yaml", SignedCase.Claims.Replace("outcome = 'arrest'", "outcome IN ('arrest', 'fine')", StringComparison.Ordinal));
        var claim = Assert.Single(Of(given.Since(signature), "arrested").Causes);
        Assert.Equal((CauseKind.Claim, 3, 3), (claim.Kind, claim.Units, claim.Confirmed));

        given.Write("claims.yaml", SignedCase.Claims);
        given.Write(SignedCase.Draft, "Courts fined people in [at least 4 rulings](claim:fined).\n");
        var moved = given.Since(signature).Moved;
        Assert.Equal(["broken", "gone", "gone"], moved.Select(m => m.Word).Order());
        Assert.All(moved, m => Assert.Equal(CauseKind.Draft, Assert.Single(m.Causes).Kind));
    }

    [Fact]
    public void A_changed_definition_and_a_changed_rule_are_told_apart()
    {
        using var given = SignedCase.New();
        var signature = given.Sign();
        given.Codebook("rulings", DecidedCase.Rulings.Replace("type: category", "type: category\n    instructions: Only the operative part.", StringComparison.Ordinal));
        given.Build();
        Assert.Equal((CauseKind.Definition, 4), Assert.Single(Of(given.Since(signature), "fined").Causes) is var c ? (c.Kind, c.Units) : default);
        given.Codebook("rulings", DecidedCase.Rulings);
        given.Build();
        Assert.Empty(given.Since(signature).Moved);
    }

    [Fact]
    public void An_erased_document_takes_its_unit_and_is_named()
    {
        using var given = SignedCase.New();
        var signature = given.Sign();
        var document = given.Query("SELECT document FROM rulings WHERE file = '1.txt'")[0];
        CaseErasure.Erase(given.Folder, document, new() { Reason = "asked for" });
        given.Build();
        var cause = Assert.Single(Of(given.Since(signature), "fined").Causes);
        Assert.Equal(CauseKind.Erased, cause.Kind);
        var again = given.AsOf(signature);
        Assert.False(again.IsSame);
        Assert.Contains(again.Problems, p => p.Sentence.Contains("1 document was erased", StringComparison.Ordinal));
    }

    [Fact]
    public void What_comes_with_a_merge_is_said_to()
    {
        using var given = SignedCase.New();
        using var other = new TemporaryFolder("другая машина");
        var there = Plumbline.Cases.CaseFolder.At(other.Path);
        CaseMerge.Merge(there, given.Folder.Root, new());
        CaseBuild.Build(there, new BuildOptions { Workers = 2, ReaderCommand = TestCase.Hidden("read-worker") }, null, TestContext.Current.CancellationToken);
        new CaseReview(there, new() { Who = "coder-there" }).Decide(new()
        {
            Unit = given.Unit("1.txt"), Variable = "outcome", Status = Plumbline.Evidence.Status.Stated, Values = ["arrest"], Quotes = ["ПОСТАНОВИЛ"], Coder = "boris", Act = DecisionAct.Adjudication,
        });
        var signature = given.Sign();
        CaseMerge.Merge(given.Folder, there.Root, new());
        given.Build();
        var cause = Assert.Single(Of(given.Since(signature), "fined").Causes);
        Assert.True(cause is { Kind: CauseKind.Adjudicated, IsFromElsewhere: true });
        Assert.Contains("came with a merge", CauseSentence.Of(cause, "rulings", withReasons: true), StringComparison.Ordinal);
    }

    [Fact]
    public void Corrections_are_in_the_language_of_the_sentence()
    {
        using var given = SignedCase.New();
        var signature = given.Sign("first-print");
        new CaseReview(given.Folder, new() { Who = "coder-test" }).Undo(given.Unit("1.txt"), "outcome", DecisionAct.Coding, "anna", "a secret reason");
        given.Write(SignedCase.Draft, "Another text.\n");
        given.Build();
        var report = CorrectionsReport.Of(given.Since(signature, signedText: true));
        Assert.Equal(["en", "ru"], report.Needed.Select(s => s.Language));
        var page = CorrectionsPage.Write(report);
        Assert.DoesNotContain("secret", page, StringComparison.Ordinal);
        Assert.DoesNotContain("ПОСТАНОВИЛ", page, StringComparison.Ordinal);
        Golden.Verify(System.Text.RegularExpressions.Regex.Replace(page, @"\d{4}-\d\d-\d\d \d\d:\d\d UTC|[0-9a-f]{8}:\d+", "…"));
    }

    [Fact]
    public void A_build_glances_at_the_last_signature_only()
    {
        using var given = SignedCase.New();
        Assert.Null(SinceSignature.Glance(given.Folder, TestCase.Hidden("no-such-verb")));
        given.Sign();
        Assert.Empty(SinceSignature.Glance(given.Folder, TestCase.Hidden("no-such-verb"))!.Moved);
        new CaseReview(given.Folder, new() { Who = "coder-test" }).Undo(given.Unit("1.txt"), "outcome", DecisionAct.Coding, "anna", null);
        given.Build();
        Assert.Equal(2, SinceSignature.Glance(given.Folder, TestCase.Hidden("sql-worker"))!.Count("broken"));
    }

    private static MovedFigure Of(SinceReport report, string claim) => report.Moved.First(m => m.Move.Claim == claim);
}
