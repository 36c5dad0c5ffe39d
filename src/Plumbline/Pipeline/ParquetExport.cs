using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using Plumbline.Claims.Sql;

namespace Plumbline.Pipeline;

/// <summary>
/// Writes the rows of a query as Parquet. The rows come from the limited child; here they are only data: names and types
/// that it gives are quoted, or taken from a list.
/// </summary>
public static partial class ParquetExport
{
    /// <summary>Writes a file, whole or not at all.</summary>
    public static void Write(QueryRows result, string path)
    {
        ArgumentNullException.ThrowIfNull(result);
        var full = Path.GetFullPath(path);
        var (rows, target) = (full + ".rows", full + ".new");
        try
        {
            WriteRows(result, rows);
            using var connection = new DuckDBConnection("DataSource=:memory:");
            connection.Open();
            using var command = connection.CreateCommand();
            var columns = result.Columns.Select((c, i) => $"{SqlText.Literal(Key(i))}: {SqlText.Literal(TypeOf(c.Type))}");
            var names = result.Columns.Select((c, i) => $"{Key(i)} AS {SqlText.Name(c.Name)}");
            command.CommandText = $"""
                COPY (SELECT {string.Join(", ", names)} FROM read_json({SqlText.Literal(rows)}, format = 'newline_delimited', columns = {'{'}{string.Join(", ", columns)}{'}'}, maximum_object_size = 268435456))
                TO {SqlText.Literal(target)} (FORMAT parquet, COMPRESSION zstd)
                """;
            command.ExecuteNonQuery();
            File.Move(target, full, overwrite: true);
        }
        finally
        {
            File.Delete(rows);
            File.Delete(target);
        }
    }

    private static void WriteRows(QueryRows result, string path)
    {
        using var file = File.Create(path);
        foreach (var row in result.Rows)
        {
            using (var json = new Utf8JsonWriter(file))
            {
                json.WriteStartObject();
                for (var i = 0; i < row.Length; i++)
                {
                    json.WritePropertyName(Key(i));
                    row[i].WriteTo(json);
                }

                json.WriteEndObject();
            }

            file.WriteByte((byte)'\n');
        }
    }

    private static string Key(int column) => string.Create(CultureInfo.InvariantCulture, $"c{column}");

    /// <summary>Types that keep their meaning in Parquet; anything else (enumerations, intervals, structures) is text.</summary>
    private static string TypeOf(string type) => KnownType().IsMatch(type) ? type : type.EndsWith("[]", StringComparison.Ordinal) ? "VARCHAR[]" : "VARCHAR";

    [GeneratedRegex(@"\A(BOOLEAN|TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|UTINYINT|USMALLINT|UINTEGER|UBIGINT|FLOAT|DOUBLE|DECIMAL\(\d{1,2}, ?\d{1,2}\)|DATE|TIME|TIMESTAMP|VARCHAR)(\[\])?\z")]
    private static partial Regex KnownType();
}
