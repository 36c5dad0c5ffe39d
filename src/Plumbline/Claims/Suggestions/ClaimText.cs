using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Plumbline.Cases.Yaml;

namespace Plumbline.Claims.Suggestions;

/// <summary>A simple count as entries of claims.yaml: one claim, behind those that it is made of.</summary>
internal static partial class ClaimText
{
    /// <summary>Writes it.</summary>
    /// <param name="count">The count.</param>
    /// <param name="id">Id of the claim.</param>
    /// <param name="file">What claims.yaml has already: a whole that is there is named, not made again, and no id is taken twice.</param>
    /// <param name="found">The mark.</param>
    /// <returns>Lines with LF.</returns>
    public static string Of(SimpleCount count, string id, ClaimsFile file, ClaimFinding? found)
    {
        var text = new StringBuilder();
        switch (count.Measure)
        {
            case SimpleMeasure.Share:
                var whole = file.Claims.Values.FirstOrDefault(c => c.Query is { Measure: Measure.Count } q && q.Sql.Trim() == count.OfSql)?.Id;
                if (whole is null)
                {
                    whole = Free(id + "-whole", file);
                    Entry(text, whole, ("sql", count.OfSql));
                }

                Entry(text, id, [("sql", count.Sql.Replace($", {count.Amount} AS amount", "", StringComparison.Ordinal)), ("measure", "share"), ("of", whole), .. Mark(found)]);
                break;
            case SimpleMeasure.Mean:
                var (sum, units) = (Free(id + "-sum", file), Free(id + "-units", file));
                Entry(text, sum, ("sql", count.Sql), ("measure", "sum"));
                Entry(text, units, ("sql", count.SelectWithAmount));
                Entry(text, id, [("expr", $"{sum} / {units}"), ("unit", Unit(count)), .. Mark(found)]);
                break;
            case SimpleMeasure.Count:
                Entry(text, id, [("sql", count.Sql), .. Mark(found)]);
                break;
            default:
                Entry(text, id, [("sql", count.Sql), ("measure", count.Measure.ToString().ToLowerInvariant()), ("unit", Unit(count)), .. Mark(found)]);
                break;
        }

        return text.ToString();
    }

    /// <summary>A claim that stands for another one, so that the other keeps its own mark.</summary>
    public static string Of(string claim, string id, ClaimFinding? found)
    {
        var text = new StringBuilder();
        Entry(text, id, [("expr", claim), .. Mark(found)]);
        return text.ToString();
    }

    private static string? Unit(SimpleCount count) => count.Unit is { Length: 3 } or "minutes" or "hours" or "days" or "weeks" ? count.Unit : null;

    /// <summary>The id, with a number where claims.yaml has it.</summary>
    public static string Free(string id, ClaimsFile file)
    {
        var free = id;
        for (var n = 2; file.Claims.ContainsKey(free) || file.Faulty.Contains(free); n++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{id}-{n}");
        }

        return free;
    }

    private static IEnumerable<(string Key, string? Value)> Mark(ClaimFinding? found) => found is null ? [] :
    [
        ("found_by", "value"), ("searched", found.Searched?.ToString(CultureInfo.InvariantCulture)), ("fitting", found.Fitting?.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>An entry of simple keys; those without a value are left out.</summary>
    public static void Entry(StringBuilder text, string id, params IEnumerable<(string Key, string? Value)> keys)
    {
        text.Append(id).Append(":\n");
        foreach (var (key, value) in keys.Where(k => k.Value is not null))
        {
            text.Append("  ").Append(key).Append(": ").Append(Scalar(value!)).Append('\n');
        }
    }

    /// <summary>A text in a list between brackets.</summary>
    public static string InList(string text) => Scalar(text, isPlain: text.All(c => char.IsLetter(c) || c is ' ' or '-') && char.IsLetter(text[0]));

    private static string Scalar(string text) => Scalar(text, Plain().IsMatch(text));

    /// <summary>As it is where YAML reads it so; else between double quotes.</summary>
    private static string Scalar(string text, bool isPlain)
    {
        if (isPlain)
        {
            return text;
        }

        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                _ when char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    // No colon, no hash, nothing that opens a flow or a quote at its head.
    [GeneratedRegex(@"\A[A-Za-z0-9][\p{L}\p{Nd} _.,=()'<>/*+-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
