using System.CommandLine;
using Plumbline.Cli.Output;
using Plumbline.Custody.Erasing;
using Plumbline.Evidence;
using Plumbline.Pipeline;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb erase</c>: takes a document, or what an entry says, out of the case for good.</summary>
internal static class EraseVerb
{
    public static VerbEntry Entry { get; } = new("erase", "Erases a source, a document or an entry's content for good; the chain still verifies and says that it was erased.", "custody", Create);

    private static Verb Create()
    {
        var folder = CommonOptions.Case();
        var target = new Argument<string>("ENTRY|DOCUMENT|SOURCE") { Description = "DEVICE:SEQ as plumb log shows it, a document's SHA-256 (the beginning is enough where it is the only one), or the word of a source: all documents that only it gave, and every entry that names it." };
        var reason = new Option<string?>("--reason") { HelpName = "TEXT", Description = "Why. It stays in the journal for ever: name nobody in it." };
        var names = new Option<string[]>("--name") { HelpName = "TEXT", Description = "A name to look for: lists where it still stands in files and journal." };
        var dry = new Option<bool>("--dry-run") { Description = "Only say what would be erased." };
        var verb = new Verb(Entry,
            new("plumb erase ~/cases/rallies 9c56cc51b374 --dry-run", "What would go with a document."),
            new("plumb erase ~/cases/rallies 9c56cc51b374 --reason \"asked for by the person\" --name Petrov", "Erase it, and list where the name still stands."),
            new("plumb erase ~/cases/rallies 4f1d22a0:17 --reason \"note named a source\"", "What one entry of the journal says."),
            new("plumb erase ~/cases/rallies registry-clerk --reason \"withdrew consent\" --dry-run", "What would go with a source, and where it would still be named."))
        {
            folder, target, reason, names, dry,
        };
        return verb.Runs(call => Run(call, call.Get(folder), call.Get(target), call.Get(reason), call.Get(names) ?? [], call.Get(dry)));
    }

    private static ExitCode Run(Call call, string path, string target, string? reason, IReadOnlyList<string> names, bool isDry)
    {
        var folder = CaseAccess.OpenForWriting(path);
        var report = isDry
            ? CustodyErasure.Plan(folder, target)
            : CaseErasure.Erase(folder, target, new ErasureOptions { Who = CaseAccess.Who(folder), Reason = reason, Clock = call.Clock });
        IReadOnlyList<Problem> problems = [.. report.StillThere, .. names.Concat(report.Names).Where(n => !string.IsNullOrWhiteSpace(n)).Distinct(StringComparer.Ordinal).SelectMany(n => NameSearch.Find(folder, n)).Where(p => !isDry || p.Place.File != "journal.db")];
        if (call.Json)
        {
            JsonOutput.Object(call.Out, "erase", json =>
            {
                json.WriteBoolean("dry_run", isDry);
                json.WriteBoolean("was_erased", report.WasErased);
                json.WriteStartArray("entries");
                foreach (var entry in report.Entries)
                {
                    json.WriteStartObject();
                    json.WriteString("device", entry.Device);
                    json.WriteNumber("seq", entry.Seq);
                    json.WriteString("what", entry.What);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                Strings("documents", report.Documents.Select(d => d.Hex));
                Strings("names", report.Names);
                Strings("originals", report.Originals);
                Strings("copies", report.Copies);
                JsonOutput.Problems(json, problems);

                void Strings(string name, IEnumerable<string> values)
                {
                    json.WriteStartArray(name);
                    values.ToList().ForEach(json.WriteStringValue);
                    json.WriteEndArray();
                }
            });
        }
        else
        {
            Write(call, report, isDry);
            call.Show(problems);
            if (!isDry)
            {
                call.Remark($"Next: plumb build {Call.Quoted(path)}");
            }
        }

        return problems.Count > 0 ? ExitCode.ProblemsFound : ExitCode.Clean;
    }

    private static void Write(Call call, ErasureReport report, bool isDry)
    {
        var verb = isDry ? "would be erased" : "erased";
        if (report.WasErased && report.Names.Count > 0)
        {
            call.Out.WriteWrapped("The journal names the source in no entry, and it gave no document alone; what may be left of an earlier erasure is removed.");
        }
        else if (report.WasErased)
        {
            call.Out.WriteWrapped(isDry ? "It was erased before; erasing again removes what may be left of it." : "It was erased before; what may have been left of it is removed.");
        }

        foreach (var document in report.Documents)
        {
            call.Out.WriteWrapped($"{verb}: document {document.Short}", hang: 4);
        }

        foreach (var entry in report.Entries)
        {
            call.Out.WriteWrapped($"{verb}: what entry {entry.Device[..8]}:{entry.Seq} says ({SafeText.Line(entry.What)})", hang: 4);
        }

        foreach (var file in report.Originals)
        {
            call.Out.WriteWrapped($"{verb}: {SafeText.Line(file)}", hang: 4);
        }

        call.Out.WriteWrapped(isDry ? "Everything that was built would be removed; the next build makes it anew." : "Everything that was built is removed; the next build makes it anew.");
    }
}
