using System.Text;
using Plumbline.Evidence;
using Plumbline.Review;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Review;

public sealed class UnitPayloadTests
{
    private static readonly DecidedMember Whole = new(
        new Member("rulings", DocumentId.Of("one"u8), Place.Whole), MemberText.Of("Дело № 5-1/2022. Постановил: виновен.", new TextSpan(0, 37)),
        new Dictionary<string, string> { ["case_number"] = "5-1/2022", ["court"] = "Выдуманский" });

    private static readonly DecidedMember Row = new(new Member("rulings", DocumentId.Of("two"u8), Place.Row(3, "лист 1")), null, new Dictionary<string, string>());

    private static readonly DefinitionCarry Carry = new(
        "rulings", "outcome", ["fedcba9876543210", "0123456789abcdef", "0123456789abcdef"], "00112233445566ff", "only \"wording\"", "calm-otter-31");

    [Fact]
    public void The_forms_of_a_judgement_and_of_a_carry_never_change()
    {
        var part = Row with { Member = new Member("rulings", Whole.Member.Document, Place.Part(2)) };
        byte[][] payloads =
        [
            DecisionPayload.Write(new UnitJudgement(Whole, Row, Sameness.Same, "quiet-heron-17", "the same \\ day")),
            DecisionPayload.Write(new UnitJudgement(Whole, part, Sameness.Different, "quiet-heron-17")),
            DecisionPayload.Write(new UnitJudgement(Row, part, Sameness.Unsure, "quiet-heron-17")),
            DecisionPayload.Write(Carry),
        ];
        Golden.Verify(string.Join('\n', payloads.Select(Encoding.UTF8.GetString)));
        Assert.All(payloads.Take(3), p =>
        {
            Assert.True(DecisionPayload.TryRead(p, out UnitJudgement read));
            Assert.Equal(p, DecisionPayload.Write(read));
        });
        Assert.True(DecisionPayload.TryRead(payloads[3], out DefinitionCarry carry));
        Assert.Equal(payloads[3], DecisionPayload.Write(carry));
    }

    [Fact]
    public void A_judgement_is_the_same_whichever_unit_was_named_first() => Assert.Equal(
        DecisionPayload.Write(new UnitJudgement(Whole, Row, Sameness.Same, "anna")), DecisionPayload.Write(new UnitJudgement(Row, Whole, Sameness.Same, "anna")));

    [Theory]
    [InlineData("same", "perhaps")]
    [InlineData("\"kind\":\"rulings\"", "\"kind\":\"others\"")]
    [InlineData("\"whole\"", "\"part:1\"")]
    [InlineData("\"coder\"", "\"who\"")]
    public void A_judgement_of_another_form_is_refused_and_never_thrown_over(string part, string other)
    {
        var json = Encoding.UTF8.GetString(DecisionPayload.Write(new UnitJudgement(Whole, Row, Sameness.Same, "anna")));
        Assert.Contains(part, json, StringComparison.Ordinal);
        Assert.False(DecisionPayload.TryRead(Encoding.UTF8.GetBytes(json.Replace(part, other, StringComparison.Ordinal)), out UnitJudgement _));
        Assert.False(DecisionPayload.TryRead("{}"u8.ToArray(), out DefinitionCarry _));
        Assert.False(DecisionPayload.TryRead(Encoding.UTF8.GetBytes(json), out DefinitionCarry _));
    }

    [Fact]
    public void Only_its_own_coder_takes_a_judgement_or_a_carry_back()
    {
        var device = new string('a', 32);
        DecisionEntry Entry(long seq, string what, byte[] payload) => new(new EntryName(device, seq), default, what, [], payload);
        var judged = Entry(1, DecisionWords.UnitJudgement, DecisionPayload.Write(new UnitJudgement(Whole, Row, Sameness.Same, "anna")));
        var carried = Entry(2, DecisionWords.Carry, DecisionPayload.Write(Carry));
        DecisionEntry Undo(long seq, long of, string coder) => Entry(seq, DecisionWords.Undo, DecisionPayload.Write(new DecisionUndo(new EntryName(device, of), coder)));

        var stays = DecisionLog.Of([judged, carried, Undo(3, 1, "boris"), Undo(4, 2, "boris")]);
        Assert.Equal((1, 1), (stays.Judgements.Count, stays.Carries.Count));
        var gone = DecisionLog.Of([judged, carried, Undo(3, 1, "anna"), Undo(4, 2, "calm-otter-31")]);
        Assert.Equal((0, 0), (gone.Judgements.Count, gone.Carries.Count));
        Assert.Empty(gone.Problems);
        Assert.Empty(DecisionLog.Of([judged with { Payload = null }]).Judgements);
    }
}
