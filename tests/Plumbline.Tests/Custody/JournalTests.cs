using System.Text;
using Microsoft.Data.Sqlite;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Custody;

public sealed class JournalTests
{
    private static JournalDraft Draft(string text) => new("note", CanonicalJson.Of(("text", text)));

    [Fact]
    public void The_form_of_an_entry_never_changes()
    {
        byte[] salt = [.. Enumerable.Range(0, 16).Select(i => (byte)i)];
        var payload = IngestPayload.Write(new CustodyRecord
        {
            Document = DocumentId.Of("решение"u8),
            Size = 14,
            File = "решение \"1\".html",
            Folder = "2016/июнь",
            Source = "archive",
            Url = "https://example.org/?a=1&b=2",
            RetrievedAt = DateTimeOffset.UnixEpoch.AddMilliseconds(1),
            Note = "first line\nsecond\u0001 😀",
        });
        var first = new EntryRow
        {
            Device = "0123456789abcdef0123456789abcdef",
            Seq = 1,
            Previous = [],
            Seen = "",
            At = EntryForm.Time(new DateTimeOffset(2026, 11, 25, 21, 29, 58, 123, TimeSpan.FromHours(3))),
            Who = "кодировщик-1",
            What = "ingest",
            PayloadHash = EntryForm.PayloadHash(salt, payload),
        };
        var hash = EntryForm.Hash(first, []);
        var second = first with
        {
            Seq = 2,
            Previous = hash,
            Seen = HeadsText.Format([new JournalHead(new string('f', 32), 7, new string('a', 64))]),
        };
        var signature = Enumerable.Range(100, 64).Select(i => (byte)i).ToArray();
        Golden.Verify($"""
            payload {Encoding.UTF8.GetString(payload)}
            payload hash {Convert.ToHexStringLower(first.PayloadHash)}
            form {Convert.ToHexStringLower(EntryForm.Bytes(first, []))}
            hash {Convert.ToHexStringLower(hash)}
            form after a signed one {Convert.ToHexStringLower(EntryForm.Bytes(second, signature))}
            hash {Convert.ToHexStringLower(EntryForm.Hash(second, signature))}
            """);
    }

    [Fact]
    public void A_new_journal_says_which_device_and_that_the_case_was_made()
    {
        using var files = new CustodyCase();
        using var journal = Journal.Create(files.Folder, new JournalOptions { Who = "anna" });
        Assert.Equal(["device-added", "case-created"], journal.Entries().Select(e => e.What));
        Assert.Equal([1L, 2L], journal.Entries().Select(e => e.Seq));
        Assert.All(journal.Entries(), e => Assert.Equal("anna", e.Who));
        Assert.Throws<UsageException>(() => Journal.Create(files.Folder, new JournalOptions()));
    }

    [Fact]
    public void Entries_follow_each_other_and_are_there_for_others_at_once()
    {
        using var files = new CustodyCase();
        using var journal = files.Open();
        var written = journal.Append([Draft("a"), Draft("b")]);
        using var reader = Journal.OpenRead(files.Folder);
        Assert.Equal(written.Select(e => e.Hash), reader.Entries("note").Select(e => e.Hash));
        Assert.Equal(written[0].Hash, written[1].Previous);
        Assert.Equal([new JournalHead(journal.Device!, 4, written[1].Hash)], reader.Heads());
    }

    [Fact]
    public void Entries_are_never_changed_nor_removed_by_a_program()
    {
        using var files = new CustodyCase();
        files.Open().Dispose();
        using var connection = JournalDatabase.OpenWrite(files.Folder);
        foreach (var sql in new[]
        {
            "UPDATE entries SET who = 'x'", "DELETE FROM entries", "UPDATE payloads SET body = x'00'", "DELETE FROM payloads",
        })
        {
            Assert.Throws<SqliteException>(() => JournalDatabase.Run(connection, sql));
        }
    }

    [Fact]
    public async Task A_group_commit_keeps_every_entry_once()
    {
        using var files = new CustodyCase();
        var journal = files.Open();
        var entries = await Task.WhenAll(Enumerable.Range(0, 20).Select(w => Task.Run(async () =>
        {
            var mine = new List<JournalEntry>();
            for (var i = 0; i < 50; i++)
            {
                mine.Add(await journal.AppendAsync(Draft($"{w}/{i}")));
            }

            Assert.Equal(mine.Select(e => e.Seq).Order(), mine.Select(e => e.Seq));
            return mine;
        })));
        journal.Dispose();
        Assert.Equal(1000, entries.SelectMany(e => e).Select(e => e.Seq).Distinct().Count());
        Assert.Equal(1002, files.Verify().Entries);
        Assert.True(files.Verify().IsIntact);
        Assert.Throws<InvalidOperationException>(() => { _ = journal.AppendAsync(Draft("late")); });
    }

    [Fact]
    public void Two_writers_of_one_device_make_one_chain()
    {
        using var files = new CustodyCase();
        files.Open().Dispose();
        Parallel.For(0, 2, new ParallelOptions { MaxDegreeOfParallelism = 2 }, w =>
        {
            using var journal = files.Open();
            for (var i = 0; i < 40; i++)
            {
                journal.Append([Draft($"{w}/{i}"), Draft("and")]);
            }
        });
        var report = files.Verify();
        Assert.True(report.IsIntact);
        Assert.Equal(162, report.Entries);
        Assert.Single(report.Heads);
    }

    [Fact]
    public void A_copy_of_the_journal_does_not_carry_the_key_and_starts_a_chain_of_its_own()
    {
        using var files = new CustodyCase();
        using var other = new CustodyCase();
        string first;
        using (var journal = files.Open())
        {
            first = journal.Device!;
        }

        Directory.CreateDirectory(other.Folder.Inner);
        File.Copy(files.Folder.Journal, other.Folder.Journal);
        using (var journal = other.Open())
        {
            Assert.NotEqual(first, journal.Device);
            journal.Append([Draft("b")]);
            var chain = journal.Entries().Where(e => e.Device == journal.Device).ToList();
            Assert.Equal("device-added", chain[0].What);
            Assert.Equal(first, Assert.Single(chain[0].Seen).Device);
            Assert.Equal([first, first], journal.Entries().Take(2).Select(e => e.Device));
        }

        Assert.True(other.Verify().IsIntact);
    }

    [Fact]
    public void The_key_is_its_owners_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("rights of Unix");
            return;
        }

        using var files = new CustodyCase();
        files.Open().Dispose();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(DeviceKey.PathOf(files.Folder)));
    }

    [Fact]
    public void A_lost_journal_is_not_made_again_over_an_archive()
    {
        using var files = new CustodyCase();
        files.Put("a.txt", "a");
        files.Ingest();
        File.Delete(files.Folder.Journal);
        Assert.Equal("CUS003", Assert.Throws<IntegrityException>(() => files.Open()).Code);
        Assert.Equal("CUS003", files.Verify().FirstBroken!.Code);
    }

    [Fact]
    public void Whoever_reads_finds_a_changed_payload()
    {
        using var files = new CustodyCase();
        files.Put("a.txt", "a");
        files.Ingest();
        Assert.Equal(1, files.Forge("UPDATE payloads SET body = CAST(replace(CAST(body AS TEXT), 'a.txt', 'b.txt') AS BLOB) WHERE seq = 3"));
        using var journal = Journal.OpenRead(files.Folder);
        Assert.Equal("CUS022", Assert.Throws<IntegrityException>(journal.Documents).Code);
    }

    [Fact]
    public void Text_that_is_not_unicode_is_spelled_out()
    {
        Assert.Equal("plain ё 😀", CanonicalJson.Unicode("plain ё 😀"));
        Assert.Equal("a\\ud83db", CanonicalJson.Unicode("a\ud83d" + "b"));
        Assert.Equal("\\udc80", CanonicalJson.Unicode("\udc80"));
    }
}
