using System.Text;
using CsCheck;
using Plumbline.Custody;
using Plumbline.Custody.Erasing;
using Plumbline.Custody.Merging;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Entries;
using Plumbline.Processes;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Pipeline.Entries;

/// <summary>Units that no document tells of: a record with custody, and the coder's own codings, each with its line.</summary>
public sealed class CaseEntriesTests : IDisposable
{
    private const string Texts = """
        unit: incidents
        label: Incidents
        of: document
        documents: {files: ["*.html"]}
        variables:
          outcome:
            type: category
            label: Outcome
            values: {fine: Fine, arrest: Arrest}
            rules: [{value: fine, when: fine}, {value: arrest, when: arrest}]
          held_on: {type: date, label: Held on}
          fine_rub: {type: money, currency: RUB}
          places: {type: text, multiple: true}
          video: {type: yes/no, silence: no, rules: [{value: yes, when: video}]}
        """;

    private const string Rows = """
        unit: stops
        of: row
        documents: {files: ["stops.csv"]}
        key: [day]
        variables:
          day: {type: date, column: Дата, format: dd/MM/yyyy}
          people: {type: integer, column: people}
        """;

    private readonly TestCase given = new();

    public CaseEntriesTests()
    {
        given.Codebook("incidents", Texts);
        given.Codebook("stops", Rows);
        given.Give("stops.csv", "Дата,people\n01/02/2022,3\n");
    }

    private CaseEntries Entries => new(given.Folder, new JournalOptions { Who = "lynx" });

    private static NewEntry Incident => new()
    {
        Kind = "incidents",
        Coder = "lynx",
        ToldOn = new DateOnly(2022, 6, 11),
        How = "by phone",
        Source = "caller",
        Told = "They said it was an arrest at first.\r\nThen a fine, by video.",
        Fields =
        [
            new("outcome", Status.Stated, ["Fine"]), new("held_on", Status.Stated, ["2022-06"]), new("fine_rub", Status.Unclear, ["5 000", "10 000"]),
            new("places", Status.Stated, ["metro", "station"]),
        ],
    };

    [Fact]
    public void Each_value_is_the_coders_own_with_its_line_as_evidence()
    {
        var receipt = Entries.Enter(Incident);
        given.Build();
        using var built = BuiltCase.Open(given.Folder);
        var unit = built.Show(receipt.Unit.Value, null);
        Assert.Equal([("Fine (fine)", true), ("2022-06", true), ("unclear (5000 RUB; 10000 RUB)", false), ("metro; station", true)], unit.Variables.Take(4).Select(v =>
        {
            var coding = v.Codings[0];
            Assert.Equal(("person", "lynx", false), (coding.CoderKind, coding.Coder, coding.IsStale));
            Assert.EndsWith(": " + coding.Quote!.Split(": ", 2)[1], coding.Quote, StringComparison.Ordinal);
            return (coding.Quote.Split(": ", 2)[1], v.IsSettled);
        }));
        Assert.DoesNotContain(built.Problems, p => p.Code.StartsWith("REV", StringComparison.Ordinal));
    }

    [Fact]
    public void No_rule_reads_a_record_and_what_was_left_out_is_not_coded()
    {
        var receipt = Entries.Enter(Incident with { Fields = [new("held_on", Status.Stated, ["2022-06-10"])] });
        given.Build();
        Assert.Equal(["not-coded | not-coded | stated"], given.Query($"SELECT outcome_status, video_status, held_on_status FROM incidents WHERE unit_id = '{receipt.Unit}'"));
    }

    [Fact]
    public void Rows_are_entered_as_well_and_never_merge_by_a_key_that_a_person_typed()
    {
        var receipt = Entries.Enter(new NewEntry
        {
            Kind = "stops", Coder = "lynx", ToldOn = new DateOnly(2022, 2, 2), Told = "Two lines,\n\"quoted\"", Fields = [new("day", Status.Stated, ["2022-02-01"]), new("people", Status.NotStated, [])],
        });
        given.Build();
        Assert.Equal(["2022-02-01 | stated | not-stated"], given.Query($"SELECT day, day_status, people_status FROM stops WHERE unit_id = '{receipt.Unit}'"));
        Assert.Equal(["2"], given.Query("SELECT count(*) FROM stops"));
        Assert.Equal(["2022-02-01"], given.Query($"SELECT day FROM confirmed.stops WHERE unit_id = '{receipt.Unit}'"));
    }

    [Fact]
    public void The_record_keeps_custody_names_its_files_and_is_no_other_codebooks_document()
    {
        using var files = new TemporaryFolder("files");
        File.WriteAllText(files["photo of a fine.txt"], "A fine, on video.\n");
        var receipt = Entries.Enter(Incident with { Attachments = [files["photo of a fine.txt"]] });
        given.Codebook("all", "unit: texts\nof: document\nvariables:\n  about: {type: text}\n");
        given.Build();
        using var journal = Journal.OpenRead(given.Folder);
        var attached = Assert.Single(receipt.Attachments);
        Assert.Equal(["/entries/incidents", "/attachments"], new[] { receipt.Document, attached }.Select(d => Assert.Single(journal.CustodyOf(d)).Folder));
        Assert.All(journal.CustodyOf(receipt.Document), r => Assert.Equal("caller", r.Source));
        Assert.Empty(given.Query("SELECT file FROM texts"));
        Assert.Equal(["1"], given.Query("SELECT count(*) FROM incidents"));
        using var built = BuiltCase.Open(given.Folder);
        Assert.Contains(attached.Hex, built.Members(receipt.Unit.Value).Members.Single().Text, StringComparison.Ordinal);
        var verified = CaseVerification.Verify(given.Folder, new VerifyOptions());
        Assert.True(verified.IsIntact);
        Assert.Equal(0, verified.BlobsWithoutEntry);
    }

    [Fact]
    public void It_goes_and_comes_back_with_who_told_it()
    {
        var receipt = Entries.Enter(Incident);
        given.Build();
        var withdrawal = new CaseWithdrawal(given.Folder, new BuildOptions { ReaderCommand = TestCase.Hidden("read-worker") }, TestCase.Hidden("sql-worker"));
        var plan = withdrawal.Plan("caller", false, "asked us to wait", "lynx");
        Assert.Equal(4, plan.Decisions);
        withdrawal.Enter(plan, new JournalOptions { Who = "lynx" });
        given.Build();
        Assert.Equal(["0"], given.Query("SELECT count(*) FROM incidents"));
        withdrawal.Enter(withdrawal.Plan("caller", true, "agreed again", "lynx"), new JournalOptions { Who = "lynx" });
        given.Build();
        Assert.Equal(["fine"], given.Query($"SELECT outcome FROM confirmed.incidents WHERE unit_id = '{receipt.Unit}'"));
    }

    [Fact]
    public void Erasing_the_record_leaves_no_value_of_it()
    {
        var receipt = Entries.Enter(Incident);
        given.Build();
        CaseErasure.Erase(given.Folder, receipt.Document.Hex, new ErasureOptions { Who = "lynx", Reason = "asked" });
        given.Build();
        Assert.Equal(["0"], given.Query("SELECT count(*) FROM incidents"));
        using var journal = Journal.OpenRead(given.Folder);
        Assert.DoesNotContain(journal.Entries(), e => e.Payload is { } p && Encoding.UTF8.GetString(p.Span) is var text && (text.Contains("caller", StringComparison.Ordinal) || text.Contains("\"fine\"", StringComparison.Ordinal)));
        Assert.True(CaseVerification.Verify(given.Folder, new VerifyOptions()).IsIntact);
    }

    [Fact]
    public void Two_entries_that_say_the_same_are_two_units_and_a_clean_build_gives_the_same()
    {
        Entries.Enter(Incident);
        var first = given.Build().Digest;
        Thread.Sleep(2);
        Entries.Enter(Incident);
        var second = given.Build().Digest;
        Assert.NotEqual(first, second);
        Assert.Equal(["2"], given.Query("SELECT count(*) FROM incidents"));
        Assert.Equal(second, given.Build(clean: true).Digest);
    }

    [Fact]
    public void Nothing_is_entered_of_what_can_not_be_entered_whole()
    {
        using (var journal = Journal.OpenRead(given.Folder))
        {
            var before = journal.Entries().Count();
            Assert.Equal("REV001", Assert.Throws<UsageException>(() => Entries.Enter(Incident with { Fields = [new("outcome", Status.Stated, ["fine"]), new("held_on", Status.Stated, ["soon"])] })).Code);
            Assert.Equal("REV093", Assert.Throws<UsageException>(() => Entries.Enter(Incident with { Attachments = [Path.Combine(given.Folder.Root, "none")] })).Code);
            Assert.Equal("REV091", Assert.Throws<UsageException>(() => Entries.Enter(Incident with { Fields = [], Told = " " })).Code);
            Assert.Equal("REV090", Assert.Throws<UsageException>(() => Entries.Enter(Incident with { Kind = "replies" })).Code);
            Assert.Equal("REV092", Assert.Throws<UsageException>(() => Entries.Enter(Incident with { Source = " x" })).Code);
            Assert.Equal("REV009", Assert.Throws<UsageException>(() => Entries.Enter(Incident with { Coder = "A B" })).Code);
            Assert.Equal(before, journal.Entries().Count());
        }

        Assert.Single(Directory.EnumerateFiles(given.Folder.Archive, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Whatever_is_typed_is_found_again_where_the_coding_says()
    {
        var codebook = CaseEntries.Kinds(given.Folder).Single(c => c.Kind.Table == "incidents");
        Gen.String.Array[2].Sample(
            texts =>
            {
                var fields = new List<CheckedField>
                {
                    new(codebook.Kind.Find("places")!, Status.Stated, [CodedValue.Words(texts[0] + "x")]), new(codebook.Kind.Find("outcome")!, Status.Stated, [CodedValue.Category("fine")]),
                };
                var record = EntryRecord.Of(codebook, Incident with { Told = texts[1], How = texts[0] }, fields, [], DateTimeOffset.UnixEpoch);
                var read = Encoding.UTF8.GetString(record.Bytes);
                Assert.Equal(record.Text, read);
                Assert.All(record.Evidence.Values.Cast<TextSelector>(), e => Assert.Equal(e.Exact, e.Span.In(read)));
            },
            iter: 300);
    }

    public void Dispose() => given.Dispose();
}
