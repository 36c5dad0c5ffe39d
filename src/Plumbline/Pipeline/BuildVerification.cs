using Plumbline.Cases;
using Plumbline.Evidence;

namespace Plumbline.Pipeline;

/// <summary>Checks that the build in use is as it was written. A broken build loses nothing: it can be made again.</summary>
public static class BuildVerification
{
    /// <summary>Not checked when there is no build; else whether its files are as its manifest says.</summary>
    public static (CheckOutcome Outcome, IReadOnlyList<Problem> Problems) Check(CaseFolder folder)
    {
        if (BuildFolder.Current(folder) is not { } build)
        {
            return BuildFolder.IsLost(folder) ? Failed(".plumb/build/current") : (CheckOutcome.NotChecked, []);
        }

        return BuildManifest.Read(build) is not { } manifest ? Failed($".plumb/build/{build.Id}/manifest.json")
            : BuildFiles.Broken(build, manifest).FirstOrDefault() is { } broken ? Failed($".plumb/build/{build.Id}/{broken}")
            : (CheckOutcome.Passed, []);
    }

    private static (CheckOutcome, IReadOnlyList<Problem>) Failed(string file) =>
        (CheckOutcome.Failed, [PipelineProblems.DamagedBuild().ToProblem(new ProblemPlace(file))]);
}
