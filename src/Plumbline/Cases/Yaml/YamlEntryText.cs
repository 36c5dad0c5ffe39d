using System.Text.RegularExpressions;

namespace Plumbline.Cases.Yaml;

/// <summary>
/// Changes simple keys of an entry in the text of a YAML file of named entries, and leaves every other character as it stands. Who calls it reads the result
/// again, and takes it only where it says what was asked for.
/// </summary>
/// <param name="shape">What the file must look like.</param>
/// <param name="fileName">How messages name it.</param>
internal sealed partial class YamlEntryText(YamlShape shape, string fileName)
{
    /// <summary>The entry, or null.</summary>
    public YamlEntry? EntryOf(string text, string id) => YamlFile.Parse(text, shape, fileName).Root?.Entries.FirstOrDefault(e => e.Key.Text == id);

    /// <summary>The text with a key of an entry that says this; both are made where they are missing.</summary>
    public string Set(string text, string id, string key, string value)
    {
        if ((EntryOf(text, id)?.Value as YamlMap)?.Entries.FirstOrDefault(e => e.Key.Text == key) is not { Value: YamlScalar old } found)
        {
            return Add(text, id, $"{key}: {Scalar(value)}");
        }

        var lines = Lines(text);
        var line = lines[found.Key.Line - 1];
        var from = old.IsNull ? line.IndexOf(':', found.Key.Column) + 1 : old.Column - 1;
        var rest = line[Math.Min(from, line.Length)..];
        var length = old.IsNull ? 0 : Length(old, rest);
        lines[found.Key.Line - 1] = $"{line[..from]}{(old.IsNull ? " " : "")}{Scalar(value)}{rest[length..]}";
        return string.Concat(lines);
    }

    /// <summary>The text with a line <c>key: value</c> more in an entry.</summary>
    public string Add(string text, string id, string key)
    {
        if (EntryOf(text, id) is not { } entry)
        {
            return Append(text, id) + $"  {key}\n";
        }

        // Behind the last line of the entry's last simple key, so that keys stay in the order in which they were said.
        var last = (entry.Value as YamlMap)?.Entries.LastOrDefault(e => e.Value is YamlScalar);
        var indent = (entry.Value as YamlMap)?.Entries is [var first, ..] ? first.Key.Column - 1 : 2;
        var lines = Lines(text);
        var after = last?.Key.Line ?? entry.Key.Line;
        lines[after - 1] = lines[after - 1].TrimEnd('\n') + "\n";
        lines.Insert(after, new string(' ', indent) + key + "\n");
        return string.Concat(lines);
    }

    /// <summary>The text with an empty entry at its end.</summary>
    public static string Append(string text, string id) => $"{text}{(text.Length == 0 || text.EndsWith('\n') ? "" : "\n")}{Scalar(id)}:\n";

    /// <summary>Lines with their ends.</summary>
    public static List<string> Lines(string text) => [.. Line().Matches(text).Select(m => m.Value)];

    /// <summary>How long a scalar is written, at the beginning of a rest of a line.</summary>
    public static int Length(YamlScalar scalar, string rest) => (scalar.IsPlain ? Plain() : Quoted()).Match(rest).Length;

    /// <summary>A text as a scalar, in quotes where it needs them.</summary>
    public static string Scalar(string text) =>
        Safe().IsMatch(text) && text is not ("null" or "true" or "false" or "yes" or "no") ? text : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex(@"\A[\p{L}\p{N}]([\p{L}\p{N} ._/-]*[\p{L}\p{N}])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Safe();

    [GeneratedRegex(@"\A.*?(?=\s*\z|\s+#)", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex("""\A(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')""", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[^\n]*\n|[^\n]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
