using System.Globalization;
using System.Text.Json;
using Plumbline.Evidence;

namespace Plumbline.Coding.Accuracy;

/// <summary>A text that people have read, and what they found.</summary>
/// <param name="Id">Name of its file without the ending.</param>
/// <param name="Text">The text; line ends of CR alone are LF, so that offsets stay those of the file.</param>
/// <param name="IsRead">True when it was read in full and coded; false when only its marks are known.</param>
/// <param name="Truth">Right values by variable, canonical; a variable that is not in it is unknown. Empty: nothing is stated.</param>
/// <param name="Quotes">Where the reader saw a variable's value, by variable, in UTF-16 units; a variable without a known place is not in it.</param>
/// <param name="Sections">Marked spans by section, in UTF-16 units.</param>
internal sealed record LabelledText(
    string Id, string Text, bool IsRead, IReadOnlyDictionary<string, IReadOnlyList<string>> Truth, IReadOnlyDictionary<string, TextSpan> Quotes,
    IReadOnlyList<(string Section, TextSpan Span)> Sections)
{
    /// <summary>True when the id ends in an even digit: the half that rules are written on.</summary>
    public bool IsEven => (Id[^1] - '0') % 2 == 0;
}

/// <summary>
/// Reads a folder of labelled texts: <c>texts/ID.txt</c>, <c>labels.jsonl</c> and <c>spans.jsonl</c>. A label is a value, or null;
/// or an object with <c>value</c> and where it stands, <c>start</c> and <c>end</c>. Quotes may stand under <c>evidence</c> instead.
/// </summary>
internal static class LabelledTexts
{
    /// <summary>The texts, by number of the id.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="codebook">The codebook: what is not a variable of it is passed over.</param>
    /// <param name="more">Further files of labels, for texts that labels.jsonl does not have.</param>
    public static IReadOnlyList<LabelledText> Read(string folder, Codebook codebook, IReadOnlyList<string>? more = null)
    {
        var labels = Lines(Path.Combine(folder, "labels.jsonl"));
        foreach (var (file, label) in (more ?? []).SelectMany(Lines))
        {
            labels.TryAdd(file, label);
        }

        var spans = Lines(Path.Combine(folder, "spans.jsonl"));
        var texts = new List<LabelledText>();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(folder, "texts"), "*.txt"))
        {
            var file = Path.GetFileName(path);
            var text = LoneReturnsToLineFeeds(File.ReadAllText(path));
            var isRead = labels.TryGetValue(file, out var label);
            var marks = spans.TryGetValue(file, out var found) ? Marks(found, text) : [];
            texts.Add(new LabelledText(
                Path.GetFileNameWithoutExtension(file), text, isRead,
                isRead ? OfLabel(label, codebook) : OfMarks(marks, codebook),
                isRead ? QuotesOf(label, codebook, text) : new Dictionary<string, TextSpan>(),
                [.. marks.Where(m => m.Span.Length > 0).Select(m => (m.Kind, m.Span))]));
        }

        return [.. texts.OrderBy(t => t.Id.Length).ThenBy(t => t.Id, StringComparer.Ordinal)];
    }

    /// <summary>What one reader's file says: file, then variable, then values; null where the reader gave none.</summary>
    public static Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> ReadReader(string path, Codebook codebook) =>
        Lines(path).ToDictionary(l => Path.GetFileNameWithoutExtension(l.Key), IReadOnlyDictionary<string, IReadOnlyList<string>> (l) => OfLabel(l.Value, codebook), StringComparer.Ordinal);

    private static Dictionary<string, TextSpan> QuotesOf(JsonElement label, Codebook codebook, string text)
    {
        var quotes = new Dictionary<string, TextSpan>(StringComparer.Ordinal);
        foreach (var name in codebook.Kind.Variables.Select(v => v.Name))
        {
            if (label.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.Object
                && field.TryGetProperty("start", out var start) && field.TryGetProperty("end", out var end))
            {
                quotes[name] = new TextSpan(start.GetInt32(), end.GetInt32());
            }
            else if (label.TryGetProperty("evidence", out var evidence) && evidence.TryGetProperty(name, out var quote)
                && quote.ValueKind == JsonValueKind.String && Locate(text, quote.GetString()!) is { } span)
            {
                quotes[name] = span;
            }
        }

        return quotes;
    }

    /// <summary>The first place of a quote, whatever its white space.</summary>
    private static TextSpan? Locate(string text, string quote)
    {
        var letters = new string([.. quote.Where(c => !char.IsWhiteSpace(c))]);
        var places = Enumerable.Range(0, text.Length).Where(i => !char.IsWhiteSpace(text[i])).ToList();
        var at = new string([.. places.Select(i => text[i])]).IndexOf(letters, StringComparison.Ordinal);
        return at < 0 || letters.Length == 0 ? null : new TextSpan(places[at], places[at + letters.Length - 1] + 1);
    }

    internal static Dictionary<string, IReadOnlyList<string>> OfLabel(JsonElement label, Codebook codebook)
    {
        var truth = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var variable in codebook.Kind.Variables)
        {
            if (label.TryGetProperty(variable.Name, out var field) || label.TryGetProperty(variable.Name + "_evidence", out field))
            {
                if (field.ValueKind == JsonValueKind.Object)
                {
                    field = field.GetProperty("value");
                }

                IEnumerable<JsonElement> values = field.ValueKind == JsonValueKind.Array ? field.EnumerateArray() : [field];
                truth[variable.Name] = [.. values.Select(v => Canonical(v, variable)).OfType<string>().Select(v => codebook.Official(variable.Name, new CodedValue(variable.Type, v)).Text)];
            }
        }

        return truth;
    }

    private static string? Canonical(JsonElement value, Variable variable) => value.ValueKind switch
    {
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Null => null,
        JsonValueKind.String when StatusNames.TryParse(value.GetString(), out _) => null,
        _ => CodedValue.TryParse(value.ToString(), variable, out var coded, out _) ? coded.Text : value.ToString(),
    };

    /// <summary>
    /// What the marks of an otherwise unread text say: its outcome, and the amount where one is marked. Texts whose marks
    /// contradict each other say nothing.
    /// </summary>
    private static Dictionary<string, IReadOnlyList<string>> OfMarks(IReadOnlyList<Mark> marks, Codebook codebook)
    {
        var truth = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var outcomes = marks.Select(m => m.Kind switch
        {
            "fine-amount" or "fine" => "fine",
            "arrest-term" or "arrest" => "arrest",
            "work-hours" => "community-service",
            "terminated" or "returned" => m.Kind,
            _ => null,
        }).OfType<string>().Distinct().ToList();
        if (outcomes.Count != 1)
        {
            return truth;
        }

        void Set(string name, IReadOnlyList<string> values)
        {
            if (codebook.Kind.Find(name) is not null)
            {
                truth[name] = values;
            }
        }

        Set("outcome", outcomes);
        foreach (var (name, kind, outcome) in (ReadOnlySpan<(string, string, string)>)
                 [("fine_rub", "fine-amount", "fine"), ("arrest_days", "arrest-term", "arrest"), ("work_hours", "work-hours", "community-service")])
        {
            var amounts = marks.Where(m => m.Kind == kind).Select(m => Amount(m, name)).Distinct().ToList();
            if (outcomes[0] != outcome)
            {
                Set(name, []);
            }
            else if (amounts is [{ } amount])
            {
                Set(name, [amount]);
            }
        }

        return truth;
    }

    private static string? Amount(Mark mark, string variable)
    {
        if (variable == "arrest_days")
        {
            // years-months-days
            var parts = mark.Value?.Split('-');
            return parts is ["0", "0", var days] && int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? days : null;
        }

        var digits = mark.Value?.Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal).Split(',')[0];
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number.ToString(CultureInfo.InvariantCulture) + (variable == "fine_rub" ? " RUB" : "")
            : null;
    }

    private static List<Mark> Marks(JsonElement line, string text)
    {
        var marks = new List<Mark>();
        foreach (var span in line.GetProperty("spans").EnumerateArray())
        {
            var kind = span.GetProperty("kind").GetString()!;
            var value = span.TryGetProperty("value", out var v) && v.ValueKind != JsonValueKind.Null ? v.ToString() : null;
            if (span.TryGetProperty("start", out var start) && span.TryGetProperty("end", out var end))
            {
                marks.Add(new Mark(kind, new TextSpan(Utf16(text, start.GetInt32()), Utf16(text, end.GetInt32())), value));
            }
            else
            {
                marks.Add(new Mark(kind, default, value));
            }
        }

        return marks;
    }

    /// <summary>Offsets of the marks count Unicode characters.</summary>
    private static int Utf16(string text, int characters)
    {
        var at = 0;
        for (; characters > 0 && at < text.Length; characters--)
        {
            at += char.IsHighSurrogate(text[at]) ? 2 : 1;
        }

        return at;
    }

    internal static string LoneReturnsToLineFeeds(string text) => string.Create(text.Length, text, static (chars, from) =>
    {
        for (var i = 0; i < chars.Length; i++)
        {
            chars[i] = from[i] == '\r' && (i + 1 == from.Length || from[i + 1] != '\n') ? '\n' : from[i];
        }
    });

    private static Dictionary<string, JsonElement> Lines(string path)
    {
        var lines = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(path).Where(l => l.Length > 0))
        {
            using var document = JsonDocument.Parse(line);
            lines[document.RootElement.GetProperty("file").GetString()!] = document.RootElement.Clone();
        }

        return lines;
    }

    private sealed record Mark(string Kind, TextSpan Span, string? Value);
}
