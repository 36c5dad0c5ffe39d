using System.Globalization;
using System.Text.Json;
using Plumbline.Claims;
using Plumbline.Cli.Verbs;
using Plumbline.Custody;
using Plumbline.Pipeline.Papers;
using Plumbline.Pipeline.Replies;

namespace Plumbline.Cli;

/// <summary>The JSON of why, packet and replies (docs/json.md).</summary>
internal static class PaperJson
{
    /// <summary>All that stands behind a figure.</summary>
    public static void Why(Utf8JsonWriter json, WhyPaper paper)
    {
        Head(json, paper.Head);
        json.WriteString("claim", paper.Asked.Claim.Id);
        Sources(json, paper.Sources);
        Array(json, "claims", paper.Claims, d => Claim(json, d, paper.Times));
        Lists(json, paper.Documents, paper.Coders, paper.Variables);
    }

    /// <summary>The packet on a named party.</summary>
    public static void Packet(Utf8JsonWriter json, PacketPaper paper)
    {
        Head(json, paper.Head);
        json.WriteString("today", CaseDay.Text(paper.Today));
        Texts(json, "names", paper.Names);
        Texts(json, "drafts", paper.Drafts);
        Sources(json, paper.Sources);
        Array(json, "sentences", paper.Sentences, s =>
        {
            json.WriteString("draft", s.Draft);
            json.WriteNumber("line", s.Line);
            json.WriteString("text", s.Text);
            json.WriteString("before", s.Before);
            json.WriteString("after", s.After);
            json.WriteBoolean("part", s.IsPart);
            json.WriteBoolean("no_claim", s.Figures.Count == 0);
            Array(json, "figures", s.Figures, f => Figure(json, f));
            Texts(json, "unbacked", [.. s.Unbacked.Select(u => u.Figure.Text)]);
        });
        json.WriteStartArray("replies");
        foreach (var reply in paper.Replies)
        {
            Reply(json, reply, paper.Today);
        }

        json.WriteEndArray();
        Array(json, "claims", paper.Claims, d =>
        {
            Claim(json, d, paper.Times);
            Sources(json, paper.SourcesOf[d.Claim.Id]);
        });
        Lists(json, paper.Documents, paper.Coders, paper.Variables);
    }

    /// <summary>A request with its answers.</summary>
    public static void Reply(Utf8JsonWriter json, Reply reply, DateOnly today)
    {
        json.WriteStartObject();
        json.WriteString("unit_id", reply.Unit);
        json.WriteString("whom", reply.Whom);
        json.WriteString("about", reply.About);
        json.WriteString("how", reply.How);
        json.WriteString("asked", reply.Asked);
        json.WriteString("deadline", CaseDay.Text(reply.Deadline));
        if (reply.DaysLeft(today) is { } left)
        {
            json.WriteNumber("days_left", left);
        }
        else
        {
            json.WriteNull("days_left");
        }

        json.WriteString("answered", reply.Answered);
        json.WriteBoolean("settled", reply.IsSettled);
        json.WriteStartArray("answers");
        foreach (var answer in reply.Answers)
        {
            json.WriteStartObject();
            json.WriteString("on", CaseDay.Text(answer.On));
            json.WriteString("quote", answer.Quote);
            json.WriteString("letter", answer.Letter);
            json.WriteString("document", answer.Document);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Head(Utf8JsonWriter json, PaperHead head)
    {
        json.WriteString("title", head.Title);
        json.WriteBoolean("invented", head.IsInvented);
        json.WriteString("made_at", Time(head.At));
        if (head.AsOf is { } asOf)
        {
            json.WriteStartObject("as_of");
            json.WriteString("day", CaseDay.Text(asOf.Day));
            json.WriteString("signature", asOf.Signature);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("as_of");
        }

        json.WriteString("build", head.Build);
        json.WriteString("digest", head.Digest);
        json.WriteBoolean("stale", head.IsStale);
        Texts(json, "heads", head.Heads);
    }

    private static void Claim(Utf8JsonWriter json, ClaimDossier dossier, IReadOnlyDictionary<string, DateTimeOffset> times)
    {
        var (claim, reading) = (dossier.Claim, dossier.Reading);
        json.WriteString("id", claim.Id);
        json.WriteString("note", claim.Note);
        CheckJson.Found(json, claim.Found is { IsOpen: true } found ? found : null);
        json.WriteString("measure", claim.Largest is not null ? "range" : claim.Query?.Measure.ToString().ToLowerInvariant());
        json.WriteString("sql", claim.Query?.Sql);
        json.WriteString("of_sql", claim.Query?.OfSql);
        json.WriteString("expr", claim.ExpressionText);
        json.WriteString("units", reading?.Kind);
        json.WriteString("low", reading?.Low?.ToString());
        json.WriteString("high", (dossier.Largest ?? reading)?.High?.ToString());
        json.WriteString("currency", reading?.Currency);
        json.WriteNumber("confirmed", reading?.Confirmed ?? 0);
        json.WriteNumber("rows", reading?.Rows ?? 0);
        json.WriteNumber("unread", reading?.Unread ?? 0);
        Texts(json, "in_words", PlainWords.Of(dossier));
        Array(json, "figures", dossier.Figures, f => Figure(json, f));
        json.WriteNumber("total", dossier.Total);
        Array(json, "evidence", dossier.Units, u => Unit(json, u, times));
        if (dossier.Quote is not { } quote)
        {
            json.WriteNull("quote");
            return;
        }

        json.WriteStartObject("quote");
        json.WriteString("document", quote.Document);
        json.WriteString("before", quote.Before);
        json.WriteString("exact", quote.Exact);
        json.WriteString("after", quote.After);
        json.WriteEndObject();
    }

    private static void Figure(Utf8JsonWriter json, CheckedClaim figure)
    {
        json.WriteString("draft", figure.Draft);
        json.WriteNumber("line", figure.Line);
        json.WriteNumber("column", figure.Column);
        json.WriteString("id", figure.Id);
        json.WriteString("text", figure.Text);
        json.WriteString("sentence", figure.Sentence);
        json.WriteString("verdict", figure.Verdict.Word());
        json.WriteString("case", CheckPrinter.Case(figure));
        json.WriteString("reason", figure.Reason);
        CheckJson.Found(json, figure.Found);
    }

    private static void Unit(Utf8JsonWriter json, DossierUnit one, IReadOnlyDictionary<string, DateTimeOffset> times)
    {
        json.WriteString("unit_id", one.Unit?.Id);
        json.WriteString("file", one.Unit?.File);
        json.WriteBoolean("confirmed", one.Confirmed);
        json.WriteString("amount", one.Amount?.ToString(CultureInfo.InvariantCulture));
        json.WriteNumber("withheld", one.Withheld);
        Array(json, "members", one.Unit?.Members ?? [], m =>
        {
            json.WriteString("member", m.Member);
            json.WriteString("document", m.Document);
            json.WriteString("place", m.Place);
            json.WriteString("file", m.File);
        });
        Array(json, "variables", one.Unit?.Variables ?? [], v =>
        {
            json.WriteString("name", v.Name);
            json.WriteString("value", v.Value);
            json.WriteString("status", v.Status);
            json.WriteBoolean("settled", v.IsSettled);
            json.WriteStartArray("codings");
            foreach (var coding in v.Codings)
            {
                ShowVerb.Write(json, coding, coding.Entry is { } entry && times.TryGetValue(entry, out var at) ? Time(at) : null);
            }

            json.WriteEndArray();
        });
    }

    private static void Sources(Utf8JsonWriter json, PaperSources sources)
    {
        json.WriteStartObject("sources");
        json.WriteNumber("independent", sources.Count);
        Array(json, "named", sources.Origins, o =>
        {
            json.WriteString("source", o.Name);
            json.WriteNumber("documents", o.Documents);
        });
        json.WriteNumber("documents", sources.Documents);
        json.WriteNumber("unknown", sources.Unknown);
        json.WriteNumber("same_text", sources.SameText);
        json.WriteNumber("withheld", sources.Withheld);
        json.WriteEndObject();
    }

    private static void Lists(Utf8JsonWriter json, IReadOnlyList<PaperDocument> documents, IReadOnlyList<PaperCoder> coders, IReadOnlyList<PaperVariable> variables)
    {
        Array(json, "documents", documents, d =>
        {
            json.WriteString("document", d.Id.Hex);
            Array(json, "custody", d.Custody, c => Custody(json, c));
        });
        Array(json, "coders", coders, c =>
        {
            json.WriteString("coder", c.Name);
            json.WriteNumber("decisions", c.Decisions);
            json.WriteNumber("adjudications", c.Adjudications);
            json.WriteNumber("shown_nothing", c.Blind);
            json.WriteNumber("shown_machine", c.SawMachine);
            json.WriteNumber("shown_other", c.SawOther);
            json.WriteNumber("stale", c.Stale);
        });
        Array(json, "definitions", variables, v =>
        {
            json.WriteString("units", v.Kind);
            json.WriteString("variable", v.Variable.Name);
            json.WriteString("label", v.Variable.Label);
            json.WriteString("instructions", v.Variable.Instructions);
            json.WriteString("definition", v.Variable.ComputeDefinitionHash());
            json.WriteString("codebook", v.Codebook);
            Array(json, "rules", v.Rules, r =>
            {
                json.WriteString("rule", r.Name);
                json.WriteString("version", r.Version);
                json.WriteString("text", r.Text);
            });
        });
    }

    private static void Custody(Utf8JsonWriter json, CustodyRecord record)
    {
        json.WriteString("at", record.Entry is { } entry ? Time(entry.At) : null);
        json.WriteString("who", record.Entry?.Who);
        json.WriteString("entry", record.Entry is { } e ? $"{e.Device}:{e.Seq.ToString(CultureInfo.InvariantCulture)}" : null);
        json.WriteString("file", record.File);
        json.WriteString("folder", record.Folder);
        json.WriteNumber("size", record.Size);
        json.WriteString("source", record.Source);
        json.WriteString("url", record.Url);
        json.WriteString("retrieved_at", record.RetrievedAt is { } at ? Time(at) : null);
        json.WriteString("note", record.Note);
    }

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void Array<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
