using Plumbline.Custody;
using Plumbline.Custody.Erasing;
using Plumbline.Custody.Merging;
using Plumbline.Evidence;

namespace Plumbline.Tests.Custody.Merging;

public sealed class MergeTests
{
    [Fact]
    public void Nothing_is_written_to_the_other_case_and_its_key_stays_there()
    {
        using var machines = new Machines(2);
        machines.Ingest(1, "a", "b");
        var before = Machines.Snapshot(machines[1].Root);
        var report = machines.Merge(0, 1);
        Assert.Equal(before, Machines.Snapshot(machines[1].Root));
        Assert.Equal((2, 2), (report.Documents, report.Bytes));
        Assert.NotEqual(File.ReadAllText(DeviceKey.PathOf(machines[0])), File.ReadAllText(DeviceKey.PathOf(machines[1])));
        Assert.Empty(machines.Verify(0).Problems);
        Assert.Empty(Directory.EnumerateFileSystemEntries(machines[0].Temporary));
    }

    [Fact]
    public void A_case_on_a_stick_that_cannot_be_written_can_be_merged()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Rights of Unix.");
            return;
        }

        using var machines = new Machines(2);
        machines.Ingest(1, "a");
        File.SetUnixFileMode(machines[1].Inner, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            Assert.Equal(1, machines.Merge(0, 1).Documents);
        }
        finally
        {
            File.SetUnixFileMode(machines[1].Inner, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public void What_another_program_has_entered_and_not_yet_moved_into_the_journals_file_comes_too()
    {
        using var machines = new Machines(2);
        using var journal = Journal.OpenWrite(machines[1], new JournalOptions());
        journal.Append([new("note", CanonicalJson.Of(("text", "in the log of pages")))]);
        Assert.True(File.Exists(machines[1].Journal + "-wal"));
        machines.Merge(0, 1);
        Assert.Contains(machines.Entries(0), e => e.Contains(" note ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_merge_is_one_entry_that_has_seen_the_other_heads_and_a_second_one_is_none()
    {
        using var machines = new Machines(2);
        machines.Ingest(1, "a");
        machines.Merge(0, 1);
        using (var journal = Journal.OpenRead(machines[0]))
        {
            var merged = journal.Entries("case-merged").Last(e => e.Who == "coder-0");
            Assert.Equal(Journal.OpenRead(machines[1]).Heads().Where(h => h.Device != merged.Device), merged.Seen);
            Assert.Contains("\"heads\":", System.Text.Encoding.UTF8.GetString(merged.Payload!.Value.Span), StringComparison.Ordinal);
        }

        var before = machines.Entries(0);
        Assert.True(machines.Merge(0, 1).IsNothingNew);
        Assert.Equal(before, machines.Entries(0));
    }

    [Fact]
    public void Two_machines_come_to_rest()
    {
        using var machines = new Machines(2);
        machines.Ingest(0, "a");
        machines.Ingest(1, "b");
        Assert.True(machines.Settle() <= 3);
    }

    [Fact]
    public void A_fork_is_refused_with_both_entries_named_and_nothing_is_taken()
    {
        using var machines = new Machines(2);
        File.Copy(DeviceKey.PathOf(machines[0]), DeviceKey.PathOf(machines[1]), overwrite: true);
        machines.Ingest(0, "a");
        machines.Ingest(1, "b");
        var before = Machines.Snapshot(machines[0].Archive);
        var fault = Assert.Throws<IntegrityException>(() => machines.Merge(0, 1));
        Assert.Equal("CUS044", fault.Code);
        var seq = machines.Entries(0).Select(e => e.Split(' ')).Last(e => e[2] == "ingest");
        var other = machines.Entries(1).Select(e => e.Split(' ')).Last(e => e[2] == "ingest");
        Assert.Contains($"{seq[0][..8]}:{seq[0].Split(':')[1]} ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(seq[1][..16], fault.Message, StringComparison.Ordinal);
        Assert.Contains(other[1][..16], fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, Machines.Snapshot(machines[0].Archive));
        Assert.Empty(machines.Verify(0).Problems);
    }

    [Fact]
    public void Another_case_is_refused_unless_it_is_to_be_joined()
    {
        using var files = new CustodyCase();
        files.Put("a.txt", "a");
        files.Ingest();
        using var machines = new Machines(1);
        MergeReport Merge(bool join) => CustodyMerge.Merge(machines[0], files.Folder.Root, new MergeOptions { Join = join }, () => { });
        Assert.Equal("CUS043", Assert.Throws<UsageException>(() => Merge(join: false)).Code);
        Assert.Equal("CUS040", Assert.Throws<UsageException>(() => CustodyMerge.Merge(machines[0], files.Files, new MergeOptions(), () => { })).Code);
        Assert.Equal("CUS041", Assert.Throws<UsageException>(() => CustodyMerge.Merge(machines[0], machines[0].Root, new MergeOptions(), () => { })).Code);
        Assert.Equal(1, Merge(join: true).Documents);
        Assert.True(Merge(join: false).IsNothingNew);
    }

    [Theory]
    [InlineData("UPDATE entries SET who = 'somebody' WHERE seq = 2")]
    [InlineData("UPDATE payloads SET body = CAST('{}' AS BLOB) WHERE seq = 3")]
    [InlineData("DELETE FROM payloads WHERE seq = 3")]
    [InlineData("UPDATE entries SET signature = NULL WHERE seq = 3")]
    public void A_broken_journal_is_refused_whole(string forgery)
    {
        using var files = new CustodyCase();
        files.Put("a.txt", "a");
        files.Ingest();
        using var copy = new CustodyCase();
        CustodyMerge.Merge(copy.Folder, files.Folder.Root, new MergeOptions(), () => { });
        files.Put("b.txt", "b");
        files.Ingest();
        files.Forge(forgery);
        var before = copy.Records().Count;
        Assert.Equal("CUS042", Assert.Throws<IntegrityException>(() => CustodyMerge.Merge(copy.Folder, files.Folder.Root, new MergeOptions(), () => { })).Code);
        Assert.Equal(before, copy.Records().Count);
        Assert.Empty(copy.Verify().Problems);
    }

    [Fact]
    public void A_broken_or_missing_file_of_the_other_archive_is_refused_whole()
    {
        using var machines = new Machines(2);
        machines.Ingest(1, "a", "b");
        var path = new Archive(machines[1]).PathOf(DocumentId.Of("b"u8));
        File.Delete(path);
        Assert.Equal("CUS042", Assert.Throws<IntegrityException>(() => machines.Merge(0, 1)).Code);
        File.WriteAllText(path, "c");
        Assert.Equal("CUS042", Assert.Throws<IntegrityException>(() => machines.Merge(0, 1)).Code);
        Assert.Empty(machines.Documents(0));
        Assert.Empty(machines.Verify(0).Problems);
    }

    [Fact]
    public void What_was_erased_there_is_erased_here_only_when_accepted()
    {
        using var machines = new Machines(2);
        machines.Ingest(0, "secret", "b");
        machines.Merge(1, 0);
        CustodyErasure.Erase(machines[1], DocumentId.Of("secret"u8).Hex, new ErasureOptions { Who = "coder-1", Reason = "asked for" }, () => { });
        var refused = Assert.Throws<UsageException>(() => machines.Merge(0, 1));
        Assert.Equal("CUS046", refused.Code);
        Assert.Contains(refused.Problems, p => p.Sentence.Contains("coder-1: asked for", StringComparison.Ordinal));
        Assert.Equal(2, machines.Documents(0).Count);
        var removed = false;
        CustodyMerge.Merge(machines[0], machines[1].Root, new MergeOptions { AcceptErasures = true }, () => removed = true);
        Assert.True(removed);
        Assert.Single(machines.Documents(0));
        Assert.False(new Archive(machines[0]).Contains(DocumentId.Of("secret"u8)));
        Assert.Empty(machines.Verify(0).Problems);
    }

    [Fact]
    public void What_was_erased_here_does_not_come_back()
    {
        using var machines = new Machines(2);
        machines.Ingest(0, "secret", "b");
        machines.Merge(1, 0);
        machines.Ingest(1, "secret");
        CustodyErasure.Erase(machines[0], DocumentId.Of("secret"u8).Hex, new ErasureOptions(), () => { });
        var report = machines.Merge(0, 1);
        Assert.Equal("CUS050", Assert.Single(report.Problems).Code);
        Assert.Single(machines.Documents(0));
        Assert.False(new Archive(machines[0]).Contains(DocumentId.Of("secret"u8)));
        Assert.Empty(machines.Verify(0).Problems);
    }

    [Fact]
    public void While_somebody_brings_files_in_nobody_merges()
    {
        using var machines = new Machines(2);
        using var held = CustodyLock.Shared(machines[0]);
        Assert.Equal("CUS049", Assert.Throws<StoreFailedException>(() => machines.Merge(0, 1)).Code);
    }
}
