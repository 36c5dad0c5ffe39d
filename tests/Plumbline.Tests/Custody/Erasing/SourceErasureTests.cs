using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Custody.Erasing;
using Plumbline.Custody.Withdrawing;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Custody.Erasing;

public sealed class SourceErasureTests
{
    [Fact]
    public void With_a_source_goes_all_that_only_it_gave_and_every_entry_that_names_it()
    {
        using var test = new TestCase();
        test.Codebook("rulings", Secret.Codebook);
        test.GiveFrom(Secret.Words, "one.txt", $"Ответ дала {Secret.Words}.");
        test.GiveFrom(Secret.Words, "two.txt", "Суд установил общее.");
        test.GiveFrom("court", "three.txt", "Суд установил общее.");
        test.GiveFrom("court", "four.txt", "Суд установил иное.");
        var plan = CustodyErasure.Plan(test.Folder, Secret.Words);
        Enter(test, "withdrawal", WithdrawalPayload.OfSource(Secret.Words, "asked", "coder-test"));
        test.Build();

        // Builds kept for a signature, builds apart that a kill left, temporary files.
        foreach (var left in new[] { Path.Combine(test.Folder.Builds, "b000900"), Path.Combine(test.Folder.Builds, "apart-3"), Path.Combine(test.Folder.Builds, "b000901.partial") })
        {
            Directory.CreateDirectory(left);
            File.WriteAllText(Path.Combine(left, "part.text"), Secret.Words);
        }

        Directory.CreateDirectory(test.Folder.Temporary);
        File.WriteAllText(Path.Combine(test.Folder.Temporary, "left"), Secret.Words);
        var report = CaseErasure.Erase(test.Folder, Secret.Words, new ErasureOptions { Who = "editor", Reason = "withdrew consent" });

        Assert.Equal([DocumentId.Of(System.Text.Encoding.UTF8.GetBytes($"Ответ дала {Secret.Words}."))], report.Documents);
        Assert.Equal(report.Documents, plan.Documents);
        Assert.Equal(["ingest", "ingest", "withdrawal"], report.Entries.Select(e => e.What));
        Assert.Equal([Secret.Words], report.Names);
        Assert.Empty(Secret.In(test.Folder.Root));
        Assert.Empty(CaseVerification.Verify(test.Folder, new VerifyOptions()).Problems);
        Assert.Equal(2, test.Build().Units["rulings"]);
        using var journal = Journal.OpenRead(test.Folder);
        Assert.Equal(["court", "court"], journal.Documents().Select(d => d.Source));
        Assert.All(journal.Entries("payload-erased"), e => Assert.Equal("editor", e.Who));
        Assert.Empty(Secret.In(test.Folder.Root));
    }

    [Fact]
    public void Documents_that_only_sources_yaml_gives_it_go_too()
    {
        using var test = new TestCase();
        test.Give("a.txt", "a");
        test.Give("b.txt", "b");
        test.GiveFrom("court", "c.txt", "c");
        File.WriteAllText(test.Folder.SourcesYaml, "clerk:\n  pseudonym: К.\n  documents: [a.txt, c.txt]\n");
        var report = CaseErasure.Erase(test.Folder, "clerk", new ErasureOptions());
        Assert.Equal([DocumentId.Of("a"u8)], report.Documents);
        Assert.Equal(["clerk", "К."], report.Names);
        Assert.Contains(NameSearch.Find(test.Folder, "clerk"), p => p.Place is { File: "sources.yaml", Line: 1 });
    }

    [Fact]
    public void Faults_in_sources_yaml_stop_the_erasure_of_a_source_and_of_nothing_else()
    {
        using var test = new TestCase();
        test.GiveFrom("court", "a.txt", "a");
        File.WriteAllText(test.Folder.SourcesYaml, "clerk:\n  terms: secret\n");
        Assert.Equal("CAS020", Assert.Throws<UsageException>(() => CustodyErasure.Plan(test.Folder, "court")).Code);
        Assert.Single(CaseErasure.Erase(test.Folder, DocumentId.Of("a"u8).Hex, new ErasureOptions()).Documents);
    }

    [Fact]
    public void What_is_about_several_documents_goes_with_any_of_them()
    {
        using var test = new TestCase();
        test.Give("a.txt", "a");
        test.Give("b.txt", "b");
        Enter(test, "unit-judgement", CanonicalJson.Of(("documents", new[] { DocumentId.Of("b"u8).Hex, DocumentId.Of("a"u8).Hex }), ("note", Secret.Words)));
        Assert.Equal(["ingest", "unit-judgement"], CaseErasure.Erase(test.Folder, DocumentId.Of("a"u8).Hex, new ErasureOptions()).Entries.Select(e => e.What));
        Assert.Empty(Secret.In(test.Folder.Root));
    }

    [Fact]
    public void A_name_is_found_in_a_draft_as_it_was_signed()
    {
        using var test = new TestCase();
        test.Give("draft.md", $"Said by {Secret.Words}.");
        var signed = DocumentId.Of(System.Text.Encoding.UTF8.GetBytes($"Said by {Secret.Words}."));
        Enter(test, "signature", CanonicalJson.Of(("drafts", new object[] { new (string, object?)[] { ("file", "drafts/a.md"), ("sha256", signed.Hex) } })));
        Directory.Delete(test.Folder.Sources, recursive: true);
        var place = Assert.Single(NameSearch.Find(test.Folder, Secret.Words));
        Assert.Equal("drafts/a.md", place.Place.File);
        Assert.Contains(signed.Short, place.Sentence, StringComparison.Ordinal);
    }

    private static void Enter(TestCase test, string what, byte[] payload)
    {
        using var journal = Journal.OpenWrite(test.Folder, new JournalOptions { Who = "coder-test" });
        journal.Append([new JournalDraft(what, payload)]);
    }
}
