using System.Text;
using Plumbline.Evidence;

namespace Plumbline.App.Cases;

/// <summary>
/// A text as a browser's text field holds it, with the way back: fields know line feeds alone, so that offsets in one are not those of the
/// text where it has carriage returns. Nothing in a field is ever markup.
/// </summary>
internal sealed class FieldText
{
    private readonly int[]? offsets;
    private readonly int start;

    /// <param name="text">The document's text.</param>
    /// <param name="range">The range that the field holds.</param>
    public FieldText(string text, TextSpan range)
    {
        (start, Raw) = (range.Start, range.In(text));
        if (!Raw.Contains('\r'))
        {
            Value = Raw;
            return;
        }

        var value = new StringBuilder(Raw.Length);
        var map = new List<int>(Raw.Length + 1);
        for (var i = 0; i < Raw.Length; i++)
        {
            if (Raw[i] == '\r' && i + 1 < Raw.Length && Raw[i + 1] == '\n')
            {
                continue;
            }

            map.Add(i);
            value.Append(Raw[i] == '\r' ? '\n' : Raw[i]);
        }

        map.Add(Raw.Length);
        (Value, offsets) = (value.ToString(), [.. map]);
    }

    /// <summary>What the field holds.</summary>
    public string Value { get; }

    private string Raw { get; }

    /// <summary>The range of the document's text that a selection in the field is; ends outside are brought in, white space at them is cut.</summary>
    public TextSpan InText(int from, int to)
    {
        (from, to) = (Math.Clamp(Math.Min(from, to), 0, Value.Length), Math.Clamp(Math.Max(from, to), 0, Value.Length));
        while (from < to && char.IsWhiteSpace(Value[from]))
        {
            from++;
        }

        while (to > from && char.IsWhiteSpace(Value[to - 1]))
        {
            to--;
        }

        return new TextSpan(start + Raws(from), start + (to > from ? Raws(to - 1) + 1 : Raws(from)));
    }

    /// <summary>The selection in the field that a range of the document's text is.</summary>
    public (int From, int To) InField(TextSpan span)
    {
        int Of(int raw) => offsets is null ? Math.Clamp(raw, 0, Value.Length) : Array.BinarySearch(offsets, raw) is var i && i >= 0 ? i : Math.Min(~i, Value.Length);
        return (Of(span.Start - start), Of(span.End - start));
    }

    private int Raws(int field) => offsets?[field] ?? field;
}
