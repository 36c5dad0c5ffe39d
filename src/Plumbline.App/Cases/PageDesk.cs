using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Ingest.Pages;

namespace Plumbline.App.Cases;

/// <summary>Pages of documents that have pages (PDFs), as they were drawn. Thread safe.</summary>
internal sealed class PageDesk(OpenCase open) : IDisposable
{
    private readonly Archive archive = new(open.Folder);
    private readonly HashSet<DocumentId> unchanged = [];
    private readonly PagePictures? pictures = open.Options.PageDrawer is { } drawer ? new(drawer, open.Options.Child(Cli.Workers.Page)) : null;

    /// <summary>True when this computer has a program that draws pages.</summary>
    public bool CanDraw => pictures is not null;

    /// <summary>Number of pages of a document; 0 where its form has none.</summary>
    public int CountOf(DocumentId document) => open.Built?.PagesOf(document) ?? 0;

    /// <summary>The page, from 1, that a place of a document's text is on.</summary>
    public int PageOf(DocumentId document, int offset) => open.Built?.PageOf(document, offset) ?? 1;

    /// <summary>A page as a picture (JPEG); null when it can't be drawn, or the document's bytes are not what they were.</summary>
    /// <param name="unit">A unit that the document is a member of.</param>
    /// <param name="member">Number of the member.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancellation">Given up when nobody waits for it.</param>
    public byte[]? Draw(string unit, int member, int page, CancellationToken cancellation)
    {
        var members = open.Units.Text(unit).Members;
        if (pictures is null || member < 0 || member >= members.Count || members[member].Member.Document is var document && (page < 1 || page > CountOf(document)))
        {
            return null;
        }

        try
        {
            lock (unchanged)
            {
                if (!unchanged.Contains(document))
                {
                    archive.Open(document).Dispose(); // Compares its bytes with its name.
                    unchanged.Add(document);
                }
            }

            return pictures.Draw(document, archive.PathOf(document), page, cancellation);
        }
        catch (Exception e) when (e is PlumblineException or ObjectDisposedException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => pictures?.Dispose();
}
