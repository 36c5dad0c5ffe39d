using System.Text.Json;
using Plumbline.Evidence;

namespace Plumbline.Claims.Figures.Accuracy;

/// <summary>What a reader found in a text: its place and meaning, never its words.</summary>
/// <param name="Text">File of the text, or its name without <c>.txt</c>.</param>
/// <param name="Span">The number at least, UTF-16 offsets.</param>
/// <param name="Kind">Its kind; null where readers may differ: neither a find nor a false alarm.</param>
/// <param name="Relation">What it says of the value; null when it has none.</param>
/// <param name="Low">The value, or the lower end.</param>
/// <param name="High">The value, or the upper end.</param>
public sealed record FigureLabel(string Text, TextSpan Span, FigureKind? Kind, string? Relation, decimal? Low, decimal? High)
{
    /// <summary>True when an editor would ask for its backing.</summary>
    public bool NeedsBacking => Kind < FigureKind.Date && Low is not null;

    /// <summary>
    /// Reads labels, one JSON object a line: <c>text</c>, <c>start</c>, <c>end</c>, <c>kind</c>, and of numbers <c>relation</c> with <c>value</c> or
    /// <c>low</c> and <c>high</c>. A line with only <c>text</c> says that this text was read in full.
    /// </summary>
    /// <exception cref="FormatException">A line is none of these.</exception>
    public static ILookup<string, FigureLabel?> Read(string path)
    {
        var rows = new List<(string Text, FigureLabel? Label)>();
        foreach (var line in File.ReadLines(path).Where(l => l.Length > 0))
        {
            try
            {
                using var json = JsonDocument.Parse(line);
                rows.Add(Row(json.RootElement));
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
            {
                throw new FormatException($"Line {rows.Count + 1} of the labels is no label.", e);
            }
        }

        return rows.ToLookup(r => r.Text, r => r.Label, StringComparer.Ordinal);
    }

    private static (string, FigureLabel?) Row(JsonElement row)
    {
        var text = row.GetProperty("text").GetString() ?? "";
        if (!row.TryGetProperty("start", out var start))
        {
            return (text, null);
        }

        decimal? Number(string name) => row.TryGetProperty(name, out var value) ? value.GetDecimal() : null;
        var word = row.GetProperty("kind").GetString();
        FigureKind? kind = Enum.GetValues<FigureKind>().Where(k => k.Word() == word).Select(k => (FigureKind?)k).FirstOrDefault();
        return (text, new FigureLabel(text, new TextSpan(start.GetInt32(), row.GetProperty("end").GetInt32()), kind,
            row.TryGetProperty("relation", out var relation) ? relation.GetString() : null, Number("value") ?? Number("low"), Number("value") ?? Number("high")));
    }
}
