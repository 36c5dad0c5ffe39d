using Plumbline.Coding.Tokens;

namespace Plumbline.Coding.Queries;

/// <summary>
/// What <see cref="QueryProgram.Evaluate"/> found in one unit; overwritten by the next evaluation. Hits are in order and
/// do not overlap; which spans are hits is defined in docs/query-language.md.
/// </summary>
public sealed class QueryHits
{
    private readonly SpanList spans = new();
    private int[] starts = [0];
    private bool[] holds = [];

    /// <summary>Number of queries.</summary>
    public int QueryCount { get; private set; }

    /// <summary>The hits of a query, by its place in the program. Empty when it does not hold, or holds by NOT alone.</summary>
    public ReadOnlySpan<TokenRange> this[int query] => spans.AsSpan()[starts[query]..starts[query + 1]];

    /// <summary>True when the query holds in the unit. (NOT gives no hits: a query can hold without any.)</summary>
    public bool Holds(int query)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(query, QueryCount);
        return holds[query];
    }

    internal void Start(int queries)
    {
        spans.Clear();
        QueryCount = 0;
        if (holds.Length < queries)
        {
            holds = new bool[queries];
            starts = new int[queries + 1];
        }
    }

    internal void Add(bool isTrue, ReadOnlySpan<TokenRange> hits)
    {
        holds[QueryCount++] = isTrue;
        spans.AddRange(hits);
        starts[QueryCount] = spans.Count;
    }
}
