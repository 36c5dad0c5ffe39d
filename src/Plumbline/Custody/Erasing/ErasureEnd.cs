using Plumbline.Cases;

namespace Plumbline.Custody.Erasing;

/// <summary>
/// The second half of an erasure. The journal says first that something is erased; then its bytes go. A mark
/// (<c>.plumb/erasing</c>) stands from before the first until after the second, so what a kill cut off is known and is
/// ended by the next erasure or merge. Called with the archive locked.
/// </summary>
internal static class ErasureEnd
{
    public static bool IsPending(CaseFolder folder) => File.Exists(Mark(folder));

    public static void Begin(CaseFolder folder)
    {
        try
        {
            File.WriteAllText(Mark(folder), "");
            Durable.FlushFolder(folder.Inner);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CustodyProblems.CannotWrite("case", e);
        }
    }

    /// <summary>Takes away the bytes of every erased document, what was built, and scraps in the journal.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="journal">Open for writing.</param>
    /// <param name="removeBuilt">Removes all that was made from documents.</param>
    /// <exception cref="Evidence.StoreFailedException">Something is held by another program; the mark stays.</exception>
    public static void Finish(CaseFolder folder, Journal journal, Action removeBuilt)
    {
        try
        {
            var documents = journal.ErasedDocumentSizes();
            var archive = new Archive(folder);
            var folders = new HashSet<string>(StringComparer.Ordinal);
            foreach (var path in documents.Keys.Select(archive.PathOf).Where(File.Exists))
            {
                File.Delete(path);
                folders.Add(Path.GetDirectoryName(path)!);
            }

            foreach (var copy in CaseCopies.Find(folder, documents).Where(CaseCopies.IsInSources).ToList())
            {
                // A name that .NET can't say stays, and the report lists it.
                File.Delete(copy.Path.Text);
                folders.Add(Path.GetDirectoryName(copy.Path.Text)!);
            }

            foreach (var path in folders.Where(Directory.Exists))
            {
                Durable.FlushFolder(path);
            }

            removeBuilt();
            if (Directory.Exists(folder.Temporary))
            {
                TemporaryFiles.RemoveAll(folder.Temporary);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CustodyProblems.NotEnded(e);
        }

        if (!journal.Compact())
        {
            throw CustodyProblems.NotEnded(null);
        }

        File.Delete(Mark(folder));
        Durable.FlushFolder(folder.Inner);
    }

    private static string Mark(CaseFolder folder) => Path.Combine(folder.Inner, "erasing");
}
