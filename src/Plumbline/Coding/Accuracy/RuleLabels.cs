using System.Text.Json;
using Plumbline.Evidence;

namespace Plumbline.Coding.Accuracy;

/// <summary>A text of which values are known.</summary>
/// <param name="Name">What it is called: an id, a file, or the number of its line.</param>
/// <param name="Text">The text.</param>
/// <param name="Truth">Right values by variable, canonical; empty: nothing is stated. A variable that is not in it is unknown.</param>
internal sealed record RuleLabel(string Name, string Text, IReadOnlyDictionary<string, IReadOnlyList<string>> Truth);

/// <summary>Reads a file of labels: one JSON object a line (docs/codebooks.md).</summary>
internal static class RuleLabels
{
    private const long MostBytes = 64 << 20;

    /// <summary>The labels; faults are added, each with its line, and its text left out.</summary>
    public static IReadOnlyList<RuleLabel> Read(string path, Codebook codebook, List<Problem> problems)
    {
        var labels = new List<RuleLabel>();
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                using var json = JsonDocument.Parse(line);
                if (json.RootElement.ValueKind != JsonValueKind.Object || TextOf(json.RootElement, folder) is not { } text)
                {
                    problems.Add(CodebookProblems.NoLabelledText(path, number));
                }
                else
                {
                    labels.Add(new RuleLabel(
                        json.RootElement.TryGetProperty("file", out var file) ? file.ToString() : $"line {number}", text, LabelledTexts.OfLabel(json.RootElement, codebook)));
                }
            }
            catch (JsonException)
            {
                problems.Add(CodebookProblems.NoLabelledText(path, number));
            }
        }

        return labels;
    }

    /// <summary>`text`, or the words of `file`, in texts/ beside the labels or beside them. A name never leads out of the folder.</summary>
    private static string? TextOf(JsonElement label, string folder)
    {
        if (label.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String)
        {
            return text.GetString();
        }

        if (!label.TryGetProperty("file", out var file) || file.ValueKind != JsonValueKind.String || file.GetString() is not { Length: > 0 } name || Path.GetFileName(name) != name)
        {
            return null;
        }

        var found = new[] { Path.Combine(folder, "texts", name), Path.Combine(folder, name) }.FirstOrDefault(File.Exists);
        return found is null || new FileInfo(found).Length > MostBytes ? null : LabelledTexts.LoneReturnsToLineFeeds(File.ReadAllText(found));
    }
}
