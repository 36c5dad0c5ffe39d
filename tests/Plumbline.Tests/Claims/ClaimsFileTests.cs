using System.Text.Json.Nodes;
using Plumbline.Cases.Yaml;
using Plumbline.Claims;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Claims;

public sealed class ClaimsFileTests
{
    [Fact]
    public void A_right_file_gives_its_claims()
    {
        var file = ClaimsFile.Parse("""
            rulings:
              sql: SELECT unit_id FROM rulings
              counts: {en: [ruling, decision], ru: решение}
            fined-share:
              sql: SELECT unit_id FROM rulings WHERE outcome = 'fine'
              measure: share
              of: rulings
              tolerance: 5%
            longest:
              sql: SELECT unit_id, arrest_days AS amount FROM rulings
              measure: range
              unit: days
            half:
              expr: rulings / 2 - 10%
            elsewhere:
              quote: {document: report.pdf, exact: at least 141 people}
              accept: unread
            """);
        Assert.Empty(file.Problems);
        Assert.Equal(["ruling", "decision"], file.Claims["rulings"].Counts["en"]);
        Assert.Equal("SELECT unit_id FROM rulings", file.Claims["fined-share"].Query!.OfSql);
        Assert.Equal(0.05m, file.Claims["fined-share"].Tolerance);
        Assert.Equal((Measure.Min, Measure.Max), (file.Claims["longest"].Query!.Measure, file.Claims["longest"].Largest!.Measure));
        Assert.True(file.Claims["elsewhere"].AcceptsUnread);
    }

    [Fact]
    public void All_faults_are_reported_at_once_with_line_and_column()
    {
        var file = ClaimsFile.Parse("""
            a:
              slq: SELECT 1
            b:
              sql: SELECT unit_id FROM x
              expr: c + 1
            c:
              sql: SELECT unit_id FROM x
              measure: shares
            d:
              sql: SELECT unit_id FROM x
              measure: share
            e:
              sql: SELECT unit_id FROM x
              measure: share
              of: dd
            f:
              expr: 1 + (2
            g:
              expr: f-g
            h:
              expr: i + 1
            i:
              expr: 2 * h
            j:
              quote: {document: x}
            k:
              expr: "1 +"
              measure: sum
            1x:
              expr: "1"
            """);
        Golden.Verify(string.Join("\n", file.Problems.Select(p => $"{p.Place.Line}:{p.Place.Column} {p.Code} {p.Sentence} {p.Try}")));
        Assert.DoesNotContain(file.Claims.Keys, k => k.Length == 1);
    }

    [Theory]
    [InlineData("((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))")]
    [InlineData("1 + + 2")]
    [InlineData("a b")]
    [InlineData("")]
    [InlineData("1 / ")]
    [InlineData(")")]
    public void A_wrong_expression_is_refused_with_its_place(string text)
    {
        Assert.Null(ClaimExpression.Parse(text, out var fault, out var offset));
        Assert.NotEmpty(fault);
        Assert.InRange(offset, 0, text.Length);
    }

    [Fact]
    public void The_schema_is_json_that_names_every_key()
    {
        var schema = JsonNode.Parse(YamlSchema.Write(ClaimsFile.Shape, "claims.yaml"))!;
        Assert.Contains("sql", schema["additionalProperties"]!["properties"]!.AsObject().Select(p => p.Key));
    }

    [Fact]
    public void A_case_without_the_file_has_no_claims() => Assert.Empty(ClaimsFile.Read("/nowhere/claims.yaml").Problems);
}
