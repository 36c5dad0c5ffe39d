using System.CommandLine;
using Plumbline.Cli.Output;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb new</c>: an empty case from a template.</summary>
internal static class NewVerb
{
    public static VerbEntry Entry { get; } = new("new", "Makes a case: a folder with case.yaml, codebooks, and the journal.", null, Create);

    private static Verb Create()
    {
        var folder = new Argument<string>("DIR") { Description = "A new folder, or an empty one." };
        var template = new Option<string>("--template") { HelpName = "NAME", Description = "What it starts from: blank, interviews-en or rulings-ru.", DefaultValueFactory = _ => "blank" };
        var who = new Option<string?>("--as") { HelpName = "PSEUDONYM", Description = "What you are called in this case; made up if not given. Don't use your name." };
        var synced = new Option<bool>("--allow-synced") { Description = "Also in a folder that OneDrive, Dropbox, Yandex.Disk or the like keeps in step with other computers." };
        var verb = new Verb(Entry,
            new("plumb new ~/cases/rallies --template rulings-ru", "A case for first-instance rulings in Russian administrative cases."),
            new("plumb new ~/cases/tenders --as lynx", "An empty case, under a pseudonym of your own."))
        {
            folder, template, who, synced,
        };
        return verb.Runs(call => Run(call, call.Get(folder), call.Get(template)!, call.Get(who), call.Get(synced)));
    }

    private static ExitCode Run(Call call, string path, string template, string? who, bool allowSynced)
    {
        var name = who ?? CaseAccess.MadeUp();
        var made = CaseAccess.Make(path, CaseTemplates.Find(template), name, call.Clock, CaseAccess.SyncedBy(path), allowSynced);
        if (call.Json)
        {
            JsonOutput.Object(call.Out, "new", json =>
            {
                json.WriteString("case", made.Root);
                json.WriteString("template", template);
                json.WriteString("who", name);
                JsonOutput.Problems(json, []);
            });
            return ExitCode.Clean;
        }

        call.Out.WriteWrapped($"Made a case in {SafeText.Line(made.Root)} from the template {template}. In it you are {name}.");
        call.Remark($"Next: put files in, plumb ingest {Call.Quoted(path)} FILES; then plumb build {Call.Quoted(path)}.");
        return ExitCode.Clean;
    }
}
