using Plumbline.Cases;
using Plumbline.Coding;
using Plumbline.Evidence;

namespace Plumbline.Pipeline;

/// <summary>A codebook that is being written: its file, and the case it belongs to, if any.</summary>
/// <param name="Codebook">The codebook as it is on disk.</param>
/// <param name="Path">Its file.</param>
/// <param name="Text">Its text.</param>
/// <param name="Warnings">Warnings of its queries.</param>
internal sealed record WrittenCodebook(Codebook Codebook, string Path, string Text, IReadOnlyList<Problem> Warnings)
{
    /// <summary>Reads one file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shownName">How messages name it.</param>
    /// <param name="folder">The case whose lists it uses where it has none beside it; null without one.</param>
    /// <exception cref="UsageException">It has faults, or can't be read.</exception>
    public static WrittenCodebook Of(string path, string shownName, CaseFolder? folder = null)
    {
        var problems = new List<Problem>();
        var codebook = Codebook.Read(path, shownName, problems, folder?.Root);
        return codebook is not null ? new WrittenCodebook(codebook, path, File.ReadAllText(path), problems) : throw PipelineProblems.FaultyCodebooks(problems);
    }

    /// <summary>Those of a case, or of a folder's one file; all that has faults is told at once.</summary>
    public static IReadOnlyList<WrittenCodebook> Of(CaseFolder folder)
    {
        CaseCodebooks.Read(folder);
        return [.. CaseCodebooks.FilesOf(folder).Select(f => Of(f, "codebooks/" + System.IO.Path.GetFileName(f)))];
    }
}
