using Plumbline.Coding.Tokens;

namespace Plumbline.Coding.Sections.Learned;

/// <summary>What of a piece a feature looks at. Those of words carry a form, the others a number.</summary>
internal enum FeatureKind
{
    /// <summary>A word anywhere in the piece.</summary>
    Word,

    /// <summary>One of its first five words.</summary>
    Opening,

    /// <summary>Its first word.</summary>
    First,

    /// <summary>Its second word.</summary>
    Second,

    /// <summary>Its length, in hundreds of characters.</summary>
    Hundreds,

    /// <summary>The main section it starts in.</summary>
    Main,

    /// <summary>That section, and the fifth of the unit.</summary>
    MainAndFifth,

    /// <summary>Every piece.</summary>
    Always,
}

/// <summary>
/// What a piece is told by. One definition for marking and for training: a word counts by its first six letters, so that
/// endings do not matter, and all numbers are one word.
/// </summary>
internal static class PieceFeatures
{
    private const int Letters = 6;
    private const int OpeningWords = 5;

    /// <summary>Adds the features of a piece; a word that stands twice comes twice.</summary>
    /// <param name="document">The tokens.</param>
    /// <param name="piece">The piece.</param>
    /// <param name="into">Where they go; the number is a form's id for words.</param>
    public static void Of(TokenDocument document, in TextPiece piece, List<(FeatureKind Kind, int Number)> into)
    {
        var words = 0;
        foreach (var form in document.Forms[piece.Range.From..piece.Range.To])
        {
            if (form == 0)
            {
                continue;
            }

            into.Add((FeatureKind.Word, form));
            if (words < OpeningWords)
            {
                into.Add((FeatureKind.Opening, form));
            }

            if (words < 2)
            {
                into.Add((words == 0 ? FeatureKind.First : FeatureKind.Second, form));
            }

            words++;
        }

        into.Add((FeatureKind.Hundreds, piece.Hundreds));
        into.Add((FeatureKind.Main, piece.Main));
        into.Add((FeatureKind.MainAndFifth, (5 * piece.Main) + piece.Fifth));
        into.Add((FeatureKind.Always, 0));
    }

    /// <summary>True when its number is a form's id.</summary>
    public static bool IsWord(FeatureKind kind) => kind <= FeatureKind.Second;

    /// <summary>The name of a word's feature in a model.</summary>
    public static string Name(FeatureKind kind, ReadOnlySpan<char> form) =>
        $"{kind}:{(char.IsDigit(form[0]) ? "#" : form[..Math.Min(Letters, form.Length)])}";

    /// <summary>The name of another feature in a model.</summary>
    public static string Name(FeatureKind kind, int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{kind}:{number}");
}
