using Plumbline.Cli;
using Plumbline.Coding;
using Plumbline.Coding.Codebooks;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Changes;

namespace Plumbline.App.Cases;

/// <summary>A rule that may be saved, and what it would change.</summary>
internal sealed record ForeseenRule(RuleProposal Proposal, CodebookDiff Diff);

/// <summary>Rules that are made of searches: what one would change is told before it is saved.</summary>
internal static class RuleDesk
{
    /// <summary>Codebooks of texts with the variables that a search can give a value, as they are in the files now.</summary>
    /// <exception cref="UsageException">A codebook has faults.</exception>
    public static IReadOnlyList<Codebook> Codebooks(OpenCase open) => [.. CaseCodebooks.Read(open.Folder).Where(c => c.Of != PlaceKind.Row && c.Kind.Variables.Any(CanTake))];

    /// <summary>True for a variable whose values can be said by a search.</summary>
    public static bool CanTake(Variable variable) => variable.Type is VariableType.Category or VariableType.YesNo;

    /// <summary>What a rule would change: its file with the rule, and how values, figures and decisions move. Nothing of the case is changed.</summary>
    /// <exception cref="PlumblineException">The query or the value is none, or the codebook can't be added to.</exception>
    public static ForeseenRule Foresee(OpenCase open, string table, NewRule rule, IProgress<StageProgress>? progress, CancellationToken cancellation)
    {
        var proposal = CaseRules.Propose(open.Folder, table, rule);
        var options = new BuildOptions { Workers = Math.Max(1, Environment.ProcessorCount), ReaderCommand = open.Options.Child(Workers.Read) };
        return new ForeseenRule(proposal, CaseRules.Foresee(open.Folder, proposal, options, open.Options.Child(Workers.Sql), progress, cancellation));
    }

    /// <summary>Saves it. The next update codes by it.</summary>
    /// <exception cref="PlumblineException">The codebook was changed since, or can't be written.</exception>
    public static void Save(OpenCase open, RuleProposal proposal)
    {
        open.Require(Act.Edit);
        CaseRules.Save(proposal);
    }
}
