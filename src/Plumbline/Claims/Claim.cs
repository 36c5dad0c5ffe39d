using Plumbline.Evidence;

namespace Plumbline.Claims;

/// <summary>A claim of <c>claims.yaml</c>: one of <see cref="Query"/>, <see cref="Expression"/> and <see cref="Quote"/> is set.</summary>
public sealed record Claim
{
    /// <summary>Its id, what a link names.</summary>
    public required string Id { get; init; }

    /// <summary>Where it stands in claims.yaml.</summary>
    public required ProblemPlace Place { get; init; }

    /// <summary>The query whose rows are its evidence.</summary>
    public ClaimQuery? Query { get; init; }

    /// <summary>For <c>measure: range</c>: the query of the largest amount; <see cref="Query"/> is that of the smallest.</summary>
    public ClaimQuery? Largest { get; init; }

    /// <summary>A sum over other claims.</summary>
    internal ClaimExpression? Expression { get; init; }

    /// <summary>The sum as it is written; null when it is none.</summary>
    public string? ExpressionText { get; init; }

    /// <summary>Ids of the claims that it is made of; empty when it is no sum.</summary>
    public IReadOnlyList<string> Names => [.. (Expression?.Names ?? []).Distinct(StringComparer.Ordinal)];

    /// <summary>A figure that somebody else published.</summary>
    public ClaimQuote? Quote { get; init; }

    /// <summary>Names of what is counted, by language (<c>en</c>, <c>ru</c>); empty when none is given.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Counts { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Unit of its number: a currency, <c>%</c>, or a unit of time; null when it is a plain number or the query says.</summary>
    public string? Unit { get; init; }

    /// <summary>True when units nobody has read are accepted; every report says so.</summary>
    public bool AcceptsUnread { get; init; }

    /// <summary>What "about" allows here, as a part of the figure; null for the case's.</summary>
    public decimal? Tolerance { get; init; }

    /// <summary>A note for readers of the file.</summary>
    public string? Note { get; init; }

    /// <summary>Set for a claim that was looked for until its value fitted a figure.</summary>
    public ClaimFinding? Found { get; init; }
}

/// <summary>A published figure.</summary>
/// <param name="Document">Name or id of the archived document.</param>
/// <param name="Exact">Words of it that contain the figure, exactly as they stand.</param>
public sealed record ClaimQuote(string Document, string Exact);

/// <summary>Looks words up in the archive. Pipeline implements it.</summary>
public interface IQuotedDocuments
{
    /// <summary>
    /// True when the exact words stand in the text of a document, which is named by its file name or its id; false as well
    /// when there is no such document, or two of that name.
    /// </summary>
    bool Contains(string document, string exact, out DocumentId id, out TextSpan at);
}
