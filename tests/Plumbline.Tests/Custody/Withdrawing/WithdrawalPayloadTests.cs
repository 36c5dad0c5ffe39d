using System.Text;
using Plumbline.Custody;
using Plumbline.Custody.Erasing;
using Plumbline.Custody.Withdrawing;
using Plumbline.Evidence;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Custody.Withdrawing;

public sealed class WithdrawalPayloadTests
{
    private static readonly EntryName Name = new(new string('a', 32), 7);

    [Fact]
    public void The_form_of_a_withdrawal_never_changes()
    {
        byte[][] payloads =
        [
            WithdrawalPayload.OfSource("служащий \"суда\"", "asked us to wait", "calm-otter-31"),
            WithdrawalPayload.OfDocument(DocumentId.Of("ruling"u8), "forged", "calm-otter-31"),
            WithdrawalPayload.Back(Name, "agreed again", "calm-otter-31"),
        ];
        Golden.Verify(string.Join('\n', payloads.Select(Encoding.UTF8.GetString)));
        Assert.Equal("служащий \"суда\"", WithdrawalPayload.Read(Entry("withdrawal", payloads[0]))!.Source);
        Assert.Equal(DocumentId.Of("ruling"u8), WithdrawalPayload.Read(Entry("withdrawal", payloads[1]))!.Document);
        Assert.Equal(Name, WithdrawalPayload.ReadBack(payloads[2]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"source\":1}")]
    [InlineData("{\"entry\":3}")]
    [InlineData("{\"entry\":{\"device\":1,\"seq\":\"x\"}}")]
    public void A_payload_of_another_form_withdraws_nothing(string json)
    {
        Assert.Null(WithdrawalPayload.Read(Entry("withdrawal", Encoding.UTF8.GetBytes(json))));
        Assert.Null(WithdrawalPayload.ReadBack(Encoding.UTF8.GetBytes(json)));
        Assert.Empty(Withdrawals.Of([Entry("withdrawal", null), Entry("reinstatement", null)]).Standing);
    }

    [Fact]
    public void Of_two_withdrawals_of_one_source_each_is_taken_back_by_itself_in_any_order()
    {
        var first = Entry("withdrawal", WithdrawalPayload.OfSource("x", "r", "c"), 1);
        var second = Entry("withdrawal", WithdrawalPayload.OfSource("x", "r", "c"), 2);
        var back = Entry("reinstatement", WithdrawalPayload.Back(new EntryName(first.Device, 1), "r", "c"), 3);
        Assert.True(Withdrawals.Of([back, first, second]).Has("x"));
        Assert.True(Withdrawals.Of([first, second, back]).Has("x"));
        Assert.False(Withdrawals.Of([back, first]).Has("x"));
    }

    private static JournalEntry Entry(string what, byte[]? payload, long seq = 1) => new()
    {
        Device = new string('b', 32), Seq = seq, At = default, Who = "coder-test", What = what, Hash = "", Previous = "", Seen = [], PayloadHash = "", Payload = payload,
    };
}
