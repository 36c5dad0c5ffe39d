using Plumbline.Claims;
using Plumbline.Claims.Checks;
using Plumbline.Claims.Sql;
using Plumbline.Evidence;

namespace Plumbline.Tests.Claims.Checks;

public sealed class CaseDoubtTests
{
    private static readonly CheckOptions Options = new()
    {
        Units = new Dictionary<string, UnitNames> { ["detentions"] = new("Detentions", []), ["rulings"] = new("Rulings", ["ruling", "decision", "решение", "постановление"]), ["people"] = new("People", []) },
    };

    [Theory]
    [InlineData("detentions", "[141 people](claim:n) were held.", true)]
    [InlineData("detentions", "[141 человека](claim:n) задержали.", true)]
    [InlineData("detentions", "[141 detentions](claim:n).", false)]
    [InlineData("detentions", "[141 задержание](claim:n).", false)]
    [InlineData("people", "[141 women](claim:n) were held.", false)]
    [InlineData("rulings", "[141 decisions](claim:n).", false)]
    [InlineData("rulings", "[141 постановление](claim:n).", false)]
    [InlineData("rulings", "[141 fines](claim:n).", true)]
    [InlineData("rulings", "[141](claim:n).", false)]
    [InlineData("elsewhere", "[141 people](claim:n).", false)]
    public void A_noun_that_is_not_the_units_is_looked_at(string table, string draft, bool isDoubt) =>
        Assert.Equal(isDoubt ? ["noun"] : [], Check(draft, table, 141).Checks.Select(d => d.Rule));

    [Fact]
    public void What_a_claim_says_that_it_counts_goes_before_the_units_words() =>
        Assert.Empty(Check("[141 people](claim:n).", "detentions", 141, "  counts: people\n").Checks);

    [Theory]
    [InlineData("At least [90](claim:n) rulings.", 900, true)]
    [InlineData("At least [90](claim:n) rulings.", 180, true)]
    [InlineData("At least [90](claim:n) rulings.", 179, false)]
    [InlineData("More than [90](claim:n) rulings.", 900, true)]
    [InlineData("Up to [900](claim:n) rulings.", 90, true)]
    [InlineData("Up to [900](claim:n) rulings.", 500, false)]
    [InlineData("[Dozens](claim:n) of rulings.", 900, true)]
    [InlineData("[Dozens](claim:n) of rulings.", 99, false)]
    [InlineData("Как минимум [90](claim:n) решений.", 900, true)]
    [InlineData("At least [900](claim:n) rulings.", 90, false)]
    public void A_hedge_that_holds_and_misleads_is_looked_at(string draft, int value, bool isDoubt) =>
        Assert.Equal(isDoubt ? ["far-hedge"] : [], Check(draft, "rulings", value).Checks.Select(d => d.Rule));

    [Fact]
    public void How_far_is_far_the_case_sets()
    {
        var options = Options with { Hedges = new() { Misleads = 20 } };
        Assert.Empty(Check("At least [90](claim:n) rulings.", "rulings", 900, options: options).Checks);
    }

    [Fact]
    public void A_check_moves_no_exit_code_and_one_that_is_set_aside_is_no_more_in_the_list()
    {
        var report = Check("At least [90](claim:n) rulings.", "rulings", 900);
        Assert.Equal(0, report.ExitCode(allowOpen: false));
        var options = Options with { Checked = new Dictionary<string, string> { [report.Checks[0].Id] = "the court says no more", ["parts-000000"] = "gone" } };
        var again = Check("At least [90](claim:n) rulings.", "rulings", 900, options: options);
        Assert.Empty(again.Checks);
        Assert.Equal("the court says no more", Assert.Single(again.SetAside).Reason);
        Assert.Equal(["parts-000000"], again.GoneChecks);
        Assert.Single(Check("At least [90](claim:n) such rulings.", "rulings", 900, options: options).Checks);
    }

    [Fact]
    public void Figures_with_different_claims_are_no_two_statements_of_one_thing()
    {
        const string Draft = "We counted [5,169 arrests of protesters](claim:n) in the year.\n\nWe counted [5,166 arrests of protesters](claim:m) in the year.";
        Assert.Empty(Check(Draft, "elsewhere", 5169, "m:\n  sql: other\n").Checks);
        Assert.Single(Check(Draft.Replace("[5,166 arrests of protesters](claim:m)", "5,166 arrests of protesters", StringComparison.Ordinal), "elsewhere", 5169).Checks);
    }

    private static CheckReport Check(string draft, string table, int value, string more = "", CheckOptions? options = null)
    {
        using var reader = new OneCount(table, value);
        return ClaimsStage.Check(draft, "draft.md", ClaimsFile.Parse("n:\n  sql: all\n" + more), reader, new NoQuotes(), options ?? Options);
    }

    private sealed class NoQuotes : IQuotedDocuments
    {
        public bool Contains(string document, string exact, out DocumentId id, out TextSpan at)
        {
            (id, at) = (default, default);
            return false;
        }
    }

    private sealed class OneCount(string table, int value) : IClaimReader
    {
        public ClaimReading Read(ClaimQuery claim) => new() { Low = new ClaimValue(value), High = new ClaimValue(value), Confirmed = value, Rows = value, Kind = table };

        public IReadOnlyList<EvidenceRow> Evidence(ClaimQuery claim, int limit, out long total)
        {
            total = 0;
            return [];
        }

        public void Dispose()
        {
        }
    }
}
