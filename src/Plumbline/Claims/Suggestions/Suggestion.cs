using Plumbline.Claims.Figures;
using Plumbline.Evidence;

namespace Plumbline.Claims.Suggestions;

/// <summary>A claim or count that may be what a figure rests on; or, where its value does not fit, what its words may mean.</summary>
public sealed record Suggestion
{
    /// <summary>Id of the claim of claims.yaml; null for a count that is no claim yet.</summary>
    public string? Claim { get; init; }

    /// <summary>What is counted, for people. Holds values of the tables: hostile text.</summary>
    public required string What { get; init; }

    /// <summary>Table of the units; null for expressions and quotes.</summary>
    public string? Kind { get; init; }

    /// <summary>The verdict that the figure would get.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The rule that decided, one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>Low end in the unit of the figure; null when not bounded.</summary>
    public decimal? Low { get; init; }

    /// <summary>High end.</summary>
    public decimal? High { get; init; }

    /// <summary>Units nobody has read that could belong to it.</summary>
    public long Unread { get; init; }

    /// <summary>How well the words around the figure name it, 0 to 1.</summary>
    public required double Words { get; init; }

    /// <summary>Its SELECT; null for a claim.</summary>
    public string? Sql => Count?.Sql;

    /// <summary>The count; null for a claim.</summary>
    internal SimpleCount? Count { get; init; }
}

/// <summary>A figure without a claim, with what was found for it.</summary>
public sealed record SuggestedFigure
{
    /// <summary>Its number in the list, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Name of the draft.</summary>
    public required string Draft { get; init; }

    /// <summary>The figure, in its passage.</summary>
    public required Figure Figure { get; init; }

    /// <summary>Its place in the draft, from hedge to unit.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>1-based line.</summary>
    public required int Line { get; init; }

    /// <summary>1-based column.</summary>
    public required int Column { get; init; }

    /// <summary>The sentence around it.</summary>
    public required string Sentence { get; init; }

    /// <summary>Counts of its sort that were searched.</summary>
    public required int Searched { get; init; }

    /// <summary>How many of them give it.</summary>
    public required int Fitting { get; init; }

    /// <summary>How many of them give a number of its size on average: when <see cref="Fitting"/> is no more than this, that one fits says nothing.</summary>
    public required double ByChance { get; init; }

    /// <summary>Counts that its words name.</summary>
    public required int Named { get; init; }

    /// <summary>How many of these give it.</summary>
    public required int NamedFitting { get; init; }

    /// <summary>How many of these give a number of its size on average.</summary>
    public required double NamedByChance { get; init; }

    /// <summary>Claims and counts whose value and words fit, best first.</summary>
    public required IReadOnlyList<Suggestion> Suggestions { get; init; }

    /// <summary>What its words name as well or better, and whose value does not fit: perhaps the figure is wrong.</summary>
    public required IReadOnlyList<Suggestion> Others { get; init; }
}

/// <summary>Suggestions for the figures of drafts that no claim stands behind.</summary>
/// <param name="Counts">Simple counts of the case, of every sort.</param>
/// <param name="Claims">Claims of claims.yaml that could be read.</param>
/// <param name="Figures">The figures, in the order of the drafts.</param>
/// <param name="Problems">What is wrong with drafts and claims.</param>
public sealed record SuggestReport(int Counts, int Claims, IReadOnlyList<SuggestedFigure> Figures, IReadOnlyList<Problem> Problems);
