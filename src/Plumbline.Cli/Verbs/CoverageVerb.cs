using System.CommandLine;
using Plumbline.Cases;
using Plumbline.Cli.Output;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Coverage;
using Plumbline.Processes;

namespace Plumbline.Cli.Verbs;

/// <summary><c>plumb coverage</c>: what the case has, and what it does not.</summary>
internal static class CoverageVerb
{
    public static VerbEntry Entry { get; } = new("coverage", "Counts units by court, month and source, finds gaps in case numbers, and sets a registry's counts beside them.", "build", Create);

    private static Verb Create()
    {
        var folder = CommonOptions.Case();
        var kind = new Argument<string?>("KIND") { Description = "The units' table; that of the texts if not given.", Arity = ArgumentArity.ZeroOrOne };
        var by = new Option<string?>("--by") { HelpName = "LIST", Description = "Count by these, with commas: court, month, year, source, month:VARIABLE, or any variable." };
        var numbers = new Option<string?>("--numbers") { HelpName = "VARIABLE", Description = "The variable with case numbers, case_number if not given." };
        var registry = new Option<string?>("--registry") { HelpName = "FILE", Description = "A table of what there is: columns as in --by, and one with the counts (count, total, number)." };
        var limit = new Option<int>("--limit") { HelpName = "N", Description = "At most N rows of each table, 12 if not given.", DefaultValueFactory = _ => 12 };
        var confidential = CommonOptions.ShowConfidential();
        var verb = new Verb(Entry,
            new("plumb coverage ~/cases/rallies", "By court, month and source, and gaps in case numbers."),
            new("plumb coverage ~/cases/rallies --by year,outcome", "By year and outcome."),
            new("plumb coverage ~/cases/rallies --registry counts.csv", "How many of those that the registry counts."))
        {
            folder, kind, by, numbers, registry, limit, confidential,
        };
        return verb.Runs(call => Run(call, call.Get(folder), new CoverageOptions
        {
            Kind = call.Get(kind), By = call.Get(by)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
            Numbers = call.Get(numbers), Registry = call.Get(registry),
        }, Math.Max(1, call.Get(limit)), call.Get(confidential)));
    }

    private static ExitCode Run(Call call, string path, CoverageOptions options, int limit, bool confidential)
    {
        var folder = CaseFolder.Open(path);
        using var built = BuiltCase.Open(folder);
        var report = CaseCoverage.Of(built, options, SourceTerms.Read(folder, call.Clock, confidential), ChildCommand.OfThisProgram(Workers.Read), call.Stop);
        if (call.Json)
        {
            JsonOutput.Object(call.Out, "coverage", json => CoveragePrinter.Write(json, report));
        }
        else
        {
            CoveragePrinter.Write(call.Out, report, limit, options.By.Count > 1);
            call.Show(report.Problems);
        }

        return report.Problems.Count > 0 ? ExitCode.ProblemsFound : ExitCode.Clean;
    }
}
