using System.CommandLine;
using System.Text.Json;
using Plumbline.Cases;
using Plumbline.Cli.Output;
using Plumbline.Pipeline;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb search</c>: words in their context, in the language of the codebooks' rules.</summary>
internal static class SearchVerb
{
    public static VerbEntry Entry { get; } = new("search", "Finds words in the texts of a case, in the language that rules are written in.", "coding", Create);

    private static Verb Create()
    {
        var folder = CommonOptions.Case();
        var query = new Argument<string>("QUERY") { Description = "Words and phrases with AND, OR, NOT, w/5, pre/3, w/s, *, =exact, section:name (docs/query-language.md)." };
        var count = new Option<bool>("--count") { Description = "Only how many." };
        var kind = new Option<string?>("--in") { HelpName = "TABLE", Description = "Units of this table, with its sections; the table of most texts if not given." };
        var limit = new Option<int>("--limit") { HelpName = "N", Description = "Show at most N texts, 20 if not given.", DefaultValueFactory = _ => 20 };
        var verb = new Verb(Entry,
            new("plumb search ~/cases/rallies \"видеозапись w/s (рапорт OR протокол)\"", "Both in one sentence, in any form of the words."),
            new("plumb search ~/cases/rallies \"section:operative штраф\" --count", "How many texts fine somebody in the operative part."))
        {
            folder, query, count, kind, limit,
        };
        return verb.Runs(call => Run(call, call.Get(folder), call.Get(query), call.Get(count), new CaseSearchOptions
        {
            Kind = call.Get(kind),
            First = call.Get(count) ? 0 : Math.Max(0, call.Get(limit)),
        }));
    }

    private static ExitCode Run(Call call, string path, string query, bool count, CaseSearchOptions options)
    {
        using var built = BuiltCase.Open(CaseFolder.Open(path));
        var report = built.Search(query, options, call.Stop);
        if (call.Json)
        {
            JsonOutput.Object(call.Out, "search", json => Write(json, report));
            return ExitCode.Clean;
        }

        foreach (var text in count ? [] : report.First)
        {
            call.Out.WriteWrapped($"{text.Unit}  {SafeText.Line(text.File)}  {Screen.Count(text.HitCount, "hit", "hits")}", hang: 2, ink: Ink.Bold);
            foreach (var hit in text.Hits)
            {
                var where = string.Join(", ", new[] { hit.Page > 0 ? $"page {hit.Page}" : "", SafeText.Line(hit.Section) }.Where(w => w.Length > 0));
                call.Out.WriteWrapped($"{(where.Length > 0 ? where + ": " : "")}{EvidencePrinter.Quote(hit.Before, hit.Quote, hit.After)}", indent: 2, hang: 2);
            }
        }

        call.Out.WriteLine(
            $"{Screen.Count(report.Texts, "text", "texts")} in {Screen.Count(report.Documents, "document", "documents")}, {Screen.Count(report.Hits, "hit", "hits")}{(!count && report.First.Count < report.Texts ? $"; {report.First.Count} texts shown (--limit)" : "")}.", Ink.Bold);
        if (report.First.Count > 0)
        {
            call.Remark($"Open one: plumb show {Call.Quoted(path)} {report.First[0].Unit}");
        }

        return ExitCode.Clean;
    }

    private static void Write(Utf8JsonWriter json, SearchReport report)
    {
        json.WriteString("query", report.Query);
        json.WriteNumber("documents", report.Documents);
        json.WriteNumber("texts", report.Texts);
        json.WriteNumber("hits", report.Hits);
        WriteFirst(json, report);
        JsonOutput.Problems(json, []);
    }

    /// <summary>Writes the first texts with their hits.</summary>
    internal static void WriteFirst(Utf8JsonWriter json, SearchReport report)
    {
        json.WriteStartArray("first");
        foreach (var text in report.First)
        {
            json.WriteStartObject();
            json.WriteString("unit_id", text.Unit);
            json.WriteString("file", text.File);
            json.WriteString("document", text.Document);
            json.WriteNumber("hit_count", text.HitCount);
            json.WriteStartArray("hits");
            foreach (var hit in text.Hits)
            {
                json.WriteStartObject();
                json.WriteNumber("start", hit.Start);
                json.WriteNumber("end", hit.End);
                json.WriteString("section", hit.Section);
                if (hit.Page > 0)
                {
                    json.WriteNumber("page", hit.Page);
                }
                else
                {
                    json.WriteNull("page");
                }

                json.WriteString("before", hit.Before);
                json.WriteString("quote", hit.Quote);
                json.WriteString("after", hit.After);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
