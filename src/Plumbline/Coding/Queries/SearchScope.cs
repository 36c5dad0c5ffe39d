using Plumbline.Coding.Tokens;

namespace Plumbline.Coding.Queries;

/// <summary>Tells a search what the units of a document are. Called by several threads at once.</summary>
public interface ISearchScope
{
    /// <summary>The units of a document, in order; empty when it has none (or was removed).</summary>
    IReadOnlyList<TokenRange> UnitsOf(int part, int document);

    /// <summary>The sections of a unit. Only called for a query that names one, and for documents that may hold hits.</summary>
    IReadOnlyList<SectionRange> SectionsOf(int part, int document, TokenRange unit);
}

/// <summary>Every document is one unit, without sections.</summary>
public sealed class WholeDocuments(IReadOnlyList<TokenPart> parts) : ISearchScope
{
    /// <inheritdoc/>
    public IReadOnlyList<TokenRange> UnitsOf(int part, int document) => [parts[part].Document(document).All];

    /// <inheritdoc/>
    public IReadOnlyList<SectionRange> SectionsOf(int part, int document, TokenRange unit) => [];
}

/// <summary>How a search is done.</summary>
public sealed record SearchOptions
{
    /// <summary>How many of the first units are given with their hits.</summary>
    public int FirstUnits { get; init; } = 20;

    /// <summary>Threads.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}

/// <summary>A unit in which the query holds.</summary>
/// <param name="Part">Index of its part.</param>
/// <param name="Document">Ordinal in the part.</param>
/// <param name="Unit">Its range in the document.</param>
/// <param name="Hits">The hits, in order; none when the query holds by NOT alone.</param>
public sealed record FoundUnit(int Part, int Document, TokenRange Unit, IReadOnlyList<TokenRange> Hits);

/// <summary>What a search found.</summary>
/// <param name="Documents">Documents with a unit in which the query holds.</param>
/// <param name="Units">Units in which it holds.</param>
/// <param name="Hits">Hits in all of them.</param>
/// <param name="First">The first units, by part, document and place.</param>
public sealed record SearchResult(long Documents, long Units, long Hits, IReadOnlyList<FoundUnit> First);
