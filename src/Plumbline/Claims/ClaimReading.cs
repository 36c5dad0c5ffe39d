using Plumbline.Evidence;

namespace Plumbline.Claims;

/// <summary>What a claim takes from the units that its SQL returns.</summary>
public enum Measure
{
    /// <summary>How many distinct units.</summary>
    Count,

    /// <summary>Their amounts added, one amount a unit; amounts below 0 are refused.</summary>
    Sum,

    /// <summary>Their part of another claim's units, 0 to 1.</summary>
    Share,

    /// <summary>The smallest amount.</summary>
    Min,

    /// <summary>The largest amount.</summary>
    Max,

    /// <summary>The earliest day.</summary>
    First,

    /// <summary>The latest day.</summary>
    Last,

    /// <summary>1 when there is any unit, else 0.</summary>
    Exists,
}

/// <summary>A claim's query, ready to be read against tables.</summary>
/// <param name="Id">Name of the claim, as in <c>claims.yaml</c>.</param>
/// <param name="Sql">One SELECT that returns <c>unit_id</c>, and <c>amount</c> where the measure needs one. Hostile text.</param>
/// <param name="Measure">What is taken from its units.</param>
/// <param name="OfSql">For a share: the query of the whole.</param>
public sealed record ClaimQuery(string Id, string Sql, Measure Measure, string? OfSql = null);

/// <summary>One end of a figure: a number, or a day (first and last). One of the two is set.</summary>
public readonly record struct ClaimValue(decimal? Number, DateOnly? Day = null)
{
    /// <inheritdoc/>
    public override string ToString() =>
        Day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        ?? Number?.ToString("0.############################", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}

/// <summary>
/// A figure between its ends: however every open coding and every open merge is settled, it falls in
/// <see cref="Low"/>..<see cref="High"/>, both included.
/// </summary>
public sealed record ClaimReading
{
    /// <summary>The low end. Null when that end isn't bounded (no unit may be left to take a smallest, largest or share of), or on an error.</summary>
    public ClaimValue? Low { get; init; }

    /// <summary>The high end; null as for <see cref="Low"/>.</summary>
    public ClaimValue? High { get; init; }

    /// <summary>Units outside the possible reading whose place outside nobody settled: unread, or coded so by a rule alone.</summary>
    public long Unread { get; init; }

    /// <summary>Units in the confirmed reading.</summary>
    public long Confirmed { get; init; }

    /// <summary>Units in the possible reading.</summary>
    public long Rows { get; init; }

    /// <summary>Currency of the amounts (ISO 4217); null when they are not money.</summary>
    public string? Currency { get; init; }

    /// <summary>The unit kind whose units are counted: the name of its table; null on an error.</summary>
    public string? Kind { get; init; }

    /// <summary>The coded columns that the query reads, each once, in the order of the codebook.</summary>
    public IReadOnlyList<string> Reads { get; init; } = [];

    /// <summary>What the query reads, by table: the figure is the same as long as these stay the same. Empty when nothing was read.</summary>
    public IReadOnlyList<ReadTable> Tables { get; init; } = [];

    /// <summary>What is wrong; with an error in it, the ends mean nothing.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];
}

/// <summary>What a query reads of one table.</summary>
/// <param name="Kind">The unit kind: the name of the table.</param>
/// <param name="Variables">The variables that it reads.</param>
public sealed record ReadTable(string Kind, IReadOnlyList<string> Variables);

/// <summary>One unit of a claim's possible reading, with what its place there rests on.</summary>
/// <param name="UnitId">Id of the unit.</param>
/// <param name="File">Name of its file as it came in. Hostile text.</param>
/// <param name="Document">The document, 64 hexadecimal digits.</param>
/// <param name="Confirmed">True when the unit is in the confirmed reading too.</param>
/// <param name="Amount">Its amount (the largest possible one); null when the claim has none.</param>
/// <param name="Cells">A cell for each column read and each of its best codings.</param>
public sealed record EvidenceRow(
    string UnitId, string File, string Document, bool Confirmed, decimal? Amount, IReadOnlyList<EvidenceCell> Cells);

/// <summary>One coding behind a column that a claim reads.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Value">Its canonical text; null when the status isn't <c>stated</c>.</param>
/// <param name="Status">Word of the status.</param>
/// <param name="Evidence"><c>text</c>, <c>record</c> or <c>silence</c>; null when nothing is coded.</param>
public sealed record EvidenceCell(string Variable, string? Value, string Status, string? Evidence)
{
    /// <summary>The words that carry it. Text of a document: hostile, and never for a log.</summary>
    public string? Quote { get; init; }

    /// <summary>Words before the quote.</summary>
    public string? Prefix { get; init; }

    /// <summary>Words after the quote.</summary>
    public string? Suffix { get; init; }

    /// <summary>Page, from 1.</summary>
    public int? Page { get; init; }

    /// <summary>Section of the document.</summary>
    public string? Section { get; init; }

    /// <summary>Row of a structured file, from 1.</summary>
    public long? Row { get; init; }

    /// <summary>Column of a structured file.</summary>
    public string? Column { get; init; }

    /// <summary>For silence: the rules that searched and found nothing.</summary>
    public IReadOnlyList<string> Searched { get; init; } = [];

    /// <summary>Document that it stands in, 64 hexadecimal digits; null when nothing is coded, or it is withheld.</summary>
    public string? Document { get; init; }

    /// <summary>True when words and place are left out, because the source of the document is not for publication.</summary>
    public bool IsWithheld { get; init; }

    /// <summary>Who coded it: <c>rule</c>, <c>column</c> or <c>person</c>.</summary>
    public string? CoderKind { get; init; }

    /// <summary>Where the quote starts in its document's text, UTF-16 units; null when it doesn't stand in text.</summary>
    public long? Start { get; init; }

    /// <summary>Where it ends.</summary>
    public long? End { get; init; }
}

/// <summary>Reads claims against one set of tables. Not thread safe.</summary>
public interface IClaimReader : IDisposable
{
    /// <summary>The figure with its ends. Faults of the claim are in <see cref="ClaimReading.Problems"/>, never thrown.</summary>
    ClaimReading Read(ClaimQuery claim);

    /// <summary>
    /// The units of the possible reading, those confirmed first, then by id, at most <paramref name="limit"/>;
    /// <paramref name="total"/> is how many there are. Empty for a claim with faults.
    /// </summary>
    IReadOnlyList<EvidenceRow> Evidence(ClaimQuery claim, int limit, out long total);
}
