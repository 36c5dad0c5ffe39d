namespace Plumbline.Coding.Tokens;

/// <summary>
/// What a UTF-16 unit is to the tokenizer, and how it is written in a form: lower case, ё as е. Marks that print
/// nothing or sit on a letter (accents, soft hyphens, joiners) belong to the word but not to its form, so that
/// <c>догово́р</c> is договор. One table for all 65,536 units; surrogates are no letters.
/// </summary>
internal static class Letters
{
    /// <summary>No part of a word.</summary>
    public const char Separator = '\0';

    /// <summary>Part of a word, left out of its form.</summary>
    public const char Mark = '\u0001';

    private static readonly char[] Folded = Build();

    /// <summary>The folded letter or digit, or <see cref="Separator"/>, or <see cref="Mark"/>.</summary>
    public static char Fold(char c) => Folded[c];

    /// <summary>True of letters and digits (not of marks).</summary>
    public static bool IsWord(char c) => Folded[c] > Mark;

    private static char[] Build()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++)
        {
            var c = (char)i;
            table[i] = char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : IsMark(c) ? Mark : Separator;
        }

        table['ё'] = 'е';
        table['Ё'] = 'е';
        return table;
    }

    private static bool IsMark(char c) =>
        c is '\u00AD' or (>= '\u200B' and <= '\u200D') or '\u2060' or '\uFEFF'
        || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;
}
