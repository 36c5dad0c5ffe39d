using System.CommandLine;
using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Claims.Sql;
using Plumbline.Cli.Output;
using Plumbline.Pipeline;
using Plumbline.Processes;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb next</c>: the cheapest codings that decide open figures.</summary>
internal static class NextVerb
{
    public static VerbEntry Entry { get; } = new("next", "Says what to code next: the fewest decisions that turn open figures into ones that hold or fail.", "check", Create);

    private static Verb Create()
    {
        var folder = CommonOptions.Case();
        var claim = new Option<string?>("--claim") { HelpName = "ID", Description = "For the figures of this claim alone." };
        var limit = new Option<int>("--limit") { HelpName = "N", Description = "At most N decisions, 10 if not given.", DefaultValueFactory = _ => 10 };
        var confidential = CommonOptions.ShowConfidential();
        var verb = new Verb(Entry,
            new("plumb next ~/cases/rallies", "The ten decisions that bring the drafts furthest."),
            new("plumb next ~/cases/rallies --claim fined", "How many confirmations one figure still needs, and which."),
            new("plumb next ~/cases/rallies --limit 200 --json", "The order of work for a program."))
        {
            folder, claim, limit, confidential,
        };
        return verb.Runs(call => Run(call, call.Get(folder), call.Get(claim), Math.Clamp(call.Get(limit), 0, 10_000), call.Get(confidential)));
    }

    private static ExitCode Run(Call call, string path, string? claim, int limit, bool confidential)
    {
        var folder = CaseFolder.Open(path);
        using var built = BuiltCase.Open(folder);
        if (claim is not null)
        {
            var claims = ClaimsFile.Read(folder.ClaimsYaml);
            if (!claims.Claims.ContainsKey(claim))
            {
                throw CliProblems.NoClaim(claim, claims.Faulty.Contains(claim), claims.Claims.Keys, claims.Problems);
            }
        }

        using var tables = new TablesProcess(built.TablesPath, ChildCommand.OfThisProgram(Workers.Sql));
        var next = CaseNext.Plan(folder, built, tables, claim, limit, new CheckOptions { Hedges = CaseSettings.Read(folder).Hedges, ShowConfidential = confidential, Clock = call.Clock });
        if (call.Json)
        {
            JsonOutput.Object(call.Out, "next", json => NextPrinter.Write(json, next));
            return ExitCode.Clean;
        }

        NextPrinter.Write(call.Out, next, Call.Quoted(path));
        call.Show([.. next.Report.Problems.Where(p => p.Severity == Plumbline.Evidence.Severity.Error)]);
        if (next.Lines.Count > 0)
        {
            call.Remark($"After each few: plumb build {Call.Quoted(path)}, then plumb next {Call.Quoted(path)} again; every answer changes the order.");
        }

        if (built.IsStale())
        {
            call.Out.Flush();
            call.Error.WriteWrapped($"The case has changed since this build: plumb build {Call.Quoted(path)}, then again.", ink: Ink.Yellow);
        }

        return ExitCode.Clean;
    }
}
