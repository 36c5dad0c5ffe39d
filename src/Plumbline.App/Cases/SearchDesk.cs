using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Tables;

namespace Plumbline.App.Cases;

/// <summary>A value of a variable among the texts that were found.</summary>
/// <param name="Value">The value; null where there is none.</param>
/// <param name="Status">Word of the status then.</param>
/// <param name="Count">How many texts.</param>
internal sealed record FacetValue(string? Value, string Status, long Count)
{
    /// <summary>The value, else the status.</summary>
    public string Key => Value ?? Status;
}

/// <summary>How the texts that were found part by one variable.</summary>
internal sealed record Facet(string Variable, string Label, IReadOnlyList<FacetValue> Values);

/// <summary>What a search found.</summary>
/// <param name="Report">The counts, and the texts to show.</param>
/// <param name="Facets">How they part.</param>
/// <param name="Over">Over how many of the texts that was counted.</param>
/// <param name="Problems">Faults of the query; then nothing else is told.</param>
internal sealed record SearchResult(SearchReport? Report, IReadOnlyList<Facet> Facets, long Over, IReadOnlyList<Problem> Problems);

/// <summary>Searches a case as it is in its build in use.</summary>
internal static class SearchDesk
{
    private const int FacetTexts = 5_000;
    private const int FacetValues = 8;

    /// <summary>Texts shown at once.</summary>
    public const int PageSize = 20;

    /// <param name="built">The build.</param>
    /// <param name="query">The query.</param>
    /// <param name="only">Of which values of which variables only; empty: all.</param>
    /// <param name="show">Texts to show.</param>
    /// <param name="cancellation">Stops it when somebody types on.</param>
    public static SearchResult Find(BuiltCase built, string query, IReadOnlyDictionary<string, string> only, int show, CancellationToken cancellation)
    {
        try
        {
            var table = built.Codebooks.FirstOrDefault(c => c.Of != PlaceKind.Row)?.Kind;
            var bare = built.Search(query, new CaseSearchOptions { First = FacetTexts, HitsOfEach = 0, Context = 0 }, cancellation);
            var texts = bare.First;
            using var connection = TablesFile.Open(built.TablesPath, readOnly: true);
            var facets = new List<Facet>();
            foreach (var variable in table?.Variables.Where(v => v is { Type: VariableType.Category or VariableType.YesNo, Multiple: false }) ?? [])
            {
                cancellation.ThrowIfCancellationRequested();
                var ids = string.Join(',', texts.Select(t => t.Unit));
                var rows = BuiltCase.Rows(
                    connection,
                    $"""
                    SELECT u.{variable.Name}::VARCHAR, u.{variable.Name}_status::VARCHAR, string_agg(m.member, ',') FROM store.members m JOIN store.{table!.Table} u ON u.unit_id = m.unit_id
                    WHERE m.kind = $2 AND m.member IN (SELECT unnest(string_split($1, ','))) GROUP BY ALL
                    """,
                    ids, table.Table).ConvertAll(r => (Value: new FacetValue(r[0] as string, (string)r[1]!, 0), Members: ((string)r[2]!).Split(',')));
                if (only.TryGetValue(variable.Name, out var wanted))
                {
                    var kept = rows.Where(r => r.Value.Key == wanted).SelectMany(r => r.Members).ToHashSet(StringComparer.Ordinal);
                    texts = [.. texts.Where(t => kept.Contains(t.Unit))];
                }

                facets.Add(new Facet(
                    variable.Name, variable.Label.Length > 0 ? variable.Label : variable.Name,
                    [.. rows.Select(r => r.Value with { Count = r.Members.Length }).OrderByDescending(v => v.Count).ThenBy(v => v.Key, StringComparer.Ordinal).Take(FacetValues)]));
            }

            var wantedUnits = texts.Select(t => t.Unit).ToHashSet(StringComparer.Ordinal);
            var shown = only.Count == 0
                ? built.Search(query, new CaseSearchOptions { First = show, Context = 90 }, cancellation)
                : built.Search(query, new CaseSearchOptions { First = FacetTexts, Context = 90 }, cancellation) is var all
                    ? all with { First = [.. all.First.Where(t => wantedUnits.Contains(t.Unit)).Take(show)], Texts = texts.Count }
                    : null;
            return new SearchResult(shown, facets, Math.Min(bare.Texts, FacetTexts), []);
        }
        catch (UsageException e)
        {
            return new SearchResult(null, [], 0, e.Problems.Count > 0 ? e.Problems : [e.ToProblem()]);
        }
    }
}
