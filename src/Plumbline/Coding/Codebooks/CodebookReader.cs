using Plumbline.Cases.Yaml;
using Plumbline.Evidence;

namespace Plumbline.Coding.Codebooks;

/// <summary>
/// From the checked tree to a codebook. Reads on where a fault is, so that all are told at once; the codebook is made
/// only when there is none.
/// </summary>
internal static class CodebookReader
{
    /// <summary>
    /// Names that tables use, and words that DuckDB doesn't take as names of tables and columns unless they are quoted: people
    /// write these names in queries. A test holds the list against the engine's.
    /// </summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "unit_id", "file", "document", "variable", "value", "own", "amount",
        "all", "analyse", "analyze", "and", "anti", "any", "array", "as", "asc", "asof", "asymmetric", "at", "authorization", "binary", "both", "by", "case", "cast", "check",
        "collate", "collation", "column", "columns", "concurrently", "constraint", "create", "cross", "default", "deferrable", "desc", "describe", "distinct", "do", "else",
        "end", "except", "false", "fetch", "for", "foreign", "freeze", "from", "full", "generated", "glob", "group", "having", "ilike", "in", "initially", "inner", "intersect",
        "into", "is", "isnull", "join", "lambda", "lateral", "leading", "left", "like", "limit", "map", "natural", "not", "notnull", "null", "offset", "on", "only", "or", "order", "outer", "overlaps", "pivot",
        "pivot_longer", "pivot_wider", "positional", "right", "semi", "similar", "struct", "tablesample", "try_cast", "verbose",
        "placing", "primary", "qualify", "references", "returning", "select", "show", "some", "summarize", "symmetric",
        "table", "then", "to", "trailing", "true", "union", "unique", "unpack", "unpivot", "using", "variadic", "when", "where",
        "window", "with",
    };

    private static readonly string[] ReservedEnds = ["_status", "_settled", "_from", "_to", "_currency"];
    private static readonly string[] ReservedTables = ["members", "variables", "maybe_same", "coders", "searches", "main", "store", "confirmed", "possible"];

    public static Codebook? Read(YamlFile file, string text, string shownName, string? folder, List<Problem> problems)
    {
        if (file.Root is not { } root)
        {
            problems.AddRange(file.Problems);
            return null;
        }

        var context = new ReadingContext(shownName, text, new YamlFaults(shownName, text), folder);
        var parts = ReadParts(root, context);
        var found = file.Problems.Concat(context.Faults.All).Concat(context.QueryProblems).OrderBy(p => p.Place.Line).ThenBy(p => p.Place.Column).ToList();
        problems.AddRange(found);
        return found.TrueForAll(p => p.Severity != Severity.Error) ? new Codebook(parts) : null;
    }

    private static CodebookParts ReadParts(YamlMap root, ReadingContext context)
    {
        var unit = root.Text("unit") ?? "";
        if (Reserved.Contains(unit) || ReservedTables.Contains(unit) || unit.EndsWith("_codings", StringComparison.Ordinal) || unit.EndsWith("_alternatives", StringComparison.Ordinal))
        {
            context.Faults.ReservedName(root["unit"]!, unit, "unit");
        }

        TermReader.Read(root.Map("terms"), context);
        SectionReader.Read(root.Map("sections"), context);
        CheckNames(root.Map("variables"), context);
        var variables = VariableReader.Read(root.Map("variables"), context);
        foreach (var key in root.Items("key").OfType<YamlScalar>().Where(k => !context.VariableNames.Contains(k.Text)))
        {
            context.Faults.UnknownVariable(key, key.Text, context.VariableNames);
        }

        var of = root.Text("of") switch
        {
            "row" => PlaceKind.Row,
            "part" => PlaceKind.Part,
            _ => root["split"] is not null && root["of"] is null ? PlaceKind.Part : PlaceKind.Whole,
        };
        var documents = root.Map("documents");
        var (splitStarts, splitHeadings) = ReadSplit(root, of, context);
        CheckColumns(root.Map("variables"), of, context);
        return new CodebookParts
        {
            ShownName = context.ShownName,
            Unit = unit,
            Label = root.Text("label") ?? unit,
            Words = root.Texts("words"),
            Of = of,
            Files = documents?.Texts("files") ?? [],
            Sources = documents?.Texts("sources") ?? [],
            Register = documents?.Text("register"),
            Key = root.Texts("key"),
            SplitStarts = splitStarts,
            SplitHeadings = splitHeadings,
            Terms = context.Terms,
            Sections = context.Sections,
            Variables = variables,
        };
    }

    private static void CheckNames(YamlMap? variables, ReadingContext context)
    {
        foreach (var (key, _) in variables?.Entries ?? [])
        {
            context.VariableNames.Add(key.Text);
            if (Reserved.Contains(key.Text) || ReservedEnds.Any(e => key.Text.EndsWith(e, StringComparison.Ordinal)))
            {
                context.Faults.ReservedName(key, key.Text, "variable");
            }
        }

        if (variables?.Entries.Count > 500)
        {
            context.Faults.WrongUnit(variables, "There are more than 500 variables.", "Make several codebooks.");
        }
    }

    private static (IReadOnlyList<Queries.Query> Starts, IReadOnlyList<string> Headings) ReadSplit(YamlMap root, PlaceKind of, ReadingContext context)
    {
        if (root["split"] is not { } split)
        {
            if (of == PlaceKind.Part)
            {
                context.Faults.WrongUnit(root["of"]!, "`of: part` needs `split`.", "Say where a unit starts: split: {heading: ПОСТАНОВЛЕНИЕ}, or a query.");
            }

            return ([], []);
        }

        if (of != PlaceKind.Part)
        {
            context.Faults.WrongUnit(split, "`split` goes with `of: part` only.", "Write of: part, or take split out.");
        }

        // Sections are looked for inside a unit, so they are not known yet where units are cut.
        var map = split as YamlMap;
        return (
            context.Queries(map?.Items("starts") ?? root.Items("split"), allowSections: false),
            [.. (map?.Texts("heading") ?? []).Select(h => h.ToUpperInvariant())]);
    }

    private static void CheckColumns(YamlMap? variables, PlaceKind of, ReadingContext context)
    {
        foreach (var (key, value) in variables?.Entries ?? [])
        {
            if (value is YamlMap map && (map["column"] is not null) != (of == PlaceKind.Row))
            {
                context.Faults.WrongUnit(
                    map["column"] ?? key,
                    of == PlaceKind.Row ? $"'{key.Text}' names no column, but units are rows." : $"'{key.Text}' names a column, but units are not rows.",
                    of == PlaceKind.Row ? "Add column: with the name of the column." : "Write of: row, or take column out.");
            }
        }
    }
}
