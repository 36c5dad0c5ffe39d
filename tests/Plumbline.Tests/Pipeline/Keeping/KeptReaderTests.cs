using System.Text;
using System.Text.Json;
using CsCheck;
using Plumbline.Claims;
using Plumbline.Claims.Sql;
using Plumbline.Custody;
using Plumbline.Custody.Erasing;
using Plumbline.Custody.Withdrawing;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Keeping;
using Plumbline.Processes;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Pipeline.Keeping;

/// <summary>What is kept of a check is never other than what reading anew says, and is gone with what was erased.</summary>
public sealed class KeptReaderTests
{
    private const string Lines = "unit: lines\nof: row\ndocuments: {files: \"*.csv\"}\nvariables:\n  day: {type: date, column: day}\n  paid: {type: integer, column: paid}\n";

    private static readonly ClaimQuery[] Claims =
    [
        new("", "SELECT unit_id FROM rulings WHERE outcome = 'fine'", Measure.Count),
        new("", "SELECT unit_id FROM rulings WHERE outcome IN ('fine', 'arrest') AND video = 'yes'", Measure.Count),
        new("", "SELECT unit_id FROM rulings WHERE video = 'yes'", Measure.Share, "SELECT unit_id FROM rulings"),
        new("", "SELECT unit_id FROM rulings r WHERE r.outcome = 'fine' AND EXISTS (SELECT 1 FROM lines l WHERE l.paid > 1)", Measure.Count),
        new("", "SELECT unit_id, paid AS amount FROM lines WHERE day >= DATE '2022-03-01'", Measure.Sum),
        new("", "SELECT unit_id FROM rulings WHERE file LIKE '%1%'", Measure.Count),
        new("", "SELECT unit_id FROM rulings WHERE nothing = 1", Measure.Count),
    ];

    [Fact]
    public void What_is_kept_is_what_reading_anew_says_whatever_was_edited() => Gen.Int[0, 9].Array[3, 5].Sample(steps =>
    {
        using var given = Case();
        given.Build();
        Same(given);
        var number = 3;
        foreach (var step in steps)
        {
            switch (step)
            {
                case 0 or 1:
                    given.Give($"{number}.txt", DecidedCase.Ruling(number, number % 2 == 0 ? "штрафа" : "ареста") + "\nВидеозапись.");
                    number++;
                    break;
                case 2 or 3 when IsThere("0.txt"):
                    given.Decide(given.Unit("0.txt"), "outcome", step == 2 ? "arrest" : "fine", quote: "ПОСТАНОВИЛ");
                    break;
                case 4 when IsThere("1.txt"):
                    given.Decide(given.Unit("1.txt"), "outcome", "", coder: "boris", quote: "ПОСТАНОВИЛ", status: Plumbline.Evidence.Status.Unclear);
                    break;
                case 5:
                    given.Codebook("rulings", DecidedCase.Rulings.Replace("when: видеозапись", number % 2 == 0 ? "when: собрании" : "when: видеозапись OR метро", StringComparison.Ordinal));
                    break;
                case 6:
                    given.Give($"{number++}.csv", "day,paid\n03/04/2022,5\n2022-05-01,7\n");
                    break;
                case 7:
                    File.WriteAllText(given.Folder.CaseYaml, $"title: Test\nsettles: {(number % 2 == 0 ? "one" : "two")}\n");
                    number++;
                    break;
                case 8:
                    Toggle(given, "0.txt");
                    break;
                default:
                    given.Codebook("lines", Lines.Replace("paid: {type: integer", number % 2 == 0 ? "paid: {type: number" : "paid: {type: integer", StringComparison.Ordinal));
                    number++;
                    break;
            }

            given.Build();
            Same(given);
        }

        bool IsThere(string file) => given.Query($"SELECT 1 FROM rulings WHERE file = '{file}'").Count > 0;
    }, iter: 2, threads: 1);

    [Fact]
    public void A_second_check_reads_nothing_and_a_changed_claim_only_itself()
    {
        using var given = Case();
        given.Build();
        Assert.Equal(Claims.Length, Read(given, Claims).Missing);
        Assert.Equal(0, Read(given, Claims[..6]).Missing);
        Assert.Equal(1, Read(given, [.. Claims[..5], Claims[5] with { Sql = Claims[5].Sql + " AND video = 'yes'" }]).Missing);
        given.Decide(given.Unit("0.txt"), "outcome", "arrest", quote: "ПОСТАНОВИЛ");
        given.Build();
        // The one of another table stays.
        Assert.Equal(5, Read(given, Claims[..6]).Missing);
    }

    [Fact]
    public void A_check_that_was_stopped_is_taken_up()
    {
        using var given = Case();
        given.Build();
        using (var built = BuiltCase.Open(given.Folder))
        using (var reader = new KeptReader(built, TestCase.Hidden("sql-worker")))
        {
            // Without evidence, as one that was stopped before that.
            reader.Foresee([.. Claims[..3].Select(c => new ForeseenClaim(c, 0))], TestContext.Current.CancellationToken);
        }

        Assert.Equal(3, Read(given, Claims[..6]).Missing);
        Same(given);
    }

    [Fact]
    public void Half_a_file_is_as_none()
    {
        using var given = Case();
        given.Build();
        Read(given, Claims);
        var kept = Kept(given).Single();
        var bytes = File.ReadAllBytes(kept);
        foreach (var length in (int[])[0, 10, 33, bytes.Length / 2, bytes.Length - 1])
        {
            File.WriteAllBytes(kept, bytes[..length]);
            Assert.Equal(Claims.Length, Read(given, Claims).Missing);
        }

        File.WriteAllText(kept, Encoding.UTF8.GetString(bytes).Replace("\"Number\":2", "\"Number\":3", StringComparison.Ordinal));
        Same(given);
    }

    [Fact]
    public void Nothing_of_an_erased_or_withdrawn_document_is_kept()
    {
        using var given = Case();
        given.Give("secret.txt", DecidedCase.Ruling(77, "штрафа Выдумкина-Секретова"));
        given.Build();
        Same(given);
        Assert.Contains("Секретова", string.Concat(Kept(given).Select(Text)), StringComparison.Ordinal);
        Toggle(given, "secret.txt");
        given.Build();
        Same(given);
        Assert.DoesNotContain("Секретова", string.Concat(Kept(given).Select(Text)), StringComparison.Ordinal);
        Toggle(given, "secret.txt");
        given.Build();
        Same(given);
        CaseErasure.Erase(given.Folder, Document(given, "secret.txt"), new ErasureOptions { Reason = "test" });
        Assert.Empty(Kept(given));
        given.Build();
        Same(given);
        Assert.DoesNotContain("Секретова", string.Concat(Kept(given).Select(Text)), StringComparison.Ordinal);
    }

    /// <summary>Kept, just kept, and read anew: all the same.</summary>
    private static void Same(TestCase given)
    {
        using var built = BuiltCase.Open(given.Folder);
        using var tables = TablesConnection.Open(built.TablesPath);
        using var connection = tables.Connect();
        var runner = new ClaimRunner(connection, tables.Schema);
        string Anew(ClaimQuery claim) => JsonSerializer.Serialize((object)runner.Read(claim))
            + JsonSerializer.Serialize(runner.Prepare(claim, []) is { } prepared ? new ClaimEvidence(connection, tables.Schema).Rows(prepared, 3, null, out _) : (IReadOnlyList<EvidenceRow>)[]);
        var anew = Claims.Select(Anew).ToList();
        Assert.Equal(anew, Read(given, Claims).Texts);
        Assert.Equal(anew, Read(given, Claims).Texts);
    }

    private static (List<string> Texts, long Missing) Read(TestCase given, IReadOnlyList<ClaimQuery> claims)
    {
        using var built = BuiltCase.Open(given.Folder);
        var progress = new Reported();
        using var reader = new KeptReader(built, TestCase.Hidden("sql-worker"), progress);
        reader.Foresee([.. claims.Select(c => new ForeseenClaim(c, 3))], TestContext.Current.CancellationToken);
        return ([.. claims.Select(c => JsonSerializer.Serialize((object)reader.Read(c)) + JsonSerializer.Serialize(reader.Evidence(c, 3, out _)))], progress.Read);
    }

    private static TestCase Case()
    {
        var given = DecidedCase.New();
        given.Codebook("lines", Lines);
        for (var i = 0; i < 3; i++)
        {
            given.Give($"{i}.txt", DecidedCase.Ruling(i, i == 1 ? "ареста" : "штрафа") + (i == 2 ? "\nВидеозапись." : ""));
        }

        given.Give("first.csv", "day,paid\n2022-02-01,3\n2022-04-01,4\n03/04/2022,2\n");
        return given;
    }

    private static string Document(TestCase given, string file)
    {
        using var journal = Journal.OpenRead(given.Folder);
        return new JournalView(journal).Documents().First(d => d.File == file).Id.Hex;
    }

    private static void Toggle(TestCase given, string file)
    {
        using var journal = Journal.OpenWrite(given.Folder, new JournalOptions { Who = "coder-test" });
        var document = Plumbline.Evidence.DocumentId.Parse(Document(given, file));
        var standing = Withdrawals.Of(journal.Entries(Withdrawals.Words)).Standing.Where(w => w.Document == document).ToList();
        journal.Append(standing.Count > 0
            ? [.. standing.Select(w => new JournalDraft("reinstatement", WithdrawalPayload.Back(w.Entry, "test", "anna")))]
            : [new JournalDraft("withdrawal", WithdrawalPayload.OfDocument(document, "test", "anna"))]);
    }

    private static string[] Kept(TestCase given) => Directory.GetFiles(given.Folder.Builds, "claims.kept*", SearchOption.AllDirectories);

    private static string Text(string path) => System.Text.RegularExpressions.Regex.Unescape(File.ReadAllText(path));

    private sealed class Reported : IProgress<Plumbline.Evidence.StageProgress>
    {
        private long first = -1, last;

        public long Read => last - first;

        public void Report(Plumbline.Evidence.StageProgress value)
        {
            first = first < 0 ? value.Done : first;
            last = value.Done;
        }
    }
}
