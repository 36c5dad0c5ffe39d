using System.Text;
using Plumbline.Claims;
using Plumbline.Custody;
using Plumbline.Custody.Erasing;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Signing;
using Plumbline.Review;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Pipeline.Signing;

public sealed class SigningTests
{
    [Fact]
    public void The_payload_has_the_form_that_is_for_ever()
    {
        var signature = new Signature
        {
            Name = "first-print",
            Coder = "calm-otter-31",
            Drafts = [new SignedFile("drafts/a.md", DocumentId.Of("a"u8))],
            Files = [new SignedFile("case.yaml", DocumentId.Of("b"u8))],
            Build = new SignedBuild("b000003", new string('0', 64), "0.1.0"),
            Heads = [new JournalHead(new string('a', 32), 17, new string('b', 64))],
            Claims =
            [
                new FigureStanding("fined", "drafts/a.md", 6, "at least 3", Verdict.Holds, new ClaimValue(3), new ClaimValue(4.5m), 2),
                new FigureStanding("first", null, 0, "", null, new ClaimValue(null, new DateOnly(2022, 6, 12)), null, 0),
            ],
        };
        var payload = SignaturePayload.Write(signature);
        Golden.Verify(Encoding.UTF8.GetString(payload));
        Assert.True(SignaturePayload.TryRead(payload, out var read));
        Assert.Equal(payload, SignaturePayload.Write(read));
    }

    [Theory]
    [InlineData("../a.md")]
    [InlineData("/etc/a.md")]
    [InlineData("drafts/../../a.md")]
    [InlineData("drafts\\a.md")]
    [InlineData(".plumb/journal.db")]
    [InlineData("C:/a.md")]
    [InlineData("")]
    public void A_file_name_that_leads_out_of_a_case_is_no_signature(string file)
    {
        var payload = CanonicalJson.Of(
            ("coder", "calm-otter-31"), ("heads", new List<object> { $"{new string('a', 32)} 1 {new string('b', 64)}" }),
            ("build", new (string, object?)[] { ("id", "b000001") }),
            ("drafts", new List<object> { new (string, object?)[] { ("file", file), ("sha256", new string('0', 64)) } }));
        Assert.False(SignaturePayload.TryRead(payload, out _));
    }

    [Fact]
    public void What_is_signed_is_in_the_archive_and_no_document_of_the_case()
    {
        using var given = SignedCase.New();
        var documents = Documents(given);
        var digest = given.Build().Digest;
        var signature = given.Sign("first-print");
        Assert.Equal(["holds", "holds", "holds"], signature.Claims.Select(c => c.Verdict!.Value.Word()));
        Assert.Equal(documents, Documents(given));
        Assert.Equal(["case.yaml", "claims.yaml", "codebooks/rulings.yaml"], signature.Files.Select(f => f.File));
        Assert.All(signature.Drafts.Concat(signature.Files), f => Assert.Equal(File.ReadAllBytes(Path.Combine(given.Folder.Root, f.File)), new Archive(given.Folder).Read(f.Blob)));
        var verified = CaseVerification.Verify(given.Folder, new VerifyOptions());
        Assert.Empty(verified.Problems);
        Assert.True(given.Build() is { NothingToDo: true } again && again.Digest == digest);
        Assert.Equal(signature.Entry, Signatures.Find(given.Folder, "last").Entry);
        Assert.Equal(signature.Entry, Signatures.Find(given.Folder, signature.Entry.Short).Entry);
        Assert.Equal("SIG003", Assert.Throws<UsageException>(() => given.Sign("first-print")).Code);
        Assert.Equal("SIG006", Assert.Throws<UsageException>(() => Signatures.Find(given.Folder, "second-print")).Code);
    }

    [Fact]
    public void Only_a_build_of_the_case_as_it_is_can_be_signed()
    {
        using var given = SignedCase.New();
        given.Give("5.txt", DecidedCase.Ruling(5, "штрафа"));
        Assert.Equal("SIG001", Assert.Throws<UsageException>(() => given.Sign()).Code);
        given.Build();
        given.Write("codebooks/rulings.yaml", DecidedCase.Rulings + "\n# changed\n");
        Assert.Equal("SIG001", Assert.Throws<UsageException>(() => given.Sign()).Code);
    }

    [Fact]
    public void Of_the_sources_only_which_documents_are_whose_is_archived()
    {
        using var given = SignedCase.New();
        given.Write("sources.yaml", "# met at Anna's\nclerk:\n  name: Anna Petrova\n  pseudonym: a clerk\n  terms: background\n  note: sister of the judge\n  documents: ['1.txt', \"o'clock: #1.txt\"]\nother: {name: Boris Orlov}\n");
        given.Build();
        var signature = given.Sign();
        var archive = new Archive(given.Folder);
        var file = Encoding.UTF8.GetString(archive.Read(Assert.Single(signature.Files, f => f.File == "sources.yaml").Blob));
        Assert.Equal("'clerk':\n  documents: ['1.txt', 'o''clock: #1.txt']\n", file);
        Assert.DoesNotContain(NameSearch.Find(given.Folder, "Petrova"), p => signature.Files.Any(f => p.Sentence.Contains(f.Blob.Short, StringComparison.Ordinal)));
        Assert.True(given.AsOf(signature).IsSame);

        given.Write("sources.yaml", "clerk: {name: Anna Petrova, terms: not-for-publication}\n");
        given.Build();
        Assert.DoesNotContain(given.Sign().Files, f => f.File == "sources.yaml");
        Assert.True(given.AsOf(signature).IsSame);
    }

    [Fact]
    public void What_does_not_hold_is_signed_only_when_that_is_said()
    {
        using var given = SignedCase.New();
        given.Write(SignedCase.Draft, "[At least 4 rulings](claim:fined) end in a fine. 17 people came.\n");
        var refused = Assert.Throws<UsageException>(() => given.Sign());
        Assert.Equal("SIG002", refused.Code);
        Assert.Equal(2, refused.Problems.Count);
        Assert.Empty(Signatures.Of(given.Folder));
        Assert.Equal(Verdict.Fails, given.Sign(allowOpen: true).Claims[0].Verdict);
    }

    [Fact]
    public void An_erased_draft_is_gone_and_a_name_in_it_is_found_before()
    {
        using var given = SignedCase.New();
        given.Write(SignedCase.Draft, "[At least 3 rulings](claim:fined), says Petrov.\n");
        var signature = given.Sign();
        var blob = signature.Drafts[0].Blob;
        given.Write(SignedCase.Draft, "[At least 3 rulings](claim:fined), says somebody.\n");
        Assert.Contains(NameSearch.Find(given.Folder, "Petrov"), p => p.Sentence.Contains(blob.Short, StringComparison.Ordinal));

        CaseErasure.Erase(given.Folder, blob.Hex[..12], new ErasureOptions { Reason = "asked for" });
        Assert.False(new Archive(given.Folder).Contains(blob));
        Assert.Empty(CaseVerification.Verify(given.Folder, new VerifyOptions()).Problems);
        Assert.Empty(NameSearch.Find(given.Folder, "Petrov"));
        given.Build();
        Assert.Equal("SIG011", Assert.Single(given.Since(signature, signedText: true).Problems).Code);
    }

    [Fact]
    public void Files_of_an_erased_signature_go_and_can_be_signed_again()
    {
        using var given = SignedCase.New();
        var first = given.Sign();
        given.Write(SignedCase.Draft, "[At least 2 rulings](claim:fined)\n");
        var second = given.Sign();
        var report = CaseErasure.Erase(given.Folder, first.Entry.ToString(), new ErasureOptions());
        Assert.Equal(4, report.Files);
        var archive = new Archive(given.Folder);
        Assert.False(archive.Contains(first.Drafts[0].Blob));
        Assert.All(second.Files, f => Assert.True(archive.Contains(f.Blob)));
        Assert.Empty(CaseVerification.Verify(given.Folder, new VerifyOptions()).Problems);
        Assert.Equal(second.Entry, Assert.Single(Signatures.Of(given.Folder)).Entry);
        given.Build();
        given.Write(SignedCase.Draft, "[At least 3 rulings](claim:fined)\n");
        given.Sign();
    }

    [Fact]
    public void A_merge_brings_the_signature_with_its_files_and_an_erased_draft_goes_there_too()
    {
        using var given = SignedCase.New();
        var signature = given.Sign("first-print");
        using var other = new TemporaryFolder("другая машина");
        var there = Plumbline.Cases.CaseFolder.At(other.Path);
        CaseMerge.Merge(there, given.Folder.Root, new());
        Assert.True(new Archive(there).Contains(signature.Drafts[0].Blob));
        Assert.Equal("first-print", Assert.Single(Signatures.Of(there)).Name);
        Assert.Empty(CaseVerification.Verify(there, new VerifyOptions()).Problems);

        CaseErasure.Erase(given.Folder, signature.Drafts[0].Blob.Hex, new ErasureOptions());
        Assert.Equal("CUS046", Assert.Throws<UsageException>(() => CaseMerge.Merge(there, given.Folder.Root, new())).Code);
        CaseMerge.Merge(there, given.Folder.Root, new() { AcceptErasures = true });
        Assert.False(new Archive(there).Contains(signature.Drafts[0].Blob));
        Assert.Empty(CaseVerification.Verify(there, new VerifyOptions()).Problems);
    }

    private static IReadOnlyList<DocumentId> Documents(TestCase given)
    {
        using var journal = Journal.OpenRead(given.Folder);
        return [.. journal.Documents().Select(d => d.Id)];
    }
}
