using System.Text;
using CsCheck;
using Plumbline.Coding.Queries;
using Plumbline.Evidence;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Coding.Queries;

public sealed class QueryParseTests
{
    private static readonly string[] Faulty =
    [
        "", "  ", "\"судебный штраф", "(суд OR дело", "суд)", "районный суд", "суд \"два слова\"", "штраф and арест", "штраф или арест", "не видео",
        "AND суд", "суд AND", "NOT", "()", "суд w/", "суд w/x дело", "суд w/0 дело", "суд pre /3 дело", "суд pre/s дело", "суд w/5000 дело",
        "суд near/5 дело", "суд /5 дело", "суд ADN дело", "section:operativ штраф", "section: штраф", "secton:operative штраф", "text:штраф",
        "суд w/5 (дело AND штраф)", "суд w/5 NOT дело", "(section:facts суд) w/5 дело", "(a1 w/s b1) w/5 c1", "а*", "\"* суд\"", "***", "—", "\"—\"",
        "-видео", "суд && дело", "суд~", "+суд", "сyд", "суд w/5", "w/5 суд", "суд OR OR дело", "суд\nAND (дело",
    ];

    private static readonly string[] Bits =
        ["суд", "\"", "(", ")", " ", "AND", "w/", "w/5 ", "pre/3", "w/s", "NOT ", "section:", "=", "*", "?", "20.2", "—", ".", "\n", "OR ", "«", "»", ":", "/", "И"];

    [Fact]
    public void Faults_point_at_the_column_and_guess()
    {
        var shown = new StringBuilder();
        foreach (var text in Faulty)
        {
            List<Problem> problems = [];
            var query = Query.Parse(text, new QueryOrigin(), problems, ["operative", "facts"]);
            var problem = Assert.Single(problems);
            Assert.Equal(problem.Severity == Severity.Error, query is null);
            shown.Append(problem.Code).Append(' ').AppendLine(problem.Sentence)
                .Append("  ").AppendLine(problem.Place.SourceLine)
                .Append("  ").Append(' ', problem.Place.Column - 1).AppendLine("^")
                .Append("  ").AppendLine(problem.Try);
        }

        Golden.Verify(shown.ToString());
    }

    [Fact]
    public void A_fault_in_a_file_points_into_the_file()
    {
        List<Problem> problems = [];
        Assert.Null(Query.Parse("суд w/", new QueryOrigin("codebooks/a.yaml", 12, 9), problems));
        Assert.Equal(("codebooks/a.yaml", 12, 13), (problems[0].Place.File, problems[0].Place.Line, problems[0].Place.Column));
        Assert.Equal('w', problems[0].Place.SourceLine![12]);
    }

    [Fact]
    public void Sections_are_named_once_in_order()
    {
        List<Problem> problems = [];
        var query = Query.Parse("section:b суд OR section:a суд OR раздел:b дело", new QueryOrigin(), problems);
        Assert.Equal(["b", "a"], query!.Sections);
    }

    [Fact]
    public void Loosest_is_OR_then_AND_then_NOT_and_section_then_sentence_then_distance()
    {
        var root = Parse("NOT a1 w/5 b1 w/s c1 AND section:x d1 pre/2 e1 OR f1").Root;
        var or = Assert.IsType<OrNode>(root);
        var and = Assert.IsType<AndNode>(or.Items[0]);
        var sentence = Assert.IsType<SentenceNode>(Assert.IsType<NotNode>(and.Items[0]).Item);
        Assert.IsType<NearNode>(sentence.Left);
        Assert.IsType<NearNode>(Assert.IsType<SectionNode>(and.Items[1]).Item);
    }

    [Fact]
    public void Too_large_queries_are_refused()
    {
        foreach (var text in new[]
        {
            new string('a', QueryLimits.Length + 1),
            new string('(', QueryLimits.Depth + 5) + "a1",
            string.Concat(Enumerable.Repeat("NOT ", QueryLimits.Depth + 5)) + "a1",
            string.Join(" OR ", Enumerable.Repeat("a1", QueryLimits.Words + 1)),
        })
        {
            List<Problem> problems = [];
            Assert.Null(Query.Parse(text, new QueryOrigin(), problems));
            Assert.Equal("COD015", problems[0].Code);
        }
    }

    [Fact]
    public void Any_text_is_a_query_or_one_fault() => Gen.Int[0, Bits.Length - 1].Array[0, 20].Sample(
        parts =>
        {
            List<Problem> problems = [];
            var query = Query.Parse(string.Concat(parts.Select(p => Bits[p])), new QueryOrigin(), problems);
            Assert.True(query is null == problems.Exists(p => p.Severity == Severity.Error));
            Assert.All(problems, p => Assert.InRange(p.Place.Column, 1, (p.Place.SourceLine?.Length ?? 0) + 1));
        }, iter: 20_000);

    private static Query Parse(string text)
    {
        List<Problem> problems = [];
        return Query.Parse(text, new QueryOrigin(), problems) ?? throw new InvalidOperationException(problems[0].Sentence);
    }
}
