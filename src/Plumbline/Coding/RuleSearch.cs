using System.Collections.Concurrent;
using Plumbline.Coding.Codebooks;
using Plumbline.Coding.Queries;
using Plumbline.Coding.Tokens;
using Plumbline.Evidence;

namespace Plumbline.Coding;

/// <summary>A unit in which a rule finds something.</summary>
internal sealed record RuleFound(int Part, int Document, TokenRange Unit, IReadOnlyList<Finding> Findings);

/// <summary>What a rule finds in the texts of a case.</summary>
internal sealed record RuleSearchResult(long Documents, long Units, IReadOnlyList<RuleFound> First);

/// <summary>What a rule has found before all texts were looked at.</summary>
/// <param name="Looked">Documents that were looked at; they lie evenly over the case, as far as its parts are even.</param>
/// <param name="Of">Documents in all.</param>
/// <param name="Found">What was found in those.</param>
internal sealed record RuleSearchSoFar(long Looked, long Of, RuleSearchResult Found);

/// <summary>
/// One rule alone over the texts of a case: postings tell which documents can hold its queries, sections are looked for only
/// where a query hits at all, and the same code as in a build decides what stands. Somebody who edits a rule sees what was found
/// so far long before all was looked at.
/// </summary>
internal static class RuleSearch
{
    // A multiple of 64, so that no two threads share a word of bits.
    private const int Chunk = 512;

    /// <summary>Looks at all texts; <paramref name="soFar"/> is told after each piece of them, by one thread at a time.</summary>
    public static RuleSearchResult Run(
        CodingRule rule, Variable variable, IReadOnlyList<TokenPart> parts, ISearchScope scope, Func<int, int, string> textOf, SearchOptions options, Action<RuleSearchSoFar>? soFar,
        CancellationToken cancellation)
    {
        var threads = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Threads), CancellationToken = cancellation };
        var open = parts.Select((p, i) => new RuleSearchPart(() => new RuleSearcher(rule, variable, p, i, scope, textOf), new(() => CandidatesOf(rule, p)))).ToList();
        var chunks = parts.SelectMany((p, i) => Enumerable.Range(0, (p.DocumentCount + Chunk - 1) / Chunk).Select(c => (Part: i, From: c * Chunk))).ToList();
        var found = new RuleSearchResult[chunks.Count];
        var sum = new RuleSearchSoFar(0, parts.Sum(p => (long)p.DocumentCount), new RuleSearchResult(0, 0, []));
        var gate = new Lock();

        // Golden steps, so that what was looked at first lies evenly over the case (Knuth, TAOCP 3, 6.4).
        var order = Enumerable.Range(0, chunks.Count).OrderBy(c => unchecked((uint)c * 2_654_435_769u)).ToList();
        Parallel.ForEach(Partitioner.Create(order, EnumerablePartitionerOptions.NoBuffering), threads, c =>
        {
            var (part, from) = chunks[c];
            var to = Math.Min(from + Chunk, parts[part].DocumentCount);
            found[c] = open[part].Run(from, to, options.FirstUnits);
            if (soFar is not null)
            {
                lock (gate)
                {
                    var (documents, units, first) = sum.Found;
                    first = first.Count < options.FirstUnits ? [.. first.Concat(found[c].First).Take(options.FirstUnits)] : first;
                    sum = new RuleSearchSoFar(sum.Looked + to - from, sum.Of, new RuleSearchResult(documents + found[c].Documents, units + found[c].Units, first));
                    soFar(sum);
                }
            }
        });
        return new RuleSearchResult(found.Sum(f => f.Documents), found.Sum(f => f.Units), [.. found.SelectMany(f => f.First).Take(options.FirstUnits)]);
    }

    private static ulong[]? CandidatesOf(CodingRule rule, TokenPart part)
    {
        if (rule.Queries.Count == 0)
        {
            return null;
        }

        var compiled = new CompiledQueries(rule.Queries, part.Vocabulary);
        var candidates = new Candidates(part, compiled.AtomForms);
        return candidates.InAny(compiled.Roots.Select(candidates.Of));
    }
}

/// <summary>A part that a rule is searched in, by several threads: what is made ready for a part is made once for each of them.</summary>
internal sealed class RuleSearchPart(Func<RuleSearcher> make, Lazy<ulong[]?> candidates)
{
    private readonly ConcurrentBag<RuleSearcher> idle = [];

    public RuleSearchResult Run(int from, int to, int most)
    {
        var searcher = idle.TryTake(out var made) ? made : make();
        var found = searcher.Run(from, to, candidates.Value, most);
        idle.Add(searcher);
        return found;
    }
}

/// <summary>Runs one rule over documents of one part. Not thread safe.</summary>
internal sealed class RuleSearcher
{
    private readonly CodingRule rule;
    private readonly Variable variable;
    private readonly TokenPart part;
    private readonly int number;
    private readonly ISearchScope scope;
    private readonly Func<int, int, string> textOf;
    private readonly QueryZones zones;
    private readonly CompiledRule compiled;
    private readonly QueryProgram? first;
    private readonly bool usesSections;
    private readonly QueryHits hits = new();
    private readonly RuleRun run = new();

    public RuleSearcher(CodingRule rule, Variable variable, TokenPart part, int number, ISearchScope scope, Func<int, int, string> textOf)
    {
        (this.rule, this.variable, this.part, this.number, this.scope, this.textOf) = (rule, variable, part, number, scope, textOf);
        zones = new QueryZones(rule.In);
        compiled = CompiledRule.Of(rule, zones);
        zones.Compile(part.Vocabulary);
        var asks = rule.Queries.Any(q => q.Sections.Count > 0);
        usesSections = rule.In.Count > 0 || asks || rule.Unless.Any(u => u.Query.Sections.Count > 0);

        // What holds nowhere in the unit holds in none of its sections, unless it asks for what is not there.
        first = rule.In.Count > 0 && rule.Queries.Count > 0 && !asks && !rule.Queries.Any(q => q.Root.HasNot) ? new QueryProgram(rule.Queries, part.Vocabulary) : null;
    }

    public RuleSearchResult Run(int from, int to, ulong[]? candidates, int most)
    {
        List<RuleFound> firstUnits = [];
        long documents = 0, units = 0;
        var findings = new List<Finding>();
        for (var document = from; document < to; document++)
        {
            if (candidates is not null && (candidates[document >> 6] >> (document & 63) & 1) == 0)
            {
                continue;
            }

            var any = false;
            foreach (var unit in scope.UnitsOf(number, document))
            {
                if (Find(document, unit, findings))
                {
                    any = true;
                    units++;
                    if (firstUnits.Count < most)
                    {
                        firstUnits.Add(new RuleFound(number, document, unit, [.. findings]));
                    }
                }
            }

            documents += any ? 1 : 0;
        }

        return new RuleSearchResult(documents, units, firstUnits);
    }

    /// <summary>True when the rule finds something in a unit.</summary>
    public bool Find(int document, TokenRange unit, List<Finding> findings)
    {
        findings.Clear();
        var tokens = part.Document(document);
        if (first is not null)
        {
            first.Evaluate(tokens, unit, [], hits);
            if (!Enumerable.Range(0, rule.Queries.Count).Any(hits.Holds))
            {
                return false;
            }
        }

        zones.Evaluate(tokens, unit, usesSections ? scope.SectionsOf(number, document, unit) : []);
        run.Enter(rule.Reader is null ? "" : textOf(number, document), tokens, unit);
        run.Find(compiled, variable.Type, variable.Currency, findings);
        return findings.Count > 0;
    }
}
