using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Plumbline.Cases;
using Plumbline.Cli.Output;
using Plumbline.Coding;
using Plumbline.Coding.Codebooks;
using Plumbline.Coding.Queries;
using Plumbline.Evidence;
using Plumbline.Pipeline;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb codebook preview</c>: what a rule finds while one writes it.</summary>
internal static class CodebookPreviewVerb
{
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(100);

    /// <summary>Somebody who edits a rule sees by then what was found so far.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(70);

    public static VerbEntry Entry { get; } = new(
        "codebook preview", "Shows what a rule of the codebook as it is on disk finds in the texts of the case, and which codings would change. Changes nothing.", "coding", Create);

    private static Verb Create()
    {
        var folder = CommonOptions.Case();
        var rule = new Argument<string>("RULE") { Description = "Name of a rule, such as fine_rub/money, or a query; it may use the codebook's terms." };
        var kind = new Option<string?>("--in") { HelpName = "TABLE", Description = "The codebook of this table; the first of texts that has the rule if not given." };
        var section = new Option<string[]>("--section") { HelpName = "NAME", Description = "For a query: only in this section; may be given several times." };
        var limit = new Option<int>("--limit") { HelpName = "N", Description = "Show at most N texts, 5 if not given.", DefaultValueFactory = _ => 5 };
        var changes = new Option<bool>("--changes") { Description = "Code the rule's variable anew and say which codings would change, value by value; takes seconds on a large case." };
        var watch = new Option<bool>("--watch") { Description = "Stay open and show again whenever the codebook is saved, until Ctrl-C." };
        var verb = new Verb(Entry,
            new("plumb codebook preview ~/cases/rallies fine_rub/money --changes", "A rule that you have just edited: its hits, and what it would change."),
            new("plumb codebook preview ~/cases/rallies video_evidence/yes --watch", "Beside your editor: shown again at each save."),
            new("plumb codebook preview ~/cases/rallies \"рапорт w/s протокол\" --section evidence", "A query that is to become a rule."))
        {
            folder, rule, kind, section, limit, changes, watch,
        };
        return verb.Runs(call =>
        {
            var options = new CaseSearchOptions { Kind = call.Get(kind), First = Math.Max(0, call.Get(limit)), HitsOfEach = 1 };
            using var built = BuiltCase.Open(call.Case(folder));
            var isWatching = call.Get(watch) && !call.Json;
            Show(call, built, call.Get(folder), call.Get(rule), call.Get(section) ?? [], options, call.Get(changes), isWatching);
            if (isWatching)
            {
                Watch(call, built, call.Get(folder), call.Get(rule), call.Get(section) ?? [], options, call.Get(changes));
            }

            return ExitCode.Clean;
        });
    }

    private static void Watch(Call call, BuiltCase built, string path, string rule, string[] sections, CaseSearchOptions options, bool changes)
    {
        var last = Saved(path);
        while (!call.Stop.WaitHandle.WaitOne(Wait))
        {
            var now = Saved(path);
            if (now == last)
            {
                continue;
            }

            last = now;
            call.Out.WriteLine();
            try
            {
                Show(call, built, path, rule, sections, options, changes, isWatching: true);
            }
            catch (UsageException fault)
            {
                // A file in the middle of an edit: the fault is shown, and the next save looked at.
                call.Show([fault.ToProblem(), .. fault.Problems]);
            }

            call.Out.Flush();
        }
    }

    private static string Saved(string path)
    {
        var folder = CaseFolder.Open(path);
        var codebooks = CaseCodebooks.FilesOf(folder);
        return string.Join(' ', codebooks.Concat(CaseCodebooks.ListsOf(folder, codebooks)).Select(f => File.GetLastWriteTimeUtc(f).Ticks.ToString(CultureInfo.InvariantCulture)));
    }

    private static void Show(Call call, BuiltCase built, string path, string name, string[] sections, CaseSearchOptions options, bool changes, bool isWatching)
    {
        var given = CodebookArgument.Of(path, options.Kind);
        var clock = Stopwatch.StartNew();
        var (book, rule, variable) = given.RuleNamed(name) ?? OfQuery(given, name, sections);
        var title = variable.Name.Length > 0 ? rule.Name : "The query";
        var shown = new HashSet<string>(StringComparer.Ordinal);
        var report = built.Preview(book.Codebook, rule, variable, options, call.Stop, isWatching ? SoFar : null);
        var seconds = clock.Elapsed.TotalSeconds;
        IReadOnlyList<CodingMove>? moves = null;
        if (changes && variable.Name.Length > 0)
        {
            using var progress = call.Progress();
            moves = built.Moves(book.Codebook, variable.Name, progress, call.Stop);
        }

        if (call.Json)
        {
            JsonOutput.Object(call.Out, Entry.Name, json => Write(json, book, variable.Name.Length > 0 ? rule.Name : null, report, moves));
            return;
        }

        Write(call.Out, [.. report.First.Where(f => !shown.Contains(f.Document + f.Unit)).Take(options.First - shown.Count)], shown);
        call.Out.WriteWrapped(
            string.Create(CultureInfo.InvariantCulture, $"{title} finds something in {Screen.Count(report.Texts, "text", "texts")}{(report.First.Count > 0 && report.First.Count < report.Texts ? $"; {report.First.Count} shown (--limit)" : "")} ({seconds:0.00} s)."), ink: Ink.Bold);
        if (changes)
        {
            Write(call.Out, variable.Name, moves);
        }

        void SoFar(PreviewSoFar soFar)
        {
            if (shown.Count > 0 || soFar.Texts == 0 || soFar.Looked == soFar.Of || clock.Elapsed < Patience)
            {
                return;
            }

            Write(call.Out, soFar.Report().First, shown);
            call.Out.WriteWrapped(string.Create(
                CultureInfo.InvariantCulture,
                $"{title}, so far: something in {Screen.Count(soFar.Texts, "text", "texts")} of the {Screen.Digits(soFar.Looked)} documents looked at; {Screen.Digits(soFar.Of)} in all ({clock.Elapsed.TotalSeconds:0.00} s)."));
            call.Out.Flush();
        }
    }

    private static void Write(Screen screen, IReadOnlyList<FoundText> texts, HashSet<string> shown)
    {
        foreach (var text in texts)
        {
            shown.Add(text.Document + text.Unit);
            screen.WriteWrapped($"{text.Unit}  {SafeText.Line(text.File)}", hang: 2, ink: Ink.Cyan);
            foreach (var hit in text.Hits)
            {
                screen.WriteWrapped($"{(hit.Section is { Length: > 0 } section ? SafeText.Line(section) + ": " : "")}{EvidencePrinter.Quote(hit.Before, hit.Quote, hit.After)}", indent: 2, hang: 2);
            }
        }
    }

    /// <summary>A query as a rule of no variable.</summary>
    private static (WrittenCodebook Book, CodingRule Rule, Variable Variable) OfQuery(CodebookArgument given, string query, string[] sections)
    {
        var book = given.Codebooks.FirstOrDefault(c => c.Codebook.Of != PlaceKind.Row) ?? throw CliProblems.WhichCodebook([]);
        var problems = new List<Problem>();
        var parts = book.Codebook.Parts;
        var parsed = TermReader.Parse(query, new QueryOrigin(), book.Codebook.Sections, parts.Terms, new HashSet<string>(StringComparer.Ordinal), problems) ?? throw PipelineProblems.FaultyQuery(problems);
        var unknown = Array.Find(sections, s => !book.Codebook.Sections.Contains(s));
        return unknown is not null
            ? throw CliProblems.NoSuchSection(unknown, book.Codebook.Sections)
            : (book, new CodingRule { Name = parsed.Text, Version = "", Queries = [parsed], In = sections, Value = CodedValue.YesNo(true) }, new Variable { Name = "", Type = VariableType.YesNo });
    }

    private static void Write(Screen screen, string variable, IReadOnlyList<CodingMove>? moves)
    {
        if (variable.Length == 0)
        {
            screen.WriteWrapped("A query codes nothing: make it a rule to see what changes.");
            return;
        }

        if (moves is null or { Count: 0 })
        {
            screen.WriteWrapped(moves is null
                ? $"{variable}: its rules are those of the build, or units are cut otherwise by now (plumb codebook diff tells)."
                : $"{variable}: other rules, and no coding would change.");
            return;
        }

        screen.WriteWrapped($"{variable}: {Screen.Count(moves.Sum(m => m.Texts), "text would be coded", "texts would be coded")} otherwise", ink: Ink.Bold);
        var table = new TextTable("before", "after", "texts", "such as").Right(2);
        foreach (var move in moves.Take(12))
        {
            table.Add(move.Before, move.After, Screen.Digits(move.Texts), string.Join(" ", move.Examples.Select(e => e[..Math.Min(8, e.Length)])));
        }

        table.Write(screen);
        if (moves.Count > 12)
        {
            screen.WriteWrapped($"and {moves.Count - 12} other ways; --json has all");
        }
    }

    private static void Write(Utf8JsonWriter json, WrittenCodebook book, string? rule, SearchReport report, IReadOnlyList<CodingMove>? moves)
    {
        json.WriteString("table", book.Codebook.Kind.Table);
        json.WriteString("rule", rule);
        json.WriteNumber("documents", report.Documents);
        json.WriteNumber("texts", report.Texts);
        SearchVerb.WriteFirst(json, report);
        if (moves is null)
        {
            json.WriteNull("changes");
        }
        else
        {
            json.WriteStartArray("changes");
            foreach (var move in moves)
            {
                json.WriteStartObject();
                json.WriteString("before", move.Before);
                json.WriteString("after", move.After);
                json.WriteNumber("texts", move.Texts);
                json.WriteStartArray("examples");
                move.Examples.ToList().ForEach(json.WriteStringValue);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        JsonOutput.Problems(json, []);
    }
}
