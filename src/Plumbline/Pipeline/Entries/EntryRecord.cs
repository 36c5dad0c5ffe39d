using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Plumbline.Coding;
using Plumbline.Evidence;

namespace Plumbline.Pipeline.Entries;

/// <summary>A field of an entry with its variable and its values, checked.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Status">What is known.</param>
/// <param name="Values">Values, or of unclear those that are possible.</param>
internal sealed record CheckedField(Variable Variable, Status Status, IReadOnlyList<CodedValue> Values);

/// <summary>
/// The record of an entry: UTF-8 text with a line for each thing said, or, for kinds that are rows, CSV of two lines (RFC 4180). Its bytes are a document of
/// the archive, so its form never changes; what it says of the time makes each entry a document of its own.
/// </summary>
/// <param name="File">Name of its file.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Place">What of it is the unit.</param>
/// <param name="Text">Its text as it is read again; empty for a row.</param>
/// <param name="Evidence">Where each variable stands in it.</param>
internal sealed partial record EntryRecord(string File, byte[] Bytes, Place Place, string Text, IReadOnlyDictionary<string, Selector> Evidence)
{
    private const string EntryOf = "Entry: ", EnteredBy = "entered_by", EnteredAt = "entered_at", AttachedName = "attached";

    /// <summary>Writes it.</summary>
    /// <param name="codebook">Its kind.</param>
    /// <param name="entry">What is entered.</param>
    /// <param name="fields">The fields, in the order of the codebook.</param>
    /// <param name="attached">Names and ids of the files that belong to it.</param>
    /// <param name="now">The time.</param>
    public static EntryRecord Of(Codebook codebook, NewEntry entry, IReadOnlyList<CheckedField> fields, IReadOnlyList<(string File, DocumentId Id)> attached, DateTimeOffset now)
    {
        (string Name, string Value)[] head =
        [
            (EnteredBy, entry.Coder),
            (EnteredAt, now.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture) + " UTC"),
            ("told_on", entry.ToldOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("how", Line(entry.How)),
            (AttachedName, string.Join("; ", attached.Select(a => $"{Line(a.File)} {a.Id.Hex}"))),
        ];
        var name = string.Create(CultureInfo.InvariantCulture, $"entry-{now.UtcDateTime:yyyy-MM-dd-HHmmss-fff}");
        return codebook.Of == PlaceKind.Row ? Row(name, head, entry, fields) : Words(name, codebook, head, entry, fields);
    }

    /// <summary>Names and ids of the files that a record says belong to it; none of what does not look like a record.</summary>
    /// <param name="text">The record's text; empty for one that is a row.</param>
    /// <param name="row">The row and its columns; null for a text.</param>
    public static IReadOnlyList<(string File, DocumentId Id)> AttachedTo(string text, (SourceRow Row, IReadOnlyList<string> Columns)? row)
    {
        string? said = null;
        if (row is { } cells)
        {
            said = cells.Columns is [EnteredBy, EnteredAt, ..] ? cells.Columns.Zip(cells.Row.Values).FirstOrDefault(c => c.First == AttachedName).Second : null;
        }
        else if (text.StartsWith(EntryOf, StringComparison.Ordinal) && text.Split("\n\n", 2)[0].Split('\n') is [_, var by, ..] head && by.StartsWith(EnteredBy, StringComparison.Ordinal))
        {
            said = head.FirstOrDefault(l => l.StartsWith(AttachedName + ": ", StringComparison.Ordinal))?[(AttachedName.Length + 2)..];
        }

        return [.. AttachedFile().Matches(said ?? "").Select(m => (m.Groups[1].Value, DocumentId.Parse(m.Groups[2].Value)))];
    }

    private static EntryRecord Words(string name, Codebook codebook, (string Name, string Value)[] head, NewEntry entry, IReadOnlyList<CheckedField> fields)
    {
        var text = new StringBuilder($"{EntryOf}{Line(codebook.Label)}\n");
        foreach (var (key, value) in head.Where(h => h.Value.Length > 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"{key}: {value}\n");
        }

        text.Append('\n');
        var spans = new Dictionary<string, TextSpan>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            var start = text.Length;
            text.Append(CultureInfo.InvariantCulture, $"{Line(field.Variable.Label.Length > 0 ? field.Variable.Label : field.Variable.Name)}: {Shown(field)}");
            spans.Add(field.Variable.Name, new TextSpan(start, text.Length));
            text.Append('\n');
        }

        var told = string.Concat(entry.Told.ReplaceLineEndings("\n").Trim().Select(c => char.IsControl(c) && c is not ('\n' or '\t') ? ' ' : c));
        text.Append(told.Length > 0 ? $"\n{CanonicalJson.Unicode(told)}\n" : "");
        var written = text.ToString();
        return new EntryRecord(
            name + ".txt", new UTF8Encoding(false).GetBytes(written), codebook.Of == PlaceKind.Part ? Place.Part(1) : Place.Whole, written,
            spans.ToDictionary(s => s.Key, s => (Selector)TextSelector.Of(written, s.Value), StringComparer.Ordinal));
    }

    private static EntryRecord Row(string name, (string Name, string Value)[] head, NewEntry entry, IReadOnlyList<CheckedField> fields)
    {
        List<(string Name, string Value)> cells = [.. head, ("told", Line(entry.Told)), .. fields.Select(f => ("= " + f.Variable.Name, Shown(f)))];
        var text = string.Join(',', cells.Select(c => Cell(c.Name))) + "\n" + string.Join(',', cells.Select(c => Cell(c.Value))) + "\n";
        return new EntryRecord(
            name + ".csv", new UTF8Encoding(false).GetBytes(text), Place.Row(1), "",
            fields.ToDictionary(f => f.Variable.Name, f => (Selector)new RecordSelector(1, 2, "= " + f.Variable.Name, Shown(f)), StringComparer.Ordinal));
    }

    private static string Shown(CheckedField field)
    {
        var values = string.Join("; ", field.Values.Select(v => field.Variable.Type == VariableType.Category
            && field.Variable.Values.FirstOrDefault(k => k.Key == v.Text) is { Label.Length: > 0 } known && known.Label != v.Text ? $"{Line(known.Label)} ({v.Text})" : Line(v.Text)));
        return field.Status == Status.Stated ? values : values.Length > 0 ? $"{field.Status.Word()} ({values})" : field.Status.Word();
    }

    private static string Line(string text) => CanonicalJson.Unicode(Replies.ReplyRow.Plain(text));

    [GeneratedRegex("(?:^|; )(.*?) ([0-9a-f]{64})(?=; |$)")]
    private static partial Regex AttachedFile();

    private static string Cell(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
