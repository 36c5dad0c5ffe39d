using System.Globalization;
using System.Text;
using System.Text.Json;
using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Decisions;
using Plumbline.Processes;

namespace Plumbline.Bench.Next;

/// <summary>
/// What <c>plumb next</c> saves, on real rulings: the labelled ones as a case that only the machine has read, and a reviewer who
/// answers from the labels. And all of them, the labels entered as one coder's decisions, the others by the machine alone.
/// </summary>
internal static class NextMeasure
{
    private const int Seeds = 20;

    private static readonly string[] Labelled = ["outcome", "fine_rub", "arrest_days", "video_evidence", "decided_on"];

    /// <param name="words"><c>--data DIR</c> (texts, labels.jsonl), <c>--plumb FILE</c> (the program), <c>--page FILE</c> to put the figures into.</param>
    public static void Run(IReadOnlyList<string> words)
    {
        string Word(string name, string otherwise) => words.Index().Where(w => w.Item == name && w.Index + 1 < words.Count).Select(w => words[w.Index + 1]).FirstOrDefault() ?? otherwise;
        var data = Word("--data", Path.Combine("..", "shared", "data", "rally-rulings"));
        var plumb = Path.GetFullPath(Word("--plumb", Path.Combine("artifacts", "bin", "Plumbline.Cli", "debug", "plumb")));
        var labels = File.ReadAllLines(Path.Combine(data, "labels.jsonl")).Select(l => JsonElement.Parse(l)).ToDictionary(l => l.GetProperty("file").GetString()!, StringComparer.Ordinal);
        var folder = Directory.CreateTempSubdirectory("plumb-next-").FullName;
        try
        {
            var page = new StringBuilder();
            page.Append("`dotnet run --project bench/Plumbline.Bench -- next --page docs/next.md`\n\n");
            All(page, Build(Path.Combine(folder, "all"), data, null, plumb), labels, plumb);
            Console.WriteLine(page);
            Orders(page, Build(Path.Combine(folder, "labelled"), data, labels.Keys, plumb), labels);
            if (Word("--page", "") is { Length: > 0 } path)
            {
                Put(path, page.ToString());
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static CaseFolder Build(string path, string data, IEnumerable<string>? only, string plumb)
    {
        var given = CaseFolder.At(path);
        Directory.CreateDirectory(given.Codebooks);
        File.WriteAllText(given.CaseYaml, "title: Rulings\n");
        var template = Path.Combine("src", "Plumbline", "Templates", "rulings-ru");
        File.Copy(Path.Combine(template, "codebooks", "rulings.yaml"), Path.Combine(given.Codebooks, "rulings.yaml"));
        Directory.CreateDirectory(Path.Combine(given.Root, "lists"));
        File.Copy(Path.Combine(template, "lists", "courts.csv"), Path.Combine(given.Root, "lists", "courts.csv"));
        using (Journal.Create(given, new JournalOptions { Who = "coder-bench" }))
        {
        }

        var files = Directory.GetFiles(Path.Combine(data, "texts"), "*.txt").Where(f => only is null || only.Contains(Path.GetFileName(f))).ToList();
        new CustodyStage(given).Ingest(files, new CustodyOptions { Who = "coder-bench" });
        Rebuild(given, plumb);
        return given;
    }

    private static void Rebuild(CaseFolder given, string plumb) =>
        CaseBuild.Build(given, new BuildOptions { Workers = 2, ReaderCommand = new ChildCommand(plumb, ["read-worker"]) }, null, CancellationToken.None);

    private static void All(StringBuilder page, CaseFolder given, Dictionary<string, JsonElement> labels, string plumb)
    {
        var before = Read(given, labels);
        var (entered, refused) = Enter(given, labels);
        Rebuild(given, plumb);
        var after = Read(given, labels);
        page.Append(CultureInfo.InvariantCulture, $"All {before.Units} texts; {entered} codings out of the labels of {labels.Count} entered as one coder's, {refused} refused (the machine has another value and the labels no words).\n\n");
        page.Append("| claim | by the machine alone: low, high, unread | with the coder's: low, high, unread |\n| --- | --- | --- |\n");
        foreach (var (a, b) in before.Claims.Zip(after.Claims))
        {
            page.Append(CultureInfo.InvariantCulture, $"| {a.Id} | {Verdicts.Shown(a.Low)}, {Verdicts.Shown(a.High)}, {a.Unread} | {Verdicts.Shown(b.Low)}, {Verdicts.Shown(b.High)}, {b.Unread} |\n");
        }

        page.Append('\n');
    }

    private static (int Units, IReadOnlyList<CheckedClaim> Claims) Read(CaseFolder given, Dictionary<string, JsonElement> labels)
    {
        using var built = BuiltCase.Open(given);
        using var simulation = new ReviewSimulation(Copy(built), Claims, Draft(labels), (_, _) => null);
        return ((int)built.Units["rulings"], [.. simulation.Check().DistinctBy(c => c.Id)]);
    }

    private static void Orders(StringBuilder page, CaseFolder given, Dictionary<string, JsonElement> labels)
    {
        using var built = BuiltCase.Open(given);
        page.Append(CultureInfo.InvariantCulture, $"The {labels.Count} labelled texts, read by the machine alone; a reviewer answers from the labels until no figure is open. By chance: mean of {Seeds} orders.\n\n");
        page.Append("| figures | codings in the order of `plumb next` | by chance | by chance, text by text | saved |\n| --- | --- | --- | --- | --- |\n");
        var lines = Draft(labels).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        foreach (var (name, draft) in lines.Select(l => (l.Trim(), l)).Append(("all of them", Draft(labels))))
        {
            using var simulation = new ReviewSimulation(Copy(built), Claims, draft, (file, variable) => Truth(labels[file], variable));
            var open = simulation.Check().Count(c => c.Verdict == Verdict.Open);
            if (open == 0)
            {
                continue;
            }

            var order = simulation.InOrder();
            var chance = Enumerable.Range(0, Seeds).Average(s => simulation.ByChance(s, wholeUnits: false));
            var texts = Enumerable.Range(0, Seeds).Average(s => simulation.ByChance(s, wholeUnits: true));
            var row = string.Create(CultureInfo.InvariantCulture, $"| {name.Replace("](", " (", StringComparison.Ordinal).Replace("[", "", StringComparison.Ordinal)} | {order} | {chance:F1} | {texts:F1} | {100 * (1 - (order / chance)):F0}% |\n");
            Console.Write(row);
            page.Append(row);
        }
    }

    private static string Copy(BuiltCase built)
    {
        var copy = Path.Combine(Path.GetTempPath(), "plumb-next-" + Guid.NewGuid().ToString("N")[..8] + ".duckdb");
        File.Copy(built.TablesPath, copy);
        File.SetAttributes(copy, FileAttributes.Normal);
        return copy;
    }

    private static ClaimsFile Claims { get; } = ClaimsFile.Parse("""
        fined: {sql: "SELECT unit_id FROM rulings WHERE outcome = 'fine'"}
        arrested: {sql: "SELECT unit_id FROM rulings WHERE outcome = 'arrest'"}
        high-fines: {sql: "SELECT unit_id FROM rulings WHERE outcome = 'fine' AND fine_rub >= 10000"}
        long-arrests: {sql: "SELECT unit_id FROM rulings WHERE outcome = 'arrest' AND arrest_days >= 5"}
        total: {sql: "SELECT unit_id, fine_rub AS amount FROM rulings WHERE outcome = 'fine'", measure: sum}
        filmed: {sql: "SELECT unit_id FROM rulings WHERE outcome = 'fine' AND video_evidence = 'yes'"}
        """);

    /// <summary>A draft that is true of the labels, with the hedges that drafts have.</summary>
    private static string Draft(Dictionary<string, JsonElement> labels)
    {
        var fines = labels.Values.Where(l => Truth(l, "outcome") == "fine").ToList();
        decimal Fine(JsonElement l) => Truth(l, "fine_rub") is { } text ? decimal.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture) : 0;
        var arrests = labels.Values.Count(l => Truth(l, "outcome") == "arrest");
        return string.Create(CultureInfo.InvariantCulture,
            $"""
            [at least {fines.Count * 2 / 3} fines](claim:fined)

            [exactly {arrests} arrests](claim:arrested)

            [at least {fines.Count(f => Fine(f) >= 10_000) / 2} fines](claim:high-fines)

            [no more than {labels.Count / 4} arrests](claim:long-arrests)

            [more than {(int)(fines.Sum(Fine) / 2) / 1000 * 1000} roubles](claim:total)

            [at least {Math.Max(1, fines.Count(f => Truth(f, "video_evidence") == "yes") / 2)} fines](claim:filmed)
            """);
    }

    private static string? Truth(JsonElement label, string variable)
    {
        var value = label.TryGetProperty(variable == "police_report" ? "police_report_evidence" : variable, out var found) ? found : default;
        return value.ValueKind switch
        {
            JsonValueKind.True => "yes",
            JsonValueKind.False => "no",
            JsonValueKind.Number => value.GetRawText() + (variable == "fine_rub" ? " RUB" : ""),
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Array => string.Join('|', value.EnumerateArray().Select(v => v.GetString())),
            _ => null,
        };
    }

    private static (int Entered, int Refused) Enter(CaseFolder given, Dictionary<string, JsonElement> labels)
    {
        var (entered, refused) = (0, 0);
        var review = new CaseReview(given, new JournalOptions { Who = "coder-bench" });
        Dictionary<string, string> units;
        using (var built = BuiltCase.Open(given))
        using (var connection = Pipeline.Tables.TablesFile.Open(built.TablesPath, readOnly: true))
        {
            units = Plumbline.Claims.Sql.TablesSchema.Rows(connection, "SELECT file, unit_id FROM store.members").ToDictionary(r => (string)r[0]!, r => (string)r[1]!, StringComparer.Ordinal);
        }

        foreach (var (file, label) in labels)
        {
            foreach (var variable in Labelled)
            {
                var value = Truth(label, variable);
                var quote = label.GetProperty("evidence").TryGetProperty(variable, out var words) && words.ValueKind == JsonValueKind.String ? words.GetString() : null;
                var isPenalty = variable is "fine_rub" or "arrest_days";
                try
                {
                    review.Decide(new DecisionRequest
                    {
                        Unit = units[file], Variable = variable, Coder = "label-reader", ReadWhole = true, Values = value is null ? [] : [value], Quotes = quote is null || value is null ? [] : [quote],
                        Status = value is not null ? Status.Stated : isPenalty && Truth(label, "outcome") != (variable == "fine_rub" ? "fine" : "arrest") ? Status.NotApplicable : Status.Unclear,
                    });
                    entered++;
                }
                catch (UsageException)
                {
                    refused++;
                }
            }
        }

        return (entered, refused);
    }

    private static void Put(string path, string figures)
    {
        const string Start = "<!-- figures -->\n", End = "<!-- end of figures -->";
        var page = File.ReadAllText(path);
        var (from, to) = (page.IndexOf(Start, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal));
        File.WriteAllText(path, from < 0 || to < from ? page + "\n" + Start + figures + End + "\n" : page[..(from + Start.Length)] + figures + page[to..]);
    }
}
