using System.Globalization;
using System.IO.Enumeration;
using System.Text.RegularExpressions;
using Plumbline.Cases.Yaml;
using Plumbline.Evidence;

namespace Plumbline.Cases;

/// <summary>
/// <c>sources.yaml</c>: the sources of a case, by the word used when their documents came in. A case without the file has none,
/// and whoever is named in its journal is taken as on record.
/// </summary>
/// <param name="All">The sources, in the order of the file.</param>
public sealed record SourceList(IReadOnlyList<CaseSource> All)
{
    /// <summary>How messages name the file.</summary>
    public const string FileName = "sources.yaml";

    private const int FewestDigits = 8;

    private static readonly MapShape EntryShape = new("A person or body that gave documents.",
    [
        new("name", new TextShape("Real name. Stands in plain text: leave it out unless the source is on record.")),
        new("pseudonym", new TextShape("What the source is called where it may be shown.")),
        new("kind", new ChoiceShape("A person, or a body such as a registry.", SourceWords.Kinds)),
        new("terms", new ChoiceShape("What was agreed. on-record when left out.", SourceWords.Terms)),
        new("until", new TextShape("Last day on which the terms hold.", @"\d{4}-\d\d-\d\d", "a day such as 2026-12-31")),
        new("then", new ChoiceShape("What holds after that day. on-record when left out: an embargo that ends.", SourceWords.Terms)),
        new("documents", new ListShape("Documents beside those that came in with this source.", new TextShape("A document's id, its beginning, or a file name with *."), OrOne: true)),
        new("note", new TextShape("For readers of this file.")),
    ]);

    /// <summary>No sources.</summary>
    public static SourceList Empty { get; } = new([]);

    /// <summary>What the file must look like.</summary>
    public static YamlShape Shape { get; } = new NamedShape("The sources of a case, by the word used with plumb ingest --source.", IdPattern, "1 to 100 characters, no space at the ends", EntryShape);

    private const string IdPattern = @"[^\s\x00-\x1f\x7f]([^\x00-\x1f\x7f]{0,98}[^\s\x00-\x1f\x7f])?";

    /// <summary>True for a word that can name a source.</summary>
    public static bool IsId(string text) => Regex.IsMatch(text, $@"\A(?:{IdPattern})\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>The sources of a case.</summary>
    /// <exception cref="UsageException">The file has faults; all of them are in it.</exception>
    public static SourceList Read(CaseFolder folder)
    {
        var problems = new List<Problem>();
        var list = Read(folder, problems);
        return problems.Exists(p => p.Severity == Severity.Error) ? throw CaseProblems.FaultySources(problems) : list;
    }

    /// <summary>The sources of a case; faults and warnings are added.</summary>
    public static SourceList Read(CaseFolder folder, List<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(problems);
        return !File.Exists(folder.SourcesYaml) ? Empty
            : new FileInfo(folder.SourcesYaml).Length > YamlFile.MaxLength * 2L ? From(YamlFile.Read(folder.SourcesYaml, Shape, FileName), "", problems)
            : Parse(File.ReadAllText(folder.SourcesYaml), problems);
    }

    /// <summary>Reads a text.</summary>
    public static SourceList Parse(string text, List<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return From(YamlFile.Parse(text, Shape, FileName), text, problems);
    }

    /// <summary>The source of a word, or null.</summary>
    public CaseSource? Find(string id) => All.FirstOrDefault(s => s.Id == id);

    /// <summary>
    /// Who gave a file: the source that was named when it came in, and those whose <c>documents</c> name it. Empty when nobody said.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="file">Name of the file, without folders.</param>
    /// <param name="folder">Its folder, or empty.</param>
    /// <param name="named">Source named when it came in, or null.</param>
    public IReadOnlyList<string> Of(DocumentId document, string file, string folder, string? named)
    {
        List<string>? ids = named is null ? null : [named];
        foreach (var source in All)
        {
            if (source.Documents.Count > 0 && source.Id != named && source.Documents.Any(p => Names(p, document, file, folder)))
            {
                (ids ??= []).Add(source.Id);
            }
        }

        return ids ?? (IReadOnlyList<string>)[];
    }

    /// <summary>All that decides which documents belong to whom, as one text; empty when no source names documents.</summary>
    internal string PatternsText => string.Join('\n', All.Where(s => s.Documents.Count > 0).OrderBy(s => s.Id, StringComparer.Ordinal)
        .Select(s => $"{s.Id}\t{string.Join('\t', s.Documents)}"));

    /// <summary>
    /// The file with nothing but which documents belong to whom, as <see cref="PatternsText"/>; empty when no source names documents. No name, pseudonym, terms,
    /// notes or comments: what is kept for ever must not hold them.
    /// </summary>
    public string DocumentsYaml => string.Concat(All.Where(s => s.Documents.Count > 0).OrderBy(s => s.Id, StringComparer.Ordinal)
        .Select(s => $"{Quoted(s.Id)}:\n  documents: [{string.Join(", ", s.Documents.Select(Quoted))}]\n"));

    private static string Quoted(string text) => text.Any(char.IsControl) ? System.Text.Json.JsonSerializer.Serialize(text) : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static bool Names(string pattern, DocumentId document, string file, string folder) =>
        (pattern.Length is >= FewestDigits and <= 64 && document.Hex.StartsWith(pattern, StringComparison.OrdinalIgnoreCase))
        || FileSystemName.MatchesSimpleExpression(pattern, file, ignoreCase: true)
        || (folder.Length > 0 && pattern.Contains('/', StringComparison.Ordinal) && FileSystemName.MatchesSimpleExpression(pattern, $"{folder}/{file}", ignoreCase: true));

    private static SourceList From(YamlFile file, string text, List<Problem> problems)
    {
        problems.AddRange(file.Problems);
        if (file is not { Root: { } root, IsRight: true })
        {
            return Empty;
        }

        var faults = new YamlFaults(FileName, text);
        var all = root.Entries.Where(e => e.Value is YamlMap or YamlScalar { IsNull: true })
            .Select(e => Entry(e.Key.Text, e.Value as YamlMap ?? new YamlMap([], e.Key.Line, e.Key.Column), faults)).ToList();
        foreach (var (source, entry) in all.Zip(root.Entries))
        {
            if (source.Pseudonym is { } pseudonym && all.Exists(o => o != source && o.ShownName == pseudonym))
            {
                Add(faults, CaseProblems.SamePseudonym, ((YamlMap)entry.Value)["pseudonym"]!, Severity.Warning);
            }
        }

        problems.AddRange(faults.All);
        return new SourceList(all);
    }

    private static CaseSource Entry(string id, YamlMap map, YamlFaults faults)
    {
        DateOnly? until = null;
        if (map["until"] is YamlScalar day)
        {
            if (DateOnly.TryParseExact(day.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                until = date;
            }
            else
            {
                Add(faults, CaseProblems.NoSuchDay, day);
            }
        }
        else if (map["then"] is { } then)
        {
            Add(faults, CaseProblems.ThenWithoutUntil, then);
        }

        foreach (var pattern in map.Items("documents").OfType<YamlScalar>().Where(p => p.Text.Length < FewestDigits && p.Text.Length > 0 && p.Text.All(char.IsAsciiHexDigit)))
        {
            Add(faults, CaseProblems.TooShort, pattern, Severity.Warning);
        }

        var source = new CaseSource
        {
            Id = id,
            Name = map.Text("name"),
            Pseudonym = map.Text("pseudonym"),
            Kind = map.Text("kind"),
            Terms = SourceWords.Of(map.Text("terms")) ?? Terms.OnRecord,
            Until = until,
            Then = SourceWords.Of(map.Text("then")) ?? Terms.OnRecord,
            Documents = map.Texts("documents"),
            Note = map.Text("note"),
        };
        if (source is { Name: not null, Terms: not Terms.OnRecord, Kind: not "body" })
        {
            Add(faults, CaseProblems.RealName, map["name"]!, Severity.Warning);
        }

        return source;
    }

    private static void Add(YamlFaults faults, (string Code, string Sentence, string Try) what, YamlNode at, Severity severity = Severity.Error) =>
        faults.Add(what.Code, what.Sentence, what.Try, at, severity);
}
