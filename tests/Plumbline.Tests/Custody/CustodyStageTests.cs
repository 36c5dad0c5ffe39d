using System.Diagnostics;
using System.Net.Sockets;
using Plumbline.Custody;
using Plumbline.Custody.Files;
using Plumbline.Evidence;

namespace Plumbline.Tests.Custody;

public sealed class CustodyStageTests
{
    [Fact]
    public void A_folder_comes_in_with_names_and_folders_as_data()
    {
        using var files = new CustodyCase();
        files.Put("б.html", "2");
        files.Put("a/решение 1.html", "1");
        files.Put("a/b/..strange", "");
        var report = files.Ingest(new CustodyOptions
        {
            Source = "court", Url = "https://example.org", RetrievedAt = DateTimeOffset.UnixEpoch, Note = "n", Who = "anna",
        });
        Assert.Equal((3, 3, 0), (report.Recorded, report.NewDocuments, report.Already));
        Assert.Empty(report.Problems);
        var records = files.Records();
        Assert.Equal([("a/b", "..strange"), ("a", "решение 1.html"), ("", "б.html")], records.Select(r => (r.Folder, r.File)));
        Assert.All(records, r => Assert.Equal(("court", "https://example.org", DateTimeOffset.UnixEpoch, "n", "anna"),
            (r.Source, r.Url, r.RetrievedAt, r.Note, r.Entry!.Who)));
        Assert.Equal("1"u8.ToArray(), new Archive(files.Folder).Read(records[1].Document));
        Assert.True(files.Verify().IsIntact);
        Assert.Equal("2", File.ReadAllText(Path.Combine(files.Files, "б.html")));
    }

    [Fact]
    public void The_same_bytes_twice_are_one_blob_with_two_entries()
    {
        using var files = new CustodyCase();
        files.Put("a.txt", "same");
        files.Put("b.txt", "same");
        var report = files.Ingest();
        Assert.Equal((2, 1), (report.Recorded, report.NewDocuments));
        using var journal = Journal.OpenRead(files.Folder);
        var document = Assert.Single(journal.Documents());
        Assert.Equal("a.txt", document.File);
        Assert.Equal(["a.txt", "b.txt"], journal.CustodyOf(document.Id).Select(r => r.File));
        Assert.Equal(1, files.Verify().Blobs);
    }

    [Fact]
    public void A_second_run_enters_only_what_is_new_unless_asked()
    {
        using var files = new CustodyCase();
        files.Put("a.txt", "a");
        files.Ingest();
        files.Put("b.txt", "b");
        var second = files.Ingest();
        Assert.Equal((1, 1), (second.Recorded, second.Already));
        var noted = files.Ingest(new CustodyOptions { Note = "again, from the court" });
        Assert.Equal((2, 0, 0), (noted.Recorded, noted.NewDocuments, noted.Already));
        Assert.Equal(2, files.Ingest(new CustodyOptions { RecordAgain = true }).Recorded);
        Assert.Equal(6, files.Records().Count);
    }

    [Fact]
    public void Links_pipes_and_sockets_are_reported_and_never_followed()
    {
        Assert.SkipUnless(LinuxFiles.IsUsable, "Linux");
        using var files = new CustodyCase();
        files.Put("a.txt", "a");
        File.CreateSymbolicLink(Path.Combine(files.Files, "link"), Path.Combine(files.Files, "a.txt"));
        Directory.CreateSymbolicLink(Path.Combine(files.Files, "loop"), files.Files);
        Process.Start("mkfifo", [Path.Combine(files.Files, "pipe")])!.WaitForExit();
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(files.Files, "s")));
        var report = files.Ingest(null, files.Files, "/dev/zero", Path.Combine(files.Files, "missing"));
        Assert.Equal(1, report.Recorded);
        Assert.Equal(
            [("CUS011", "link"), ("CUS011", "loop"), ("CUS012", "pipe"), ("CUS012", "s"), ("CUS012", "zero"), ("CUS010", "missing")],
            report.Problems.Select(p => (p.Code, Path.GetFileName(p.Place.File!))));
    }

    [Fact]
    public void A_link_that_the_user_names_is_followed()
    {
        using var files = new CustodyCase();
        var link = files["named link"];
        File.CreateSymbolicLink(link, files.Put("a.txt", "a"));
        Assert.Equal(1, files.Ingest(null, link).Recorded);
    }

    [Fact]
    public void A_name_that_is_not_unicode_comes_in_and_stays_its_own()
    {
        Assert.SkipUnless(LinuxFiles.IsUsable, "Linux");
        using var files = new CustodyCase();
        Process.Start("bash", ["-c", "cd \"$1\"; mkdir $'\\xef'; echo same >$'\\xf0.txt'; echo same >$'\\xf1.txt'; echo deep >$'\\xef/\\xd0\\xb0'", "-", files.Files])!.WaitForExit();
        var report = files.Ingest();
        Assert.Empty(report.Problems);
        Assert.Equal([("\\xef", "а"), ("", "\\xf0.txt"), ("", "\\xf1.txt")], files.Records().Select(r => (r.Folder, r.File)));
        Assert.Equal(3, files.Ingest().Already);
    }

    [Fact]
    public void A_file_that_changes_while_it_is_copied_is_a_problem_and_leaves_nothing()
    {
        using var files = new CustodyCase();
        var path = files.Put("a.txt", "before");
        files.Open().Dispose();
        using var group = new ArchiveGroup(files.Folder);
        using var original = OriginalFile.Open(new FoundFile(NativePath.Of(path), "a.txt", "", false), out _)!;
        File.AppendAllText(path, " and after");
        Assert.Null(group.Add(original, out _, default));
        group.Flush();
        Assert.Equal(0, files.Verify().Blobs);
    }

    [Fact]
    public void An_unreadable_file_stops_nothing()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("root reads everything");
            return;
        }

        using var files = new CustodyCase();
        File.SetUnixFileMode(files.Put("a.txt", "a"), UnixFileMode.None);
        files.Put("b.txt", "b");
        var report = files.Ingest();
        Assert.Equal(1, report.Recorded);
        Assert.Equal("CUS013", Assert.Single(report.Problems).Code);
    }

    [Fact]
    public void A_large_file_is_streamed_and_right()
    {
        using var files = new CustodyCase();
        var bytes = new byte[(5 << 20) + 17];
        new Random(1).NextBytes(bytes);
        foreach (var (name, size) in new[] { ("a", bytes.Length), ("b", bytes.Length), ("c", 1 << 20), ("d", (1 << 20) - 1) })
        {
            File.WriteAllBytes(Path.Combine(files.Files, name), bytes[..size]);
        }

        var report = files.Ingest();
        Assert.Equal((4, 3), (report.Recorded, report.NewDocuments));
        var archive = new Archive(files.Folder);
        Assert.Equal(bytes, archive.Read(DocumentId.Of(bytes)));
        using var stream = archive.Open(DocumentId.Of(bytes));
        Assert.Equal(bytes.Length, stream.Length);
        Assert.Equal(4, files.Ingest().Already);
        Assert.Empty(Directory.EnumerateFileSystemEntries(files.Folder.Temporary));
    }

    [Fact]
    public void Cancelling_ends_the_group_and_the_next_run_takes_the_rest()
    {
        using var files = new CustodyCase();
        for (var i = 0; i < 25; i++)
        {
            files.Put($"{i:00}.txt", $"{i}");
        }

        using var cancel = new CancellationTokenSource();
        var progress = new ProgressAtOnce(p =>
        {
            if (p.Done >= 10)
            {
                cancel.Cancel();
            }
        });
        var report = new CustodyStage(files.Folder).Ingest([files.Files], new CustodyOptions { GroupFiles = 5 }, progress, cancel.Token);
        Assert.True(report.WasStopped);
        Assert.Equal(10, report.Recorded);
        Assert.Equal(10, files.Records().Count);
        var rest = files.Ingest();
        Assert.Equal((15, 10), (rest.Recorded, rest.Already));
    }

    [Fact]
    public void Plumblines_own_folder_is_left_out()
    {
        using var files = new CustodyCase();
        files.Put("a.txt", "a");
        files.Ingest();
        var report = files.Ingest(null, files.Folder.Root, files.Folder.Archive);
        Assert.Equal(0, report.Recorded);
        Assert.Equal(["CUS016", "CUS016"], report.Problems.Select(p => p.Code));
    }

    [Fact]
    public void A_damaged_blob_stops_the_ingest_of_the_same_file()
    {
        using var files = new CustodyCase();
        files.Put("a.txt", "a");
        files.Ingest();
        var blob = new Archive(files.Folder).PathOf(DocumentId.Of("a"u8));
        File.Delete(blob);
        File.WriteAllText(blob, "longer");
        Assert.Throws<IntegrityException>(() => files.Ingest());
        Assert.Throws<IntegrityException>(() => new Archive(files.Folder).Read(DocumentId.Of("a"u8)));
        File.Delete(blob);
        Assert.Equal("CUS020", Assert.Throws<IntegrityException>(() => new Archive(files.Folder).Read(DocumentId.Of("a"u8))).Code);
        Assert.Equal(1, files.Ingest().Recorded);
    }

    private sealed class ProgressAtOnce(Action<StageProgress> report) : IProgress<StageProgress>
    {
        public void Report(StageProgress value) => report(value);
    }
}
