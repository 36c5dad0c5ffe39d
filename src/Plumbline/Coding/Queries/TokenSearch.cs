using Plumbline.Coding.Tokens;

namespace Plumbline.Coding.Queries;

/// <summary>
/// One query over parts: the postings tell which documents can hold it, and only these are read. The same evaluator as
/// for rules, so that a preview finds what the rule will.
/// </summary>
public static class TokenSearch
{
    // A multiple of 64, so that no two threads share a word of bits.
    private const int Chunk = 4096;

    /// <summary>Searches. The result does not depend on the number of threads.</summary>
    /// <exception cref="Evidence.IntegrityException">COD090: a part is damaged.</exception>
    public static SearchResult Run(
        Query query, IReadOnlyList<TokenPart> parts, ISearchScope scope, SearchOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(options);
        var threads = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Threads), CancellationToken = cancellation };
        var plans = new PartPlan[parts.Count];
        Each(parts.Count, threads, i => plans[i] = new PartPlan(i, parts[i], query));
        var chunks = plans.SelectMany(p => Enumerable.Range(0, (p.Part.DocumentCount + Chunk - 1) / Chunk).Select(c => (Plan: p, From: c * Chunk))).ToList();
        var found = new SearchResult[chunks.Count];
        Each(chunks.Count, threads, i => found[i] = Search(chunks[i].Plan, chunks[i].From, scope, options.FirstUnits));
        return new SearchResult(
            found.Sum(f => f.Documents), found.Sum(f => f.Units), found.Sum(f => f.Hits),
            [.. found.SelectMany(f => f.First).Take(options.FirstUnits)]);
    }

    private static void Each(int count, ParallelOptions threads, Action<int> action)
    {
        try
        {
            Parallel.For(0, count, threads, action);
        }
        catch (AggregateException e) when (e.InnerExceptions[0] is Evidence.PlumblineException first)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(first);
        }
    }

    private static SearchResult Search(PartPlan plan, int from, ISearchScope scope, int firstUnits)
    {
        var program = new QueryProgram(plan.Compiled);
        var hits = new QueryHits();
        List<FoundUnit> first = [];
        long documents = 0, units = 0, spans = 0;
        for (var document = from; document < Math.Min(from + Chunk, plan.Part.DocumentCount); document++)
        {
            if (!plan.MayHold(document))
            {
                continue;
            }

            var any = false;
            TokenDocument? tokens = null;
            foreach (var unit in scope.UnitsOf(plan.Index, document))
            {
                tokens ??= plan.Part.Document(document);
                program.Evaluate(tokens, unit, program.UsesSections ? scope.SectionsOf(plan.Index, document, unit) : [], hits);
                if (hits.Holds(0))
                {
                    any = true;
                    units++;
                    spans += hits[0].Length;
                    if (first.Count < firstUnits)
                    {
                        first.Add(new FoundUnit(plan.Index, document, unit, hits[0].ToArray()));
                    }
                }
            }

            documents += any ? 1 : 0;
        }

        return new SearchResult(documents, units, spans, first);
    }

    private sealed class PartPlan
    {
        private readonly ulong[]? candidates;

        public PartPlan(int index, TokenPart part, Query query)
        {
            Index = index;
            Part = part;
            Compiled = new CompiledQueries([query], part.Vocabulary);
            candidates = new Candidates(part, Compiled.AtomForms).Of(Compiled.Roots[0]);
        }

        public int Index { get; }

        public TokenPart Part { get; }

        public CompiledQueries Compiled { get; }

        public bool MayHold(int document) => candidates is null || (candidates[document >> 6] >> (document & 63) & 1) != 0;
    }
}
