using Plumbline.Coding;
using Plumbline.Coding.Accuracy;
using Plumbline.Evidence;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.RealInput;

/// <summary>The courts of real rulings against a real registry, whose columns the codebook names, and against the template's own list.</summary>
public sealed class CourtRegistryTests
{
    private const string Registry = "{list: lists/registry.csv, name: court_name, place: region, complete: true}";

    [Fact]
    public void Most_courts_of_real_rulings_are_found_in_a_real_registry_and_no_accuracy_is_lost()
    {
        var rulings = Corpus.Path("rally-rulings");
        using var made = new TemporaryFolder();
        var template = Path.Combine(Repository.Root, "src", "Plumbline", "Templates", "rulings-ru");
        Directory.CreateDirectory(made["lists"]);
        File.Copy(Path.Combine(template, "lists", "courts.csv"), made["lists", "courts.csv"]);
        File.Copy(Corpus.Path("court_registry", "mun_court_dict_v20250424.csv"), made["lists", "registry.csv"]);
        var text = File.ReadAllText(Path.Combine(template, "codebooks", "rulings.yaml"));
        var (own, registry) = (Read(text, made), Read(text.Replace("names: lists/courts.csv", "names: " + Registry, StringComparison.Ordinal), made));
        var plain = Read(text.Replace("    names: lists/courts.csv\n", "", StringComparison.Ordinal), made);
        string[] labels = [Path.Combine(Repository.Root, "docs", "accuracy", "rulings-labels.jsonl")];
        var truths = LabelledTexts.Read(rulings, plain, labels).Select(t => t.Truth["court"]).Where(t => t.Count == 1).Select(t => t[0]).ToList();
        var before = AccuracyRun.Of(rulings, plain, labels);
        foreach (var (name, book) in (ReadOnlySpan<(string, Codebook)>)[("the template's list", own), ("the registry", registry)])
        {
            var (rules, people) = (Count(before.Rules.Values.Select(r => r.GetValueOrDefault("court")).Where(c => c?.Count == 1).Select(c => c![0]), book), Count(truths, book));
            var run = AccuracyRun.Of(rulings, book, labels);
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{name}: of what rules read {rules.Found} of {rules.Of} found, {rules.Several} fit several; of people's {people.Found} of {people.Of}, {people.Several}; F1 {run.Read["court"].F1:0.000}, without a list {before.Read["court"].F1:0.000}");
            Assert.True(run.Read["court"].F1 >= before.Read["court"].F1 - 0.006, name);
            Assert.True(run.Read["court"].F1 >= 0.93, name);
            Assert.True(book == own || people.Found >= 0.8 * people.Of, name);
        }
    }

    private static (int Of, int Found, int Several) Count(IEnumerable<string> courts, Codebook book)
    {
        var matches = courts.Select(c => book.Rules("court").Names!.Match(c)).ToList();
        return (matches.Count, matches.Count(m => m.Official is not null), matches.Count(m => m.Fits > 1));
    }

    private static Codebook Read(string text, TemporaryFolder made)
    {
        var problems = new List<Problem>();
        var book = Codebook.Parse(text, "rulings.yaml", problems, made.Path);
        Assert.Empty(problems.Select(p => p.Sentence));
        return book!;
    }
}
