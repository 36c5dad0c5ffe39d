using Plumbline.App.Cases;
using Plumbline.Evidence;
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
