using System.Text;
using System.Text.Json;
using Plumbline.Claims;
using Plumbline.Claims.Suggestions;
using Plumbline.Evidence;
using Plumbline.Tests.Cli;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Claims.Suggestions;

public sealed class SuggestionTests
{
    private const string Incidents = """
        unit: incidents
        label: Инциденты
        of: row
        documents: {files: ["*.csv"]}
        key: [id]
        variables:
          id: {type: text, column: id}
          day: {type: date, column: day}
          town: {type: text, column: town}
          kind: {type: category, column: kind, values: {raid: Обыск, arrest: Арест}}
          victim: {type: text, column: victim, identity: true}
          people: {type: integer, column: people}
        """;

    [Fact]
    public void A_count_whose_value_and_words_fit_is_suggested_with_what_was_searched()
    {
        using var given = Case();
        var figure = Figures(given, "There were 12 raids in 2021.\n")[0];
        var first = figure.GetProperty("suggestions")[0];
        Assert.Equal("incidents: day in 2021, kind = raid", first.GetProperty("what").GetString());
        Assert.Equal(("holds", 12), (first.GetProperty("verdict").GetString(), first.GetProperty("low").GetInt32()));
        Assert.InRange(figure.GetProperty("fitting").GetInt32(), 1, figure.GetProperty("searched").GetInt32());
        Assert.True(figure.GetProperty("by_chance").GetDouble() > 0);
    }

    [Fact]
    public void Words_are_compared_in_Russian_too() =>
        Within(given => Assert.Equal("incidents: kind = arrest", Figures(given, "Всего было 20 арестов.\n")[0].GetProperty("suggestions")[0].GetProperty("what").GetString()));

    [Fact]
    public void A_count_that_the_words_name_and_whose_value_is_another_is_shown_beside() => Within(given =>
    {
        var figure = Figures(given, "There were 21 arrests.\n")[0];
        Assert.DoesNotContain(figure.GetProperty("suggestions").EnumerateArray(), s => s.GetProperty("low").GetInt32() == 20);
        Assert.Equal(20, figure.GetProperty("other_values")[0].GetProperty("low").GetInt32());
    });

    [Fact]
    public void Variables_that_name_persons_are_never_searched() => Within(given =>
    {
        var answer = BuiltProgram.Run(given.Folder.Root, "suggest", ".", Draft(given, "Ivanova was raided 12 times.\n"), "--limit", "50", "--json").Out;
        Assert.DoesNotContain("victim", answer, StringComparison.Ordinal);
    });

    [Fact]
    public void A_text_that_stands_in_documents_not_for_publication_is_not_counted_by() => Within(given =>
    {
        given.GiveFrom("clerk", "secret.csv", Csv(Enumerable.Range(100, 8).Select(i => $"{i},2020-05-01,Tayny,raid,X,1")));
        given.Build();
        string Run() => BuiltProgram.Run(given.Folder.Root, "suggest", ".", Draft(given, "Tayny had 8 raids.\n"), "--json").Out;
        Assert.Contains("town = Tayny", Run(), StringComparison.Ordinal);
        File.WriteAllText(given.Folder.SourcesYaml, "clerk: {terms: not-for-publication}\n");
        Assert.DoesNotContain("town = Tayny", Run(), StringComparison.Ordinal);
    });

    [Fact]
    public void A_claim_that_is_taken_is_marked_until_a_person_confirms_it() => Within(given =>
    {
        const string Before = "# mine\nall-of-them:   # every row\n  sql: SELECT unit_id FROM incidents\n";
        File.WriteAllText(given.Folder.ClaimsYaml, Before);
        var root = given.Folder.Root;
        var draft = Draft(given, "There were 12 raids in 2021.\n");
        var shown = BuiltProgram.Run(root, "suggest", ".", draft, "--figure", "1", "--take", "1", "--as-claim", "raids");
        Assert.Equal(Before, File.ReadAllText(given.Folder.ClaimsYaml));
        Assert.Contains("found_by: value", shown.Out, StringComparison.Ordinal);
        Assert.Equal(0, BuiltProgram.Run(root, "suggest", ".", draft, "--figure", "1", "--take", "1", "--as-claim", "raids", "--write").Code);
        var after = File.ReadAllText(given.Folder.ClaimsYaml);
        Assert.StartsWith(Before, after, StringComparison.Ordinal);
        Assert.Equal(2, BuiltProgram.Run(root, "suggest", ".", draft, "--figure", "1", "--take", "1", "--as-claim", "raids", "--write").Code);

        Directory.CreateDirectory(given.Folder.Drafts);
        File.WriteAllText(Path.Combine(given.Folder.Drafts, "d.md"), "There were [12 raids](claim:raids) in 2021.\n");
        var check = BuiltProgram.Run(root, "check", ".", "--json");
        Assert.Equal("value", JsonElement.Parse(check.Out).GetProperty("claims")[0].GetProperty("found_by").GetString());
        Assert.Contains("CHK064", check.Out, StringComparison.Ordinal);
        Assert.All([("check", "."), ("why", "raids")], v => Assert.Contains("found by its value", string.Join(' ', BuiltProgram.Run(root, v.Item1, ".", v.Item2 == "." ? "drafts/d.md" : v.Item2).Out.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal));
        Assert.Contains("found by its value", BuiltProgram.Run(root, "sign", ".", "drafts/d.md", "--as", "calm-otter-31").Out.ReplaceLineEndings(" "), StringComparison.Ordinal);

        File.AppendAllText(given.Folder.ClaimsYaml, "  confirmed_by: {name: calm-otter-31, reason: counted by hand}\n");
        Assert.DoesNotContain("CHK064", BuiltProgram.Run(root, "check", ".", "--json").Out, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("{a: {sql: SELECT unit_id FROM x}}\n")]
    [InlineData("b:\n  sql: SELECT unit_id FROM x\n")]
    [InlineData("a: [\n")]
    public void A_file_that_can_t_be_added_to_is_refused(string text) =>
        Assert.Throws<UsageException>(() => ClaimsAppend.With(text, "b:\n  sql: SELECT unit_id FROM x WHERE a = 'b'\n"));

    [Fact]
    public void What_is_made_of_a_claim_found_by_its_value_is_marked_too()
    {
        var file = ClaimsFile.Parse("a:\n  sql: SELECT unit_id FROM x\n  found_by: value\n  searched: 2310\n  fitting: 4\nb:\n  expr: a / 2\nc:\n  sql: SELECT unit_id FROM x\n");
        Assert.Empty(file.Problems);
        Assert.Equal("found by its value (4 of 2,310 counts searched gave it); nobody has confirmed that it is the right one", file.OpenFinding("b")!.InWords);
        Assert.Null(file.OpenFinding("c"));
    }

    [Fact]
    public void Hostile_values_stay_inside_of_their_claim()
    {
        var count = new SimpleCount { Kind = "k", Where = [new CountCondition("town", CountPart.Value, "O'Brien: \"# {x}\"\n- y")], Measure = SimpleMeasure.Count, Value = 1, Settled = 1 };
        var file = ClaimsFile.Parse(ClaimText.Of(count, "a", ClaimsFile.Empty, new ClaimFinding(1, 1)));
        Assert.Empty(file.Problems);
        Assert.Equal(count.Sql, file.Claims["a"].Query!.Sql);
    }

    private static void Within(Action<TestCase> test)
    {
        using var given = Case();
        test(given);
    }

    private static TestCase Case()
    {
        var given = new TestCase();
        given.Codebook("incidents", Incidents);
        given.Give("incidents.csv", Csv(Enumerable.Range(0, 50).Select(i =>
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{i},{(i < 12 ? 2021 : 2022)}-0{1 + (i % 9)}-11,{(i % 3 == 0 ? "Vydumsk" : "Nebylinsk")},{(i < 30 ? "raid" : "arrest")},Ivanova,{1 + (i % 4)}"))));
        given.Build();
        return given;
    }

    private static string Csv(IEnumerable<string> rows) => "id,day,town,kind,victim,people\n" + string.Join('\n', rows) + "\n";

    private static string Draft(TestCase given, string text)
    {
        var path = Path.Combine(given.Folder.Root, "bare.md");
        File.WriteAllText(path, text, Encoding.UTF8);
        return path;
    }

    private static IReadOnlyList<JsonElement> Figures(TestCase given, string text)
    {
        var run = BuiltProgram.Run(given.Folder.Root, "suggest", ".", Draft(given, text), "--json");
        Assert.True(run.Code == 0, run.Error + run.Out);
        return [.. JsonElement.Parse(run.Out).GetProperty("figures").EnumerateArray()];
    }
}
