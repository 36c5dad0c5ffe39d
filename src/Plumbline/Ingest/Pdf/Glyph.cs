using UglyToad.PdfPig.Content;

namespace Plumbline.Ingest.Pdf;

/// <summary>
/// A glyph of a page in the direction in which it is read: <see cref="Left"/> to <see cref="Right"/> along its line,
/// <see cref="Base"/> grows upwards. Turned text is turned back, so that one way of reading does for all.
/// </summary>
/// <param name="Ordinal">Its place in the content of the page, from 0.</param>
/// <param name="Value">Its characters; empty where the font does not say.</param>
/// <param name="Left">Where it starts on its line.</param>
/// <param name="Right">Where the next one would stand.</param>
/// <param name="Base">Height of its base line.</param>
/// <param name="Size">Size of the font, in points.</param>
internal readonly record struct Glyph(int Ordinal, string Value, double Left, double Right, double Base, double Size)
{
    public bool IsSpace => string.IsNullOrWhiteSpace(Value);

    /// <summary>From the content of a page.</summary>
    public static Glyph Of(Letter letter, int ordinal)
    {
        var (from, to) = (letter.StartBaseLine, letter.EndBaseLine);
        var (left, right, up) = letter.TextOrientation switch
        {
            TextOrientation.Rotate90 => (-from.Y, -to.Y, from.X),
            TextOrientation.Rotate180 => (-from.X, -to.X, -from.Y),
            TextOrientation.Rotate270 => (from.Y, to.Y, -from.X),
            _ => (from.X, to.X, from.Y),
        };
        var size = letter.PointSize;
        if (!(size is > 0.5 and < 1000))
        {
            size = Math.Clamp(letter.BoundingBox.Height, 4, 1000);
        }

        return new Glyph(ordinal, letter.Value ?? "", left, Math.Max(left, right), up, size);
    }
}
