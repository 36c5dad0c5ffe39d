using System.Text;

namespace Plumbline.Processes;

/// <summary>
/// What a child writes to its error stream: drained, so that it never blocks, and forgotten but for the first 4 KiB, in
/// which the runtime says why it ends. Never shown: it may hold text of a document.
/// </summary>
internal sealed class LastWords
{
    private static readonly string[] OfMemory = ["Out of memory", "OutOfMemoryException", "Failed to create RW mapping", "std::bad_alloc"];
    private readonly byte[] kept = new byte[4096];
    private readonly Thread thread;
    private int length;

    public LastWords(Stream stream)
    {
        thread = new Thread(() => Drain(stream), 128 << 10) { IsBackground = true, Name = "last words" };
        thread.Start();
    }

    public bool TellOfMemory
    {
        get
        {
            var text = Encoding.ASCII.GetString(kept, 0, Volatile.Read(ref length));
            return OfMemory.Any(words => text.Contains(words, StringComparison.Ordinal));
        }
    }

    /// <summary>Waits until the child has said all, or a second.</summary>
    public void Wait() => thread.Join(1000);

    private void Drain(Stream stream)
    {
        var buffer = new byte[4096];
        try
        {
            while (stream.Read(buffer) is var got && got > 0)
            {
                var take = Math.Min(got, kept.Length - length);
                buffer.AsSpan(0, take).CopyTo(kept.AsSpan(length));
                Volatile.Write(ref length, length + take);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The child was ended while it spoke.
        }
    }
}
