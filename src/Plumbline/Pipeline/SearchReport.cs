namespace Plumbline.Pipeline;

/// <summary>How <c>plumb search</c> searches.</summary>
public sealed record CaseSearchOptions
{
    /// <summary>Table whose units are searched; null for the first codebook of texts.</summary>
    public string? Kind { get; init; }

    /// <summary>How many of the first texts are shown with their hits; 0 to count only.</summary>
    public int First { get; init; } = 20;

    /// <summary>Hits shown of each text.</summary>
    public int HitsOfEach { get; init; } = 3;

    /// <summary>UTF-16 units of context on each side.</summary>
    public int Context { get; init; } = 80;
}

/// <summary>What a search found. Copies of one text count each: see <c>unit_id</c> in the tables for units.</summary>
/// <param name="Query">The query as it was understood.</param>
/// <param name="Documents">Documents with at least one text in which it holds.</param>
/// <param name="Texts">Texts (members of units) in which it holds.</param>
/// <param name="Hits">Hits in all of them.</param>
/// <param name="First">The first ones, in archive order of their parts.</param>
public sealed record SearchReport(string Query, long Documents, long Texts, long Hits, IReadOnlyList<FoundText> First);

/// <summary>A text in which a query holds.</summary>
/// <param name="Unit">Id of the member: good for <c>plumb show</c>; empty in a document that no unit stands in.</param>
/// <param name="File">Name of its file. Hostile text.</param>
/// <param name="Document">SHA-256 of the document.</param>
/// <param name="HitCount">Number of its hits.</param>
/// <param name="Hits">The first of them; none when the query holds by NOT alone.</param>
public sealed record FoundText(string Unit, string File, string Document, int HitCount, IReadOnlyList<FoundHit> Hits);

/// <summary>A hit in its context. All words are hostile text.</summary>
/// <param name="Start">First UTF-16 unit in the document's text.</param>
/// <param name="End">Behind the last.</param>
/// <param name="Section">Section of the unit, or null.</param>
/// <param name="Page">1-based page, 0 where there are none.</param>
/// <param name="Before">Words before.</param>
/// <param name="Quote">The hit.</param>
/// <param name="After">Words after.</param>
public sealed record FoundHit(int Start, int End, string? Section, int Page, string Before, string Quote, string After);
