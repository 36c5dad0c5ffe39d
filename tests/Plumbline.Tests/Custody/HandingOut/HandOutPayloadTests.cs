using System.Text;
using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Custody.Erasing;
using Plumbline.Custody.HandingOut;
using Plumbline.Evidence;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Custody.HandingOut;

public sealed class HandOutPayloadTests
{
    [Fact]
    public void The_form_of_what_is_withheld_never_changes()
    {
        string here = new('a', 32), there = new('b', 32);
        var withheld = WithheldEntries.Of("calm-otter-31", 12, [new(there, 3), new(here, 3), new(here, 4), new(here, 5), new(here, 19)]);
        Golden.Verify(Encoding.UTF8.GetString(withheld.Draft().Payload.Span));

        var read = WithheldEntries.Read(withheld.Draft().Payload)!;
        Assert.Equal(("calm-otter-31", 12, 5L), (read.Coder, read.Documents, read.Count));
        Assert.True(read.Contains(here, 4) && read.Contains(there, 3) && !read.Contains(here, 6));
    }

    [Fact]
    public void The_form_of_a_hand_out_never_changes()
    {
        using var folder = new TemporaryFolder();
        var made = CaseFolder.At(folder["case"]);
        Directory.CreateDirectory(made.Root);
        using var journal = Journal.Create(made, new JournalOptions { Who = "quiet-heron-17" });
        journal.HandOut([new HandOutPart("anna", CaseFolder.At(folder["out"]), new HashSet<DocumentId>()), new HandOutPart("boris", CaseFolder.At(folder["out2"]), new HashSet<DocumentId>())]);
        Golden.Verify(string.Join('\n', journal.Entries().Where(e => e.What is "payloads-withheld" or "handed-out").Select(e => $"{e.What} {Encoding.UTF8.GetString(e.Payload!.Value.Span)}")));
    }

    [Theory]
    [InlineData("{\"coder\":\"a\",\"documents\":1,\"withheld\":{\"d\":\"5-3\"}}")]
    [InlineData("{\"coder\":\"a\",\"documents\":1,\"withheld\":{\"d\":\"0\"}}")]
    [InlineData("{\"documents\":1}")]
    [InlineData("[]")]
    public void What_has_another_form_is_none(string payload) => Assert.Null(WithheldEntries.Read(Encoding.UTF8.GetBytes(payload)));
}
