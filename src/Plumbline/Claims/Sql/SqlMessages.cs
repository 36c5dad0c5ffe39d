using System.Text.Json;
using Plumbline.Claims.Suggestions;
using Plumbline.Evidence;

namespace Plumbline.Claims.Sql;

/// <summary>What the parent asks; one frame of JSON.</summary>
/// <param name="Ask"><c>open</c>, <c>read</c>, <c>evidence</c>, <c>units</c>, <c>open-units</c>, <c>counts</c>, <c>query</c> or <c>next</c>.</param>
internal sealed record SqlRequest(string Ask)
{
    /// <summary>Path of the tables.</summary>
    public string? Path { get; init; }

    /// <summary>The claim.</summary>
    public ClaimQuery? Claim { get; init; }

    /// <summary>Most rows of evidence.</summary>
    public int Limit { get; init; }

    /// <summary>Claims to read together.</summary>
    public IReadOnlyList<ForeseenClaim>? Claims { get; init; }

    /// <summary>The query.</summary>
    public string? Sql { get; init; }

    /// <summary>The kind that is counted.</summary>
    public string? Kind { get; init; }

    /// <summary>The variables that it may be counted by.</summary>
    public IReadOnlyList<string> Variables { get; init; } = [];
}

/// <summary>What the worker answers; one frame of JSON.</summary>
internal sealed record SqlAnswer
{
    /// <summary>Problems, instead of all else.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>The claim's reading.</summary>
    public ClaimReading? Reading { get; init; }

    /// <summary>Some of the claims that are read together.</summary>
    public IReadOnlyList<ReadClaim> Read { get; init; } = [];

    /// <summary>The units that keep a claim open.</summary>
    public OpenUnits? Open { get; init; }

    /// <summary>Rows of evidence.</summary>
    public IReadOnlyList<EvidenceRow> Evidence { get; init; } = [];

    /// <summary>The units that the claim touches.</summary>
    public IReadOnlyList<ClaimUnit> Units { get; init; } = [];

    /// <summary>The simple counts of a kind.</summary>
    public IReadOnlyList<CountedCell> Counts { get; init; } = [];

    /// <summary>How many there are.</summary>
    public long Total { get; init; }

    /// <summary>The query's columns.</summary>
    public IReadOnlyList<QueryColumn> Columns { get; init; } = [];

    /// <summary>The query's next rows, an array each.</summary>
    public JsonElement? Rows { get; init; }

    /// <summary>True when there may be more.</summary>
    public bool More { get; init; }
}

/// <summary>What was read of one of several claims.</summary>
/// <param name="Index">Which, from 0.</param>
/// <param name="Reading">The reading; null when this is its evidence.</param>
/// <param name="Evidence">The first rows of its evidence; null when this is its reading.</param>
internal sealed record ReadClaim(int Index, ClaimReading? Reading, IReadOnlyList<EvidenceRow>? Evidence);
