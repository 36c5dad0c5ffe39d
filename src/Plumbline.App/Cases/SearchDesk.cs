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
            var (bare, withHits) = built.SearchMany(query, new CaseSearchOptions { First = FacetTexts, Context = 90 }, cancellation);
            var texts = Enumerable.Range(0, bare.First.Count).ToList();
            var facets = new List<Facet>();
            if (table is not null && texts.Count > 0)
            {
                var parted = table.Variables.Where(v => v is { Type: VariableType.Category or VariableType.YesNo, Multiple: false }).ToList();
                var values = Values(built, table.Table, parted, bare.First);
                foreach (var (variable, at) in parted.Select((v, i) => (v, i)))
                {
                    cancellation.ThrowIfCancellationRequested();
                    var counts = texts.Where(t => values[t] is not null).GroupBy(t => values[t]![at]).Select(g => new FacetValue(g.Key.Value, g.Key.Status, g.LongCount()));
                    facets.Add(new Facet(
                        variable.Name, variable.Label.Length > 0 ? variable.Label : variable.Name, [.. counts.OrderByDescending(v => v.Count).ThenBy(v => v.Key, StringComparer.Ordinal).Take(FacetValues)]));
                    if (only.TryGetValue(variable.Name, out var wanted))
                    {
                        texts.RemoveAll(t => values[t] is not { } own || (own[at].Value ?? own[at].Status) != wanted);
                    }
                }
            }

            var shown = bare with { First = [.. texts.Take(show).Select(withHits)], Texts = only.Count == 0 ? bare.Texts : texts.Count };
            return new SearchResult(shown, facets, Math.Min(bare.Texts, FacetTexts), []);
        }
        catch (UsageException e)
        {
            return new SearchResult(null, [], 0, e.Problems.Count > 0 ? e.Problems : [e.ToProblem()]);
        }
    }

    /// <summary>Value and status of each variable, for each text that is a member of a unit; null for others.</summary>
    private static IReadOnlyList<(string? Value, string Status)[]?> Values(BuiltCase built, string table, IReadOnlyList<Variable> variables, IReadOnlyList<FoundText> texts)
    {
        using var connection = TablesFile.Open(built.TablesPath, readOnly: true);
        var columns = string.Concat(variables.Select(v => $", u.{v.Name}::VARCHAR, u.{v.Name}_status::VARCHAR"));
        var byMember = BuiltCase.Rows(
            connection,
            $"SELECT m.member{columns} FROM store.members m JOIN store.{table} u ON u.unit_id = m.unit_id WHERE m.kind = $2 AND m.member IN (SELECT unnest(string_split($1, ',')))",
            string.Join(',', texts.Select(t => t.Unit)), table)
            .ToDictionary(r => (string)r[0]!, r => variables.Select((_, i) => (r[1 + (2 * i)] as string, (string)r[2 + (2 * i)]!)).ToArray(), StringComparer.Ordinal);
        return [.. texts.Select(t => byMember.GetValueOrDefault(t.Unit))];
    }
}
