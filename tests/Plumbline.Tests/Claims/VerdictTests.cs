using System.Globalization;
using CsCheck;
using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Claims.Figures;
using Plumbline.Evidence;

namespace Plumbline.Tests.Claims;

public sealed class VerdictTests
{
    // Statement, low, high, unread, verdict: the table of docs/claims.md, cell by cell. The claim is a count.
    [Theory]
    [InlineData("at least 10", 10, 12, 0, "holds")]
    [InlineData("at least 10", 10, 12, 5, "holds")]
    [InlineData("at least 10", 9, 10, 0, "open")]
    [InlineData("at least 10", 8, 9, 0, "fails")]
    [InlineData("at least 10", 8, 9, 5, "fails")]
    [InlineData("more than 10", 11, 12, 5, "holds")]
    [InlineData("more than 10", 10, 12, 0, "open")]
    [InlineData("more than 10", 9, 10, 0, "fails")]
    [InlineData("no more than 10", 9, 10, 0, "holds")]
    [InlineData("no more than 10", 9, 10, 1, "open")]
    [InlineData("no more than 10", 10, 11, 0, "open")]
    [InlineData("no more than 10", 11, 12, 0, "fails")]
    [InlineData("fewer than 10", 8, 9, 0, "holds")]
    [InlineData("fewer than 10", 8, 9, 1, "open")]
    [InlineData("fewer than 10", 9, 10, 0, "open")]
    [InlineData("fewer than 10", 10, 11, 0, "fails")]
    [InlineData("10 rulings", 10, 10, 0, "holds")]
    [InlineData("10 rulings", 10, 10, 1, "open")]
    [InlineData("10 rulings", 9, 10, 0, "open")]
    [InlineData("10 rulings", 11, 12, 0, "fails")]
    [InlineData("10 rulings", 11, 12, 3, "fails")]
    [InlineData("only 10 rulings", 10, 10, 1, "open")]
    [InlineData("only 10 rulings", 10, 10, 0, "holds")]
    [InlineData("all 10 rulings", 10, 10, 0, "holds")]
    [InlineData("none of the rulings", 0, 0, 0, "holds")]
    [InlineData("none of the rulings", 0, 0, 1, "open")]
    [InlineData("none of the rulings", 0, 1, 0, "open")]
    [InlineData("none of the rulings", 1, 1, 0, "fails")]
    [InlineData("ни один суд", 0, 0, 0, "holds")]
    [InlineData("about 10 rulings", 9, 11, 7, "holds")]
    [InlineData("about 10 rulings", 9, 12, 0, "open")]
    [InlineData("about 10 rulings", 12, 15, 0, "fails")]
    [InlineData("nearly 10 rulings", 9, 10, 0, "holds")]
    [InlineData("nearly 10 rulings", 9, 11, 0, "open")]
    [InlineData("nearly 10 rulings", 11, 11, 0, "fails")]
    [InlineData("7 to 9 rulings", 7, 9, 0, "holds")]
    [InlineData("7 to 9 rulings", 8, 8, 0, "holds")]
    [InlineData("7 to 9 rulings", 8, 8, 1, "open")]
    [InlineData("7 to 9 rulings", 8, 10, 0, "open")]
    [InlineData("7 to 9 rulings", 10, 11, 0, "fails")]
    [InlineData("not all of the 10 rulings", 8, 9, 0, "holds")]
    [InlineData("не все из 10 решений", 10, 10, 0, "fails")]
    [InlineData("dozens of rulings", 24, 30, 9, "holds")]
    [InlineData("2.3 million rulings", 2_299_000, 2_310_000, 0, "holds")]
    [InlineData("2.3 million rulings", 2_400_000, 2_400_000, 0, "fails")]
    public void Each_cell_of_the_table(string text, int low, int high, int unread, string verdict) =>
        Assert.Equal(verdict, Of(text, low, high, unread, rises: true, falls: false, part: false).Word());

    [Theory]
    [InlineData("33%", 0.325, 0.335, "holds")]
    [InlineData("33%", 0.33, 0.34, "open")]
    [InlineData("33%", 0.34, 0.35, "fails")]
    [InlineData("33.3%", 0.3333, 0.3333, "holds")]
    [InlineData("33.3%", 0.334, 0.334, "fails")]
    [InlineData("at least 33%", 0.33, 0.4, "holds")]
    [InlineData("more than half of the rulings", 0.51, 0.6, "holds")]
    [InlineData("more than half of the rulings", 0.5, 0.5, "fails")]
    [InlineData("most of the rulings", 0.4, 0.6, "open")]
    [InlineData("a third of the rulings", 0.33, 0.34, "holds")]
    [InlineData("a third of the rulings", 0.4, 0.4, "fails")]
    [InlineData("nearly all rulings", 0.93, 0.97, "holds")]
    [InlineData("большинство решений", 0.7, 0.8, "holds")]
    public void Shares_are_rounded_to_what_is_written(string text, double low, double high, string verdict) =>
        Assert.Equal(verdict, Of(text, (decimal)low, (decimal)high, 0, rises: true, falls: true, part: true).Word());

    [Theory]
    [InlineData("at least 10", "open")]
    [InlineData("no more than 12", "holds")]
    public void What_is_unread_minds_on_the_side_that_it_could_reach(string text, string verdict) =>
        Assert.Equal(verdict, Of(text, 11, 11, 4, rises: false, falls: true, part: false).Word());

    [Fact]
    public void Accepted_unread_units_are_said() =>
        Assert.Contains("4 units unread and accepted", Verdicts.Decide(Statement("10 rulings"), new Interval(10, 10), 4, true, false, acceptsUnread: true).Reason, StringComparison.Ordinal);

    private static readonly string[] Forms =
    [
        "at least {0} rulings", "more than {0} rulings", "no more than {0} rulings", "fewer than {0} rulings", "{0} rulings", "about {0} rulings", "nearly {0} rulings", "{0} to {1} rulings", "не менее {0} дел", "до {0} дел",
    ];

    private static readonly Gen<string> Texts = Gen.Select(
        Gen.Int[0, Forms.Length - 1].Select(i => Forms[i]),
        Gen.Int[1, 40], Gen.Int[1, 9], (form, a, b) => string.Format(CultureInfo.InvariantCulture, form, a, a + b));

    [Fact]
    public void Holds_is_never_said_of_what_some_value_contradicts_nor_fails_of_what_some_value_bears_out() =>
        Gen.Select(Texts, Gen.Int[0, 60], Gen.Int[0, 12], Gen.Int[0, 2]).Sample((text, low, width, unread) =>
        {
            var statement = Statement(text);
            var verdict = Verdicts.Decide(statement, new Interval(low, low + width), unread, true, false, false).Verdict;
            var values = Enumerable.Range(low, width + 1).Select(v => statement.Allows(v)).ToList();
            return (verdict != Verdict.Holds || values.All(v => v)) && (verdict != Verdict.Fails || values.All(v => !v));
        });

    [Fact]
    public void Settling_more_never_turns_a_verdict_around() =>
        Gen.Select(Texts, Gen.Int[0, 60], Gen.Int[0, 12], Gen.Int[0, 12], Gen.Int[0, 12]).Sample((text, low, width, up, down) =>
        {
            var statement = Statement(text);
            var before = Verdicts.Decide(statement, new Interval(low, low + width), 0, true, false, false).Verdict;
            var from = low + Math.Min(up, width);
            var after = Verdicts.Decide(statement, new Interval(from, Math.Max(from, low + width - down)), 0, true, false, false).Verdict;
            return before == Verdict.Open || before == after;
        });

    [Fact]
    public void An_expression_holds_every_result_of_values_from_its_claims()
    {
        var gen = Gen.Select(Gen.Int[-9, 9], Gen.Int[0, 5], Gen.Int[0, 5]);
        Gen.Select(gen, gen, Gen.Int[0, 3]).Sample((a, b, sign) =>
        {
            Interval x = new(a.Item1, a.Item1 + a.Item2), y = new(b.Item1, b.Item1 + b.Item2);
            if (sign == 3 && y.HoldsZero)
            {
                return true;
            }

            decimal p = a.Item1 + Math.Min(a.Item2, a.Item3), q = b.Item1 + Math.Min(b.Item2, b.Item3);
            var (interval, value) = sign switch { 0 => (x + y, p + q), 1 => (x - y, p - q), 2 => (x * y, p * q), _ => (x / y, p / q) };
            return interval.Low <= value && value <= interval.High;
        });
    }

    [Theory]
    [InlineData("about 100 rulings", 91, 109)]
    [InlineData("nearly 100 rulings", 96, 100)]
    [InlineData("a third of the rulings", 0.33, 0.34)]
    public void A_case_says_how_far_hedges_reach(string text, double low, double high)
    {
        var statement = StatementReader.Of(Parsed(text), true, new HedgeRules { About = 0.09m, Nearly = 0.04m, Shares = 0.01m });
        Assert.True(statement.AllowsAll(new Interval((decimal)low, (decimal)high)));
        Assert.False(statement.Allows((decimal)low * 0.95m));
        Assert.False(statement.Allows((decimal)high * 1.05m));
    }

    private static Figure Parsed(string text) => Assert.Single(FigureParser.Parse(text, [new TextSpan(0, text.Length)]), f => f.NeedsBacking);

    private static Statement Statement(string text) => StatementReader.Of(Parsed(text), false, new HedgeRules());

    private static Verdict Of(string text, decimal low, decimal high, long unread, bool rises, bool falls, bool part)
    {
        var figure = Parsed(text);
        var measured = new MeasuredClaim { IsPart = part };
        var claim = new Claim { Id = "x", Place = new ProblemPlace() };
        var factor = FigureScale.Of(figure, claim, measured, out _)!.Value;
        var statement = StatementReader.Of(figure, FigureScale.Rounds(figure, measured), new HedgeRules());
        return Verdicts.Decide(statement, new Interval(low * factor, high * factor), unread, rises, falls, false).Verdict;
    }
}
