using System.Text;
using Plumbline.Coding.Tokens;

namespace Plumbline.Coding.Names;

/// <summary>
/// Names as they are compared: letters and digits only, in lower case, ё as е, without spaces (which scans and line ends put
/// anywhere). Latin letters that look like Cyrillic ones are these where they stand in a word with Cyrillic letters.
/// </summary>
internal static class NameLetters
{
    private const string Latin = "abcehkmoptxy";
    private const string Cyrillic = "авсенкмортху";

    /// <summary>The words of a name.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var words = new List<string>();
        var normal = text.Normalize(NormalizationForm.FormC);
        var scanner = new TokenScanner(normal, stackalloc char[TokenScanner.MaxForm]);
        while (scanner.Next())
        {
            words.Add(Folded(scanner.Form));
        }

        return words;
    }

    /// <summary>All letters and digits of a name.</summary>
    public static string Of(string text) => string.Concat(Words(text)).Replace(".", "", StringComparison.Ordinal);

    private static string Folded(ReadOnlySpan<char> form)
    {
        if (form.IndexOfAnyInRange('а', 'я') < 0 || form.IndexOfAnyInRange('a', 'z') < 0)
        {
            return form.ToString();
        }

        return string.Create(form.Length, form, static (to, from) =>
        {
            for (var i = 0; i < to.Length; i++)
            {
                to[i] = Latin.IndexOf(from[i], StringComparison.Ordinal) is >= 0 and var at ? Cyrillic[at] : from[i];
            }
        });
    }
}
