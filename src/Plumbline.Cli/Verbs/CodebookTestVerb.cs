using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Plumbline.Cli.Output;
using Plumbline.Coding;
using Plumbline.Coding.Accuracy;
using Plumbline.Coding.Codebooks;
using Plumbline.Evidence;
using Plumbline.Pipeline;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb codebook test</c>: examples, and each rule's precision and recall.</summary>
internal static class CodebookTestVerb
{
    public static VerbEntry Entry { get; } = new(
        "codebook test", "Runs the examples of a codebook, and scores each rule on labelled texts or on what people settled: precision, recall, misses in context.", "coding", Create);

    private static Verb Create()
    {
        var path = new Argument<string>("CASE") { Description = "Folder of the case, or a codebook's file." };
        var name = new Argument<string?>("CODEBOOK") { Description = "One codebook: its file or its table; all of the case if not given.", Arity = ArgumentArity.ZeroOrOne };
        var labels = new Option<string?>("--labels") { HelpName = "FILE", Description = "Labelled texts, one JSON object a line; else what people settled in the case." };
        var misses = new Option<int>("--misses") { HelpName = "N", Description = "Show at most N misses, 10 if not given; --json has all.", DefaultValueFactory = _ => 10 };
        var verb = new Verb(Entry,
            new("plumb codebook test ~/cases/rallies/codebooks/rulings.yaml", "The examples of one file."),
            new("plumb codebook test ~/cases/rallies", "The examples, and each rule against what people settled."),
            new("plumb codebook test ~/cases/rallies rulings --labels labels.jsonl", "Against labelled texts."))
        {
            path, name, labels, misses,
        };
        return verb.Runs(call => Run(call, CodebookArgument.Of(call.Get(path), call.Get(name)), call.Get(labels), Math.Max(0, call.Get(misses))));
    }

    private static ExitCode Run(Call call, CodebookArgument given, string? labels, int most)
    {
        if (labels is not null && (!File.Exists(labels) || given.Codebooks.Count != 1))
        {
            throw File.Exists(labels) ? CliProblems.WhichCodebook(given.Codebooks.Select(c => c.Codebook.Kind.Table)) : CliProblems.NoLabelFile();
        }

        using var built = labels is null ? given.Built() : null;
        var problems = new List<Problem>();
        var results = given.Codebooks.Select(c => new Result(
            c, ExampleRun.Count(c.Codebook), ExampleRun.Misses(c.Codebook),
            RuleScores.Of(c.Codebook, labels is not null ? RuleLabels.Read(labels, c.Codebook, problems)
                : c.Codebook.Of != PlaceKind.Row && built is not null && built.Units.ContainsKey(c.Codebook.Kind.Table) ? built.Settled(c.Codebook) : []))).ToList();
        problems.InsertRange(0, results.SelectMany(r => r.Examples.Select(e => CodebookProblems.WrongOutcome(r.Book.Codebook.ShownName, r.Book.Text, e))));
        if (call.Json)
        {
            JsonOutput.Object(call.Out, Entry.Name, json => Write(json, results, problems));
        }
        else
        {
            call.Show(problems);
            results.ForEach(r => Write(call.Out, r, most));
        }

        return problems.Count > 0 ? ExitCode.ProblemsFound : ExitCode.Clean;
    }

    private static void Write(Screen screen, Result result, int most)
    {
        var (book, examples, failed, scores) = result;
        screen.WriteWrapped($"{book.Codebook.Kind.Table}: {Screen.Digits(examples - failed.Count)} of {Screen.Count(examples, "example", "examples")} come out{(scores.Texts > 0 ? $"; {Screen.Count(scores.Texts, "labelled text", "labelled texts")}" : "")}.", ink: Ink.Bold);
        if (scores.Texts == 0)
        {
            return;
        }

        var table = new TextTable("rule", "right of given", "precision", "95 %", "found of known", "recall", "95 %").Right(1, 2, 4, 5);
        foreach (var line in scores.Lines())
        {
            table.Add(line.Rule ?? line.Variable, Of(line.Precision), Value(line.Precision), Interval(line.Precision), Of(line.Recall), Value(line.Recall), Interval(line.Recall));
        }

        table.Write(screen);
        foreach (var miss in scores.Misses.Take(most))
        {
            screen.WriteWrapped($"{SafeText.Line(miss.Name)}  {miss.Rule ?? miss.Variable}: {SafeText.Line(miss.Found)}, right is {SafeText.Line(miss.Right)}", hang: 2, ink: Ink.Yellow);
            if (miss.Evidence is { } evidence)
            {
                screen.WriteWrapped(EvidencePrinter.Quote(evidence.Prefix, evidence.Exact, evidence.Suffix), indent: 2, hang: 2);
            }
        }

        if (scores.Misses.Count > most)
        {
            screen.WriteWrapped($"and {Screen.Count(scores.Misses.Count - most, "other miss", "other misses")} (--misses); --json has all");
        }
    }

    private static string Of(Share share) => $"{share.Hits} of {share.Of}";

    private static string Value(Share share) => share.Of == 0 ? "" : share.Value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Interval(Share share) => share.Of == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{share.Low:0.00}-{share.High:0.00}");

    private static void Write(Utf8JsonWriter json, IReadOnlyList<Result> results, IReadOnlyList<Problem> problems)
    {
        json.WriteStartArray("codebooks");
        foreach (var (book, examples, failed, scores) in results)
        {
            json.WriteStartObject();
            json.WriteString("table", book.Codebook.Kind.Table);
            json.WriteNumber("examples", examples);
            json.WriteNumber("failed", failed.Count);
            json.WriteNumber("texts", scores.Texts);
            json.WriteStartArray("rules");
            foreach (var line in scores.Lines())
            {
                json.WriteStartObject();
                json.WriteString("variable", line.Variable);
                json.WriteString("rule", line.Rule);
                Write(json, "precision", line.Precision);
                Write(json, "recall", line.Recall);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("misses");
            foreach (var miss in scores.Misses)
            {
                json.WriteStartObject();
                json.WriteString("name", miss.Name);
                json.WriteString("variable", miss.Variable);
                json.WriteString("rule", miss.Rule);
                json.WriteString("right", miss.Right);
                json.WriteString("found", miss.Found);
                json.WriteString("before", miss.Evidence?.Prefix);
                json.WriteString("quote", miss.Evidence?.Exact);
                json.WriteString("after", miss.Evidence?.Suffix);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonOutput.Problems(json, problems);
    }

    private static void Write(Utf8JsonWriter json, string name, Share share)
    {
        json.WriteStartObject(name);
        json.WriteNumber("hits", share.Hits);
        json.WriteNumber("of", share.Of);
        json.WriteNumber("low", Math.Round(share.Low, 4));
        json.WriteNumber("high", Math.Round(share.High, 4));
        json.WriteEndObject();
    }

    private sealed record Result(WrittenCodebook Book, int Count, IReadOnlyList<ExampleMiss> Examples, RuleScores Scores);
}
