using System.Buffers;
using System.Globalization;
using System.Text;

namespace Plumbline.Evidence;

/// <summary>
/// JSON of which there is one form only, because its hash is kept: keys in ordinal order, no white space, UTF-8, strings
/// escaped as in RFC 8785 (quote, backslash and characters below 0x20, nothing else), no keys without a value.
/// </summary>
internal static class CanonicalJson
{
    /// <summary>
    /// An object. Values are strings, whole numbers, lists (<c>IEnumerable&lt;object&gt;</c>) and objects (arrays of key and
    /// value); what is null, or a list or object without anything in it, is left out.
    /// </summary>
    public static byte[] Of(params ReadOnlySpan<(string Key, object? Value)> members)
    {
        var text = new StringBuilder();
        AppendObject(text, members.ToArray());
        return Encoding.UTF8.GetBytes(text.ToString());
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

    private static void AppendObject(StringBuilder json, (string Key, object? Value)[] members)
    {
        json.Append('{');
        var isFirst = true;
        foreach (var (key, value) in members.OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            if (value is null or (string, object?)[] { Length: 0 } || (value is IEnumerable<object> list && !list.Any()))
            {
                continue;
            }

            json.Append(isFirst ? "" : ",");
            isFirst = false;
            Append(json, key);
            json.Append(':');
            AppendValue(json, value);
        }

        json.Append('}');
    }

    private static void AppendValue(StringBuilder json, object value)
    {
        switch (value)
        {
            case string words:
                Append(json, words);
                break;
            case long number:
                json.Append(number.ToString(CultureInfo.InvariantCulture));
                break;
            case (string, object?)[] members:
                AppendObject(json, members);
                break;
            case IEnumerable<object> items:
                json.Append('[');
                var count = 0;
                foreach (var item in items)
                {
                    json.Append(count++ == 0 ? "" : ",");
                    AppendValue(json, item);
                }

                json.Append(']');
                break;
            default:
                throw new ArgumentException("Strings, whole numbers, lists and objects only.", nameof(value));
        }
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
