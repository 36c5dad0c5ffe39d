using System.Text;
using CsCheck;
using Microsoft.Data.Sqlite;
using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Custody.Merging;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Decisions;
using Plumbline.Pipeline.Sheets;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Pipeline.Sheets;

public sealed class HandOutTests : IDisposable
{
    private const int Rulings = 12;
    private static readonly JournalOptions Who = new() { Who = "coder-test" };
    private readonly TestCase given = DecidedCase.New();
    private readonly TemporaryFolder outside = new("раздача");

    public HandOutTests()
    {
        given.Give([.. Enumerable.Range(1, Rulings).Select(i => ($"{i}.txt", Encoding.UTF8.GetBytes(DecidedCase.Ruling(i, i % 2 == 0 ? "наказание в виде штрафа" : "ареста на трое суток"))))]);
        given.Give("copy.txt", DecidedCase.Ruling(1, "ареста на трое  суток"));
        given.Build();
    }

    public void Dispose()
    {
        given.Dispose();
        outside.Dispose();
    }

    [Fact]
    public void A_hand_out_verifies_and_holds_only_its_own_documents_and_nobodys_codings()
    {
        given.Decide(given.Unit("2.txt"), "outcome", "fine", coder: "secret-coder", note: "тайная заметка");
        given.Build();
        var report = HandOut("anna", "boris");
        Assert.Equal((Rulings, 2), (report.Units, report.Shared));
        Assert.Equal(Rulings + report.Shared, report.Coders.Sum(c => c.Units));
        foreach (var coder in report.Coders)
        {
            var folder = CaseFolder.At(coder.Folder);
            var verified = CaseVerification.Verify(folder, new VerifyOptions());
            Assert.True(verified.IsIntact, verified.FirstBroken?.Sentence);
            Assert.Equal((coder.Withheld, coder.Documents), (verified.Withheld, (int)verified.Blobs));
            Assert.All(Directory.GetFiles(folder.Root, "*", SearchOption.AllDirectories), f =>
            {
                Assert.Equal(-1, File.ReadAllBytes(f).AsSpan().IndexOf(Encoding.UTF8.GetBytes("secret-coder")));
                Assert.Equal(-1, File.ReadAllBytes(f).AsSpan().IndexOf(Encoding.UTF8.GetBytes("тайная")));
            });
            Assert.Equal(["anna", "boris"], report.Coders.Select(c => c.Coder));
            Assert.Equal(coder.Coder, Pseudonym.Of(folder));
        }

        Assert.True(CaseVerification.Verify(given.Folder, new VerifyOptions()).IsIntact);
    }

    [Fact]
    public void Files_of_one_unit_stay_together()
    {
        var holders = HandOut("anna", "boris").Coders.Select(c => Files(CaseFolder.At(c.Folder))).ToList();
        Assert.All(holders, files => Assert.Equal(files.Contains("1.txt"), files.Contains("copy.txt")));
    }

    [Fact]
    public void What_comes_back_is_as_if_it_had_been_coded_in_the_whole_case() => Gen.Int[0, 1000].Sample(seed =>
    {
        using var whole = new HandOutTests();
        using var dealt = new HandOutTests();
        var random = new Random(seed);
        var report = dealt.HandOut(seed, "anna", "boris");
        foreach (var coder in report.Coders)
        {
            var folder = CaseFolder.At(coder.Folder);
            Build(folder);
            foreach (var file in Files(folder).Where(f => f != "copy.txt" && random.Next(3) > 0))
            {
                var value = random.Next(2) == 0 ? "fine" : "arrest";
                Code(folder, file, value, coder.Coder);
                Code(whole.given.Folder, file, value, coder.Coder);
            }
        }

        var order = random.Next(2) == 0 ? report.Coders : report.Coders.Reverse();
        foreach (var coder in order)
        {
            var (custody, files) = CaseMerge.Merge(dealt.given.Folder, coder.Folder, new MergeOptions { Who = "coder-test" });
            Assert.Equal((0, 0, 0), (custody.Documents, custody.Erased, files.Conflicts.Count));
        }

        whole.given.Build();
        dealt.given.Build();
        Assert.Equal(States(whole.given), States(dealt.given));
        Assert.True(CaseVerification.Verify(dealt.given.Folder, new VerifyOptions()).IsIntact);
    }, iter: 3);

    [Fact]
    public void What_was_withheld_excuses_nothing_in_the_whole_case_or_more_than_it_names()
    {
        given.Decide(given.Unit("2.txt"), "outcome", "fine");
        given.Build();
        var small = CaseFolder.At(HandOut("anna").Coders[0].Folder);
        RemovePayload(given.Folder, "coding");
        Assert.False(CaseVerification.Verify(given.Folder, new VerifyOptions()).IsIntact);
        Assert.True(CaseVerification.Verify(small, new VerifyOptions()).IsIntact);
        RemovePayload(small, "ingest");
        Assert.False(CaseVerification.Verify(small, new VerifyOptions()).IsIntact);
    }

    [Fact]
    public void A_hand_out_is_merged_into_its_case_only()
    {
        var small = HandOut("anna", "boris").Coders;
        Assert.Equal("CUS066", Assert.Throws<UsageException>(() => CaseMerge.Merge(CaseFolder.At(small[0].Folder), small[1].Folder, new MergeOptions())).Code);
        Assert.Equal("CUS066", Assert.Throws<UsageException>(() => CaseMerge.Merge(CaseFolder.At(small[0].Folder), given.Folder.Root, new MergeOptions())).Code);
        var empty = CaseFolder.At(outside["empty"]);
        OwnFolder.Make(empty.Inner);
        Assert.Equal("CUS067", Assert.Throws<UsageException>(() => CaseMerge.Merge(empty, small[0].Folder, new MergeOptions())).Code);
        var copy = CaseFolder.At(outside["copy"]);
        OwnFolder.Make(copy.Inner);
        CaseMerge.Merge(copy, given.Folder.Root, new MergeOptions());
        var later = HandOut("vera").Coders[0].Folder;
        Assert.Equal("CUS067", Assert.Throws<UsageException>(() => CaseMerge.Merge(copy, later, new MergeOptions())).Code);
        CaseMerge.Merge(copy, small[0].Folder, new MergeOptions());
        Assert.True(CaseVerification.Verify(copy, new VerifyOptions()).IsIntact);
        Assert.Equal("CUS065", Assert.Throws<UsageException>(() => HandOut("anna")).Code);
    }

    private HandOutReport HandOut(params string[] coders) => HandOut(1, coders);

    private HandOutReport HandOut(long seed, params string[] coders) => CaseHandOut.Make(given.Folder, outside["out"], coders, 0.1, new UnitSelection { Seed = seed }, Who);

    private static void Build(CaseFolder folder) => CaseBuild.Build(folder, new BuildOptions { Workers = 1, ReaderCommand = TestCase.Hidden("read-worker") }, null, CancellationToken.None);

    private static List<string> Files(CaseFolder folder)
    {
        using var journal = Journal.OpenRead(folder);
        return [.. journal.Documents().Select(d => d.File).Order(StringComparer.Ordinal)];
    }

    private static void Code(CaseFolder folder, string file, string value, string coder)
    {
        string unit;
        using (var built = BuiltCase.Open(folder))
        {
            using var connection = Plumbline.Pipeline.Tables.TablesFile.Open(built.TablesPath, readOnly: true);
            unit = (string)BuiltCase.Rows(connection, "SELECT unit_id FROM store.members WHERE file = $1", file)[0][0]!;
        }

        new CaseReview(folder, Who).Decide(new DecisionRequest { Unit = unit, Variable = "outcome", Values = [value], Quotes = ["признать виновным"], Coder = coder });
    }

    private static IReadOnlyList<string> States(TestCase of) =>
    [
        .. of.Query("SELECT * FROM store.rulings ORDER BY unit_id"), .. of.Query("SELECT * FROM store.rulings_alternatives ORDER BY ALL"),
        .. of.Query("SELECT unit_id, variable, value, coder, member, quote FROM rulings_codings WHERE coder_kind = 'person' ORDER BY ALL"),
    ];

    private static void RemovePayload(CaseFolder folder, string what)
    {
        using var connection = new SqliteConnection($"Data Source={folder.Journal};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            DROP TRIGGER payloads_remain;
            DELETE FROM payloads WHERE (device, seq) IN (SELECT p.device, p.seq FROM payloads p JOIN entries e USING (device, seq) WHERE e.what = '{what}' LIMIT 1);
            CREATE TRIGGER payloads_remain BEFORE DELETE ON payloads
            WHEN NOT EXISTS (SELECT 1 FROM erasures e WHERE e.device = old.device AND e.seq = old.seq)
            BEGIN SELECT raise(ABORT, 'payloads are erased by an entry only'); END
            """;
        command.ExecuteNonQuery();
    }
}
