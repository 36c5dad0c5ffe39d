using Plumbline.Coding.Queries;
using Plumbline.Coding.Tokens;

namespace Plumbline.Coding;

/// <summary>
/// The queries of all rules that look in the same sections, evaluated there and nowhere else: most rules look at a few
/// sentences of a long text. Sections that touch are one zone. Not thread safe.
/// </summary>
internal sealed class QueryZones(IReadOnlyList<string> sections)
{
    private readonly List<Query> queries = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<QueryHits> hits = [];
    private readonly List<TokenRange> zones = [];
    private QueryProgram? program;

    /// <summary>Number of zones in the unit.</summary>
    public int Count => zones.Count;

    /// <summary>Number of a query; equal texts have one.</summary>
    public int Add(Query query)
    {
        if (!numbers.TryGetValue(query.Text, out var number))
        {
            numbers.Add(query.Text, number = queries.Count);
            queries.Add(query);
        }

        return number;
    }

    public void Compile(Vocabulary vocabulary) => program = queries.Count > 0 ? new QueryProgram(queries, vocabulary) : null;

    /// <summary>Evaluates the queries in each zone of a unit.</summary>
    public void Evaluate(TokenDocument document, TokenRange unit, IReadOnlyList<SectionRange> found)
    {
        zones.Clear();
        if (sections.Count == 0)
        {
            zones.Add(unit);
        }
        else
        {
            AddZones(found);
        }

        for (var z = 0; z < zones.Count; z++)
        {
            if (z == hits.Count)
            {
                hits.Add(new QueryHits());
            }

            program?.Evaluate(document, zones[z], found, hits[z]);
        }
    }

    public TokenRange Zone(int number) => zones[number];

    public QueryHits Hits(int zone) => hits[zone];

    private void AddZones(IReadOnlyList<SectionRange> found)
    {
        foreach (var section in found)
        {
            if (sections.Contains(section.Name) && section.Range.From < section.Range.To)
            {
                zones.Add(section.Range);
            }
        }

        zones.Sort(static (a, b) => a.From.CompareTo(b.From));
        var kept = 0;
        for (var z = 1; z < zones.Count; z++)
        {
            if (zones[z].From <= zones[kept].To)
            {
                zones[kept] = new TokenRange(zones[kept].From, Math.Max(zones[kept].To, zones[z].To));
            }
            else
            {
                zones[++kept] = zones[z];
            }
        }

        if (zones.Count > 0)
        {
            zones.RemoveRange(kept + 1, zones.Count - kept - 1);
        }
    }
}
