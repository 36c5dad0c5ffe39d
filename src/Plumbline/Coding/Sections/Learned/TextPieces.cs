using Plumbline.Coding.Queries;
using Plumbline.Coding.Tokens;

namespace Plumbline.Coding.Sections.Learned;

/// <summary>A piece of a unit that gets one mark: a paragraph, or some sentences of a long one.</summary>
/// <param name="Range">Its words.</param>
/// <param name="Main">Number of the main section it starts in, from 1; 0 where it is in none, as headings are.</param>
/// <param name="Fifth">In which fifth of the unit's pieces it stands, 0 to 4.</param>
/// <param name="Hundreds">Hundreds of characters, at most 5.</param>
internal readonly record struct TextPiece(TokenRange Range, int Main, int Fifth, int Hundreds);

/// <summary>Cuts a unit into pieces. A line of up to 600 characters is one; a longer one is cut at ends of sentences, 150 characters apart at least.</summary>
internal static class TextPieces
{
    private const int LongLine = 600;
    private const int LeastPiece = 150;

    /// <summary>Adds the pieces of a unit, in order.</summary>
    /// <param name="document">The tokens.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="text">The text that the tokens are of.</param>
    /// <param name="mains">Its main sections, in order of the codebook; empty ones where they were not found.</param>
    /// <param name="into">Where they go.</param>
    public static void Of(TokenDocument document, TokenRange unit, string text, IReadOnlyList<SectionRange> mains, List<TextPiece> into)
    {
        var first = into.Count;
        var span = document.SpanOf(unit);
        var from = unit.From;
        for (var at = span.Start; at < span.End && from < unit.To;)
        {
            var line = text.AsSpan(at, span.End - at).IndexOf('\n');
            var end = line < 0 ? span.End : at + line;
            var to = line < 0 ? unit.To : Math.Min(unit.To, document.FirstTokenAtOrAfter(end));
            if (to > from)
            {
                AddLine(document, from, to, mains, into);
                from = to;
            }

            at = end + 1;
        }

        for (var i = first; i < into.Count; i++)
        {
            into[i] = into[i] with { Fifth = 5 * (i - first) / (into.Count - first) };
        }
    }

    private static void AddLine(TokenDocument document, int from, int to, IReadOnlyList<SectionRange> mains, List<TextPiece> into)
    {
        if (document.SpanOf(from, to).Length > LongLine)
        {
            var forms = document.Forms;
            for (var i = from + 1; i < to; i++)
            {
                if (forms[i] == 0 && document.SpanOf(from, i).Length > LeastPiece)
                {
                    into.Add(Piece(document, from, i + 1, mains));
                    from = i + 1;
                }
            }
        }

        if (from < to && document.SpanOf(from, to).Length > 0)
        {
            into.Add(Piece(document, from, to, mains));
        }
    }

    private static TextPiece Piece(TokenDocument document, int from, int to, IReadOnlyList<SectionRange> mains)
    {
        var main = 0;
        for (var m = 0; m < mains.Count && main == 0; m++)
        {
            main = mains[m].Range.From <= from && from < mains[m].Range.To ? m + 1 : 0;
        }

        return new TextPiece(new TokenRange(from, to), main, 0, Math.Min(5, document.SpanOf(from, to).Length / 100));
    }
}
