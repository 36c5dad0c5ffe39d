using CsCheck;
using Microsoft.Data.Sqlite;
using Plumbline.Custody;
using Plumbline.Evidence;

namespace Plumbline.Tests.Custody;

public sealed class VerificationTests
{
    private static readonly string[] Columns = ["device", "seq", "previous", "seen", "at", "who", "what", "payload_hash", "hash", "signature"];

    /// <summary>Two devices that saw each other, transactions of one and of several entries, one payload erased.</summary>
    private static void Fill(CustodyCase files)
    {
        files.Put("a.txt", "a");
        files.Put("b.txt", "b");
        files.Put("c.txt", "c");
        files.Ingest(new CustodyOptions { GroupFiles = 2 });
        var key = DeviceKey.PathOf(files.Folder);
        File.Move(key, key + ".first");
        files.Put("d.txt", "d");
        files.Ingest(new CustodyOptions { Who = "boris" });
        File.Move(key, key + ".second");
        File.Move(key + ".first", key);
        using (var journal = files.Open())
        {
            journal.Append([new("note", CanonicalJson.Of(("text", "secret"))), new("note", CanonicalJson.Of(("text", "kept")))]);
            var secret = journal.Entries("note").First();
            journal.Append([new("payload-erased", CanonicalJson.Of(("device", secret.Device), ("seq", secret.Seq)))]);
            Assert.Equal(1, files.Forge($"INSERT INTO erasures VALUES ('{secret.Device}', {secret.Seq})"));
            Assert.Equal(1, files.Forge($"DELETE FROM payloads WHERE device = '{secret.Device}' AND seq = {secret.Seq}"));
        }

        // Closed, so that no log of pages stays beside a journal that the tests write over.
        using var reading = Journal.OpenRead(files.Folder);
        File.WriteAllText(files["heads"], HeadsText.Format(reading.Heads()));
    }

    [Fact]
    public void An_untouched_case_is_intact()
    {
        using var files = new CustodyCase();
        Fill(files);
        var report = files.Verify(files["heads"]);
        Assert.Empty(report.Problems);
        Assert.Equal((true, 1, 4, CheckOutcome.Passed), (report.IsIntact, report.Erased, report.Blobs, report.KnownHeads));
        Assert.Equal(2, report.Heads.Count);
    }

    [Fact]
    public void Any_edit_of_the_journal_is_found()
    {
        using var files = new CustodyCase();
        Fill(files);
        var clean = File.ReadAllBytes(files.Folder.Journal);
        Gen.Select(Gen.Int[0, 11], Gen.Int[0, 1000], Gen.Int[0, 1000], Gen.Int[0, 1000]).Sample(
            (kind, a, b, c) =>
            {
                // What an edit left in the log of the database would come back over the clean file.
                File.Delete(files.Folder.Journal + "-wal");
                File.Delete(files.Folder.Journal + "-shm");
                File.WriteAllBytes(files.Folder.Journal, clean);
                var changed = files.Forge(connection => Edit(connection, kind, a, b, c));
                var report = files.Verify(files["heads"]);
                return changed == 0 ? report.IsIntact : !report.IsIntact && report.FirstBroken!.Sentence.Length > 0;
            },
            iter: 300,
            threads: 1,
            print: t => $"kind {t.Item1}, {t.Item2} {t.Item3} {t.Item4}");
    }

    [Fact]
    public void Any_bit_of_any_blob_is_found()
    {
        using var files = new CustodyCase();
        Fill(files);
        var archive = new Archive(files.Folder);
        var documents = files.Records().Select(r => r.Document).ToList();
        foreach (var document in documents)
        {
            var bytes = archive.Read(document);
            for (var bit = 0; bit < bytes.Length * 8; bit++)
            {
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                File.Delete(archive.PathOf(document));
                File.WriteAllBytes(archive.PathOf(document), bytes);
                Assert.Equal(document, files.Verify().FirstBroken!.Place.Document);
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            }

            File.Delete(archive.PathOf(document));
            Assert.Equal(("CUS020", document), (files.Verify().FirstBroken!.Code, files.Verify().FirstBroken!.Place.Document!.Value));
            File.WriteAllBytes(archive.PathOf(document), bytes);
        }

        Assert.True(files.Verify().IsIntact);
    }

    [Fact]
    public void A_blob_that_was_cut_lengthened_swapped_or_turned_into_a_link_is_found()
    {
        using var files = new CustodyCase();
        Fill(files);
        var archive = new Archive(files.Folder);
        var (a, b) = (archive.PathOf(DocumentId.Of("a"u8)), archive.PathOf(DocumentId.Of("b"u8)));
        foreach (var bytes in new byte[][] { [], [.. "aa"u8], [.. "b"u8] })
        {
            File.Delete(a);
            File.WriteAllBytes(a, bytes);
            Assert.Equal("CUS021", files.Verify().FirstBroken!.Code);
        }

        File.Delete(a);
        File.WriteAllText(files["elsewhere"], "a");
        File.CreateSymbolicLink(a, files["elsewhere"]);
        Assert.Equal("CUS021", files.Verify().FirstBroken!.Code);
        Assert.True(File.Exists(b));
    }

    [Fact]
    public void Entries_cut_off_at_the_end_are_found_by_known_heads_and_hinted_at_by_their_blobs()
    {
        using var files = new CustodyCase();
        files.Put("a.txt", "a");
        files.Ingest();
        files.Put("b.txt", "b");
        files.Ingest();
        File.WriteAllText(files["heads"], "# noted in November\n\n" + HeadsText.Format(Journal.OpenRead(files.Folder).Heads()));
        files.Forge("DELETE FROM entries WHERE seq = 4");
        files.Forge("DELETE FROM payloads WHERE seq = 4");
        var blind = files.Verify();
        Assert.True(blind.IsIntact);
        Assert.Equal((1, "CUS030"), (blind.BlobsWithoutEntry, Assert.Single(blind.Problems).Code));
        var report = files.Verify(files["heads"]);
        Assert.Equal((CheckOutcome.Failed, "CUS023"), (report.KnownHeads, report.FirstBroken!.Code));
        Assert.Contains("Entry 4 ", report.FirstBroken.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_cut_off_inside_a_transaction_are_found_without_known_heads()
    {
        using var files = new CustodyCase();
        files.Put("a.txt", "a");
        files.Put("b.txt", "b");
        files.Ingest();
        files.Forge("DELETE FROM entries WHERE seq = 4");
        files.Forge("DELETE FROM payloads WHERE seq = 4");
        Assert.Equal("CUS023", files.Verify().FirstBroken!.Code);
    }

    [Fact]
    public void A_chain_that_another_device_has_seen_cannot_be_taken_away()
    {
        using var files = new CustodyCase();
        Fill(files);
        var second = files.Records().Single(r => r.File == "d.txt").Entry!.Device;
        files.Forge($"DELETE FROM entries WHERE device = '{second}'");
        files.Forge($"DELETE FROM payloads WHERE device = '{second}'");
        Assert.Equal("CUS023", files.Verify().FirstBroken!.Code);
        using var journal = Journal.OpenRead(files.Folder);
        Assert.Throws<IntegrityException>(() => journal.Entries().ToList());
    }

    [Fact]
    public void A_file_that_is_no_journal_is_broken_and_names_itself()
    {
        using var files = new CustodyCase();
        Fill(files);
        File.WriteAllText(files.Folder.Journal, "not a database, but as long as one might well be, to begin with");
        var report = files.Verify();
        Assert.Equal("CUS024", report.FirstBroken!.Code);
    }

    [Fact]
    public void Triggers_of_somebody_else_are_found_and_never_run()
    {
        using var files = new CustodyCase();
        Fill(files);
        files.Forge("CREATE TRIGGER evil AFTER INSERT ON payloads BEGIN INSERT INTO erasures VALUES ('x', 1); END");
        Assert.Equal("CUS025", files.Verify().FirstBroken!.Code);
        Assert.Throws<IntegrityException>(() => files.Open());
    }

    [Theory]
    [InlineData("x 1 y")]
    [InlineData("0123456789abcdef0123456789abcdef 0 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void A_heads_file_with_another_line_is_refused_with_its_number(string line)
    {
        using var files = new CustodyCase();
        Fill(files);
        File.WriteAllText(files["heads"], "\n" + line);
        Assert.Equal(2, Assert.Throws<UsageException>(() => files.Verify(files["heads"])).Problems[0].Place.Line);
    }

    /// <summary>One edit; gives the number of rows changed.</summary>
    private static int Edit(SqliteConnection connection, int kind, int a, int b, int c)
    {
        var rows = (int)JournalDatabase.Number(connection, "SELECT count(*) FROM entries");
        var stored = (int)JournalDatabase.Number(connection, "SELECT count(*) FROM payloads");
        string Key(string table, int at) => $"(device, seq) = (SELECT device, seq FROM {table} ORDER BY device, seq LIMIT 1 OFFSET {at})";
        int Sql(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            return command.ExecuteNonQuery();
        }

        var column = Columns[b % Columns.Length];
        var (row, other) = (a % rows, c % rows);
        var payload = a % stored;
        switch (kind)
        {
            case 0: // one bit or character of one column
            case 1:
                return Flip(connection, "entries", column, Key("entries", row), c);
            case 2:
                return Flip(connection, "payloads", b % 2 == 0 ? "salt" : "body", Key("payloads", payload), c);
            case 3: // an entry goes, with its payload or without
                var gone = Key("entries", row);
                return (b % 2 == 0 ? Sql($"DELETE FROM payloads WHERE {gone}") : 0) + Sql($"DELETE FROM entries WHERE {gone}");
            case 4:
                return Sql($"DELETE FROM payloads WHERE {Key("payloads", payload)}");
            case 5: // two entries change places, numbers kept
                return row == other ? 0 : Swap(connection, "entries", Columns[2..], row, other);
            case 6:
                return payload == c % stored ? 0 : Swap(connection, "payloads", ["salt", "body"], payload, c % stored);
            case 7: // an entry more, at the end of a chain or with a number of its own
                return Sql($"INSERT INTO entries SELECT device, seq + 1000, previous, seen, at, who, what, payload_hash, hash, signature FROM entries WHERE {Key("entries", row)}");
            case 8:
                return Sql($"INSERT INTO entries SELECT device, seq + 1, hash, '', at, who, what, payload_hash, hash, signature FROM entries e WHERE seq = (SELECT max(seq) FROM entries f WHERE f.device = e.device) AND {(b % 2 == 0 ? "1" : Key("entries", rows - 1))}");
            case 9: // the last ones of a chain go
                return Sql($"DELETE FROM payloads WHERE device = (SELECT device FROM entries ORDER BY device, seq LIMIT 1 OFFSET {row}) AND seq > {c % 4}")
                    + Sql($"DELETE FROM entries WHERE device = (SELECT device FROM entries ORDER BY device, seq LIMIT 1 OFFSET {row}) AND seq > {c % 4}");
            case 10:
                return Sql($"INSERT OR IGNORE INTO erasures SELECT device, seq FROM payloads WHERE {Key("payloads", payload)}");
            default: // a signature goes
                return Sql($"UPDATE entries SET signature = NULL WHERE signature IS NOT NULL AND {Key("entries", row)}");
        }
    }

    private static int Flip(SqliteConnection connection, string table, string column, string key, int at)
    {
        using var read = connection.CreateCommand();
        read.CommandText = $"SELECT {column} FROM {table} WHERE {key}";
        object? value = read.ExecuteScalar() switch
        {
            long seq => seq + 1 + (at % 3 * 100),
            string { Length: > 0 } text => at % 7 == 0 ? text + "\0" : text[..(at % text.Length)] + (char)(text[at % text.Length] ^ 1) + text[((at % text.Length) + 1)..],
            string => "x",
            byte[] { Length: > 0 } bytes => bytes.Select((v, i) => i == at % bytes.Length ? (byte)(v ^ (1 << (at % 8))) : v).ToArray(),
            byte[] => new byte[] { 1 },
            _ => new byte[64],
        };
        using var write = connection.CreateCommand();
        write.CommandText = $"UPDATE OR IGNORE {table} SET {column} = $value WHERE {key}";
        write.Parameters.AddWithValue("$value", value);
        return write.ExecuteNonQuery();
    }

    private static int Swap(SqliteConnection connection, string table, string[] columns, int first, int second)
    {
        var list = string.Join(", ", columns);
        JournalDatabase.Run(connection, $"CREATE TEMP TABLE rows_ AS SELECT * FROM {table} ORDER BY device, seq");
        var changed = 0;
        foreach (var (to, from) in new[] { (first, second), (second, first) })
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"UPDATE {table} SET ({list}) = (SELECT {list} FROM rows_ WHERE rowid = {from + 1}) WHERE (device, seq) = (SELECT device, seq FROM rows_ WHERE rowid = {to + 1})";
            changed += command.ExecuteNonQuery();
        }

        JournalDatabase.Run(connection, "DROP TABLE rows_");
        return changed;
    }
}
