using System.Collections;
using System.Data.Common;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using DuckDB.NET.Data;

namespace Plumbline.Claims.Sql;

/// <summary>Rows of one query, a batch at a time. Values become JSON: numbers exactly, dates and times as ISO 8601, lists as arrays.</summary>
internal sealed class QueryCursor : IDisposable
{
    private const int BatchRows = 2000, BatchBytes = 1 << 20;
    private readonly DbConnection connection;
    private readonly DbCommand command;
    private readonly DbDataReader reader;
    private readonly List<QueryColumn> columns = [];

    public QueryCursor(DbConnection connection, string sql)
    {
        this.connection = connection;
        command = connection.CreateCommand();
        command.CommandText = sql;
        if (command is DuckDBCommand duck)
        {
            duck.UseStreamingMode = true;
        }

        reader = command.ExecuteReader();
        for (var i = 0; i < reader.FieldCount; i++)
        {
            columns.Add(new QueryColumn(reader.GetName(i), reader.GetDataTypeName(i)));
        }
    }

    /// <summary>The next rows.</summary>
    public SqlAnswer Next()
    {
        if (columns.FirstOrDefault(c => c.Type.Contains("Blob", StringComparison.OrdinalIgnoreCase) || c.Type.Contains("Bit", StringComparison.Ordinal)) is { } binary)
        {
            return new SqlAnswer { Problems = [SqlProblems.Binary(binary.Name)] };
        }

        using var buffer = new MemoryStream();
        var rows = 0;
        var more = false;
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            while (reader.Read())
            {
                json.WriteStartArray();
                for (var i = 0; i < columns.Count; i++)
                {
                    Write(json, reader.IsDBNull(i) ? null : reader.GetValue(i));
                }

                json.WriteEndArray();
                if (++rows >= BatchRows || json.BytesCommitted + json.BytesPending > BatchBytes)
                {
                    more = true;
                    break;
                }
            }

            json.WriteEndArray();
        }

        return new SqlAnswer { Columns = columns, Rows = JsonElement.Parse(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)), More = more };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        reader.Dispose();
        command.Dispose();
        connection.Dispose();
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        var format = CultureInfo.InvariantCulture;
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool yes:
                json.WriteBooleanValue(yes);
                break;
            case double d:
                if (double.IsFinite(d))
                {
                    json.WriteNumberValue(d);
                }
                else
                {
                    json.WriteStringValue(d.ToString(format));
                }

                break;
            case float f:
                Write(json, (double)f);
                break;
            case decimal or sbyte or byte or short or ushort or int or uint or long or ulong or BigInteger:
                json.WriteRawValue(((IFormattable)value).ToString(null, format));
                break;
            case DateOnly day:
                json.WriteStringValue(day.ToString("yyyy-MM-dd", format));
                break;
            case DateTime time:
                json.WriteStringValue(time.TimeOfDay == TimeSpan.Zero ? time.ToString("yyyy-MM-dd", format) : time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF", format));
                break;
            case IDictionary map:
                json.WriteStartObject();
                foreach (DictionaryEntry entry in map)
                {
                    json.WritePropertyName(Convert.ToString(entry.Key, format) ?? "");
                    Write(json, entry.Value);
                }

                json.WriteEndObject();
                break;
            case IEnumerable list:
                json.WriteStartArray();
                foreach (var item in list)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, format));
                break;
        }
    }
}
