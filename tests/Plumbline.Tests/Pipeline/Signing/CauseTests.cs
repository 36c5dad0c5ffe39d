using Plumbline.Claims;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Changes;
using Plumbline.Pipeline.Signing;
using Plumbline.Pipeline.Signing.Causes;
using Plumbline.Review;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Pipeline.Signing;

/// <summary>Every sort of change that can move a claim is named when it did; what coders do is in <see cref="SinceTests"/>.</summary>
public sealed class CauseTests
{
    private const string Sums = """
        fined:
          sql: SELECT unit_id FROM rulings WHERE outcome = 'fine'
        sum:
          sql: SELECT unit_id, fine AS amount FROM rulings
          measure: sum
        """;

    [Fact]
    public void A_withdrawn_source_and_one_taken_back_in()
    {
        using var given = SignedCase.New();
        given.GiveFrom("clerk", "5.txt", DecidedCase.Ruling(5, "штрафа"));
        given.Build();
        given.Decide(given.Unit("5.txt"), "outcome", "fine");
        given.Build();
        var signature = given.Sign();
        given.Withdraw("clerk");
        given.Build();
        var gone = Cause(given, signature, "fined");
        Assert.Equal((CauseKind.Withdrawn, 1, -1, -1), (gone.Kind, gone.Units, gone.Confirmed, gone.Possible));
        Assert.Equal("withdrawal", Assert.Single(gone.Entries).What);
        Assert.Null(gone.Low);

        var without = given.Sign();
        given.Withdraw("clerk", isUndo: true);
        given.Build();
        Assert.Empty(given.Since(signature).Moved);
        var back = Cause(given, without, "fined");
        Assert.Equal((CauseKind.Reinstated, 1, 1, 1), (back.Kind, back.Units, back.Confirmed, back.Possible));
        Assert.Equal("reinstatement", Assert.Single(back.Entries).What);
    }

    [Fact]
    public void Decisions_carried_to_a_new_definition()
    {
        using var given = SignedCase.New();
        given.Codebook("rulings", DecidedCase.Rulings.Replace("type: category", "type: category\n    instructions: Only the operative part.", StringComparison.Ordinal));
        given.Build();
        var signature = given.Sign(allowOpen: true);
        var carrying = new DefinitionCarrying(given.Folder, new() { Who = "coder-test" });
        carrying.Enter(carrying.Plan("outcome", "only the wording", "clara"));
        given.Build();
        var cause = Cause(given, signature, "fined");
        Assert.Equal((CauseKind.Carried, 4, 3, 0, -1), (cause.Kind, cause.Units, cause.Confirmed, cause.Possible, cause.Unread));
        Assert.Equal(["rulings.outcome"], cause.About);
        Assert.Equal("only the wording", Assert.Single(cause.Entries).Reason);
    }

    [Fact]
    public void Units_judged_to_be_one()
    {
        using var given = SignedCase.New();
        var signature = given.Sign();
        var judged = new UnitJudging(given.Folder, new() { Who = "coder-test" }).Judge(given.Unit("1.txt"), given.Unit("2.txt"), Sameness.Same, "anna", "one hearing");
        given.Build();
        var cause = Cause(given, signature, "fined");
        Assert.Equal((CauseKind.United, 1, -1, -1), (cause.Kind, cause.Units, cause.Confirmed, cause.Possible));
        Assert.Equal(judged.Entry, Assert.Single(cause.Entries).Name);
    }

    [Fact]
    public void A_changed_rule()
    {
        using var given = SignedCase.New();
        given.Give("5.txt", DecidedCase.Ruling(5, "штрафа"));
        given.Build();
        var signature = given.Sign(allowOpen: true);
        given.Codebook("rulings", DecidedCase.Rulings.Replace("наказание w/5 штраф", "никогда", StringComparison.Ordinal));
        given.Build();
        var cause = Cause(given, signature, "fined");
        Assert.Equal((CauseKind.Codebook, 1, 0, -1), (cause.Kind, cause.Units, cause.Confirmed, cause.Possible));
        Assert.Equal(["rulings.outcome"], cause.About);
    }

    [Fact]
    public void What_settles_a_value()
    {
        using var given = SignedCase.New();
        var signature = given.Sign();
        given.Write("case.yaml", "title: Test\nsettles: two\n");
        given.Build();
        var cause = Cause(given, signature, "fined");
        Assert.Equal((CauseKind.CaseFile, 4, -3, 0), (cause.Kind, cause.Units, cause.Confirmed, cause.Possible));
    }

    [Fact]
    public void Another_version_of_the_program()
    {
        // As if signed by a version that read one fine more, whose tables are no more there and come out otherwise now.
        using var given = SignedCase.New();
        var signature = given.Sign();
        var one = new ClaimValue(4);
        var earlier = signature with
        {
            Build = signature.Build with { Program = "0.0.1", Digest = new string('0', signature.Build.Digest.Length) },
            Claims = [.. signature.Claims.Select(c => c.Claim == "fined" ? c with { Low = one, High = one } : c)],
        };
        Assert.Equal(CauseKind.Program, Cause(given, earlier, "fined").Kind);
        Assert.Contains(given.AsOf(earlier).Problems, p => p.Sentence.Contains("0.0.1", StringComparison.Ordinal));
    }

    [Fact]
    public void Amounts_that_causes_move_add_up_to_the_move_of_a_sum()
    {
        using var given = Fines();
        var signature = given.Sign(allowOpen: true);
        var report = given.Since(signature);
        Assert.Empty(report.Moved);

        // One source goes, one reading is another, two that may be the same are one.
        given.Withdraw("clerk");
        given.Decide(given.Unit("2.txt"), "fine", "15000", "boris", "10000 рублей", act: DecisionAct.Adjudication);
        var pair = given.Query("SELECT unit_id FROM store.maybe_same ORDER BY unit_id");
        Assert.Equal(2, pair.Count);
        new UnitJudging(given.Folder, new() { Who = "coder-test" }).Judge(pair[0], pair[1], Sameness.Same, "anna", null);
        given.Build();
        var sum = given.Since(signature).Moved.First(m => m.Move.Claim == "sum");
        var causes = sum.Causes.ToDictionary(c => c.Kind);
        Assert.Equal((-10000m, -10000m), (causes[CauseKind.Withdrawn].Low, causes[CauseKind.Withdrawn].High));
        Assert.Equal((5000m, 5000m), (causes[CauseKind.Adjudicated].Low, causes[CauseKind.Adjudicated].High));
        Assert.Equal((0m, -7000m), (causes[CauseKind.United].Low, causes[CauseKind.United].High));
        Assert.Equal(sum.Move.After!.Low!.Value.Number - sum.Move.Before!.Low!.Value.Number, sum.Causes.Sum(c => c.Low));
        Assert.Equal(sum.Move.After!.High!.Value.Number - sum.Move.Before!.High!.Value.Number, sum.Causes.Sum(c => c.High));
        Assert.Contains("low -10,000, high -10,000", CauseSentence.Of(causes[CauseKind.Withdrawn], "rulings", withReasons: true), StringComparison.Ordinal);
        Assert.All(given.Since(signature).Moved.First(m => m.Move.Claim == "fined").Causes, c => Assert.Null(c.Low));
    }

    /// <summary>Three fines of 10,000, one of them from a source; and two copies of a fourth, of 7,000, that may be the same.</summary>
    private static TestCase Fines()
    {
        var given = DecidedCase.New(DecidedCase.Rulings + """

              fine:
                type: money
                currency: RUB
                rules:
                  - read: money
                    pick: first
            """);
        given.Give(("1.txt", Text(1, 10000)), ("2.txt", Text(2, 10000)), ("4.txt", Text(4, 7000)), ("copy.txt", [.. "Копия. "u8, .. Text(4, 7000)]));
        given.GiveFrom("clerk", "3.txt", System.Text.Encoding.UTF8.GetString(Text(3, 10000)));
        given.Build();
        foreach (var file in new[] { "1.txt", "2.txt", "3.txt", "4.txt", "copy.txt" })
        {
            given.Decide(given.Unit(file), "outcome", "fine");
            given.Decide(given.Unit(file), "fine", file is "4.txt" or "copy.txt" ? "7000" : "10000");
        }

        given.Write("claims.yaml", Sums);
        given.Write(SignedCase.Draft, "In all [37,000](claim:sum), [at least 4 rulings](claim:fined).\n");
        given.Build();
        return given;

        static byte[] Text(int number, int fine) => System.Text.Encoding.UTF8.GetBytes(DecidedCase.Ruling(number, $"штрафа {fine} рублей"));
    }

    private static MoveCause Cause(TestCase given, Signature signature, string claim) => Assert.Single(given.Since(signature).Moved.First(m => m.Move.Claim == claim).Causes);
}
