using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Plumbline.Cases;
using Plumbline.Cli.Output;
using Plumbline.Pipeline;
using Plumbline.Processes;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb source</c>: who gave what, on what terms, and what rests on it; writes <c>sources.yaml</c>.</summary>
internal static class SourceVerb
{
    public static VerbEntry Entry { get; } = new("source", "Lists who gave documents, on what terms, and what rests on them; adds or changes one.", "custody", Create);

    private static Verb Create()
    {
        var folder = CommonOptions.Case();
        var id = new Argument<string?>("ID") { Description = "Word of a source, as given with plumb ingest --source; all when missing.", Arity = ArgumentArity.ZeroOrOne };
        var pseudonym = new Option<string?>("--pseudonym") { HelpName = "TEXT", Description = "What it is called where it may be shown." };
        var terms = new Option<string?>("--terms") { HelpName = "TERMS", Description = "on-record, background (quoted, never named) or not-for-publication (backs figures, never shown)." };
        terms.AcceptOnlyFromAmong([.. SourceWords.Terms]);
        var until = new Option<string?>("--until") { HelpName = "DAY", Description = "Last day on which the terms hold, such as 2026-12-31." };
        var then = new Option<string?>("--then") { HelpName = "TERMS", Description = "What holds after that day; on-record if not given." };
        then.AcceptOnlyFromAmong([.. SourceWords.Terms]);
        var kind = new Option<string?>("--kind") { HelpName = "KIND", Description = "person or body." };
        kind.AcceptOnlyFromAmong([.. SourceWords.Kinds]);
        var documents = new Option<string[]>("--document") { HelpName = "PATTERN", Description = "A document's id, or a file name with *, beside those that came in with this source." };
        var note = new Option<string?>("--note") { HelpName = "TEXT", Description = "For readers of sources.yaml." };
        var verb = new Verb(Entry,
            new("plumb source ~/cases/rallies", "All sources."),
            new("plumb source ~/cases/rallies registry-clerk", "One, with its documents."),
            new("plumb source ~/cases/rallies registry-clerk --kind person --terms not-for-publication --until 2026-12-31", "Say what was agreed."),
            new("plumb source ~/cases/rallies court-site --document \"ruling-*.html\"", "Say afterwards whose documents are."))
        {
            folder, id, pseudonym, terms, until, then, kind, documents, note,
        };
        return verb.Runs(call =>
        {
            var change = new SourceChange
            {
                Pseudonym = call.Get(pseudonym),
                Kind = call.Get(kind),
                Terms = TermsOf(call.Get(terms)),
                Until = Day(call.Get(until)),
                Then = TermsOf(call.Get(then)),
                Note = call.Get(note),
                Documents = call.Get(documents) ?? [],
            };
            return Run(call, call.Get(folder), call.Get(id), change.IsEmpty ? null : change);
        });
    }

    private static ExitCode Run(Call call, string path, string? id, SourceChange? change)
    {
        var folder = change is null ? CaseFolder.Open(path) : CaseAccess.OpenForWriting(path);
        if (change is not null)
        {
            SourceEdit.Set(folder, id ?? throw CliProblems.WhichSource(), change);
        }

        using var built = BuildFolder.Current(folder) is null ? null : BuiltCase.Open(folder);
        var report = SourceReport.Read(folder, built, ChildCommand.OfThisProgram(Workers.Sql), call.Clock);
        var shown = id is null ? report.Sources : [.. report.Sources.Where(s => s.Source.Id == id)];
        if (id is not null && shown.Count == 0)
        {
            throw CliProblems.NoSource(id, report.Sources.Select(s => s.Source.Id));
        }

        if (call.Json)
        {
            JsonOutput.Object(call.Out, "source", json => Write(json, report, shown));
        }
        else if (id is null)
        {
            WriteList(call.Out, report);
            call.Show(report.Problems);
        }
        else
        {
            WriteOne(call.Out, shown[0]);
            call.Show(report.Problems);
        }

        return ExitCode.Clean;
    }

    private static void WriteList(Screen screen, SourceReport report)
    {
        var table = new TextTable("source", "kind", "terms", "documents", "units", "claims").Right(3, 4);
        foreach (var source in report.Sources)
        {
            table.Add(
                source.Source.Id + (source.Source.Pseudonym is { } name ? $" ({name})" : ""), source.Source.Kind ?? "", State(source), Screen.Digits(source.Documents.Count),
                source.Units is { } units ? Screen.Digits(units) : "", string.Join(", ", source.Claims ?? []));
        }

        table.Write(screen);
        if (report.Sources.Count == 0)
        {
            screen.WriteWrapped("No source is named, in sources.yaml or in the journal.");
        }

        foreach (var (document, reason) in report.Withdrawn)
        {
            screen.WriteWrapped($"withdrawn: document {document.Short}: {SafeText.Line(reason)}", hang: 2);
        }

        if (report.Unnamed > 0)
        {
            screen.WriteWrapped($"{Screen.Count(report.Unnamed, "document", "documents")} of which nobody said who gave {(report.Unnamed == 1 ? "it" : "them")}.");
        }
    }

    private static void WriteOne(Screen screen, ListedSource source)
    {
        screen.WriteWrapped($"{SafeText.Line(source.Source.Id)}{(source.Source.Pseudonym is { } name ? $" ({SafeText.Line(name)})" : "")}  {source.Source.Kind}", ink: Ink.Bold);
        screen.WriteWrapped($"terms: {State(source)}", indent: 2, hang: 2);
        if (source.Withdrawn is { } reason)
        {
            screen.WriteWrapped($"withdrawn: {SafeText.Line(reason)}{(source.SetAside > 0 ? $"; {Screen.Count(source.SetAside, "decision", "decisions")} set aside" : "")}", indent: 2, hang: 2, ink: Ink.Yellow);
        }

        if (source.Source.Note is { } note)
        {
            screen.WriteWrapped($"note: {SafeText.Line(note)}", indent: 2, hang: 2);
        }

        screen.WriteWrapped(
            $"{Screen.Count(source.Documents.Count, "document", "documents")}{(source.Units is { } units ? $", {Screen.Count(units, "unit", "units")}" : "")}{(source.Claims is { Count: > 0 } claims ? $"; claims that rest on it: {string.Join(", ", claims.Select(SafeText.Line))}" : "")}", indent: 2, hang: 2);
        foreach (var document in source.Documents)
        {
            screen.WriteWrapped($"{document.Id.Short}  {SafeText.Line(document.File)}{(document.IsOnly ? "" : "  (others gave it too)")}{(document.IsWithdrawn ? "  withdrawn" : "")}", indent: 4, hang: 2);
        }
    }

    private static string State(ListedSource source)
    {
        var until = source.Source.Until is not { } day ? "" : source.Today == source.Source.Terms
            ? $" until {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : $" (since {day.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)})";
        return $"{(source.IsListed ? source.Today.Word() : "not in sources.yaml")}{until}{(source.Withdrawn is null ? "" : ", withdrawn")}";
    }

    private static void Write(Utf8JsonWriter json, SourceReport report, IReadOnlyList<ListedSource> shown)
    {
        json.WriteStartArray("sources");
        foreach (var source in shown)
        {
            json.WriteStartObject();
            json.WriteString("id", source.Source.Id);
            json.WriteString("pseudonym", source.Source.Pseudonym);
            json.WriteString("source_kind", source.Source.Kind);
            json.WriteBoolean("listed", source.IsListed);
            json.WriteString("terms", source.Source.Terms.Word());
            json.WriteString("until", source.Source.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("then", source.Source.Until is null ? null : source.Source.Then.Word());
            json.WriteString("terms_today", source.Today.Word());
            json.WriteString("withdrawn", source.Withdrawn);
            json.WriteNumber("set_aside", source.SetAside);
            json.WritePropertyName("unit_count");
            json.WriteRawValue(source.Units?.ToString(CultureInfo.InvariantCulture) ?? "null");
            json.WriteStartArray("claims");
            foreach (var claim in source.Claims ?? [])
            {
                json.WriteStringValue(claim);
            }

            json.WriteEndArray();
            json.WriteStartArray("documents");
            foreach (var document in source.Documents)
            {
                json.WriteStartObject();
                json.WriteString("document", document.Id.Hex);
                json.WriteString("file", document.File);
                json.WriteBoolean("only", document.IsOnly);
                json.WriteBoolean("is_withdrawn", document.IsWithdrawn);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("unnamed", report.Unnamed);
        JsonOutput.Problems(json, report.Problems);
    }

    private static Terms? TermsOf(string? word) => word is null ? null : (Terms)SourceWords.Terms.ToList().IndexOf(word);

    private static DateOnly? Day(string? text) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw CliProblems.NotADay("--until");
}
