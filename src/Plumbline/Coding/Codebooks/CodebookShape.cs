using Plumbline.Cases.Yaml;
using Plumbline.Evidence;

namespace Plumbline.Coding.Codebooks;

/// <summary>What a codebook's YAML must look like: checks the file, gives the JSON schema and the table of keys in the docs.</summary>
internal static class CodebookShape
{
    public const string NamePattern = "[a-z][a-z0-9_]{0,39}";
    public const string NameWords = "lower-case letters, digits and underscores, a letter first, at most 40";
    public const string SectionPattern = "[a-z][a-z0-9-]{0,39}";

    private static readonly TextShape QueryText = new("A query in the language of docs/query-language.md.", null, "a query");
    private static readonly TextShape Name = new("A name.", NamePattern, NameWords);

    private static readonly MapShape Value = new("A value of a category.",
    [
        new("label", new TextShape("What people see.")),
        new("instructions", new TextShape("When to choose it.")),
        new("was", new TextShape("Its key before a renaming; decisions carry over.")),
    ]);

    private static readonly NamedShape Condition = new(
        "Another variable and the value (or values) it must have; otherwise this one is not applicable.",
        NamePattern, NameWords, Queries("The value, or several."));

    private static readonly EitherShape RuleExample = new("A text, or a text with the value that must come out.",
    [
        new TextShape("A text."),
        new MapShape("A text and its value.",
        [
            new("text", new TextShape("The text."), Required: true),
            new("value", new TextShape("The value that the rule must read, or unclear.")),
        ]),
    ]);

    private static readonly MapShape Examples = new("Texts that the rule must, and must not, find something in; they never change a coding.",
    [
        new("match", new ListShape("The rule alone finds something in each.", RuleExample, OrOne: true)),
        new("no-match", new ListShape("It finds nothing in any of these.", RuleExample, OrOne: true)),
    ]);

    private static readonly MapShape VariableExample = new("A text, and what all rules of the variable together make of it.",
    [
        new("text", new TextShape("The text."), Required: true),
        new("value", new TextShape("The value, or a status: unclear, not-stated."), Required: true),
        new("in", new ListShape("Sections that the text is taken to lie in; without it they are found in it.", new TextShape("A section."), OrOne: true)),
    ]);

    private static readonly MapShape Rule = new("A rule for the machine: `value` or `status` with `when`, or `read`.",
    [
        new("value", new TextShape("The value that a hit of `when` means.")),
        new("status", new ChoiceShape("The status that a hit of `when` means.", ["unclear", "not-stated", "not-applicable"])),
        new("when", Queries("The queries; one hit of one of them is enough.")),
        new("read", new TextShape("Value reader: date, money, days, hours, statute, court and others of docs/codebooks.md.")),
        new("at", Queries("Queries near whose hits the reader reads; without it the reader reads all of `in`, or of the unit.")),
        new("within", new TextShape("How far from a hit of `at`: a number of words, `sentence`, `paragraph` or `section`. Default 12.", "[1-9][0-9]{0,2}|sentence|paragraph|section", "a number of words up to 999, sentence, paragraph or section")),
        new("side", new ChoiceShape("Which side of the hit: default `after` for a number of words, else `both`.", ["after", "before", "both"])),
        new("pick", new ChoiceShape("Which one where several values are found. Without it two different ones are unclear.", ["first", "last", "largest", "smallest", "fullest"])),
        new("unless", Queries("Queries that forbid a hit when they hit in the same unit (or in `in`). One that begins with w/s or w/5 forbids only hits in the same sentence, or that near; with `read`, values there.")),
        new("in", new ListShape("Sections that hits, and what is read, must lie in.", new TextShape("A section."), OrOne: true)),
        new("otherwise", new FlagShape("With `multiple`: true when the rule runs only where those before it found nothing.")),
        new("certain", new FlagShape("True when a hit is as good as a person's reading, by the standard of docs/accuracy.md.")),
        new("examples", Examples),
    ]);

    private static readonly TextShape ListPath = new("A CSV file in the case's folder lists/.", @"lists/[\p{L}\p{N}_. \-]{1,100}", "a file in lists/, such as lists/courts.csv");

    private static readonly EitherShape Names = new("A list of official names: a name that fits exactly one is given as that one.",
    [
        ListPath,
        new MapShape("A list and its columns.",
        [
            new("list", ListPath, Required: true),
            new("name", new TextShape("Column of the official name; `name` if not given.")),
            new("also", new ListShape("Columns of other names; several in a cell are parted by |. `also` if not given.", new TextShape("A column."), OrOne: true)),
            new("place", new ListShape("Columns of where it is, for names that several have; several in a cell are parted by |. `place` if not given.", new TextShape("A column."), OrOne: true)),
            new("complete", new FlagShape("True: the list has all there are, so that a name cut short is the only one that begins so.")),
        ]),
    ]);

    private static readonly MapShape Variable = new("A variable.",
    [
        new("type", new ChoiceShape("What values it takes.", VariableTypeNames.All), Required: true),
        new("multiple", new FlagShape("True when a unit can have several values.")),
        new("label", new TextShape("Short name for people.")),
        new("instructions", new TextShape("Instructions for people who code it.")),
        new("values", new NamedShape("Values of a category: key and label, or key and a map.", "[a-z0-9][a-z0-9-]{0,39}", "lower-case letters, digits and hyphens",
            new EitherShape("Label, or label with instructions.", [new TextShape("Label."), Value]))),
        new("currency", new TextShape("Currency (ISO 4217) of money that is always in one.", "[A-Z]{3}", "three capital letters, such as RUB")),
        new("silence", new TextShape("What silence means: not-stated (default), or a value.")),
        new("identity", new FlagShape("True when it names a person: it stays out of what leaves the machine.")),
        new("if", Condition),
        new("names", Names),
        new("column", new ListShape("Column of a table; the first of several that exists.", new TextShape("A column name."), OrOne: true)),
        new("format", new TextShape("How dates stand in the column, such as dd/MM/yyyy. Without it only dates that can't be misread are taken as they stand.", "[dMyHms./: T,\\-]{2,40}", "a date format, such as dd/MM/yyyy")),
        new("cells", new NamedShape("What cells mean: the cell (\"\" for an empty one) and the value.", ".{0,200}", "at most 200 characters", new TextShape("The value."))),
        new("examples", new ListShape("Texts and what must come out; they never change a coding.", VariableExample, OrOne: true)),
        new("rules", new ListShape("Rules for the machine. The first that finds something decides; with `multiple` all count.", Rule)),
    ]);

    private static readonly MapShape Section = new("A section of a unit.",
    [
        new("starts", Queries("`beginning`, or queries at whose first hit it starts.")),
        new("heading", new ListShape("Words that stand as a heading (in capitals, letter-spaced, or alone at the end of a line); the section starts behind it.", new TextShape("A word."), OrOne: true)),
        new("last", new FlagShape("True: the last such place counts, not the first.")),
        new("ends", Queries("Queries at whose first hit it ends; otherwise it ends where the next section starts.")),
        new("paragraphs", Queries("Queries that make a paragraph of `in` part of this section.")),
        new("in", new TextShape("The section whose paragraphs are looked at.")),
        new("learned", new TextShape("A model that marks paragraphs as this section, learned from texts that people marked. Such sections may overlap.")),
    ]);

    private static readonly MapShape Split = new("Where a document is cut into units.",
    [
        new("starts", Queries("Queries at each of whose hits a unit starts.")),
        new("heading", new ListShape("Words that stand as a heading; a unit starts at each.", new TextShape("A word."), OrOne: true)),
    ]);

    public static readonly MapShape File = new("A codebook: one kind of unit, its variables and their rules.",
    [
        new("unit", new TextShape("Name of the unit kind and of its table.", NamePattern, NameWords), Required: true),
        new("label", new TextShape("What people call these units.")),
        new("words", new ListShape("What a draft may call these units, in any language: 'ruling', 'decision', 'решение'. plumb check looks whether a figure's noun is one of them.", new TextShape("A noun."), OrOne: true)),
        new("of", new ChoiceShape("What one unit is: a whole document, a part cut by `split`, or a row of a table.", ["document", "part", "row"])),
        new("documents", new MapShape("Which documents it is for; default all.",
        [
            new("files", new ListShape("File names, with * and ?.", new TextShape("A pattern."), OrOne: true)),
            new("sources", new ListShape("Names of sources, as given to plumb ingest.", new TextShape("A source."), OrOne: true)),
            new("register", new ChoiceShape("Documents that plumb ask and plumb answer take in, or files that came in with entries, which no other codebook reads.", CaseRegister.All)),
        ])),
        new("key", new ListShape("Variables that tell units apart: members with the same key are one unit.", Name, OrOne: true)),
        new("split", new EitherShape("Where a document is cut into units.", [QueryText, new ListShape("Queries.", QueryText), Split])),
        new("terms", new NamedShape("Queries with a name, put into other queries by @name.", SectionPattern, "lower-case letters, digits and hyphens", Queries("The query, or several: any of them."))),
        new("sections", new NamedShape("Sections of a unit, in their order.", SectionPattern, "lower-case letters, digits and hyphens", Section)),
        new("variables", new NamedShape("The variables.", NamePattern, NameWords, Variable), Required: true),
    ]);

    private static ListShape Queries(string meaning) => new(meaning, QueryText, OrOne: true);
}
