using Plumbline.App.Cases;
using Plumbline.App.Hosting;
using Plumbline.App.Texts;
using Plumbline.Evidence;
using Plumbline.Pipeline.Entries;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.LocalApp;

/// <summary>The form of a kind of unit.</summary>
public sealed class EntryDeskTests : IDisposable
{
    private readonly TestCase given = FinedNotes.Given();
    private readonly OpenCase open;

    public EntryDeskTests() => open = new OpenCase(given.Folder, HostileInputTests.Options(given));

    [Fact]
    public void What_is_filled_in_is_said_and_what_is_left_empty_is_not()
    {
        var form = open.Entries.New(open.Entries.Kinds().Single());
        Assert.All(form.Fields, f => Assert.Null(f.Said));
        form.Fields[0].Chosen.Add("fine");
        Assert.Equal(Status.Stated, form.Fields[0].Said!.Status);
        form.Fields[1].Status = Status.NotStated;
        Assert.Empty(form.Fields[1].Said!.Values);
        form.Told = "By phone: a fine.";
        var folder = DroppedFiles.NewFolder(given.Folder.Sources, new DateOnly(2026, 11, 26));
        File.WriteAllText(Path.Combine(folder, "photo.txt"), "A photo.\n");
        open.Entries.Attach(form, Path.GetFileName(folder));
        open.Entries.Attach(form, "../..");
        var receipt = open.Entries.Save(form);
        Assert.Equal((2, 1), (receipt.Codings, receipt.Attachments.Count));
        given.Build();
        var unit = open.Units.Now(receipt.Unit.Value);
        Assert.Equal(["fine", null], unit.Variables.Select(v => v.Value));
        Assert.All(unit.Variables, v => Assert.True(v.IsSettled));

        // The file that belongs to it can be opened beside it.
        var attached = Assert.Single(open.Units.AttachedTo(open.Units.Text(receipt.Unit.Value)));
        Assert.Equal(("photo.txt", "A photo.\n"), (attached.File, attached.Text));
        var page = DocumentPage.Write(attached, "p{}", Language.English);
        Assert.Contains("A photo.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_records_that_are_rows_are_found_and_other_documents_have_none()
    {
        var id = DocumentId.Of("x"u8);
        var row = new SourceRow(1, 2, ["coder", "2026-11-26", $"a; b.txt {id.Hex}; c.txt {id.Hex}"]);
        Assert.Equal([("a; b.txt", id), ("c.txt", id)], EntryRecord.AttachedTo("", (row, ["entered_by", "entered_at", "attached"])));
        Assert.Empty(EntryRecord.AttachedTo("", (row, ["by", "at", "attached"])));
        Assert.Empty(EntryRecord.AttachedTo($"A letter.\nattached: a.txt {id.Hex}\n\n", null));
    }

    [Fact]
    public void An_empty_form_is_not_entered()
    {
        var form = open.Entries.New(open.Entries.Kinds().Single());
        Assert.Equal("REV091", Assert.Throws<UsageException>(() => open.Entries.Save(form)).Code);
        form.ToldOn = "";
        Assert.Equal("APP042", Assert.Throws<UsageException>(() => open.Entries.Save(form)).Code);
    }

    public void Dispose()
    {
        open.Dispose();
        given.Dispose();
    }
}
