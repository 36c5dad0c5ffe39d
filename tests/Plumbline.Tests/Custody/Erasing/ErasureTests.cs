using System.Text;
using Plumbline.Custody;
using Plumbline.Custody.Erasing;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Custody.Erasing;

public sealed class ErasureTests
{
    [Fact]
    public void An_erased_text_is_in_no_file_of_the_case()
    {
        using var test = new TestCase();
        test.Codebook("rulings", Secret.Codebook);
        for (var i = 0; i < 30; i++)
        {
            test.Give($"{i}.txt", $"Постановление {i}. Суд установил.");
        }

        test.Give(
            ($"{Secret.Words}.txt", Encoding.UTF8.GetBytes($"Ответ дала {Secret.Words}.")),
            ("utf16.txt", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes($"Ответ дала {Secret.Words}.")]));
        test.Build();
        Assert.NotEmpty(Secret.In(test.Folder.Root));
        foreach (var row in test.Query("SELECT document FROM rulings WHERE named = 'yes'"))
        {
            CaseErasure.Erase(test.Folder, row, new ErasureOptions { Reason = "asked for by the person" });
        }

        Assert.Empty(Secret.In(test.Folder.Root));
        var report = CaseVerification.Verify(test.Folder, new VerifyOptions());
        Assert.Empty(report.Problems);
        Assert.Equal((2, 2, 30), (report.Erased, report.ErasedDocuments, report.Blobs));
        Assert.Equal(30, test.Build().Units["rulings"]);
        Assert.Empty(test.Query("SELECT * FROM rulings WHERE named = 'yes'"));
        Assert.Empty(Secret.In(test.Folder.Root));
    }

    [Fact]
    public void A_build_after_an_erasure_is_the_build_of_a_case_that_never_had_it()
    {
        using var with = new TestCase();
        using var without = new TestCase();
        foreach (var test in new[] { with, without })
        {
            test.Codebook("rulings", Secret.Codebook);
            test.Give("a.txt", "Суд установил первое.");
            if (test == with)
            {
                test.Give("x.txt", $"Ответ дала {Secret.Words}.");
                test.Build();
                CaseErasure.Erase(test.Folder, DocumentId.Of(Encoding.UTF8.GetBytes($"Ответ дала {Secret.Words}.")).Hex, new ErasureOptions());
            }

            test.Give("b.txt", "Суд установил второе.");
        }

        Assert.Equal(without.Build().Digest, with.Build().Digest);
    }

    [Fact]
    public void What_is_erased_never_comes_in_again()
    {
        using var files = new CustodyCase();
        var path = files.Put("a.txt", Secret.Words);
        var large = files["files given", "large.bin"];
        File.WriteAllBytes(large, new byte[3 << 20]);
        files.Ingest();
        foreach (var document in files.Records().Select(r => r.Document))
        {
            Erase(files, document.Hex[..8]);
        }

        var report = files.Ingest();
        Assert.Equal(["CUS017", "CUS017"], report.Problems.Select(p => p.Code));
        Assert.Equal(0, report.Recorded);
        Assert.True(File.Exists(path));
        Assert.Empty(Secret.In(files.Folder.Root));
        Assert.Empty(files.Verify().Problems);
    }

    [Fact]
    public void An_entry_loses_its_payload_and_its_document_only_when_no_other_names_it()
    {
        using var files = new CustodyCase();
        files.Put("a.txt", "a");
        files.Ingest(new CustodyOptions { Note = Secret.Words });
        files.Ingest(new CustodyOptions { Note = "kept" });
        var (first, second) = (files.Records()[0].Entry!, files.Records()[1].Entry!);
        var report = Erase(files, $"{first.Device[..8]}:{first.Seq}");
        Assert.Empty(report.Documents);
        Assert.Empty(Secret.In(files.Folder.Root));
        Assert.Equal("kept", Assert.Single(files.Records(erased: false)).Note);
        report = Erase(files, $"{second.Device[..8]}:{second.Seq}");
        Assert.Equal(DocumentId.Of("a"u8), Assert.Single(report.Documents));
        Assert.Empty(Journal.OpenRead(files.Folder).Documents());
        Assert.Empty(files.Verify().Problems);
        Assert.Equal((2, 1), (files.Verify().Erased, files.Verify().ErasedDocuments));
    }

    [Fact]
    public void Everything_that_is_about_a_document_goes_with_it()
    {
        using var files = new CustodyCase();
        files.Put("a.txt", "a");
        files.Put("b.txt", "b");
        files.Ingest();
        var document = DocumentId.Of("a"u8);
        using (var journal = files.Open())
        {
            journal.Append(
            [
                new("coding", CanonicalJson.Of(("document", document.Hex), ("quote", Secret.Words))),
                new("coding", CanonicalJson.Of(("document", DocumentId.Of("b"u8).Hex), ("note", document.Hex))),
            ]);
        }

        var report = Erase(files, document.Hex);
        Assert.Equal(["ingest", "coding"], report.Entries.Select(e => e.What));
        Assert.Empty(Secret.In(files.Folder.Root));
        Assert.Empty(files.Verify().Problems);
    }

    [Fact]
    public void The_journal_says_what_was_erased_by_whom_and_why()
    {
        using var files = new CustodyCase();
        files.Put("a.txt", "a");
        files.Ingest();
        CustodyErasure.Erase(files.Folder, DocumentId.Of("a"u8).Hex, new ErasureOptions { Who = "editor", Reason = "asked for" }, () => { });
        using var journal = Journal.OpenRead(files.Folder);
        var said = journal.Entries().Where(e => e.What is "document-erased" or "payload-erased").ToList();
        Assert.Equal(["document-erased", "payload-erased"], said.Select(e => e.What));
        Assert.All(said, e => Assert.Equal("editor", e.Who));
        Assert.All(said, e => Assert.Contains("\"reason\":\"asked for\"", Encoding.UTF8.GetString(e.Payload!.Value.Span), StringComparison.Ordinal));
    }

    [Fact]
    public void Keys_and_what_says_that_something_was_erased_are_never_erased()
    {
        using var files = new CustodyCase();
        files.Put("a.txt", "a");
        files.Ingest();
        Erase(files, DocumentId.Of("a"u8).Hex);
        var device = Journal.OpenRead(files.Folder).Heads()[0];
        foreach (var seq in new[] { 1, 2, 4, 5 })
        {
            Assert.Equal("CUS053", Assert.Throws<UsageException>(() => Erase(files, $"{device.Device}:{seq}")).Code);
        }
    }

    [Theory]
    [InlineData("ab", "CUS051")]
    [InlineData("", "CUS051")]
    [InlineData("0123456789abcdef", "CUS051")]
    [InlineData("0123456789:1", "CUS051")]
    [InlineData(":", "CUS051")]
    [InlineData("../../x:1", "CUS051")]
    public void A_name_of_nothing_writes_nothing(string target, string code)
    {
        using var files = new CustodyCase();
        files.Put("a.txt", "a");
        files.Ingest();
        var before = Journal.OpenRead(files.Folder).Heads();
        Assert.Equal(code, Assert.Throws<UsageException>(() => Erase(files, target)).Code);
        Assert.Equal(before, Journal.OpenRead(files.Folder).Heads());
    }

    [Fact]
    public void A_dry_run_changes_nothing_and_names_what_would_go()
    {
        using var files = new CustodyCase();
        Directory.CreateDirectory(files.Folder.Sources);
        File.WriteAllText(Path.Combine(files.Folder.Sources, "x.txt"), "a");
        File.WriteAllText(Path.Combine(files.Folder.Root, "copy.txt"), "a");
        files.Ingest(null, files.Folder.Sources);
        var before = State();
        var report = CustodyErasure.Plan(files.Folder, DocumentId.Of("a"u8).Hex);
        Assert.Equal(before, State());
        Assert.Equal(["sources/x.txt"], report.Originals);
        Assert.Equal(["copy.txt"], report.Copies);
        Assert.Equal(["copy.txt"], Erase(files, DocumentId.Of("a"u8).Hex).Copies);
        Assert.False(File.Exists(Path.Combine(files.Folder.Sources, "x.txt")));
        Assert.True(File.Exists(Path.Combine(files.Folder.Root, "copy.txt")));

        // SQLite leaves an index of pages beside a journal that was read.
        List<string> State() => [.. Merging.Machines.Snapshot(files.Folder.Root).Where(f => !f.Contains("journal.db-", StringComparison.Ordinal))];
    }

    [Fact]
    public void It_lists_where_a_name_still_stands()
    {
        using var files = new CustodyCase();
        files.Put("a.txt", "a");
        files.Ingest(new CustodyOptions { Note = $"от: \"{Secret.Words}\"" });
        Directory.CreateDirectory(files.Folder.Drafts);
        File.WriteAllText(Path.Combine(files.Folder.Drafts, "a.md"), $"one\n{Secret.Words.ToUpperInvariant()}\n{Secret.Words}\n");
        File.WriteAllText(Path.Combine(files.Folder.Root, $"{Secret.Words}.txt"), "");
        File.WriteAllText(Path.Combine(files.Folder.Root, "list.csv"), Secret.Words, Encoding.Unicode);
        var places = NameSearch.Find(files.Folder, Secret.Words);
        Assert.Equal(["drafts/a.md", "list.csv", $"{Secret.Words}.txt", "journal.db"], places.Select(p => p.Place.File));
        Assert.Equal(2, places[0].Place.Line);
        Assert.Contains(":3 (ingest)", places[3].Sentence, StringComparison.Ordinal);
    }

    private static ErasureReport Erase(CustodyCase files, string target) => CustodyErasure.Erase(files.Folder, target, new ErasureOptions(), () => { });
}
