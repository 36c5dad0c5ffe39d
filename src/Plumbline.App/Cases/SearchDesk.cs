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
/// <param name="Variable">The variable.</param>
/// <param name="Values">Its most frequent values.</param>
internal sealed record Facet(Variable Variable, IReadOnlyList<FacetValue> Values)
{
    /// <summary>Its name.</summary>
    public string Name => Variable.Name;

    /// <summary>What people call it.</summary>
    public string Label => Variable.Label.Length > 0 ? Variable.Label : Variable.Name;
}

/// <summary>What a search found.</summary>
/// <param name="Report">The counts, and the texts to show.</param>
/// <param name="Facets">How they part.</param>
/// <param name="Over">Over how many of the texts that was counted.</param>
/// <param name="Problems">Faults of the query; then nothing else is told.</param>
internal sealed record SearchResult(SearchReport? Report, IReadOnlyList<Facet> Facets, long Over, IReadOnlyList<Problem> Problems);

/// <summary>
/// Searches a case as it is in its build in use. The last few searches are kept: a page and the browser that takes it over, other values of a facet and more
/// texts ask for the same one. Thread safe.
/// </summary>
internal sealed class SearchDesk(OpenCase open) : IDisposable
{
    private const int FacetTexts = 5_000;
    private const int FacetValues = 8;
    private const int Kept = 6;

    private readonly Lock gate = new();
    private readonly List<KeptSearch> kept = [];

    /// <summary>Texts shown at once.</summary>
    public const int PageSize = 20;

    /// <summary>Searches; a search that is made already is waited for.</summary>
    /// <param name="query">The query.</param>
    /// <param name="only">Of which values of which variables only; empty: all.</param>
    /// <param name="show">Texts to show.</param>
    /// <returns>What was found, or the faults of the query; null before the first build, and when the search gave way to others since.</returns>
    public async Task<SearchResult?> Find(string query, IReadOnlyDictionary<string, string> only, int show)
    {
        if (open.Built is not { } built)
        {
            return null;
        }

        var isBlind = open.Units.IsBlind;
        try
        {
            var found = await Search(built, query).ConfigureAwait(false);
            return await Task.Run(() => Draw(found, isBlind ? new Dictionary<string, string>() : only, show, withFacets: !isBlind)).ConfigureAwait(false);
        }
        catch (UsageException e)
        {
            return new SearchResult(null, [], 0, e.Problems.Count > 0 ? e.Problems : [e.ToProblem()]);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            kept.ForEach(k => k.Stop.Cancel());
            kept.Clear();
        }
    }

    private Task<FoundTexts> Search(BuiltCase built, string query)
    {
        lock (gate)
        {
            if (kept.Find(k => k.Build == built.Id && k.Query == query) is { } same)
            {
                return same.Found;
            }

            for (; kept.Count >= Kept; kept.RemoveAt(0))
            {
                kept[0].Stop.Cancel();
            }

            var stop = new CancellationTokenSource();
            var search = new KeptSearch(built.Id, query, Task.Run(() => Read(built, query, stop.Token), stop.Token), stop);
            kept.Add(search);
            return search.Found;
        }
    }

    private static FoundTexts Read(BuiltCase built, string query, CancellationToken cancellation)
    {
        var (bare, withHits) = built.SearchMany(query, new CaseSearchOptions { First = FacetTexts, Context = 90 }, cancellation);
        var table = MostOf(built, bare.First);
        var parted = table is null ? [] : table.Variables.Where(v => v is { Type: VariableType.Category or VariableType.YesNo, Multiple: false }).ToList();
        cancellation.ThrowIfCancellationRequested();
        return new FoundTexts(bare, withHits, parted, table is null ? [] : Values(built, table.Table, parted, bare.First));
    }

    private static SearchResult Draw(FoundTexts found, IReadOnlyDictionary<string, string> only, int show, bool withFacets)
    {
        var texts = Enumerable.Range(0, found.Bare.First.Count).ToList();
        var facets = new List<Facet>();
        foreach (var (variable, at) in withFacets && found.Values.Count > 0 ? found.Parted.Select((v, i) => (v, i)) : [])
        {
            var counts = texts.Where(t => found.Values[t] is not null).GroupBy(t => found.Values[t]![at]).Select(g => new FacetValue(g.Key.Value, g.Key.Status, g.LongCount()));
            facets.Add(new Facet(variable, [.. counts.OrderByDescending(v => v.Count).ThenBy(v => v.Key, StringComparer.Ordinal).Take(FacetValues)]));
            if (only.TryGetValue(variable.Name, out var wanted))
            {
                texts.RemoveAll(t => found.Values[t] is not { } own || (own[at].Value ?? own[at].Status) != wanted);
            }
        }

        var shown = found.Bare with { First = [.. texts.Take(show).Select(found.WithHits)], Texts = only.Count == 0 ? found.Bare.Texts : texts.Count };
        return new SearchResult(shown, facets, Math.Min(found.Bare.Texts, FacetTexts), []);
    }

    /// <summary>The kind that most of the texts are of; null when they are of none.</summary>
    private static UnitKind? MostOf(BuiltCase built, IReadOnlyList<FoundText> texts)
    {
        using var connection = built.OpenTables();
        var kinds = BuiltCase.Rows(
            connection, "SELECT kind FROM store.members WHERE member IN (SELECT unnest(string_split($1, ','))) GROUP BY kind ORDER BY count(*) DESC, kind LIMIT 1", string.Join(',', texts.Select(t => t.Unit)));
        return kinds is [[string kind]] ? built.Codebooks.FirstOrDefault(c => c.Kind.Table == kind)?.Kind : null;
    }

    /// <summary>Value and status of each variable, for each text that is a member of a unit; null for others.</summary>
    private static IReadOnlyList<(string? Value, string Status)[]?> Values(BuiltCase built, string table, IReadOnlyList<Variable> variables, IReadOnlyList<FoundText> texts)
    {
        using var connection = built.OpenTables();
        var columns = string.Concat(variables.Select(v => $", u.{v.Name}::VARCHAR, u.{v.Name}_status::VARCHAR"));
        var byMember = BuiltCase.Rows(
            connection,
            $"SELECT m.member{columns} FROM store.members m JOIN store.{table} u ON u.unit_id = m.unit_id WHERE m.kind = $2 AND m.member IN (SELECT unnest(string_split($1, ',')))",
            string.Join(',', texts.Select(t => t.Unit)), table)
            .ToDictionary(r => (string)r[0]!, r => variables.Select((_, i) => (r[1 + (2 * i)] as string, (string)r[2 + (2 * i)]!)).ToArray(), StringComparer.Ordinal);
        return [.. texts.Select(t => byMember.GetValueOrDefault(t.Unit))];
    }

    /// <summary>A search that is made, or was.</summary>
    private sealed record KeptSearch(string Build, string Query, Task<FoundTexts> Found, CancellationTokenSource Stop);

    /// <summary>Texts without their hits, what draws these up, and the values of the variables by which they are parted.</summary>
    private sealed record FoundTexts(SearchReport Bare, Func<int, FoundText> WithHits, IReadOnlyList<Variable> Parted, IReadOnlyList<(string? Value, string Status)[]?> Values);
}
