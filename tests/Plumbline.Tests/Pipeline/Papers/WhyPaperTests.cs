using System.Text;
using System.Text.Json;
using Plumbline.Claims;
using Plumbline.Cli;
using Plumbline.Cli.Output;
using Plumbline.Cli.Pages;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Papers;
using Plumbline.Review;

namespace Plumbline.Tests.Pipeline.Papers;

public sealed class WhyPaperTests
{
    [Fact]
    public void A_paper_has_figures_units_documents_with_custody_people_and_rules()
    {
        using var given = new PaperCase();
        var document = given.Give("a.txt", DecidedCase.Ruling(1, "штрафа"), "court-clerk", "https://court.example/1", "by post");
        given.Give("b.txt", DecidedCase.Ruling(2, "ареста"));
        given.Case.Build();
        var unit = given.Case.Unit("a.txt");
        given.Case.Decide(unit, "outcome", "fine", shown: ShownBefore.Nothing, note: "read twice");
        given.Case.Decide(unit, "outcome", "fine", "boris");
        given.Case.Build();
        var paper = given.Why();
        Assert.Equal((Verdict.Holds, 1L, 1L), (Assert.Single(paper.Asked.Figures).Verdict, paper.Asked.Reading!.Confirmed, paper.Asked.Total));
        Assert.Equal((document, "court-clerk", "https://court.example/1", "by post"), Assert.Single(paper.Documents) is var d && d.Custody[0] is var c ? (d.Id, c.Source, c.Url, c.Note) : default);
        Assert.Equal([("anna", 1, 1), ("boris", 1, 0)], paper.Coders.Select(p => (p.Name, p.Decisions, p.Blind)));
        Assert.Equal(["outcome"], paper.Variables.Select(v => v.Variable.Name));
        Assert.Contains(paper.Variables[0].Rules, r => r is { Name: "outcome/fine", Version.Length: 16, Text: "fine when наказание w/5 штраф" });
        Assert.Equal(2, paper.Times.Count);
    }

    [Fact]
    public void A_calculated_figure_brings_those_it_is_made_of()
    {
        using var given = new PaperCase();
        given.Claims("fined:\n  sql: SELECT unit_id FROM rulings WHERE outcome = 'fine'\nall:\n  sql: SELECT unit_id FROM rulings\npart:\n  expr: fined / all\n");
        given.Give("a.txt", DecidedCase.Ruling(1, "штрафа"));
        given.Case.Build();
        Assert.Equal(["part", "fined", "all"], given.Why("part").Claims.Select(c => c.Claim.Id));
    }

    [Fact]
    public void The_same_document_from_two_people_is_one_and_so_are_two_with_the_same_text()
    {
        using var given = new PaperCase();
        given.Give("a.txt", DecidedCase.Ruling(1, "штрафа"), "first");
        given.Give("again.txt", DecidedCase.Ruling(1, "штрафа"), "second");
        given.Give("spaced.txt", DecidedCase.Ruling(1, "штрафа").Replace("\n\n", "\n\n\n", StringComparison.Ordinal), "third");
        given.Give("b.txt", DecidedCase.Ruling(2, "штрафа"), null, "https://court.example/2");
        given.Give("c.txt", DecidedCase.Ruling(3, "штрафа"));
        given.Case.Build();
        var sources = given.Why().Sources;
        Assert.Equal([("court.example", 1), ("first", 1)], sources.Origins);
        Assert.Equal((2, 3, 1, 1), (sources.Count, sources.Documents, sources.SameText, sources.Unknown));
    }

    [Fact]
    public void What_is_not_for_publication_backs_the_figure_and_stands_nowhere_on_the_paper()
    {
        using var given = new PaperCase();
        var hidden = given.Give("leaked-file.txt", DecidedCase.Ruling(77123, "штрафа"), "deep-throat", "https://leak.example", "meet at the bridge");
        given.Give("b.txt", DecidedCase.Ruling(2, "штрафа"), "court");
        given.Case.Build();
        given.Case.Decide(given.Case.Unit("leaked-file.txt"), "outcome", "fine", note: "he told me");
        given.Case.Build();
        given.Terms("deep-throat", "not-for-publication");
        var paper = given.Why();
        Assert.Equal((1L, 2L), (paper.Asked.Reading!.Confirmed, paper.Asked.Total));
        Assert.Equal((2, 1), (paper.Sources.Count, paper.Sources.Withheld));
        foreach (var form in Forms(paper))
        {
            Assert.Contains("b.txt", form, StringComparison.Ordinal);
            Assert.All(["leaked-file", "deep-throat", "leak.example", "bridge", "he told me", "77123", hidden.Hex[..12], given.Case.Unit("leaked-file.txt")], secret =>
                Assert.DoesNotContain(secret, form, StringComparison.OrdinalIgnoreCase));
        }

        Assert.All(Forms(given.Why(showConfidential: true)), form => Assert.Contains("leaked-file", form, StringComparison.Ordinal));
    }

    [Fact]
    public void A_unit_keeps_what_another_source_shows_of_it()
    {
        using var given = new PaperCase();
        given.Give("leaked-file.txt", DecidedCase.Ruling(1, "штрафа"), "deep-throat");
        given.Give("public.txt", DecidedCase.Ruling(1, "штрафа").Replace("\n\n", "\n\n\n", StringComparison.Ordinal), "court");
        given.Case.Build();
        given.Terms("deep-throat", "not-for-publication");
        var unit = Assert.Single(given.Why().Asked.Units);
        Assert.Equal(["public.txt"], unit.Unit!.Members.Select(m => m.File));
        Assert.Equal(("fine", true), (unit.Unit.Variables.Single(v => v.Name == "outcome").Value, unit.Withheld > 0));
    }

    [Fact]
    public void A_source_on_background_is_quoted_and_not_named()
    {
        using var given = new PaperCase();
        given.Give("a.txt", DecidedCase.Ruling(1, "штрафа"), "deep-throat", "https://leak.example", "meet at the bridge");
        given.Give("b.txt", DecidedCase.Ruling(2, "штрафа"), "clerk");
        given.Case.Build();
        given.Terms("deep-throat", "background");
        given.Terms("clerk", "on-record");
        var paper = given.Why();
        Assert.Equal([("shown-clerk", 1)], paper.Sources.Origins);
        Assert.Equal((2, 1), (paper.Sources.Count, paper.Sources.Withheld));
        foreach (var form in Forms(paper))
        {
            Assert.Contains(SourceTerms.OnBackground, form, StringComparison.Ordinal);
            Assert.All(["deep-throat", "leak.example", "bridge"], secret => Assert.DoesNotContain(secret, form, StringComparison.Ordinal));
        }

        Assert.All(Forms(given.Why(showConfidential: true)), form => Assert.Contains("shown-deep-throat", form, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Forms(WhyPaper paper)
    {
        yield return WhyPage.Write(paper);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            PaperJson.Why(json, paper);
            json.WriteEndObject();
        }

        yield return Encoding.UTF8.GetString(bytes.ToArray());
        var text = new StringWriter();
        PaperPrinter.Write(new Screen(text, 200, colors: false), paper);
        yield return text.ToString();
    }
}
