using Plumbline.Coding.Names;
using Plumbline.Coding.Queries;
using Plumbline.Coding.Values;
using Plumbline.Evidence;

namespace Plumbline.Coding.Codebooks;

/// <summary>How far from a hit something counts.</summary>
internal enum Reach
{
    /// <summary>A number of token positions.</summary>
    Words,

    /// <summary>The same sentence.</summary>
    Sentence,

    /// <summary>The same paragraph.</summary>
    Paragraph,

    /// <summary>The same section, or the unit where no section is named.</summary>
    Section,
}

/// <summary>Which side of a hit is read.</summary>
internal enum Side
{
    After,
    Before,
    Both,
}

/// <summary>Which of several values is taken.</summary>
internal enum Pick
{
    /// <summary>All: for one value, different ones are unclear.</summary>
    All,
    First,
    Last,
    Largest,
    Smallest,

    /// <summary>The first, or a later one that begins with its words and says more.</summary>
    Fullest,
}

/// <summary>A query that forbids hits: of the whole place searched, of the same sentence, or that near.</summary>
internal sealed record Unless(Query Query, Reach Reach, int Words);

/// <summary>A rule as parsed. Either <see cref="Reader"/> is set, or a value or status that a hit means.</summary>
internal sealed record CodingRule
{
    /// <summary>Name of the coder: variable and value, or variable and reader, numbered where two would be the same.</summary>
    public required string Name { get; init; }

    /// <summary>First 16 hexadecimal digits of the SHA-256 of the parsed form.</summary>
    public required string Version { get; init; }

    public CodedValue? Value { get; init; }

    public Status? Status { get; init; }

    public IValueReader? Reader { get; init; }

    /// <summary>`when`, or for a reader `at`.</summary>
    public IReadOnlyList<Query> Queries { get; init; } = [];

    public IReadOnlyList<Unless> Unless { get; init; } = [];

    public Reach Reach { get; init; }

    public int Words { get; init; }

    public Side Side { get; init; }

    public Pick Pick { get; init; }

    public IReadOnlyList<string> In { get; init; } = [];

    /// <summary>With several values: runs only where the rules before it found nothing.</summary>
    public bool IsOtherwise { get; init; }

    public bool IsCertain { get; init; }

    /// <summary>Where it stands in the file; not part of its version.</summary>
    public FilePlace Place { get; init; }

    /// <summary>What it must and must not find; not part of its version.</summary>
    public IReadOnlyList<CodingExample> Examples { get; init; } = [];
}

/// <summary>All that codes one variable.</summary>
internal sealed record VariableRules
{
    public required Variable Variable { get; init; }

    public required string DefinitionHash { get; init; }

    public IReadOnlyList<CodingRule> Rules { get; init; } = [];

    /// <summary>Another variable and the values it must have.</summary>
    public IReadOnlyList<(string Variable, IReadOnlyList<string> Values)> Conditions { get; init; } = [];

    /// <summary>Where its name stands in the file.</summary>
    public FilePlace Place { get; init; }

    /// <summary>Texts and what must come out; not part of any hash.</summary>
    public IReadOnlyList<CodingExample> Examples { get; init; } = [];

    /// <summary>The value of silence, or null.</summary>
    public CodedValue? Silence { get; init; }

    public IReadOnlyList<string> Columns { get; init; } = [];

    public string? Format { get; init; }

    /// <summary>Official names that values are given as; null without `names`.</summary>
    public NameList? Names { get; init; }

    /// <summary>Path of the list below the case's folder; null without `names`.</summary>
    public string? ListPath { get; init; }

    /// <summary>Where the list is named.</summary>
    public FilePlace ListPlace { get; init; }

    public IReadOnlyDictionary<string, CodedValue> Cells { get; init; } = new Dictionary<string, CodedValue>();
}
