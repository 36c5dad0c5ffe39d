using System.Buffers;
using System.Globalization;
using System.Text;

namespace Plumbline.Custody;

/// <summary>
/// JSON of which there is one form only, because its hash is kept: keys in ordinal order, no white space, UTF-8, strings
/// escaped as in RFC 8785 (quote, backslash and characters below 0x20, nothing else), no keys without a value.
/// </summary>
internal static class CanonicalJson
{
    /// <summary>An object of strings and whole numbers; what is null is left out.</summary>
    public static byte[] Of(params ReadOnlySpan<(string Key, object? Value)> members)
    {
        var text = new StringBuilder("{");
        var sorted = members.ToArray();
        Array.Sort(sorted, static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        foreach (var (key, value) in sorted)
        {
            if (value is null)
            {
                continue;
            }

            text.Append(text.Length > 1 ? "," : "");
            Append(text, key);
            text.Append(':');
            switch (value)
            {
                case string words:
                    Append(text, words);
                    break;
                case long number:
                    text.Append(number.ToString(CultureInfo.InvariantCulture));
                    break;
                default:
                    throw new ArgumentException("Strings and whole numbers only.", nameof(members));
            }
        }

        return Encoding.UTF8.GetBytes(text.Append('}').ToString());
    }

    /// <summary>Text that is Unicode: a surrogate that stands alone becomes the six characters <c>\udc80</c>.</summary>
    public static string Unicode(string text)
    {
        if (Rune.DecodeFromUtf16(text, out _, out _) == OperationStatus.Done && !text.Any(char.IsSurrogate))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            var isWhole = Rune.DecodeFromUtf16(text.AsSpan(i), out _, out var taken) == OperationStatus.Done;
            _ = isWhole ? clean.Append(text, i, taken) : clean.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:x4}");
            i += isWhole ? taken : 1;
        }

        return clean.ToString();
    }

    private static void Append(StringBuilder json, string words)
    {
        json.Append('"');
        foreach (var c in Unicode(words))
        {
            _ = c switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append("\\\\"),
                '\b' => json.Append("\\b"),
                '\t' => json.Append("\\t"),
                '\n' => json.Append("\\n"),
                '\f' => json.Append("\\f"),
                '\r' => json.Append("\\r"),
                < ' ' => json.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => json.Append(c),
            };
        }

        json.Append('"');
    }
}
