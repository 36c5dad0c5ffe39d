using System.Text.Json;
using Plumbline.Claims.Sql;

namespace Plumbline.Cli.Output;

/// <summary>Rows of a query as a table for people, CSV (RFC 4180 with LF) or JSON.</summary>
internal static class ResultPrinter
{
    /// <summary>NULL is shown as such: it is neither empty nor no.</summary>
    public static void WriteTable(Screen screen, QueryRows result)
    {
        var table = new TextTable([.. result.Columns.Select(c => SafeText.Line(c.Name))])
            .Right([.. result.Columns.Select((c, i) => (c, i)).Where(c => IsNumber(c.c.Type)).Select(c => c.i)]);
        foreach (var row in result.Rows)
        {
            table.Add([.. row.Select(v => v.ValueKind == JsonValueKind.Null ? "NULL" : Text(v))]);
        }

        table.Write(screen);
        screen.WriteLine(Screen.Count(table.Count, "row", "rows") + ".", Ink.Dim);
    }

    /// <summary>
    /// NULL is an empty field, an empty text is "". A text that a spreadsheet would run as a formula gets a ' before it; what acts
    /// on a terminal is spelled out.
    /// </summary>
    public static void WriteCsv(Screen screen, QueryRows result)
    {
        screen.WriteRaw(string.Join(',', result.Columns.Select(c => Field(c.Name))) + "\n");
        foreach (var row in result.Rows)
        {
            screen.WriteRaw(string.Join(',', row.Select(v => v.ValueKind switch
            {
                JsonValueKind.Null => "",
                JsonValueKind.Number => v.GetRawText(),
                _ => Field(Text(v)),
            })) + "\n");
        }
    }

    /// <summary>An array of objects. Columns of the same name are numbered, so that none hides another.</summary>
    public static void WriteJson(Screen screen, QueryRows result) => JsonOutput.Array(screen, json =>
    {
        var names = Names(result.Columns);
        foreach (var row in result.Rows)
        {
            json.WriteStartObject();
            for (var i = 0; i < row.Length; i++)
            {
                json.WritePropertyName(names[i]);
                row[i].WriteTo(json);
            }

            json.WriteEndObject();
            json.Flush();
        }
    });

    private static IReadOnlyList<string> Names(IReadOnlyList<QueryColumn> columns)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. columns.Select(c =>
        {
            var name = c.Name;
            for (var n = 2; !seen.Add(name); n++)
            {
                name = $"{c.Name}_{n}";
            }

            return name;
        })];
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Text)),
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };

    private static string Field(string given)
    {
        var text = SafeText.Data(given.Length > 0 && "=+-@\t\r".Contains(given[0], StringComparison.Ordinal) ? "'" + given : given);
        return text.Length == 0 || text.AsSpan().IndexOfAny("\",\r\n") >= 0 || text[0] is ' ' || text[^1] is ' '
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
    }

    private static bool IsNumber(string type) => type.EndsWith("INT", StringComparison.OrdinalIgnoreCase) || type.EndsWith("INTEGER", StringComparison.OrdinalIgnoreCase)
        || type.StartsWith("DECIMAL", StringComparison.OrdinalIgnoreCase) || type is "DOUBLE" or "FLOAT";
}
