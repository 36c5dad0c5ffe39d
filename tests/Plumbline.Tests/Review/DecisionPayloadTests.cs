using System.Text;
using Plumbline.Evidence;
using Plumbline.Review;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Review;

public sealed class DecisionPayloadTests
{
    private static readonly DocumentId Document = DocumentId.Of("ruling"u8);

    [Fact]
    public void The_form_of_a_decision_never_changes()
    {
        var text = "Дело № 5-1/2022. Назначить наказание в виде\nштрафа в размере 15 000 рублей.";
        var at = new TextSpan(text.IndexOf("штрафа", StringComparison.Ordinal), text.Length - 1);
        var of = new DecidedMember(
            new Member("rulings", Document, Place.Part(2)), MemberText.Of(text, new TextSpan(0, text.Length)),
            new Dictionary<string, string> { ["case_number"] = "5-1/2022", ["court"] = "Выдуманский" });
        var coding = new Decision
        {
            Act = DecisionAct.Coding, Of = of, Variable = "fine_rub", Status = Status.Stated, Values = ["15000 RUB"],
            Evidence = [new DecisionEvidence(TextSelector.Of(text, at), false)], Coder = "quiet-heron-17", Shown = ShownBefore.Machine,
            ShownMachine = new ShownMachine(Status.Stated, ["1500 RUB"]), DefinitionHash = "0123456789abcdef", Note = "a \"quote\" and a \\",
        };
        var several = coding with
        {
            Variable = "provisions", Values = ["koap:20.2:1", "koap:20.2:5"], Note = null, Shown = ShownBefore.Other, ShownMachine = null,
            ShownEntries = [new EntryName(new string('a', 32), 7)],
            Evidence = [new DecisionEvidence(new RecordSelector(3, 4, "статья", "20.2 ч. 5"), false, "koap:20.2:5"), new DecisionEvidence(null, true, "koap:20.2:1")],
        };
        var unclear = coding with
        {
            Act = DecisionAct.Adjudication, Of = of with { Text = null, Key = new Dictionary<string, string>() }, Status = Status.Unclear, Values = [],
            Candidates = ["10000 RUB", "15000 RUB"], Evidence = [new DecisionEvidence(null, false)], Shown = ShownBefore.Nothing, ShownMachine = null,
        };
        byte[][] payloads =
        [
            DecisionPayload.Write(coding), DecisionPayload.Write(several), DecisionPayload.Write(unclear),
            DecisionPayload.Write(new DecisionUndo(new EntryName(new string('b', 32), 12), "quiet-heron-17", "a slip")),
            DecisionPayload.Write(new DecisionAttach(new EntryName(new string('b', 32), 12), of, "calm-otter-31")),
        ];
        Golden.Verify(string.Join('\n', payloads.Select(Encoding.UTF8.GetString)));

        Assert.All([coding, several, unclear], given =>
        {
            Assert.True(DecisionPayload.TryRead(given.Act, DecisionPayload.Write(given), out var read));
            Assert.Equal(DecisionPayload.Write(given), DecisionPayload.Write(read));
        });
        Assert.True(DecisionPayload.TryRead(payloads[3], out DecisionUndo undo) && undo.Entry.Seq == 12);
        Assert.True(DecisionPayload.TryRead(payloads[4], out DecisionAttach attach) && attach.To.Member == of.Member);
    }

    [Fact]
    public void The_form_of_a_decision_out_of_a_sheet_never_changes()
    {
        var decision = new Decision
        {
            Act = DecisionAct.Coding, Of = new DecidedMember(new Member("rulings", Document, Place.Whole), null, new Dictionary<string, string>()), Variable = "outcome",
            Status = Status.Stated, Values = ["fine"], Evidence = [new DecisionEvidence(null, false)], Coder = "desk-2019", Shown = ShownBefore.Nothing,
            DefinitionHash = "0123456789abcdef", Note = "labels of 2019", Sheet = new SheetPlace(new string('c', 64), 17),
        };
        Golden.Verify(Encoding.UTF8.GetString(DecisionPayload.Write(decision)));
        Assert.True(DecisionPayload.TryRead(DecisionAct.Coding, DecisionPayload.Write(decision), out var read));
        Assert.Equal((decision.Sheet, true), (read.Sheet, read.IsWithoutWords));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"kind\":1}")]
    [InlineData("{\"kind\":\"rulings\",\"document\":\"00\",\"place\":\"whole\"}")]
    public void A_payload_of_another_form_is_refused_and_never_thrown_over(string json)
    {
        var payload = Encoding.UTF8.GetBytes(json);
        Assert.False(DecisionPayload.TryRead(DecisionAct.Coding, payload, out var _));
        Assert.False(DecisionPayload.TryRead(payload, out DecisionUndo _));
        Assert.False(DecisionPayload.TryRead(payload, out DecisionAttach _));
    }

    [Fact]
    public void A_member_id_that_is_not_of_its_document_and_place_is_refused()
    {
        var of = new DecidedMember(new Member("rulings", Document, Place.Whole), null, new Dictionary<string, string>());
        var json = Encoding.UTF8.GetString(DecisionPayload.Write(new DecisionAttach(new EntryName("a", 1), of, "anna")));
        Assert.False(DecisionPayload.TryRead(Encoding.UTF8.GetBytes(json.Replace("whole", "part:1", StringComparison.Ordinal)), out DecisionAttach _));
    }
}
