using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Json.Schema;
using Plumbline.Evidence;

namespace Plumbline.Tests.Cli;

/// <summary>
/// Every answer in JSON against its schema in docs/json, on a real case: only JSON on standard output, the exit code that is
/// promised, and no key that docs/json.md does not name.
/// </summary>
public sealed class JsonContractTests(JsonCase small) : IClassFixture<JsonCase>
{
    private static readonly string Docs = Path.Combine(Support.Repository.Root, "docs");

    private static readonly EvaluationOptions WithReasons = new() { OutputFormat = OutputFormat.List };

    /// <summary>Keys whose values are named by the case, not by us.</summary>
    private static readonly string[] Open = ["units", "problem_counts", "payload", "decision", "units_before", "units_after"];

    [Theory]
    [InlineData("build", 0, "build", "case", "--json")]
    [InlineData("check", 1, "check", "case", "--json")]
    [InlineData("check", 1, "check", "case", "--json", "--quiet", "--allow-open")]
    [InlineData("check-evidence", 0, "check", "case", "--evidence", "fined", "--limit", "3", "--json")]
    [InlineData("check-evidence", 0, "check", "case", "--evidence", "by-faces-share", "--limit", "3", "--json")]
    [InlineData("next", 0, "next", "case", "--limit", "3", "--json")]
    [InlineData("next", 0, "next", "case", "--claim", "unused", "--json")]
    [InlineData("coverage", 0, "coverage", "case", "--json")]
    [InlineData("coverage", 0, "coverage", "case", "--by", "year,source", "--json")]
    [InlineData("demo-files", 0, "demo", "files", "--files", "--count", "3", "--json")]
    [InlineData("demo-plant", 1, "demo", "case", "--plant", "3", "--seed", "2", "--json")]
    [InlineData("doctor", 0, "doctor", "case", "--json")]
    [InlineData("log", 0, "log", "case", "--last", "3", "--json")]
    [InlineData("log-heads", 0, "log", "case", "--heads", "--json")]
    [InlineData("query", 0, "query", "case", "SELECT * FROM rulings LIMIT 2", "--format", "json")]
    [InlineData("query", 0, "query", "case", "SELECT unit_id, quote, candidates FROM rulings_codings LIMIT 5", "--json")]
    [InlineData("query", 0, "query", "case", "SELECT unit_id FROM rulings WHERE fine_rub < 0", "--format=json")]
    [InlineData("verify", 0, "verify", "case", "--json")]
    [InlineData("search", 0, "search", "case", "штраф w/s размере", "--limit", "2", "--json")]
    [InlineData("search", 0, "search", "case", "штраф", "--count", "--json")]
    [InlineData("problems", 0, "problems", "case", "--json")]
    [InlineData("accuracy", 0, "accuracy", "case", "labelled", "--in", "rulings", "--json")]
    [InlineData("schema", 0, "schema", "--out", "schemas", "--json")]
    public void An_answer_has_the_form_that_is_promised(string schema, int code, params string[] args) => Holds(schema, code, small.Run(args));

    [Fact]
    public void The_demo_answers_as_check_does() => Holds("demo", 1, small.Demo);

    [Fact]
    public void A_new_case_and_what_is_put_into_it()
    {
        Holds("new", 0, small.Run("new", "empty", "--json"));
        Holds("ingest", 0, small.Run("ingest", "empty", "note.txt", "--source", "a neighbour", "--json"));
        Holds("ingest", 1, small.Run("ingest", "empty", "nothing.txt", "--json"));
        Holds("build", 0, small.Run("build", "empty", "--clean", "--json"));
    }

    [Fact]
    public void A_merge_with_a_conflict_and_an_erasure()
    {
        small.Run("new", "first");
        small.Run("ingest", "first", "note.txt");
        Holds("merge", 0, small.Run("merge", "second", "first", "--json"));
        File.AppendAllText(small["second", "case.yaml"], "about: 0.2\n");
        Holds("merge", 1, small.Run("merge", "second", "first", "--json"));
        var document = DocumentId.Of(File.ReadAllBytes(small["note.txt"])).Hex;
        Holds("erase", 0, small.Run("erase", "second", document, "--dry-run", "--json"));
        File.WriteAllText(small["second", "drafts", "a.md"], "Somebody\n");
        Holds("erase", 1, small.Run("erase", "second", document, "--name", "Somebody", "--json"));
        Holds("verify", 0, small.Run("verify", "second", "--json"));
    }

    [Fact]
    public void A_source_and_its_withdrawal()
    {
        small.Run("new", "sourced");
        small.Run("ingest", "sourced", "note.txt", "--source", "a-neighbour");
        Holds("source", 0, small.Run("source", "sourced", "--json"));
        Holds("source", 0, small.Run("source", "sourced", "a-neighbour", "--terms", "not-for-publication", "--until", "2020-01-31", "--kind", "person", "--json"));
        Holds("withdraw", 0, small.Run("withdraw", "sourced", "a-neighbour", "--reason", "asked", "--as", "calm-otter-31", "--dry-run", "--json"));
        Holds("withdraw", 0, small.Run("withdraw", "sourced", "a-neighbour", "--reason", "asked", "--as", "calm-otter-31", "--json"));
        Holds("ingest", 1, small.Run("ingest", "sourced", "note.txt", "--source", "a-neighbour", "--json"));
        Holds("erase", 1, small.Run("erase", "sourced", "a-neighbour", "--json"));
    }

    [Fact]
    public void A_withdrawal_with_claims_that_move()
    {
        var document = DocumentId.Of(File.ReadAllBytes(Directory.GetFiles(small["case", "sources", "rulings"], "*.html").Order(StringComparer.Ordinal).First())).Hex;
        var run = small.Run("withdraw", "case", document, "--reason", "forged", "--as", "calm-otter-31", "--dry-run", "--json");
        Holds("withdraw", run.Code, run);
        Assert.Contains("\"moves\": [\n    {", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_with_its_evidence() => Holds("show", 0, small.Run("show", "case", small.Unit, "--json"));

    [Fact]
    public void What_is_signed_and_what_became_of_it()
    {
        small.Run("demo", "signed", "--count", "12", "--quiet");
        Holds("fault", 2, small.Run("sign", "signed", "signed/drafts/sphere.md", "--as", "calm-otter-31", "--json"));
        Holds("sign", 0, small.Run("sign", "signed", "signed/drafts/sphere.md", "--as", "calm-otter-31", "--name", "first-print", "--allow-open", "--json"));
        Holds("signatures", 0, small.Run("signatures", "signed", "--json"));
        Holds("check-since", 0, small.Run("check", "signed", "--since", "last", "--json"));
        Directory.CreateDirectory(small["more"]);
        File.WriteAllText(small["more", "incidents.csv"], File.ReadLines(small["signed", "sources", "incidents", "incidents.csv"]).First() + "\nD-9001,2022-06-12,10:00,Бумажная,1,неизвестно,3,0,20,улица,вымышлено\n");
        small.Run("ingest", "signed", small["more", "incidents.csv"]);
        Holds("build", 0, small.Run("build", "signed", "--json"));
        Holds("check-since", 1, small.Run("check", "signed", "--since", "first-print", "--json"));
        Holds("corrections", 1, small.Run("corrections", "signed", "--json"));
        Holds("build-as-of", 0, small.Run("build", "signed", "--as-of", "last", "--json"));
    }

    [Fact]
    public void What_became_of_the_links_of_an_earlier_draft()
    {
        var draft = File.ReadAllText(small["case", "drafts", "sphere.md"]);
        File.WriteAllText(small["edited.md"], Regex.Replace(draft, @"\[([^\]]*)\]\(claim:[^)]*\)", "$1"));
        var before = File.ReadAllBytes(small["edited.md"]);
        Holds("check-was", 1, small.Run("check", "case", "edited.md", "--was", "case/drafts/sphere.md", "--write", "linked.md", "--annotate", "marked.md", "--json"));
        Assert.Equal(before, File.ReadAllBytes(small["edited.md"]));
        Assert.Contains("](claim:fined)", File.ReadAllText(small["linked.md"]), StringComparison.Ordinal);
        Assert.Contains("[^not-backed-", File.ReadAllText(small["marked.md"]), StringComparison.Ordinal);
        Holds("fault", 2, small.Run("check", "case", "edited.md", "--annotate", "marked.md", "--json"));
        Holds("fault", 2, small.Run("check", "case", "edited.md", "--annotate", "case/drafts/marked.md", "--json"));
        Holds("check", 0, small.Run("check", "case", "edited.md", "--annotate", "marked2.md", "--json"));
    }

    [Fact]
    public void What_a_figure_without_a_claim_may_rest_on()
    {
        var draft = File.ReadAllText(small["case", "drafts", "sphere.md"]);
        File.WriteAllText(small["bare.md"], Regex.Replace(draft, @"\[([^\]]*)\]\(claim:[^)]*\)", "$1"));
        Holds("suggest", 0, small.Run("suggest", "case", "bare.md", "--json"));
        var rulings = JsonNode.Parse(small.Run("query", "case", "SELECT count(*) AS n FROM rulings", "--json").Out)![0]!["n"]!.GetValue<int>();
        File.WriteAllText(small["counted.md"], $"There are {rulings} rulings.\n");
        Holds("suggest", 0, small.Run("suggest", "case", "counted.md", "--figure", "1", "--take", "1", "--json"));
        Holds("suggest", 0, small.Run("suggest", "case", "counted.md", "--figure", "1", "--take", "1", "--as-claim", "all-rulings", "--json"));
        Holds("fault", 2, small.Run("suggest", "case", "bare.md", "--figure", "99", "--json"));
        Holds("fault", 2, small.Run("suggest", "case", "bare.md", "--take", "1", "--json"));
    }

    [Fact]
    public void Why_a_figure_stands_and_what_a_draft_says_of_a_party()
    {
        Holds("why", 0, small.Run("why", "case", "fined", "--limit", "3", "--json"));
        Holds("why", 0, small.Run("why", "case", "both", "--limit", "2", "--json"));
        Holds("packet", 0, small.Run("packet", "case", "--about", "courts of first instance", "--also", "person", "--limit", "2", "--json"));
    }

    [Fact]
    public void A_request_and_its_answer()
    {
        small.Run("new", "asking");
        string[] words = ["--whom", "City of Verkhovo", "--how", "email", "--about", "cameras", "--asked", "2026-11-10", "--deadline", "2026-11-20", "--as", "quiet-heron-17", "--json"];
        Holds("reply", 0, small.Run(["ask", "asking", .. words]));
        Holds("build", 0, small.Run("build", "asking", "--json"));
        var asked = JsonNode.Parse(small.Run("replies", "asking", "--json").Out)!["replies"]![0]!["unit_id"]!.GetValue<string>();
        Holds("reply", 0, small.Run("answer", "asking", asked, "--on", "2026-11-18", "--file", "note.txt", "--quote", "No comment", "--as", "quiet-heron-17", "--json"));
        Holds("build", 0, small.Run("build", "asking", "--json"));
        Holds("replies", 0, small.Run("replies", "asking", "--json"));
        File.WriteAllText(small["asking", "drafts", "sphere.md"], "The city of Verkhovo said nothing.\n");
        Holds("packet", 0, small.Run("packet", "asking", "--about", "City of Verkhovo", "--json"));
    }

    [Fact]
    public void A_decision() =>
        Holds("decision", 0, small.Run("code", "case", small.Unit, "outcome", "--unclear", "--as", "quiet-heron-17", "--json"));

    [Fact]
    public void Units_that_are_judged_and_codebooks_that_are_compared()
    {
        Holds("duplicates", 0, small.Run("duplicates", "case", "rulings", "--limit", "3", "--json"));
        var other = JsonNode.Parse(small.Run("query", "case", $"SELECT unit_id FROM rulings WHERE unit_id <> '{small.Unit}' LIMIT 1", "--json").Out)![0]!["unit_id"]!.GetValue<string>();
        Holds("judge", 0, small.Run("judge", "case", small.Unit, other, "unsure", "--as", "quiet-heron-17", "--json"));
        Holds("duplicates", 0, small.Run("duplicates", "case", "--json"));
        Holds("judge", 0, small.Run("judge", "case", other, small.Unit, "--undo", "--as", "quiet-heron-17", "--json"));
        var codebook = File.ReadAllText(small["case", "codebooks", "rulings.yaml"]);
        var changed = codebook.Replace("Что постановил суд.", "Что постановил суд этой инстанции.", StringComparison.Ordinal);
        Assert.NotEqual(codebook, changed);
        File.WriteAllText(small["other.yaml"], changed);
        small.Run("code", "case", small.Unit, "outcome", "--unclear", "--as", "quiet-heron-17");
        Holds("codebook-diff", 0, small.Run("codebook", "diff", "case", "other.yaml", "--json"));
        File.WriteAllText(small["case", "codebooks", "rulings.yaml"], changed);
        Holds("codebook-carry", 0, small.Run("codebook", "carry", "case", "outcome", "--reason", "wording", "--as", "calm-otter-31", "--dry-run", "--json"));
        Holds("codebook-carry", 0, small.Run("codebook", "carry", "case", "outcome", "--reason", "wording", "--as", "calm-otter-31", "--json"));
        Holds("codebook-carry", 0, small.Run("codebook", "carry", "case", "outcome", "--undo", "--as", "calm-otter-31", "--json"));
        Holds("fault", 2, small.Run("codebook", "diff", "case", "nowhere.yaml", "--json"));
        Holds("fault", 2, small.Run("codebook", "compare", "case", "--json"));
        File.WriteAllText(small["case", "codebooks", "rulings.yaml"], codebook);
    }

    [Fact]
    public void A_codebook_that_is_looked_at_tested_and_previewed()
    {
        Holds("codebook-lint", 0, small.Run("codebook", "lint", "case", "rulings", "--json"));
        File.WriteAllText(small["right.yaml"], "unit: a\nvariables: {x: {type: yes/no, rules: [{value: yes, when: fine, examples: {match: a fine, no-match: a tree}}]}}\n");
        File.WriteAllText(small["wrong.yaml"], File.ReadAllText(small["right.yaml"]).Replace("match: a fine", "match: a cell", StringComparison.Ordinal));
        File.WriteAllText(small["lines.jsonl"], "{\"text\": \"a fine day\", \"x\": \"no\"}\n{\"text\": \"a cell\", \"x\": \"yes\"}\n");
        Holds("codebook-lint", 0, small.Run("codebook", "lint", "right.yaml", "--json"));
        Holds("codebook-test", 0, small.Run("codebook", "test", "right.yaml", "--labels", "lines.jsonl", "--json"));
        Holds("codebook-test", 1, small.Run("codebook", "test", "wrong.yaml", "--json"));
        Holds("codebook-preview", 0, small.Run("codebook", "preview", "case", "outcome/fine", "--limit", "2", "--json"));
        Holds("codebook-preview", 0, small.Run("codebook", "preview", "case", "@face-system", "--in", "rulings", "--changes", "--json"));
        Holds("fault", 2, small.Run("codebook", "preview", "case", "outcome/nothing", "--json"));
        Holds("fault", 2, small.Run("codebook", "preview", "case", "штраф", "--section", "nowhere", "--json"));
        Holds("fault", 2, small.Run("codebook", "test", "right.yaml", "--labels", "nowhere.jsonl", "--json"));
        Holds("fault", 2, small.Run("codebook", "lint", "case", "nothing", "--json"));
    }

    [Fact]
    public void Figures_of_a_draft_and_how_well_they_are_read()
    {
        File.WriteAllText(small["figures.md"], "At least **141 people** and 33% in 2012; от 3 до 5 суток.\n");
        Holds("figures", 0, small.Run("figures", "figures.md", "--json"));
        File.WriteAllText(small["labels.jsonl"], "{\"text\": \"figures.md\", \"start\": 11, \"end\": 14, \"kind\": \"count\", \"relation\": \">=\", \"value\": 141}\n");
        Holds("figures", 0, small.Run("figures", ".", "--labels", "labels.jsonl", "--json"));
        Holds("fault", 2, small.Run("figures", "nowhere.md", "--json"));
        File.WriteAllText(small["figures.html"], "<p>They held 7 of 40 (14.6%).</p>");
        Holds("figures", 0, small.Run("figures", "figures.html", "--json"));
        Assert.Contains("CLI014", small.Run("figures", ".", "--labels", "nowhere.jsonl", "--json").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Sheets_for_coders_and_what_comes_back()
    {
        Holds("worksheet", 0, small.Run("worksheet", "case", "sheet.xlsx", "--sample", "3", "--kind", "rulings", "--variables", "outcome", "--json"));
        Holds("import-codings", 0, small.Run("import-codings", "case", "sheet.xlsx", "--as", "quiet-heron-17", "--json"));
        File.WriteAllText(small["labels.csv"], $"unit,outcome\n{small.Unit},unclear\nnobody,unclear\n");
        Holds("import-codings", 1, small.Run("import-codings", "case", "labels.csv", "--as", "quiet-heron-18", "--skip-unmatched", "--json"));
        Holds("fault", 2, small.Run("import-codings", "case", "labels.csv", "--as", "quiet-heron-19", "--json"));
        Holds("hand-out", 0, small.Run("hand-out", "case", "handed", "--coders", "quiet-heron-17,calm-otter-31", "--overlap", "20%", "--kind", "rulings", "--json"));
        Holds("verify", 0, small.Run("verify", Path.Combine("handed", "quiet-heron-17"), "--json"));
        Holds("fault", 2, small.Run("hand-out", "case", "handed", "--coders", "quiet-heron-17", "--kind", "rulings", "--json"));
    }

    [Fact]
    public void A_broken_file_is_an_answer_with_exit_code_4()
    {
        small.Run("new", "broken");
        small.Run("ingest", "broken", "note.txt");
        var blob = Directory.GetFiles(small["broken", ".plumb", "archive"], "*", SearchOption.AllDirectories).Single(f => Path.GetFileName(f).Length == 62);
        File.SetAttributes(blob, FileAttributes.Normal);
        File.WriteAllText(blob, "другое");
        Holds("verify", 4, small.Run("verify", "broken", "--json"));
    }

    [Theory]
    [InlineData(2, "log", "nowhere", "--json")]
    [InlineData(2, "doctor", "nowhere", "--json")]
    [InlineData(2, "chek", "case", "--json")]
    [InlineData(2, "check", "case", "--evidence", "nothing", "--json")]
    [InlineData(2, "check", "case", "--evidence", "both", "--json")]
    [InlineData(2, "check", "case", "no-such-sphere.md", "--json")]
    [InlineData(2, "next", "case", "--claim", "nothing", "--json")]
    [InlineData(2, "coverage", "case", "--by", "nothing", "--json")]
    [InlineData(2, "query", "case", "SELECT nothing FROM rulings", "--format", "json")]
    [InlineData(2, "query", "case", "DROP TABLE rulings", "--json")]
    [InlineData(2, "query", "case", "SELECT 1", "--limit", "many", "--format=json")]
    [InlineData(2, "search", "case", "штраф рублей", "--json")]
    [InlineData(2, "show", "case", "zzzzzzzz", "--json")]
    [InlineData(2, "accuracy", "case", "nowhere", "--json")]
    [InlineData(2, "schema", "nothing", "--json")]
    [InlineData(2, "ingest", "case", "note.txt", "--retrieved-at", "yesterday", "--json")]
    [InlineData(2, "new", "case", "--json")]
    [InlineData(2, "why", "case", "nothing", "--json")]
    [InlineData(2, "packet", "case", "--about", "***", "--json")]
    [InlineData(2, "ask", "case", "--whom", " ", "--how", "email", "--about", "x", "--as", "lynx", "--json")]
    [InlineData(2, "answer", "case", "zzzzzzzz", "--on", "2026-11-20", "--as", "lynx", "--json")]
    public void A_fault_is_an_answer_too(int code, params string[] args) => Holds("fault", code, small.Run(args));

    [Fact]
    public void Every_schema_is_used_here_and_named_on_the_page()
    {
        var page = File.ReadAllText(Path.Combine(Docs, "json.md"));
        var used = Regex.Matches(File.ReadAllText(Path.Combine(Support.Repository.Root, "tests", "Plumbline.Tests", "Cli", "JsonContractTests.cs")), @"(?:Holds|InlineData)\(""([a-z-]+)"", \d").Select(m => m.Groups[1].Value).ToHashSet();
        Assert.All(Directory.GetFiles(Path.Combine(Docs, "json")).Select(f => Path.GetFileName(f).Split('.')[0]), name =>
        {
            Assert.True(used.Contains(name) || name == "fault", name);
            Assert.Contains($"json/{name}.schema.json", page, StringComparison.Ordinal);
        });
    }

    private static void Holds(string schema, int code, (int Code, string Out, string Error) run)
    {
        var answer = JsonNode.Parse(run.Out);
        Assert.True(code == run.Code, $"exit code {run.Code}\n{run.Error}");
        var result = JsonSchema.FromText(File.ReadAllText(Path.Combine(Docs, "json", schema + ".schema.json"))).Evaluate(answer, WithReasons);
        Assert.True(result.IsValid, string.Join("\n", result.Details.Where(d => d.HasErrors).Select(d => $"{d.InstanceLocation}: {string.Join("; ", d.Errors!.Values)}")));
        if (schema != "query")
        {
            var page = File.ReadAllText(Path.Combine(Docs, "json.md"));
            Assert.Equal("", string.Join(", ", Keys(answer).Distinct().Where(k => !page.Contains($"`{k}`", StringComparison.Ordinal))));
        }
    }

    private static IEnumerable<string> Keys(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => (Open.Contains(p.Key) && p.Value is JsonObject ? [] : Keys(p.Value)).Prepend(p.Key)),
        JsonArray a => a.SelectMany(Keys),
        _ => [],
    };
}
