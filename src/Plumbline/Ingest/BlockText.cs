using Plumbline.Evidence;

namespace Plumbline.Ingest;

/// <summary>
/// Builds the text of a document out of characters that know where they came from. Blocks are parted by an empty line.
/// Where no map is wanted, only the characters are kept. Beyond <see cref="ReadLimits.TextLength"/> everything is dropped
/// and <see cref="IsCut"/> is set.
/// </summary>
internal sealed class BlockText(bool withOrigin, int capacity = 4096)
{
    private readonly List<TextBlock> blocks = [];
    private readonly List<OriginStretch> origin = [];
    private char[] buffer = new char[Math.Max(16, capacity)];
    private int blockStart = -1;
    private BlockKind kind;

    public int Length { get; private set; }

    public bool IsCut { get; private set; }

    public bool WithOrigin => withOrigin;

    public IReadOnlyList<TextBlock> Blocks => blocks;

    public IReadOnlyList<OriginStretch> Origin => origin;

    /// <summary>Last character of the block that is open, or NUL where it has none.</summary>
    public char Last => blockStart >= 0 && Length > blockStart ? buffer[Length - 1] : '\0';

    /// <summary>Ends the block before and starts another. A block that stays empty leaves no trace.</summary>
    public void Begin(BlockKind next, string separator = "\n\n")
    {
        End();
        if (Length > 0)
        {
            foreach (var c in separator)
            {
                Grow() = c;
            }
        }

        (blockStart, kind) = (Length, next);
    }

    /// <summary>Ends the block: white space at its end goes, and the separator before it when nothing is left.</summary>
    public void End()
    {
        if (blockStart < 0)
        {
            return;
        }

        while (Length > blockStart && buffer[Length - 1] is ' ' or '\n' or '\t' && Length > blockStart)
        {
            Length--;
        }

        if (Length == blockStart)
        {
            while (Length > 0 && buffer[Length - 1] == '\n')
            {
                Length--;
            }
        }
        else if (withOrigin)
        {
            blocks.Add(new TextBlock(kind, new TextSpan(blockStart, Length)));
        }

        while (origin.Count > 0 && origin[^1].Text.End > Length)
        {
            var last = origin[^1];
            origin.RemoveAt(origin.Count - 1);
            var keep = Length - last.Text.Start;
            if (keep > 0 && last.Text.Length == last.OriginalLength)
            {
                origin.Add(last with { Text = new TextSpan(last.Text.Start, Length), OriginalLength = keep });
            }
        }

        blockStart = -1;
    }

    /// <summary>Adds a character that came from nowhere in the original.</summary>
    public void Add(char c) => Grow() = c;

    /// <summary>Adds characters from one place of the original.</summary>
    public void Add(ReadOnlySpan<char> text, long originalStart, int originalLength, int page = 0)
    {
        var from = Length;
        foreach (var c in text)
        {
            Grow() = c;
        }

        if (withOrigin && !IsCut)
        {
            Stretch(new OriginStretch(new TextSpan(from, Length), originalStart, originalLength, page));
        }
    }

    /// <summary>Drops the last character of the open block and its origin.</summary>
    public void RemoveLast()
    {
        Length--;
        if (origin.Count > 0 && origin[^1].Text.End > Length)
        {
            var last = origin[^1];
            origin.RemoveAt(origin.Count - 1);
            if (last.Text.Length > 1 && last.Text.Length == last.OriginalLength)
            {
                origin.Add(last with { Text = new TextSpan(last.Text.Start, Length), OriginalLength = last.OriginalLength - 1 });
            }
        }
    }

    /// <summary>Adds finished text with its own lines (plain text files); the caller says where its blocks are.</summary>
    public void AddBlock(BlockKind of, TextSpan span) => blocks.Add(new TextBlock(of, span));

    public override string ToString() => new(buffer, 0, Length);

    // Neighbours that both run in step with the original become one stretch.
    private void Stretch(OriginStretch next)
    {
        if (origin.Count > 0 && origin[^1] is var last
            && last.Page == next.Page && last.Text.End == next.Text.Start && last.OriginalStart + last.OriginalLength == next.OriginalStart
            && last.Text.Length == last.OriginalLength && next.Text.Length == next.OriginalLength)
        {
            origin[^1] = last with { Text = new TextSpan(last.Text.Start, next.Text.End), OriginalLength = last.OriginalLength + next.OriginalLength };
        }
        else if (next.Text.Length > 0)
        {
            origin.Add(next);
        }
    }

    private ref char Grow()
    {
        if (Length == buffer.Length)
        {
            Array.Resize(ref buffer, (int)Math.Min(2L * buffer.Length, ReadLimits.TextLength + 16L));
        }

        if (Length >= ReadLimits.TextLength)
        {
            IsCut = true;
            return ref buffer[^1];
        }

        return ref buffer[Length++];
    }
}
