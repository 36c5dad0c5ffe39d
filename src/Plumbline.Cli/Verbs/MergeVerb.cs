using System.CommandLine;
using Plumbline.Cases;
using Plumbline.Cli.Output;
using Plumbline.Custody;
using Plumbline.Custody.Merging;
using Plumbline.Evidence;
using Plumbline.Pipeline;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb merge</c>: unites what two machines did in one case.</summary>
internal static class MergeVerb
{
    public static VerbEntry Entry { get; } = new("merge", "Brings in what another machine did in this case: documents, journal, files that people wrote.", "custody", Create);

    private static Verb Create()
    {
        var folder = CommonOptions.Case();
        var other = new Argument<string>("OTHER") { Description = "The case as it came from the other machine, such as on a stick. It is verified and read, never written." };
        var accept = new Option<bool>("--accept-erasures") { Description = "Erase here too what was erased there; it can't be undone." };
        var join = new Option<bool>("--join") { Description = "Join two cases that were begun apart for one investigation; it can't be undone." };
        var verb = new Verb(Entry,
            new("plumb merge ~/cases/rallies /media/stick/rallies", "All that the other machine has and this one has not; either order gives the same."),
            new("plumb merge ~/cases/rallies-copy /media/stick/rallies", "Into a new folder: a copy of the case for this machine, with a key of its own."),
            new("plumb merge ~/cases/rallies /media/stick/rallies --accept-erasures", "Also erase here what was erased there."))
        {
            folder, other, accept, join,
        };
        return verb.Runs(call => Run(call, call.Get(folder), call.Get(other), new MergeOptions
        {
            AcceptErasures = call.Get(accept),
            Join = call.Get(join),
            Clock = call.Clock,
        }));
    }

    private static ExitCode Run(Call call, string path, string other, MergeOptions options)
    {
        var folder = Open(path, other);
        MergeReport custody;
        CaseFilesReport files;
        using (var progress = call.Progress())
        {
            (custody, files) = CaseMerge.Merge(folder, other, options with { Who = CaseAccess.Who(folder) }, progress, call.Stop);
        }

        IReadOnlyList<Problem> problems = [.. custody.Problems, .. files.Problems];
        if (call.Json)
        {
            WriteJson(call, custody, files, problems);
        }
        else
        {
            Write(call, custody, files);
            call.Show(problems);
            if (!custody.IsNothingNew)
            {
                call.Remark($"Next: plumb build {Call.Quoted(path)}");
            }
        }

        return problems.Any(p => p.Severity != Severity.Note) ? ExitCode.ProblemsFound : ExitCode.Clean;
    }

    /// <summary>The case, or a folder that becomes a copy of the other: one that is missing, empty, or was left by a merge that was stopped.</summary>
    private static CaseFolder Open(string path, string other)
    {
        var folder = CaseFolder.At(path);
        var isFree = !File.Exists(folder.CaseYaml) && File.Exists(CaseFolder.At(other).CaseYaml)
            && (!Directory.Exists(folder.Root) || Directory.EnumerateFileSystemEntries(folder.Root).All(e => e == folder.Inner));
        if (!isFree)
        {
            return CaseAccess.OpenForWriting(path);
        }

        if (CaseAccess.SyncedBy(folder.Root) is { } service)
        {
            throw CaseProblems.MovedIntoSynced(service);
        }

        OwnFolder.Make(folder.Inner);
        return folder;
    }

    private static void Write(Call call, MergeReport custody, CaseFilesReport files)
    {
        call.Out.WriteWrapped(custody.IsNothingNew
            ? "Journal and archive: nothing new."
            : $"{Screen.Count(custody.Entries, "entry", "entries")} of {Screen.Count(custody.Devices, "device", "devices")} and {Screen.Count(custody.Documents, "document", "documents")} new.");
        if (custody.Erased > 0)
        {
            call.Out.WriteWrapped($"{Screen.Count(custody.Erased, "payload", "payloads")} erased here too; what was built is removed.");
        }

        foreach (var file in files.Copied)
        {
            call.Out.WriteWrapped($"new: {SafeText.Line(file)}", hang: 4);
        }

        foreach (var conflict in files.Conflicts)
        {
            call.Out.WriteLine();
            call.Out.WriteLine($"--- {SafeText.Line(conflict.File)}", Ink.Bold);
            call.Out.WriteLine($"+++ {SafeText.Line(conflict.Theirs)}", Ink.Bold);
            foreach (var line in conflict.Diff)
            {
                call.Out.WriteLine(SafeText.Line(line), line[0] switch { '-' => Ink.Red, '+' => Ink.Green, '@' => Ink.Cyan, _ => Ink.None });
            }
        }
    }

    private static void WriteJson(Call call, MergeReport custody, CaseFilesReport files, IReadOnlyList<Problem> problems) =>
        JsonOutput.Object(call.Out, "merge", json =>
        {
            json.WriteNumber("entries", custody.Entries);
            json.WriteNumber("devices", custody.Devices);
            json.WriteNumber("documents", custody.Documents);
            json.WriteNumber("bytes", custody.Bytes);
            json.WriteNumber("erased", custody.Erased);
            json.WriteStartArray("copied");
            files.Copied.ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
            json.WriteStartArray("conflicts");
            foreach (var conflict in files.Conflicts)
            {
                json.WriteStartObject();
                json.WriteString("file", conflict.File);
                json.WriteString("theirs", conflict.Theirs);
                json.WriteStartArray("diff");
                conflict.Diff.ToList().ForEach(json.WriteStringValue);
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            JsonOutput.Problems(json, problems);
        });
}
