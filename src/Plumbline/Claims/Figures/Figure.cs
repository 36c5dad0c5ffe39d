using Plumbline.Evidence;

namespace Plumbline.Claims.Figures;

/// <summary>What sort of thing a figure states. From <see cref="Date"/> on no backing is needed.</summary>
public enum FigureKind
{
    /// <summary>A number of things.</summary>
    Count,

    /// <summary>An amount in a currency.</summary>
    Money,

    /// <summary>A percentage; values 0 to 100.</summary>
    Percent,

    /// <summary>A part of a whole in words ("a third", "most", "all"); values 0 to 1.</summary>
    Share,

    /// <summary>How many times as much.</summary>
    Multiple,

    /// <summary>An average or rate.</summary>
    Average,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>Another measure (metres, kilograms).</summary>
    Measure,

    /// <summary>A count that names only its order ("dozens", "сотни").</summary>
    Vague,

    /// <summary>A day or month.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>Somebody's age.</summary>
    Age,

    /// <summary>A year or years.</summary>
    Year,

    /// <summary>A number in a name ("Strategy-31").</summary>
    Name,

    /// <summary>A number of an article, table, page, law.</summary>
    Reference,

    /// <summary>The number of a list item.</summary>
    ListNumber,

    /// <summary>A place in an order ("31st").</summary>
    Ordinal,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>An address on the web.</summary>
    Url,

    /// <summary>A number word that counts nothing ("one another").</summary>
    Idiom,
}

/// <summary>How a figure is related to its value.</summary>
public enum Relation
{
    /// <summary><c>=</c></summary>
    Exactly,

    /// <summary><c>&gt;=</c></summary>
    AtLeast,

    /// <summary><c>&gt;</c></summary>
    MoreThan,

    /// <summary><c>&lt;=</c></summary>
    AtMost,

    /// <summary><c>&lt;</c></summary>
    LessThan,

    /// <summary><c>~</c></summary>
    About,

    /// <summary><c>between</c>, both ends included.</summary>
    Between,
}

/// <summary>One figure of a text with all that its words say: hedge, negation, number, unit.</summary>
public sealed record Figure
{
    /// <summary>From the hedge to the unit word, in the text that was read.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The number alone, digits or words; of a range from the first number to the second.</summary>
    public required TextSpan Number { get; init; }

    /// <summary>The words at <see cref="Span"/>.</summary>
    public required string Text { get; init; }

    /// <summary>What it states.</summary>
    public required FigureKind Kind { get; init; }

    /// <summary>How it is related to its value.</summary>
    public Relation Relation { get; init; }

    /// <summary>The value, or the lower one of a range; null for dates without a value.</summary>
    public decimal? Low { get; init; }

    /// <summary>The value, or the upper one of a range.</summary>
    public decimal? High { get; init; }

    /// <summary>The one value; null of a range.</summary>
    public decimal? Value => Relation == Relation.Between ? null : Low;

    /// <summary>ISO 4217 code, <c>%</c>, a unit of time (<c>minute</c>, <c>hour</c>, <c>day</c>, <c>week</c>, <c>month</c>, <c>year</c>), or the noun as found in lower case.</summary>
    public string? Unit { get; init; }

    /// <summary>All words of the noun phrase after the number, in lower case: one of them should be the unit's name.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The day, month or year, when it is a date that names its year.</summary>
    public CivilDate? Date { get; init; }

    /// <summary>Month and day of a date that names no year.</summary>
    public (int Month, int Day)? DayOfYear { get; init; }

    /// <summary>The last place that is written: 1 for 33, 0.1 for 10.5, 100000 for 2.3 million.</summary>
    public decimal Step { get; init; } = 1;

    /// <summary>True when the words themselves round: digits with a scale word, without a hedge.</summary>
    public bool IsRounded { get; init; }

    /// <summary>True for "nearly" and its kin: about, and not above.</summary>
    public bool IsNearly { get; init; }

    /// <summary>True after "only".</summary>
    public bool IsOnly { get; init; }

    /// <summary>True for "all", "both", "все".</summary>
    public bool IsAll { get; init; }

    /// <summary>True for "none", "ни один".</summary>
    public bool IsNone { get; init; }

    /// <summary>True when a negation stands before it that no rule understands.</summary>
    public bool IsNegated { get; init; }

    /// <summary>The lower number of a range.</summary>
    public TextSpan? LowNumber { get; init; }

    /// <summary>The upper number of a range.</summary>
    public TextSpan? HighNumber { get; init; }

    /// <summary>
    /// A guess: dates, years, ages, ordinals, references and the like need none; nor do "several" and "a few", which state no
    /// number that a case could bear out.
    /// </summary>
    public bool NeedsBacking => Kind < FigureKind.Date && Low is not null;

    /// <summary>True when both state the same, hedge and value, whatever the words.</summary>
    internal bool StatesSame(Figure other) => (Relation, Low, High, Date, IsNearly) == (other.Relation, other.Low, other.High, other.Date, other.IsNearly);
}

/// <summary>The words of the JSON contract.</summary>
public static class FigureWords
{
    /// <summary><c>=</c>, <c>&gt;=</c>, <c>&gt;</c>, <c>&lt;=</c>, <c>&lt;</c>, <c>~</c> or <c>between</c>.</summary>
    public static string Sign(this Relation relation) => relation switch
    {
        Relation.Exactly => "=",
        Relation.AtLeast => ">=",
        Relation.MoreThan => ">",
        Relation.AtMost => "<=",
        Relation.LessThan => "<",
        Relation.About => "~",
        _ => "between",
    };

    /// <summary>The kind in lower case, words joined by hyphens.</summary>
    public static string Word(this FigureKind kind) => kind == FigureKind.ListNumber ? "list-number" : kind.ToString().ToLowerInvariant();
}
