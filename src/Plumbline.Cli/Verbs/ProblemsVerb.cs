using System.CommandLine;
using Plumbline.Cases;
using Plumbline.Cli.Output;
using Plumbline.Evidence;
using Plumbline.Pipeline;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb problems</c>: what the build could not use, and why.</summary>
internal static class ProblemsVerb
{
    public static VerbEntry Entry { get; } = new("problems", "Lists the problems of the build: documents that could not be read, or not well.", "build", Create);

    private static Verb Create()
    {
        var folder = CommonOptions.Case();
        var code = new Option<string?>("--code") { HelpName = "CODE", Description = "Only problems with this code, such as ING004; ING for all of a stage." };
        var limit = new Option<int>("--limit") { HelpName = "N", Description = "At most this many in full, 50 if not given; counts are of all.", DefaultValueFactory = _ => 50 };
        var verb = new Verb(Entry,
            new("plumb problems ~/cases/rallies", "All kinds with their counts, then each."),
            new("plumb problems ~/cases/rallies --code ING --json", "Those of reading files, for a script."))
        {
            folder, code, limit,
        };
        return verb.Runs(call => Run(call, call.Case(folder), call.Get(code), Math.Max(0, call.Get(limit))));
    }

    private static ExitCode Run(Call call, CaseFolder folder, string? code, int limit)
    {
        using var built = BuiltCase.Open(folder);
        var problems = built.Problems.Where(p => code is null || p.Code.StartsWith(code, StringComparison.OrdinalIgnoreCase)).ToList();
        if (call.Json)
        {
            JsonOutput.Object(call.Out, "problems", json => JsonOutput.Problems(json, problems));
        }
        else if (problems.Count == 0)
        {
            call.Out.WriteLine("No problems.");
        }
        else
        {
            var table = new TextTable("code", "severity", "count", "first").Right(2);
            foreach (var group in problems.GroupBy(p => (p.Code, p.Severity)).OrderByDescending(g => g.Key.Severity).ThenBy(g => g.Key.Code, StringComparer.Ordinal))
            {
                table.Add(group.Key.Code, group.Key.Severity.ToString().ToLowerInvariant(), Screen.Digits(group.LongCount()), group.First().Sentence);
            }

            table.Write(call.Out);
            call.Out.WriteLine();
            foreach (var same in problems.Take(limit).GroupBy(p => (p.Severity, p.Code, p.Sentence, p.Try)).OrderByDescending(g => g.Key.Severity))
            {
                ProblemPrinter.Write(call.Out, [.. same]);
            }

            if (problems.Count > limit)
            {
                call.Out.WriteLine($"... and {Screen.Digits(problems.Count - limit)} more (--limit).");
            }
        }

        return problems.Exists(p => p.Severity == Severity.Error) ? ExitCode.ProblemsFound : ExitCode.Clean;
    }
}
