using System.Text;
using Plumbline.Claims;
using Plumbline.Claims.Drafts;
using Plumbline.Evidence;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Claims;

public sealed class ClaimsStageTests
{
    private const string Yaml = """
        rulings:
          sql: all
          counts: {en: [ruling], ru: [решение]}
        fined:
          sql: fined
          counts: {en: [ruling], ru: [решение]}
        fined-share:
          sql: fined
          measure: share
          of: rulings
        fines:
          sql: amounts
          measure: sum
        arrests:
          sql: days
          measure: range
          unit: minutes
        first:
          sql: days
          measure: first
        there-is-one:
          sql: fined
          measure: exists
        not-fined:
          expr: rulings - fined
        per-ruling:
          expr: fines / fined
        by-zero:
          expr: rulings / (fined - fined)
        published:
          quote: {document: report.pdf, exact: "at least 141 people"}
        too-large:
          expr: fines * 1000000000000 * 1000000000000 * 1000
        gone:
          quote: {document: report.pdf, exact: "not there 5"}
        broken:
          sql: broken
        spare:
          sql: all
        """;

    private const string Article = """
        # [All 100 rulings](claim:rulings) were read

        Of them [at least 40](claim:fined) ended in a fine, or [44%](claim:fined-share); in all
        [₽205,000](claim:fines). Arrests lasted [from 10 minutes to 18 hours](claim:arrests), the first on
        [5 March 2021](claim:first). [Courts fined](claim:there-is-one). Some [55](claim:not-fined) did not,
        and the average fine was [5,000 rubles](claim:per-ruling).

        Earlier, [more than 140](claim:published) people were counted, [exactly 141](claim:published) by others.
        More than [50](claim:fined) people were fined. [7 of 40](claim:rulings). [many](claim:rulings).
        [3](claim:ruling) here, [5](claim:gone), [6](claim:broken), [2](claim:by-zero). And 17 officers came on 3 May.
        [$5](claim:fines) too. Не менее [45](claim:fined) решений.
        """;

    [Fact]
    public void A_check_gives_verdicts_reasons_and_what_is_not_backed()
    {
        var report = Check(Article);
        Golden.Verify(string.Join("\n",
        [
            .. report.Claims.Select(c => $"{c.Line}:{c.Column} {c.Id} «{c.Text}» {c.Verdict.Word()}: {c.Reason}"),
            .. report.Unbacked.Select(u => $"{u.Line}:{u.Column} «{u.Figure.Text}» not-backed"),
            .. report.Unused.Select(u => $"unused {u.Id}"),
            .. report.Problems.Select(p => $"{p.Place.Line}:{p.Place.Column} {p.Code} {p.Severity} {p.Sentence} {p.Try}"),
        ]));
        Assert.Equal(1, report.ExitCode(allowOpen: true));
    }

    [Fact]
    public void The_json_is_a_contract() =>
        Golden.Verify(Encoding.UTF8.GetString(CheckJson.Write(Check("We read [at least 99 rulings](claim:rulings), and 7 judges. The first was on [5 March 2021](claim:first)."))));

    [Fact]
    public void Without_a_draft_every_claim_is_read_alone()
    {
        using var reader = new TablesOfTwoRulings();
        var report = ClaimsStage.Check([], ClaimsFile.Parse(Yaml), reader, new OneReport());
        Assert.Equal(15, report.Unused.Count);
        Assert.Equal("its value is too large", report.Unused.First(u => u.Id == "too-large").Fault);
        Assert.Equal(new ClaimValue(100), report.Unused.First(u => u.Id == "rulings").Low);
        Assert.Equal(1, report.ExitCode(allowOpen: false));
    }

    [Fact]
    public void Open_passes_when_it_is_allowed()
    {
        var report = Check("[44](claim:fined) rulings.");
        Assert.Equal((1, 0), (report.ExitCode(false), report.ExitCode(true)));
        Assert.Equal(5, report.Claims[0].OpenUnits);
    }

    [Theory]
    [InlineData("[6 прогулок](claim:walks)", "прогулка", false)]
    [InlineData("[20 согласованных](claim:walks) с органами власти мероприятий", "мероприятие", false)]
    [InlineData("[208 **несогласованных**](claim:walks) или не требующих согласования мероприятий", "мероприятие", false)]
    [InlineData("[20 журналистов](claim:walks) на 5 мероприятиях", "мероприятие", true)]
    [InlineData("[20 митингов](claim:walks)", "прогулка", true)]
    public void A_noun_is_found_behind_what_stands_before_it(string text, string counts, bool warns)
    {
        var claims = ClaimsFile.Parse($"walks:\n  sql: all\n  counts: {{ru: [{counts}]}}\n", "claims.yaml");
        Assert.Equal(warns, Check(text, claims).Problems.Any(p => p.Code == "CHK060"));
    }

    [Fact]
    public void A_percentage_that_fails_says_what_its_value_rounds_to()
    {
        var claims = ClaimsFile.Parse("part:\n  expr: 138 / 228\n", "claims.yaml");
        Assert.EndsWith("it is 60.5263%, which rounds to 61%.", Check("[60%](claim:part) of the total", claims).Claims[0].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[29](claim:fined) people", "[Двадцать девять](claim:fined) человек", false)]
    [InlineData("[29](claim:fined) people", "[28](claim:fined) человек", true)]
    [InlineData("[at least 29](claim:fined) people", "[29](claim:fined) человек", true)]
    [InlineData("[dozens](claim:fined) of people", "[29](claim:fined) человек", true)]
    [InlineData("[dozens](claim:fined) of people", "[десятки](claim:fined) человек", false)]
    [InlineData("[dozens](claim:fined) of people", "[сотни](claim:fined) человек", true)]
    [InlineData("[most](claim:fined-share) of the rulings", "[60%](claim:fined-share)", false)]
    [InlineData("[most](claim:fined-share) of the rulings", "[40%](claim:fined-share)", true)]
    [InlineData("[a third](claim:fined-share)", "[33%](claim:fined-share)", false)]
    [InlineData("[a third](claim:fined-share)", "[40 процентов](claim:fined-share)", true)]
    [InlineData("[twice](claim:fined) as many", "[вдвое](claim:fined) больше", false)]
    public void Two_drafts_must_not_state_one_claim_differently(string english, string russian, bool differ)
    {
        using var reader = new TablesOfTwoRulings();
        Draft[] drafts = [DraftReader.Read("en.md", Encoding.UTF8.GetBytes(english)), DraftReader.Read("ru.html", Encoding.UTF8.GetBytes(ToHtml(russian)))];
        var said = ClaimsStage.Check(drafts, ClaimsFile.Parse(Yaml), reader, new OneReport()).Problems.Where(p => p.Code == "CHK061").ToList();
        Assert.Equal(differ ? 1 : 0, said.Count);
        Assert.All(said, p => Assert.True(p.Place.File == "ru.html" && p.Sentence.Contains("en.md, line 1", StringComparison.Ordinal)));
    }

    private static string ToHtml(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"\[([^\]]*)\]\((claim:[^)]*)\)", "<a href=\"$2\">$1</a>");

    [Fact]
    public void Each_end_of_a_range_may_have_its_own_claim()
    {
        var report = Check("[from 40](claim:fined) to [100](claim:rulings) rulings.");
        Assert.Equal([40m, 100m], report.Claims.Select(c => c.Figure!.Value!.Value));
    }

    [Theory]
    [InlineData("at least 140", "holds")]
    [InlineData("more than 140", "holds")]
    [InlineData("at least 141", "holds")]
    [InlineData("141", "fails")]
    [InlineData("at least 142", "fails")]
    [InlineData("about 141", "fails")]
    [InlineData("up to 200", "fails")]
    public void A_quote_must_entail_the_draft(string text, string verdict) =>
        Assert.Equal(verdict, Check($"There were [{text}](claim:published) people.").Claims[0].Verdict.Word());

    private static CheckReport Check(string draft, ClaimsFile? claims = null)
    {
        using var reader = new TablesOfTwoRulings();
        return ClaimsStage.Check(draft, "draft.md", claims ?? ClaimsFile.Parse(Yaml), reader, new OneReport());
    }

    private sealed class OneReport : IQuotedDocuments
    {
        public bool Contains(string document, string exact, out DocumentId id, out TextSpan at)
        {
            id = DocumentId.Of("report"u8);
            at = new TextSpan(7, 7 + exact.Length);
            return document == "report.pdf" && exact.StartsWith("at least", StringComparison.Ordinal);
        }
    }

    /// <summary>Answers by the text of the query, as the tables would.</summary>
    private sealed class TablesOfTwoRulings : IClaimReader
    {
        public ClaimReading Read(ClaimQuery claim) => (claim.Sql, claim.Measure) switch
        {
            ("all", Measure.Count) => Of(100, 100, 100, 100),
            ("fined", Measure.Count) => Of(40, 45, 40, 45, unread: 3),
            ("fined", Measure.Exists) => Of(1, 1, 40, 45),
            ("fined", Measure.Share) => Of(0.40m, 0.45m, 40, 45),
            ("amounts", Measure.Sum) => Of(205_000, 205_000, 41, 41) with { Currency = "RUB" },
            ("days", Measure.Min) => Of(10, 10, 41, 41),
            ("days", Measure.Max) => Of(1080, 1080, 41, 41),
            ("days", Measure.First) => new ClaimReading { Low = new(null, new DateOnly(2021, 3, 5)), High = new(null, new DateOnly(2021, 3, 7)), Confirmed = 40, Rows = 41, Kind = "rulings" },
            _ => new ClaimReading { Problems = [new Problem("CHK101", Severity.Error, "The query is not SQL.", "Mend it.", new ProblemPlace("claims.yaml"))] },
        };

        public IReadOnlyList<EvidenceRow> Evidence(ClaimQuery claim, int limit, out long total)
        {
            total = 100;
            return [new EvidenceRow("u1", "решение 1.txt", new string('a', 64), true, null, [new EvidenceCell("outcome", "fine", "stated", "text") { Quote = "назначить штраф", Page = 2 }])];
        }

        public void Dispose()
        {
        }

        private static ClaimReading Of(decimal low, decimal high, long confirmed, long rows, long unread = 0) =>
            new() { Low = new(low), High = new(high), Confirmed = confirmed, Rows = rows, Unread = unread, Kind = "rulings", Reads = ["outcome"] };
    }
}
