using Plumbline.Evidence;

namespace Plumbline.Pipeline.Parts;

/// <summary>The form of tables in a part.</summary>
internal static class RowFile
{
    public static void Write(BinaryWriter writer, SourceTable table)
    {
        Write(writer, table.Name);
        writer.Write(table.Reader);
        writer.Write7BitEncodedInt(table.Columns.Count);
        foreach (var column in table.Columns)
        {
            writer.Write(column);
        }

        writer.Write7BitEncodedInt(table.Rows.Count);
        foreach (var row in table.Rows)
        {
            writer.Write7BitEncodedInt(row.Number);
            writer.Write7BitEncodedInt64(row.Line);
            foreach (var value in row.Values)
            {
                Write(writer, value);
            }
        }
    }

    public static SourceTable Read(BinaryReader reader, DocumentId document)
    {
        var name = ReadText(reader);
        var by = reader.ReadString();
        var columns = new string[reader.Read7BitEncodedInt()];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = reader.ReadString();
        }

        var rows = new SourceRow[reader.Read7BitEncodedInt()];
        for (var r = 0; r < rows.Length; r++)
        {
            var (number, line) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt64());
            var values = new string?[columns.Length];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = ReadText(reader);
            }

            rows[r] = new SourceRow(number, line, values);
        }

        return new SourceTable { Document = document, Name = name, Columns = columns, Rows = rows, Reader = by };
    }

    private static void Write(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null)
        {
            writer.Write(text);
        }
    }

    private static string? ReadText(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;
}
