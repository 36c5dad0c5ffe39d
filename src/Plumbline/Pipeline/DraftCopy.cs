using Plumbline.Cases;
using Plumbline.Evidence;

namespace Plumbline.Pipeline;

/// <summary>Writes copies of drafts: never over a file, and never among the drafts of the case, where the copy would be checked as one.</summary>
public static class DraftCopy
{
    /// <summary>Looks whether a copy may be written there, before work is done for it.</summary>
    /// <exception cref="UsageException">Something is there, or it is the folder of drafts.</exception>
    public static void Refuse(CaseFolder folder, string path)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var full = Path.GetFullPath(path);
        if (Path.Exists(full))
        {
            throw DraftCopyProblems.IsThere(Path.GetFileName(full));
        }

        if (Path.GetDirectoryName(full) == Path.GetFullPath(folder.Drafts))
        {
            throw DraftCopyProblems.AmongDrafts();
        }
    }

    /// <summary>Writes a copy.</summary>
    /// <exception cref="StoreFailedException">It can't be written.</exception>
    public static void Write(CaseFolder folder, string path, byte[] bytes)
    {
        Refuse(folder, path);
        try
        {
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            file.Write(bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DraftCopyProblems.CannotWrite(Path.GetFileName(path), e);
        }
    }
}

/// <summary>The faults of copies of drafts.</summary>
internal static class DraftCopyProblems
{
    public static UsageException IsThere(string file) => new("CHK011", $"{file} is there already.", "Give another name, or remove it; nothing is overwritten.");

    public static UsageException AmongDrafts() => new("CHK012", "A copy can't lie in drafts/: it would be checked as a draft.", "Write it elsewhere.");

    public static UsageException OneDraft() => new("CHK013", "This needs exactly one draft.", "Name one behind the case.");

    public static UsageException NotRead(string file, IReadOnlyList<Problem> problems) => new("CHK014", $"The draft {file} can't be read, so nothing was written.", "Mend what is listed.", problems);

    public static UsageException NoLinksIn(string form) => new(
        "CHK015", $"Links can't be written into {form}.", "Leave --write out, and set the links that are listed in the editor.");

    public static StoreFailedException CannotWrite(string file, Exception inner) => new(
        "CHK016", $"The copy could not be written to {file}: {inner.Message}", "Look at the folder and the free space.", isTransient: true, inner);
}
