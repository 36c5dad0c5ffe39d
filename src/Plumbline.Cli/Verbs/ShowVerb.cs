using System.CommandLine;
using System.Text.Json;
using Plumbline.Cases;
using Plumbline.Cli.Output;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb show</c>: a unit, and the words in its source that each value stands on.</summary>
internal static class ShowVerb
{
    public static VerbEntry Entry { get; } = new("show", "Shows a unit with the evidence of every value in its context.", "build", Create);

    private static Verb Create()
    {
        var folder = CommonOptions.Case();
        var unit = new Argument<string>("UNIT") { Description = "Id of a unit, or its first characters." };
        var variable = new Argument<string?>("VARIABLE") { Description = "One variable; all when missing.", Arity = ArgumentArity.ZeroOrOne };
        var verb = new Verb(Entry,
            new("plumb show ~/cases/rallies yt01qg2q", "All variables of a unit."),
            new("plumb show ~/cases/rallies yt01qg2q fine_rub", "Where its fine stands."))
        {
            folder, unit, variable,
        };
        return verb.Runs(call => Run(call, call.Case(folder), call.Get(unit), call.Get(variable)));
    }

    private static ExitCode Run(Call call, CaseFolder folder, string unit, string? variable)
    {
        using var built = BuiltCase.Open(folder);
        var shown = built.Show(unit, variable);
        var terms = SourceTerms.Read(folder, call.Clock);
        if (call.Json)
        {
            JsonOutput.Object(call.Out, "show", json => Write(json, folder, shown, terms));
            return ExitCode.Clean;
        }

        call.Out.WriteLine($"{SafeText.Line(shown.Kind)} {shown.Id}", Ink.Bold);
        foreach (var member in shown.Members)
        {
            call.Out.WriteWrapped($"{SafeText.Line(member.File)}  {member.Place}  document {Short(member.Document)}", indent: 2, hang: 2);
            if (!terms.IsPlain && terms.Shown(member.Document).Terms is not Terms.OnRecord and var agreed)
            {
                call.Out.WriteWrapped(agreed == Terms.Background ? "on background: its source is not to be named" : "NOT FOR PUBLICATION: show it to nobody", indent: 2, hang: 2, ink: Ink.Yellow);
            }

            if (PathOf(folder, member.Document) is { } path)
            {
                // In one piece, however long: it is there to be copied.
                call.Out.WriteLine("  " + SafeText.Line(path), Ink.Dim);
            }
        }

        if (shown.MaybeSameAs.Count > 0)
        {
            call.Out.WriteWrapped($"May be the same as {string.Join(", ", shown.MaybeSameAs)}: nobody has decided.", indent: 2, hang: 2, ink: Ink.Yellow);
        }

        var seen = new Dictionary<(string, int?, int?), string>();
        foreach (var one in shown.Variables)
        {
            call.Out.WriteLine();
            var label = one.Label.Length > 0 && one.Label != one.Name ? $" ({SafeText.Line(one.Label)})" : "";
            call.Out.WriteWrapped(
                $"{one.Name}{label}: {(one.Value is null ? one.Status : SafeText.Line(one.Value))}{(one.Value is not null && one.Status != "stated" ? ", " + one.Status : "")}{(one.IsSettled ? ", confirmed" : ", possible")}", hang: 2, ink: Ink.Bold);
            foreach (var coding in one.Codings)
            {
                var place = (coding.Document, coding.Start, coding.End);
                EvidencePrinter.Write(call.Out, coding, coding.Start is not null && seen.TryGetValue(place, out var under) ? under : null);
                seen.TryAdd(place, one.Name);
            }
        }

        return ExitCode.Clean;
    }

    private static string Short(string document) => document[..Math.Min(12, document.Length)];

    /// <summary>The file as it came, in the archive.</summary>
    private static string? PathOf(CaseFolder folder, string document) => DocumentId.TryParse(document, out var id) ? new Archive(folder).PathOf(id) : null;

    private static void Write(Utf8JsonWriter json, CaseFolder folder, ShownUnit unit, SourceTerms terms)
    {
        json.WriteString("unit_id", unit.Id);
        json.WriteString("kind", unit.Kind);
        json.WriteString("file", unit.File);
        json.WriteStartArray("members");
        foreach (var member in unit.Members)
        {
            json.WriteStartObject();
            json.WriteString("member", member.Member);
            json.WriteString("document", member.Document);
            json.WriteString("place", member.Place);
            json.WriteString("file", member.File);
            json.WriteString("path", PathOf(folder, member.Document));
            json.WriteString("terms", (terms.IsPlain ? Terms.OnRecord : terms.Shown(member.Document).Terms).Word());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Texts(json, "maybe_same", unit.MaybeSameAs);
        json.WriteStartArray("variables");
        foreach (var variable in unit.Variables)
        {
            json.WriteStartObject();
            json.WriteString("name", variable.Name);
            json.WriteString("label", variable.Label);
            json.WriteString("value", variable.Value);
            json.WriteString("status", variable.Status);
            json.WriteBoolean("settled", variable.IsSettled);
            json.WriteStartArray("codings");
            foreach (var coding in variable.Codings)
            {
                Write(json, coding);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        JsonOutput.Problems(json, []);
    }

    /// <summary>One coding as JSON.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="coding">The coding.</param>
    /// <param name="at">When a person entered it; left out where it is null.</param>
    public static void Write(Utf8JsonWriter json, ShownCoding coding, string? at = null)
    {
        json.WriteStartObject();
        if (at is not null)
        {
            json.WriteString("at", at);
        }

        json.WriteString("coder_kind", coding.CoderKind);
        json.WriteString("coder", coding.Coder);
        json.WriteString("coder_version", coding.Version);
        json.WriteString("status", coding.Status);
        json.WriteString("value", coding.Value);
        Texts(json, "candidates", coding.Candidates);
        json.WriteBoolean("certain", coding.IsCertain);
        json.WriteString("evidence", coding.Evidence);
        json.WriteString("file", coding.File);
        json.WriteString("document", coding.Document);
        Number(json, "start", coding.Start);
        Number(json, "end", coding.End);
        json.WriteString("quote", coding.Quote);
        json.WriteString("before", coding.Before);
        json.WriteString("after", coding.After);
        Number(json, "page", coding.Page);
        json.WriteString("section", coding.Section);
        Number(json, "row", coding.Row);
        Number(json, "line", coding.Line);
        json.WriteString("column", coding.Column);
        json.WriteString("cell", coding.Cell);
        Texts(json, "searched", coding.Searched);
        Texts(json, "sections", coding.SearchedSections);
        json.WriteString("act", coding.Act);
        json.WriteString("shown", coding.Shown);
        Texts(json, "shown_entries", coding.ShownEntries);
        json.WriteString("note", coding.Note);
        json.WriteString("entry", coding.Entry);
        json.WriteString("found_by", coding.FoundBy);
        json.WriteBoolean("stale", coding.IsStale);
        json.WriteEndObject();
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

    private static void Number(Utf8JsonWriter json, string name, long? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
