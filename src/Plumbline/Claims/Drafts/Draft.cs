using Plumbline.Claims.Figures;
using Plumbline.Evidence;

namespace Plumbline.Claims.Drafts;

/// <summary>A draft as its author gave it.</summary>
/// <param name="Name">How reports name it, such as <c>drafts/article.md</c>.</param>
/// <param name="Text">
/// What offsets in reports are UTF-16 units of: the file itself where it is text, of HTML and DOCX the prose that was read out
/// of it, a line for each paragraph, heading, cell, footnote and text box.
/// </param>
public sealed record DraftFile(string Name, string Text)
{
    /// <summary>Its form.</summary>
    public DraftForm Form { get; init; }

    /// <summary>True when <see cref="Text"/> is the file itself.</summary>
    public bool IsText => Form is DraftForm.Markdown or DraftForm.PlainText;
}

/// <summary>Where a cell of a table stands.</summary>
/// <param name="Table">Number of the table in the draft, from 0.</param>
/// <param name="Row">Number of its row, from 0.</param>
/// <param name="Column">Number of the cell in its row, from 0; one that spans several is one.</param>
public readonly record struct DraftCell(int Table, int Row, int Column);

/// <summary>A run of prose of a draft (paragraph, heading, cell, footnote, caption) with the way back to the file.</summary>
public sealed class DraftPassage
{
    private readonly int[] offsets;

    internal DraftPassage(string text, int[] offsets)
    {
        Text = text;
        this.offsets = offsets;
    }

    /// <summary>The prose, without markup.</summary>
    public string Text { get; }

    /// <summary>The cell that it stands in; null outside of tables.</summary>
    public DraftCell? Cell { get; init; }

    /// <summary>The range of the file that a range of <see cref="Text"/> came from; an empty range gives an empty one.</summary>
    public TextSpan InFile(TextSpan span) =>
        span.Length == 0
            ? new TextSpan(offsets.Length == 0 ? 0 : offsets[Math.Min(span.Start, offsets.Length - 1)], offsets.Length == 0 ? 0 : offsets[Math.Min(span.Start, offsets.Length - 1)])
            : new TextSpan(offsets[span.Start], offsets[span.End - 1] + 1);
}

/// <summary>A link of a draft to a claim.</summary>
/// <param name="Id">What stands behind <c>claim:</c>; hostile text.</param>
/// <param name="Passage">The passage it stands in.</param>
/// <param name="Span">Its text in the passage.</param>
public sealed record DraftLink(string Id, DraftPassage Passage, TextSpan Span)
{
    /// <summary>Its text.</summary>
    public string Text => Span.In(Passage.Text);

    /// <summary>Its text in the file.</summary>
    public TextSpan InFile => Passage.InFile(Span);

    /// <summary>The link with its markup in the file; null where the draft's text has no markup, and of links carried over from another draft.</summary>
    public TextSpan? Whole { get; init; }

    /// <summary>The sentence around it.</summary>
    public string Sentence => Sentences.Around(Passage.Text, Span).In(Passage.Text);
}

/// <summary>A draft that was read: prose and links in the order of the file.</summary>
public sealed record Draft(DraftFile File, IReadOnlyList<DraftPassage> Passages, IReadOnlyList<DraftLink> Links, IReadOnlyList<Problem> Problems)
{
    private readonly Lazy<int[]> lineStarts = new(() => [0, .. File.Text.Select((c, i) => (c, i)).Where(x => x.c == '\n').Select(x => x.i + 1)]);

    /// <summary>1-based line and column of an offset in the file.</summary>
    public (int Line, int Column) PlaceOf(int offset)
    {
        var found = Array.BinarySearch(lineStarts.Value, offset);
        var line = found >= 0 ? found : ~found - 1;
        return (line + 1, offset - lineStarts.Value[line] + 1);
    }
}
