using System.Globalization;
using System.Text.RegularExpressions;
using Plumbline.Cases.Yaml;
using Plumbline.Evidence;

namespace Plumbline.Cases;

/// <summary>What is to be said of a source; null: as it stands.</summary>
public sealed record SourceChange
{
    /// <summary>What it is called where it may be shown.</summary>
    public string? Pseudonym { get; init; }

    /// <summary><c>person</c> or <c>body</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>What was agreed.</summary>
    public Terms? Terms { get; init; }

    /// <summary>Last day on which it holds.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What holds after that.</summary>
    public Terms? Then { get; init; }

    /// <summary>A note.</summary>
    public string? Note { get; init; }

    /// <summary>Documents that are added.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>True when nothing is to be said.</summary>
    public bool IsEmpty => (Pseudonym, Kind, Terms, Until, Then, Note) == (null, null, null, null, null, null) && Documents.Count == 0;
}

/// <summary>
/// Writes an entry of <c>sources.yaml</c>, and leaves every other character as it stands, comments too. What it wrote is read again and
/// must say just what was asked for; a file in which that does not come out is refused, not spoiled.
/// </summary>
public static partial class SourceEdit
{
    /// <summary>Adds or changes a source. The file is there, whole, when this comes back; it is made where there is none.</summary>
    /// <exception cref="UsageException">The word can't name a source, the file has faults, or a form that can't be changed here.</exception>
    public static CaseSource Set(CaseFolder folder, string id, SourceChange change)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(change);
        var before = SourceList.Read(folder);
        var text = File.Exists(folder.SourcesYaml) ? File.ReadAllText(folder.SourcesYaml) : "# yaml-language-server: $schema=schemas/sources.schema.json\n";
        var changed = Set(text, before, id, change);
        try
        {
            File.WriteAllText(folder.SourcesYaml + ".new", changed);
            File.Move(folder.SourcesYaml + ".new", folder.SourcesYaml, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CaseProblems.SourcesNotWritten(e);
        }

        return SourceList.Read(folder).Find(id)!;
    }

    /// <summary>The text with the change.</summary>
    internal static string Set(string text, SourceList before, string id, SourceChange change)
    {
        if (!SourceList.IsId(id))
        {
            throw CaseProblems.NotASource();
        }

        var wanted = Changed(before.Find(id) ?? new CaseSource { Id = id }, change);
        foreach (var (key, value) in Values(change))
        {
            text = Yaml.Set(text, id, key, value);
        }

        foreach (var pattern in wanted.Documents.Skip(before.Find(id)?.Documents.Count ?? 0))
        {
            text = AddDocument(text, id, pattern);
        }

        text = Yaml.EntryOf(text, id) is null ? YamlEntryText.Append(text, id) : text;
        var faults = new List<Problem>();
        var after = SourceList.Parse(text, faults);
        IEnumerable<string> expected = [.. before.All.Where(s => s.Id != id).Select(Said), Said(wanted)];
        return !faults.Exists(f => f.Severity == Severity.Error) && after.All.Select(Said).Order(StringComparer.Ordinal).SequenceEqual(expected.Order(StringComparer.Ordinal))
            ? text
            : throw (faults.Find(f => f.Severity == Severity.Error && f.Code.StartsWith("CAS", StringComparison.Ordinal)) is not null ? CaseProblems.FaultySources(faults) : CaseProblems.NotEditable());
    }

    private static CaseSource Changed(CaseSource source, SourceChange change) => source with
    {
        Pseudonym = change.Pseudonym ?? source.Pseudonym,
        Kind = change.Kind ?? source.Kind,
        Terms = change.Terms ?? source.Terms,
        Until = change.Until ?? source.Until,
        Then = change.Then ?? source.Then,
        Note = change.Note ?? source.Note,
        Documents = [.. source.Documents, .. change.Documents.Where(d => !source.Documents.Contains(d)).Distinct(StringComparer.Ordinal)],
    };

    private static IEnumerable<(string Key, string Value)> Values(SourceChange change) => new (string Key, string? Value)[]
    {
        ("pseudonym", change.Pseudonym), ("kind", change.Kind), ("terms", change.Terms?.Word()),
        ("until", change.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("then", change.Then?.Word()), ("note", change.Note),
    }.Where(v => v.Value is not null).Select(v => (v.Key, v.Value!));

    private static string Said(CaseSource s) => string.Join('\u001f', [s.Id, s.Name, s.Pseudonym, s.Kind, s.Terms.Word(), s.Until?.ToString("O", CultureInfo.InvariantCulture), s.Then.Word(), s.Note, .. s.Documents]);

    private static YamlEntryText Yaml { get; } = new(SourceList.Shape, SourceList.FileName);

    private static string AddDocument(string text, string id, string pattern)
    {
        switch ((Yaml.EntryOf(text, id)?.Value as YamlMap)?["documents"])
        {
            case YamlScalar one:
                var lines = YamlEntryText.Lines(text);
                var line = lines[one.Line - 1];
                var length = YamlEntryText.Length(one, line[(one.Column - 1)..]);
                lines[one.Line - 1] = $"{line[..(one.Column - 1)]}[{line.Substring(one.Column - 1, length)}, {YamlEntryText.Scalar(pattern)}]{line[(one.Column - 1 + length)..]}";
                return string.Concat(lines);
            case YamlList { Items: [.., YamlScalar last] } list:
                var all = YamlEntryText.Lines(text);
                var at = all[last.Line - 1];
                var end = last.Column - 1 + (last.IsPlain && all[list.Line - 1][list.Column - 1] == '[' ? InFlow().Match(at[(last.Column - 1)..]).Length : YamlEntryText.Length(last, at[(last.Column - 1)..]));
                if (all[list.Line - 1][list.Column - 1] == '[')
                {
                    all[last.Line - 1] = $"{at[..end]}, {YamlEntryText.Scalar(pattern)}{at[end..]}";
                }
                else
                {
                    all.Insert(last.Line, $"{at[..at.IndexOf('-', StringComparison.Ordinal)]}- {YamlEntryText.Scalar(pattern)}\n");
                    all[last.Line - 1] = at.TrimEnd('\n') + "\n";
                }

                return string.Concat(all);
            default:
                return Yaml.Add(text, id, $"documents: [{YamlEntryText.Scalar(pattern)}]");
        }
    }

    [GeneratedRegex(@"\A[^\],#]*[^\],#\s]", RegexOptions.CultureInvariant)]
    private static partial Regex InFlow();
}
