using System.Globalization;

namespace Plumbline.Ingest.Csv;

/// <summary>Names of columns as they stand in the header; an empty one is <c>column N</c>, a second of the same name gets <c> (2)</c>.</summary>
internal static class ColumnNames
{
    public static string[] Of(IReadOnlyList<string?> header)
    {
        HashSet<string> taken = new(StringComparer.Ordinal);
        var names = new string[header.Count];
        for (var i = 0; i < names.Length; i++)
        {
            var name = string.IsNullOrWhiteSpace(header[i]) ? string.Create(CultureInfo.InvariantCulture, $"column {i + 1}") : header[i]!.Trim();
            var unique = name;
            for (var n = 2; !taken.Add(unique); n++)
            {
                unique = string.Create(CultureInfo.InvariantCulture, $"{name} ({n})");
            }

            names[i] = unique;
        }

        return names;
    }
}
