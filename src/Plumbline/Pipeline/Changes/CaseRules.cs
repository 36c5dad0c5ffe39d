using Plumbline.Cases;
using Plumbline.Coding.Codebooks;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Processes;

namespace Plumbline.Pipeline.Changes;

/// <summary>A codebook with a rule that is to be saved, and the state of the file that it was written over.</summary>
/// <param name="Path">The codebook's file.</param>
/// <param name="Before">Its text when the rule was written.</param>
/// <param name="After">Its text with the rule.</param>
internal sealed record RuleProposal(string Path, string Before, string After);

/// <summary>Adds rules to the codebooks of a case: first it is told what would change, then it is saved.</summary>
internal static class CaseRules
{
    /// <summary>The codebook of a table with one rule more.</summary>
    /// <exception cref="UsageException">There is no such codebook, it or the rule has faults, or the variable's rules can't be added to.</exception>
    public static RuleProposal Propose(CaseFolder folder, string table, NewRule rule)
    {
        var book = WrittenCodebook.Of(folder).FirstOrDefault(c => c.Codebook.Kind.Table == table) ?? throw PipelineProblems.NoCodebookToCompare(table);
        return new RuleProposal(book.Path, book.Text, RuleInsertion.With(book.Text, "codebooks/" + Path.GetFileName(book.Path), folder.Root, rule));
    }

    /// <summary>What it would change: the case is built apart with it. Nothing of the case is changed.</summary>
    public static CodebookDiff Foresee(
        CaseFolder folder, RuleProposal proposal, BuildOptions options, ChildCommand tables, IProgress<StageProgress>? progress, CancellationToken cancellation)
    {
        using var temporary = TemporaryFiles.Take(folder);
        var path = Path.Combine(Directory.CreateDirectory(temporary.Next()).FullName, Path.GetFileName(proposal.Path));
        File.WriteAllText(path, proposal.After);
        return CodebookChange.Between(folder, null, path, options, tables, progress, cancellation);
    }

    /// <summary>Saves it, whole or not at all.</summary>
    /// <exception cref="UsageException">The codebook was changed since.</exception>
    /// <exception cref="StoreFailedException">It can't be written; it stands as it was.</exception>
    public static void Save(RuleProposal proposal)
    {
        try
        {
            if (File.ReadAllText(proposal.Path) != proposal.Before)
            {
                throw PipelineProblems.CodebookChanged(Path.GetFileName(proposal.Path));
            }

            File.WriteAllText(proposal.Path + ".new", proposal.After);
            File.Move(proposal.Path + ".new", proposal.Path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw PipelineProblems.CodebookNotWritten(Path.GetFileName(proposal.Path), e);
        }
    }
}
