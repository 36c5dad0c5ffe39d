using Plumbline.Cli.Doctor;
using Plumbline.Processes;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Cli;

public sealed class DoctorTests : IDisposable
{
    private readonly TemporaryFolder folder = new("компьютер");

    private ProgramSearch Nothing => new("", folder["tools"]);

    [Fact]
    public void Every_check_stands_in_the_docs_and_says_what_is_lost_and_what_to_try()
    {
        var page = File.ReadAllText(Path.Combine(Support.Repository.Root, "docs", "doctor.md"));
        var checks = This().Look();
        Assert.Equal(checks.Count, checks.Select(c => c.Name).Distinct().Count());
        Assert.All(checks, check =>
        {
            Assert.Contains($"| `{check.Name}` |", page, StringComparison.Ordinal);
            Assert.Equal(check.State is CheckState.Warning or CheckState.Fault, check.Lost.Length > 0);
            Assert.Equal(check.State != CheckState.Fine, check.Try.Length > 0);
        });
    }

    [Fact]
    public void It_shows_all_of_it_and_ends_well_where_only_tools_are_missing()
    {
        var run = BuiltProgram.Run(folder.Path, "doctor");
        Assert.True(run.Code == 0, run.Out + run.Error);
        Assert.Matches(@"(?m)^(ok|warning) +workers ", run.Out);
        Assert.Empty(run.Error);
    }

    [Fact]
    public void A_computer_without_tools_says_what_is_lost_and_one_with_tools_beside_the_program_finds_them()
    {
        var machine = This() with { Programs = Nothing, Variable = _ => null };
        Assert.Equal(CheckState.Warning, ToolChecks.PagePictures(machine).State);
        Assert.Equal(CheckState.Warning, ToolChecks.Ocr(machine).State);
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell script");
        Assert.Equal(CheckState.Warning, ToolChecks.Browser(machine).State);
        Script("pdftoppm", "echo pdftoppm version 99.1 >&2");
        Script("tesseract", """if [ "$1" = --version ]; then echo tesseract 5.3; else printf 'eng\nosd\n'; fi""");
        Script("firefox", "exit 1");
        Assert.Contains("pdftoppm version 99.1", ToolChecks.PagePictures(machine).Found, StringComparison.Ordinal);
        Assert.Contains("without rus", ToolChecks.Ocr(machine).Found, StringComparison.Ordinal);
        Assert.Contains("no screen", ToolChecks.Browser(machine).Found, StringComparison.Ordinal);
        Assert.Equal(CheckState.Fine, ToolChecks.Browser(machine with { Variable = name => name == "DISPLAY" ? ":0" : null }).State);
    }

    [Fact]
    public void Programs_are_never_taken_from_the_folder_that_one_stands_in() =>
        Assert.Null(new ProgramSearch(".:" + folder.Path[1..], folder["nowhere"]).Find("pdftoppm"));

    [Fact]
    public void Workers_that_do_not_start_are_a_fault()
    {
        var check = Assert.Single(WorkerChecks.Of(This() with { Child = _ => new ChildCommand(folder["no-such-program"], []) }));
        Assert.Equal(CheckState.Fault, check.State);
    }

    [Theory]
    [InlineData("CRYPT-LUKS2-0123-home", true)]
    [InlineData("LVM-0123", false)]
    public void Encryption_is_found_below_other_layers(string below, bool isEncrypted)
    {
        Device("253:1", "LVM-abc");
        Device("253:0", below);
        Directory.CreateSymbolicLink(Directory.CreateDirectory(folder["sys", "dev", "block", "253:1", "slaves"]).FullName + "/dm-0", folder["sys", "dev", "block", "253:0"]);
        Mounts("22 1 8:1 / / rw - ext4 /dev/sda1 rw", @"30 22 253:1 / /home/the\040one rw,relatime shared:1 - ext4 /dev/mapper/vg-home rw");
        Assert.Equal(isEncrypted, DiskEncryption.Of("/home/the one/cases", folder.Path));
        Assert.Null(DiskEncryption.Of("/srv", folder.Path)); // A device that the system does not describe.
    }

    [Fact]
    public void A_file_system_that_encrypts_is_known_and_one_without_a_disk_is_not_judged()
    {
        Mounts("1 0 0:30 / / rw - overlay overlay rw", "2 1 0:31 / /vault rw - fuse.gocryptfs /home/a/b rw", "broken line");
        Assert.True(DiskEncryption.Of("/vault/case", folder.Path));
        Assert.Null(DiskEncryption.Of("/vaults", folder.Path));
    }

    [Fact]
    public void A_case_that_others_can_open_is_told_until_a_folder_above_it_is_closed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "has other permissions");
        using var given = new TestCase();
#pragma warning disable CA1416 // Skipped on Windows.
        File.SetUnixFileMode(given.Folder.Root, (UnixFileMode)0b111_101_101);
        var machine = Machine.This(given.Folder) with { Child = TestCase.Hidden };
        var parents = new DirectoryInfo(given.Folder.Root).Parent!;
        var closed = false;
        for (var at = parents; at is not null; at = at.Parent)
        {
            closed |= ((int)at.UnixFileMode & 0b111_111) == 0;
        }

        Assert.Equal(closed ? CheckState.Fine : CheckState.Warning, PlaceChecks.Permissions(machine).State);
        File.SetUnixFileMode(given.Folder.Root, (UnixFileMode)0b111_000_000);
#pragma warning restore CA1416
        Assert.Equal(CheckState.Fine, PlaceChecks.Permissions(machine).State);
    }

    [Fact]
    public void A_synced_place_and_a_clock_that_was_set_back_are_told()
    {
        using var given = new TestCase();
        var synced = Machine.This(null) with { Place = folder["Dropbox", "cases"] };
        Assert.Contains("Dropbox", PlaceChecks.Synced(synced).Found, StringComparison.Ordinal);
        var machine = Machine.This(given.Folder);
        Assert.Equal(CheckState.Fine, ClockChecks.Clock(machine).State);
        File.SetLastWriteTimeUtc(given.Folder.Journal, DateTime.UtcNow.AddDays(2));
        Assert.Equal(CheckState.Warning, ClockChecks.Clock(machine).State);
    }

    public void Dispose() => folder.Dispose();

    private static Machine This() => Machine.This(null) with { Child = TestCase.Hidden };

    private void Script(string name, string text)
    {
        var path = Path.Combine(Directory.CreateDirectory(folder["tools", "bin"]).FullName, name);
        File.WriteAllText(path, "#!/bin/sh\n" + text + "\n");
#pragma warning disable CA1416 // Callers are skipped on Windows.
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
#pragma warning restore CA1416
    }

    private void Device(string number, string uuid) =>
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(folder["sys", "dev", "block", number, "dm"]).FullName, "uuid"), uuid + "\n");

    private void Mounts(params string[] lines) =>
        File.WriteAllLines(Path.Combine(Directory.CreateDirectory(folder["proc", "self"]).FullName, "mountinfo"), lines);
}
