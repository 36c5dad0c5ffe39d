using System.IO.Enumeration;
using Plumbline.Cases.Yaml;
using Plumbline.Coding.Codebooks;
using Plumbline.Coding.Queries;
using Plumbline.Coding.Sections;
using Plumbline.Evidence;

namespace Plumbline.Coding;

/// <summary>
/// One kind of unit: what a unit is, its variables, and the rules by which the machine codes them. Immutable, safe for
/// many threads. Only right codebooks exist: a file with a fault gives problems instead.
/// </summary>
public sealed class Codebook
{
    /// <summary>
    /// Version of what codes beside the codebook's own words: tokens, queries, sections, this folder. Enters every hash;
    /// raised by whoever changes what comes out.
    /// </summary>
    public const int LibraryVersion = 1;

    private readonly Dictionary<string, VariableRules> byName;
    private readonly Dictionary<string, string> ruleHashes;

    internal Codebook(CodebookParts parts)
    {
        Parts = parts;
        Kind = new UnitKind(parts.Unit, [.. parts.Variables.Select(v => v.Variable)]);
        byName = parts.Variables.ToDictionary(v => v.Variable.Name, StringComparer.Ordinal);
        ShapeHash = CodebookHash.OfShape(parts);
        ruleHashes = CodebookHash.OfVariables(parts);
    }

    /// <summary>What the file must look like.</summary>
    public static MapShape Shape => CodebookShape.File;

    /// <summary>Table and variables.</summary>
    public UnitKind Kind { get; }

    /// <summary>Name of the file, as messages show it.</summary>
    public string ShownName => Parts.ShownName;

    /// <summary>What people call these units; the table's name when the codebook says nothing.</summary>
    public string Label => Parts.Label;

    /// <summary>Nouns that drafts may use for these units, in any language. Enters no hash: it codes nothing.</summary>
    public IReadOnlyList<string> Words => Parts.Words;

    /// <summary>What one unit is: a whole document, a part, or a row.</summary>
    public PlaceKind Of => Parts.Of;

    /// <summary>Variables that tell units apart; empty when only the text does.</summary>
    public IReadOnlyList<string> Key => Parts.Key;

    /// <summary>Names of the sections, in order.</summary>
    public IReadOnlyList<string> Sections => [.. Parts.Sections.Select(s => s.Name)];

    /// <summary>Hash of all that members depend on: unit, of, documents, split, sections, library version.</summary>
    public string ShapeHash { get; }

    internal CodebookParts Parts { get; }

    /// <summary>Reads a file. Null when it has faults; all of them are added.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shownName">How messages name it, such as <c>codebooks/rulings.yaml</c>.</param>
    /// <param name="problems">Takes faults and warnings.</param>
    /// <param name="root">Folder whose <c>lists/</c> is read where the file has none beside it; null for no other.</param>
    public static Codebook? Read(string path, string shownName, List<Problem> problems, string? root = null)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return CodebookReader.Read(YamlFile.Read(path, Shape, shownName), ReadOrEmpty(path), shownName, FolderOfLists(path, root), problems);
    }

    /// <summary>Reads a text. Null when it has faults; all of them are added.</summary>
    /// <param name="text">The text.</param>
    /// <param name="shownName">How messages name it.</param>
    /// <param name="problems">Takes faults and warnings.</param>
    /// <param name="root">Folder that has <c>lists/</c>; null when there are none.</param>
    public static Codebook? Parse(string text, string shownName, List<Problem> problems, string? root = null)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return CodebookReader.Read(YamlFile.Parse(text, Shape, shownName), text, shownName, root, problems);
    }

    /// <summary>
    /// A value as the variable's list of names (`names`) writes it when exactly one name fits; else as it is, also where there is no
    /// list or no such variable. What people wrote is compared so; what is kept of them stays as they wrote it.
    /// </summary>
    public CodedValue Official(string variable, CodedValue value)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return byName.GetValueOrDefault(variable)?.Names is { } names ? value with { Text = names.Official(value.Text) } : value;
    }

    /// <summary>Paths, below the folder that has <c>lists/</c>, of the lists that its variables name; each once.</summary>
    public IReadOnlyList<string> Lists => [.. Parts.Variables.Select(v => v.ListPath).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>The folder that has the <c>lists/</c> of a codebook's file: the case of one in <c>codebooks/</c>, else the folder it lies in, else another one.</summary>
    internal static string FolderOfLists(string path, string? other)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var own = Path.GetFileName(folder) == "codebooks" ? Path.GetDirectoryName(folder)! : folder;
        return other is null || Directory.Exists(Path.Combine(own, "lists")) ? own : other;
    }

    /// <summary>
    /// Hash that changes when, and only when, what determines this variable's codings does: its definition, rules and
    /// their readers' versions, the sections, the variables it depends on, the library version.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such variable.</exception>
    public string RuleHash(string variable) => ruleHashes.TryGetValue(variable, out var hash)
        ? hash
        : throw new ArgumentException($"The codebook has no variable {variable}.", nameof(variable));

    /// <summary>The register (<see cref="CaseRegister"/>) whose documents it is for; null for those that came in as files.</summary>
    public string? Register => Parts.Register;

    /// <summary>True when a document is one this codebook is for.</summary>
    /// <param name="file">Name of the file, without folders.</param>
    /// <param name="source">Name of the source it came from, or null.</param>
    /// <param name="isTable">True when its rows are what is coded, false for text.</param>
    /// <param name="folder">Folder that it came in from.</param>
    public bool AppliesTo(string file, string? source, bool isTable, string folder = "") =>
        isTable == (Of == PlaceKind.Row)
        && (CaseRegister.IsEntry(folder) ? CaseRegister.Of(folder) == CaseRegister.Entries(Kind.Table) : CaseRegister.Of(folder) == Parts.Register && IsOfDocuments(file, source));

    private bool IsOfDocuments(string file, string? source) =>
        (Parts.Files.Count == 0 || Parts.Files.Any(p => FileSystemName.MatchesSimpleExpression(p, file, ignoreCase: true)))
        && (Parts.Sources.Count == 0 || (source is not null && Parts.Sources.Contains(source, StringComparer.Ordinal)));

    internal VariableRules Rules(string variable) => byName.TryGetValue(variable, out var rules)
        ? rules
        : throw new ArgumentException($"The codebook has no variable {variable}.", nameof(variable));

    /// <summary>The variables of a subset with all those they depend on, in an order in which each can be coded.</summary>
    internal IReadOnlyList<VariableRules> InOrder(IReadOnlyCollection<string> variables)
    {
        var order = new List<VariableRules>();
        var done = new HashSet<string>(StringComparer.Ordinal);
        void Add(string name)
        {
            if (done.Add(name))
            {
                foreach (var (other, _) in Rules(name).Conditions)
                {
                    Add(other);
                }

                order.Add(Rules(name));
            }
        }

        foreach (var variable in Kind.Variables.Where(v => variables.Contains(v.Name)))
        {
            Add(variable.Name);
        }

        return order;
    }

    private static string ReadOrEmpty(string path)
    {
        try
        {
            return new FileInfo(path).Length > YamlFile.MaxLength * 2L ? "" : File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ""; // The reader of YAML has said so.
        }
    }
}

/// <summary>The parsed parts of a codebook.</summary>
internal sealed record CodebookParts
{
    public required string ShownName { get; init; }

    public required string Unit { get; init; }

    public required string Label { get; init; }

    public IReadOnlyList<string> Words { get; init; } = [];

    public required PlaceKind Of { get; init; }

    public IReadOnlyList<string> Files { get; init; } = [];

    public IReadOnlyList<string> Sources { get; init; } = [];

    public string? Register { get; init; }

    public IReadOnlyList<string> Key { get; init; } = [];

    public IReadOnlyList<Query> SplitStarts { get; init; } = [];

    public IReadOnlyList<string> SplitHeadings { get; init; } = [];

    /// <summary>Queries with a name, each as the group that is put in for @name.</summary>
    public IReadOnlyDictionary<string, string> Terms { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<SectionRule> Sections { get; init; } = [];

    public IReadOnlyList<VariableRules> Variables { get; init; } = [];
}
