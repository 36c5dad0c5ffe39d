using System.Text;
using System.Text.Json;
using DuckDB.NET.Data;
using Plumbline.Evidence;

namespace Plumbline.Claims.Sql;

/// <summary>Writes a query's rows as files that other programs read.</summary>
public static class QueryFormats
{
    private const string Formulas = "=+-@\t\r";

    /// <summary>
    /// An array of rows, an object each, columns in the order of the query; of columns with one name the last stands.
    /// </summary>
    public static void WriteJson(QueryRows rows, Stream output)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartArray();
        foreach (var row in rows.Rows)
        {
            json.WriteStartObject();
            for (var i = 0; i < row.Length; i++)
            {
                if (rows.Columns.Skip(i + 1).Any(c => c.Name == rows.Columns[i].Name))
                {
                    continue;
                }

                json.WritePropertyName(rows.Columns[i].Name);
                row[i].WriteTo(json);
            }

            json.WriteEndObject();
            if (json.BytesPending > 1 << 16)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
    }

    /// <summary>
    /// CSV (RFC 4180), UTF-8, with a line of names; NULL is an empty field, lists and objects are JSON. A text that a
    /// spreadsheet would run as a formula (begins with = + - @, a tab or a carriage return) gets a ' before it, unless
    /// <paramref name="raw"/>. Numbers stay as they are.
    /// </summary>
    public static void WriteCsv(QueryRows rows, TextWriter output, bool raw = false)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(output);
        output.Write(string.Join(',', rows.Columns.Select(c => Field(c.Name, raw))) + "\r\n");
        foreach (var row in rows.Rows)
        {
            output.Write(string.Join(',', row.Select(value => value.ValueKind switch
            {
                JsonValueKind.Null or JsonValueKind.Undefined => "",
                JsonValueKind.String => Field(value.GetString()!, raw),
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
                _ => Field(value.GetRawText(), raw),
            })) + "\r\n");
        }
    }

    /// <summary>
    /// Parquet, written by this process: the child that ran the query can reach no file. Columns keep their types; one
    /// whose type Parquet can't take over from JSON is text.
    /// </summary>
    /// <exception cref="StoreFailedException">The file can't be written.</exception>
    public static void WriteParquet(QueryRows rows, string path)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        var names = rows.Columns.Select((c, i) => $"c{i}").ToList();
        Run(connection, "SET autoinstall_known_extensions = false");
        Run(connection, "SET autoload_known_extensions = false");
        Run(connection, $"CREATE TABLE rows({string.Join(", ", names.Select(n => n + " VARCHAR"))})");
        using (var appender = connection.CreateAppender("rows"))
        {
            foreach (var row in rows.Rows)
            {
                var line = appender.CreateRow();
                foreach (var value in row)
                {
                    if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
                    {
                        line.AppendNullValue();
                    }
                    else
                    {
                        line.AppendValue(value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText());
                    }
                }

                line.EndRow();
            }
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var columns = rows.Columns.Select((c, i) =>
        {
            var name = c.Name;
            for (var n = 2; !seen.Add(name); n++)
            {
                name = $"{c.Name}_{n}";
            }

            return $"{Converted(names[i], c.Type)} AS {SqlText.Name(name)}";
        });
        try
        {
            Run(connection, $"COPY (SELECT {string.Join(", ", columns)} FROM rows) TO {SqlText.Literal(path)} (FORMAT parquet, COMPRESSION zstd)");
        }
        catch (DuckDBException e)
        {
            throw new StoreFailedException("CHK138", "The Parquet file can't be written.", "Check the folder and the space on the disk.", isTransient: true, e);
        }
    }

    private static string Field(string text, bool raw)
    {
        var shown = !raw && text.Length > 0 && Formulas.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return shown.AsSpan().ContainsAny(",\"\r\n") || shown.StartsWith(' ') ? "\"" + shown.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : shown;
    }

    private static string Converted(string column, string type)
    {
        var plain = type.ToUpperInvariant();
        var item = plain.StartsWith("LIST", StringComparison.Ordinal) || plain.EndsWith("[]", StringComparison.Ordinal);
        return item ? $"CAST(CAST({column} AS JSON) AS VARCHAR[])" : plain switch
        {
            "BOOLEAN" or "TINYINT" or "SMALLINT" or "INTEGER" or "BIGINT" or "HUGEINT" or "UTINYINT" or "USMALLINT" or "UINTEGER" or "UBIGINT" or "FLOAT" or "DOUBLE" or "DATE" or "TIMESTAMP" => $"CAST({column} AS {plain})",
            _ when plain.StartsWith("DECIMAL", StringComparison.Ordinal) => $"CAST({column} AS DECIMAL(38, 2))",
            _ => column,
        };
    }

    private static void Run(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
