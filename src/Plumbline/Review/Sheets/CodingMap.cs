using Plumbline.Cases.Yaml;
using Plumbline.Evidence;

namespace Plumbline.Review.Sheets;

/// <summary>A column of an old review and the variable that it codes.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Column">The column of its values.</param>
/// <param name="Quote">The column of its words, or null.</param>
/// <param name="Note">The column of its notes, or null.</param>
/// <param name="Values">What the old review's words are called here.</param>
/// <param name="Place">Where the map says so.</param>
internal sealed record MappedVariable(
    string Variable, string Column, string? Quote, string? Note, IReadOnlyDictionary<string, string> Values, ProblemPlace Place);

/// <summary>
/// What the columns of somebody else's spreadsheet mean: a YAML file beside it. Read with all faults at once.
/// </summary>
internal sealed record CodingMap
{
    /// <summary>Kind of unit, or null: the only one.</summary>
    public string? Units { get; init; }

    /// <summary>Sheet of the workbook, or null: the first.</summary>
    public string? Sheet { get; init; }

    /// <summary>Row of the headings.</summary>
    public int Header { get; init; } = 1;

    public string? UnitColumn { get; init; }

    public string? FileColumn { get; init; }

    /// <summary>Key variable and its column.</summary>
    public IReadOnlyDictionary<string, string> Key { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<MappedVariable> Variables { get; init; } = [];

    public SheetWords Words { get; init; } = SheetWords.Own;

    /// <summary>True: every row was read whole. A column of that name says it of its row.</summary>
    public bool AllReadWhole { get; init; }

    public string? ReadWholeColumn { get; init; }

    /// <summary>True: a value without its words is entered, resting on its note alone.</summary>
    public bool AllowsNoWords { get; init; }

    /// <summary>Note of every coding, or null.</summary>
    public string? Note { get; init; }

    /// <summary>What its coders had been shown of this case; null: the most that there was.</summary>
    public ShownBefore? Shown { get; init; }

    /// <summary>What the file must look like.</summary>
    public static MapShape Shape { get; } = new("What the columns of a spreadsheet mean, for plumb import-codings.",
    [
        new("units", new TextShape("The kind of unit (a codebook's unit). Not needed when the case has only one.")),
        new("sheet", new TextShape("Name of the sheet; the first one if left out.")),
        new("header", new IntegerShape("Number of the row with the headings; 1 if left out.", 1, 1000)),
        new("match", new MapShape("By what a row finds its unit; together, all must fit.",
        [
            new("unit", new TextShape("Column with ids of units.")),
            new("file", new TextShape("Column with names of files, with or without their ending.")),
            new("key", Named("Variables of the codebook's key, each with its column.", new TextShape("A column."))),
        ]), Required: true),
        new("variables", Named("Variables, each with its column.", new EitherShape("A column, or what stands where.",
        [
            new TextShape("The column of its values."),
            new MapShape("Where its values and their words stand.",
            [
                new("column", new TextShape("The column of its values."), Required: true),
                new("quote", new TextShape("The column with the words of the source that say it.")),
                new("note", new TextShape("The column with a note.")),
                new("values", new NamedShape("What the words of the spreadsheet are called in the codebook.", "(.|\\n)*", "any text", new TextShape("A value, 'unclear', 'not stated', 'not applicable', or 'skip'."))),
            ]),
        ])), Required: true),
        new("unclear", new ListShape("Words that mean: it can't be told.", new TextShape("A word."), OrOne: true)),
        new("not_stated", new ListShape("Words that mean: the source does not say it.", new TextShape("A word."), OrOne: true)),
        new("not_applicable", new ListShape("Words that mean: it makes no sense for this unit.", new TextShape("A word."), OrOne: true)),
        new("read_whole", new TextShape("yes: whoever coded read every unit whole; or the column that says it of each.")),
        new("evidence", new ChoiceShape("What to do with a value without its words: required (the row is refused) or none-with-note (entered as possible, never confirmed).", ["required", "none-with-note"])),
        new("note", new TextShape("Put into every coding: where these labels come from.")),
        new("shown", new ChoiceShape("What the coders had been shown of this case: nothing, machine, other. The most that is there, if left out.", [.. DecisionWords.AllShown])),
    ]);

    /// <summary>Reads a map.</summary>
    /// <exception cref="UsageException">It has faults; all of them are in it.</exception>
    public static CodingMap Read(string path)
    {
        var shown = Path.GetFileName(path);
        var file = YamlFile.Read(path, Shape, shown);
        if (file is not { IsRight: true, Root: { } root })
        {
            throw SheetProblems.FaultyMap(file.Problems);
        }

        var match = root.Map("match")!;
        var own = SheetWords.Own;
        var whole = root.Text("read_whole");
        return new CodingMap
        {
            Units = root.Text("units"),
            Sheet = root.Text("sheet"),
            Header = root.Integer("header") ?? 1,
            UnitColumn = match.Text("unit"),
            FileColumn = match.Text("file"),
            Key = Texts(match.Map("key")),
            Variables = [.. root.Map("variables")!.Entries.Select(e => Variable(e, shown))],
            Words = new SheetWords([.. own.Unclear, .. root.Texts("unclear")], [.. own.NotStated, .. root.Texts("not_stated")], [.. own.NotApplicable, .. root.Texts("not_applicable")]),
            AllReadWhole = whole is "yes" or "true",
            ReadWholeColumn = whole is null or "yes" or "true" or "no" or "false" ? null : whole,
            AllowsNoWords = root.Text("evidence") == "none-with-note",
            Note = root.Text("note"),
            Shown = DecisionWords.TryShown(root.Text("shown"), out var before) ? before : null,
        };
    }

    private static MappedVariable Variable(YamlEntry entry, string shown)
    {
        var place = new ProblemPlace(shown, entry.Key.Line, entry.Key.Column);
        return entry.Value is YamlMap map
            ? new MappedVariable(entry.Key.Text, map.Text("column")!, map.Text("quote"), map.Text("note"), Texts(map.Map("values")), place)
            : new MappedVariable(entry.Key.Text, ((YamlScalar)entry.Value).Text, null, null, new Dictionary<string, string>(), place);
    }

    private static Dictionary<string, string> Texts(YamlMap? map) =>
        map?.Entries.ToDictionary(e => e.Key.Text, e => ((YamlScalar)e.Value).Text, StringComparer.OrdinalIgnoreCase) ?? [];

    private static NamedShape Named(string meaning, YamlShape value) =>
        new(meaning, "[a-z][a-z0-9_]*", "lower-case letters, digits and underscores, a letter first", value);
}
