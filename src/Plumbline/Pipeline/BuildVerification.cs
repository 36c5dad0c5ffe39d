using Plumbline.Cases;
using Plumbline.Evidence;

namespace Plumbline.Pipeline;

/// <summary>Checks that the build in use is as it was written. A broken build loses nothing: it can be made again.</summary>
public static class BuildVerification
{
    /// <summary>Not checked when there is no build; else whether its tables have the hash that its manifest names.</summary>
    public static (CheckOutcome Outcome, IReadOnlyList<Problem> Problems) Check(CaseFolder folder)
    {
        if (BuildFolder.Current(folder) is not { } build)
        {
            return (CheckOutcome.NotChecked, []);
        }

        try
        {
            using var built = BuiltCase.Open(folder);
            return built.CheckTables() == CheckOutcome.Passed
                ? (CheckOutcome.Passed, [])
                : (CheckOutcome.Failed, [PipelineProblems.DamagedBuild().ToProblem(new ProblemPlace($".plumb/build/{build.Id}/tables.duckdb"))]);
        }
        catch (PlumblineException e)
        {
            return (CheckOutcome.Failed, [e.ToProblem(new ProblemPlace($".plumb/build/{build.Id}/manifest.json"))]);
        }
    }
}
