using System.Globalization;
using System.Text;
using Plumbline.Evidence;
using Plumbline.Processes;

namespace Plumbline.Ingest.Pages;

/// <summary>
/// Pictures of the pages of PDFs, drawn one at a time by a limited process. What can't be drawn, draws too long or too much has no picture, and costs
/// only itself. The last few are kept in memory, and nowhere else. Thread safe.
/// </summary>
public sealed class PagePictures : IDisposable
{
    /// <summary>The longer side of a picture, in pixels: a page of A4 at about 145 dots an inch.</summary>
    public const int LongerSide = 1700;

    private const int Kept = 24;

    private readonly Lock gate = new();
    private readonly LinkedList<((DocumentId Document, int Page) Of, byte[]? Picture)> last = [];
    private readonly string drawer;
    private readonly ChildCommand command;
    private readonly TimeSpan patience;
    private LimitedProcess? worker;
    private bool isClosed;

    /// <param name="drawer">Full path of <c>pdftoppm</c>.</param>
    /// <param name="command">Starts <see cref="PageWorker"/> as a child.</param>
    /// <param name="patience">Longest time for a page; 20 seconds if not given.</param>
    public PagePictures(string drawer, ChildCommand command, TimeSpan? patience = null) =>
        (this.drawer, this.command, this.patience) = (drawer, command, patience ?? TimeSpan.FromSeconds(20));

    /// <summary>The page as a JPEG; null when it can't be drawn.</summary>
    /// <param name="document">The document.</param>
    /// <param name="file">Full path of its bytes.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancellation">Gives up; the drawer is ended.</param>
    /// <exception cref="StoreFailedException">The limited process can't be started.</exception>
    public byte[]? Draw(DocumentId document, string file, int page, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isClosed, this);
            for (var at = last.First; at is not null; at = at.Next)
            {
                if (at.Value.Of == (document, page))
                {
                    last.Remove(at);
                    last.AddFirst(at);
                    return at.Value.Picture;
                }
            }

            var picture = Ask(file, page, cancellation);
            last.AddFirst(((document, page), picture));
            if (last.Count > Kept)
            {
                last.RemoveLast();
            }

            return picture;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            isClosed = true;
            worker?.Dispose();
            worker = null;
        }
    }

    private byte[]? Ask(string file, int page, CancellationToken cancellation)
    {
        try
        {
            worker ??= LimitedProcess.Start(command, new ProcessLimits { AnswerBytes = PageWorker.PictureBytes }, first => first.Exchange([], TimeSpan.FromSeconds(30), cancellation));
            var lines = string.Create(CultureInfo.InvariantCulture, $"{drawer}\n{file}\n{page}\n{LongerSide}");
            var answer = worker.Exchange(Encoding.UTF8.GetBytes(lines), patience, cancellation);

            // The drawer may have been taken over by what it read: a picture is believed to be one by its first bytes, and shown as nothing else.
            return answer.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? answer : null;
        }
        catch (Exception e) when (e is ChildFailedException or OperationCanceledException)
        {
            worker?.Dispose();
            worker = null;
            cancellation.ThrowIfCancellationRequested();
            return null;
        }
    }
}
