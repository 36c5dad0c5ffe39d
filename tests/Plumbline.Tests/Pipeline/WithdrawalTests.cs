using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Pipeline;

public sealed class WithdrawalTests
{
    private const string Fined = "SELECT unit_id FROM rulings WHERE outcome = 'fine'";

    [Fact]
    public void What_a_withdrawn_source_gave_is_read_no_more_and_what_came_from_elsewhere_too_stays()
    {
        using var given = DecidedCase.New();
        given.GiveFrom("clerk", "secret-name.txt", DecidedCase.Ruling(1, "штрафа"));
        given.GiveFrom("clerk", "two.txt", DecidedCase.Ruling(2, "штрафа"));
        given.GiveFrom("court", "public.txt", DecidedCase.Ruling(1, "штрафа"));
        given.GiveFrom("clerk", "three.txt", DecidedCase.Ruling(3, "ареста"));
        given.Give("three.txt", DecidedCase.Ruling(3, "ареста"));
        var before = given.Build();
        var plan = given.Withdraw("clerk");
        Assert.Single(plan.Documents);
        Assert.Equal(2, plan.Staying.Count);
        given.Build();

        // Under the name that the other source gave it.
        Assert.Equal(["public.txt", "three.txt"], given.Query("SELECT file FROM rulings ORDER BY file"));
        Assert.Equal(before.Digest, Back(given, "clerk").Digest);
    }

    [Fact]
    public void Decisions_on_a_withdrawn_document_are_set_aside_not_orphaned_and_come_back()
    {
        using var given = DecidedCase.New();
        given.GiveFrom("clerk", "a.txt", DecidedCase.Ruling(1, "штрафа"));
        given.GiveFrom("court", "b.txt", DecidedCase.Ruling(1, "штрафа") + "\nКопия верна.");
        given.GiveFrom("court", "c.txt", DecidedCase.Ruling(3, "ареста"));
        given.Build();
        given.Decide(given.Unit("a.txt"), "outcome", "warning", quote: "признать виновным");
        var settled = given.Build();
        Assert.Equal(1, given.Withdraw("clerk").Decisions);
        given.Build();
        Assert.Equal(["REV040"], given.ProblemCodes());

        // Its key would bring it to the other copy: words that nobody may read count for nothing.
        Assert.DoesNotContain("warning", given.Stands(given.Unit("b.txt"), "outcome"), StringComparison.Ordinal);
        Assert.Equal(settled.Digest, Back(given, "clerk").Digest);
    }

    [Fact]
    public void A_document_alone_is_withdrawn_whoever_gave_it()
    {
        using var given = DecidedCase.New();
        given.GiveFrom("clerk", "a.txt", DecidedCase.Ruling(1, "штрафа"));
        given.GiveFrom("court", "a.txt", DecidedCase.Ruling(1, "штрафа"));
        given.Give("b.txt", DecidedCase.Ruling(2, "штрафа"));
        given.Build();
        var document = given.Query("SELECT document FROM rulings WHERE file = 'a.txt'")[0];
        given.Withdraw(document[..12]);
        Assert.Equal(1, given.Build().Units["rulings"]);
        Assert.Equal("CUS060", Assert.Throws<UsageException>(() => given.Withdraw(document)).Code);
        Assert.Equal("CUS061", Assert.Throws<UsageException>(() => given.Withdraw("clerk", isUndo: true)).Code);
        Back(given, document);
        Assert.Equal(2, given.Query("SELECT unit_id FROM rulings").Count);
    }

    [Fact]
    public void Claims_that_break_are_known_before_and_nothing_is_changed_by_asking()
    {
        using var given = DecidedCase.New();
        given.GiveFrom("clerk", "a.txt", DecidedCase.Ruling(1, "штрафа"));
        given.GiveFrom("court", "b.txt", DecidedCase.Ruling(2, "ареста"));
        given.Build();
        given.Decide(given.Unit("a.txt"), "outcome", "fine");
        given.Build();
        File.WriteAllText(given.Folder.ClaimsYaml, $"""
            fined:
              sql: {Fined}
            said:
              quote: {"{"}document: a.txt, exact: "12 июня 2022 года"{"}"}
            """);
        Directory.CreateDirectory(given.Folder.Drafts);
        File.WriteAllText(Path.Combine(given.Folder.Drafts, "a.md"), "[At least one](claim:fined) was fined on [12 June 2022](claim:said).\n");
        var heads = Heads(given);
        var plan = given.Plan("clerk");
        Assert.Equal(heads, Heads(given));
        Assert.Equal([("fined", true, Verdict.Fails), ("said", true, Verdict.Error)], plan.Moves.Select(m => (m.Claim, m.IsBroken, m.After!.Verdict!.Value)).Order());
        Assert.Equal((2, 1), (plan.UnitsBefore!["rulings"], plan.UnitsAfter!["rulings"]));
        Assert.Empty(Directory.GetDirectories(given.Folder.Builds, "apart-*"));
        given.Withdraw("clerk");
        Assert.Contains(given.Plan("clerk", isUndo: true).Moves, m => m.IsMended);
    }

    [Fact]
    public void Sources_yaml_gives_documents_to_a_source_and_a_change_of_it_is_a_new_build()
    {
        using var given = DecidedCase.New();
        given.Give("a.txt", DecidedCase.Ruling(1, "штрафа"));
        given.Give("b.txt", DecidedCase.Ruling(2, "штрафа"));
        File.WriteAllText(given.Folder.SourcesYaml, "clerk:\n  documents: a.txt\n");
        given.Build();
        given.Withdraw("clerk");
        Assert.Equal(1, given.Build().Units["rulings"]);
        File.WriteAllText(given.Folder.SourcesYaml, "clerk:\n  note: nobody reads this\n  documents: [a.txt]\n");
        Assert.True(given.Build().NothingToDo);
        File.WriteAllText(given.Folder.SourcesYaml, "clerk:\n  documents: b.txt\n");
        var report = given.Build();
        Assert.Equal(["a.txt"], given.Query("SELECT file FROM rulings"));
        Assert.Equal(report.Digest, given.Build(clean: true).Digest);
        File.WriteAllText(given.Folder.SourcesYaml, "clerk:\n  terms: x\n");
        Assert.Equal("CAS020", Assert.Throws<UsageException>(() => given.Build()).Code);
    }

    [Fact]
    public void What_comes_in_later_from_a_withdrawn_source_is_withdrawn_too()
    {
        using var given = DecidedCase.New();
        given.GiveFrom("clerk", "a.txt", DecidedCase.Ruling(1, "штрафа"));
        given.Give("b.txt", DecidedCase.Ruling(2, "штрафа"));
        given.Withdraw("clerk");
        given.GiveFrom("clerk", "c.txt", DecidedCase.Ruling(3, "штрафа"));
        Assert.True(CaseWithdrawal.IsWithdrawn(given.Folder, "clerk"));
        Assert.Equal(1, given.Build().Units["rulings"]);
    }

    private static BuildReport Back(TestCase given, string target)
    {
        given.Withdraw(target, isUndo: true);
        return given.Build();
    }

    private static IReadOnlyList<JournalHead> Heads(TestCase given)
    {
        using var journal = Journal.OpenRead(given.Folder);
        return journal.Heads();
    }
}

/// <summary>Withdrawing in tests.</summary>
internal static class WithdrawnCase
{
    public static WithdrawalPlan Plan(this TestCase given, string target, bool isUndo = false) => Of(given).Plan(target, isUndo, "test", "anna");

    public static WithdrawalPlan Withdraw(this TestCase given, string target, bool isUndo = false)
    {
        var plan = given.Plan(target, isUndo);
        Of(given).Enter(plan, new JournalOptions { Who = "coder-test" });
        return plan;
    }

    private static CaseWithdrawal Of(TestCase given) =>
        new(given.Folder, new BuildOptions { Workers = 1, ReaderCommand = TestCase.Hidden("read-worker") }, TestCase.Hidden("sql-worker"));
}
