using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Claims.Drafts;
using Plumbline.Claims.Sql;
using Plumbline.Claims.Suggestions;
using Plumbline.Coding;
using Plumbline.Evidence;

namespace Plumbline.Pipeline;

/// <summary>A suggestion that somebody takes.</summary>
/// <param name="Claim">Id of the claim that the figure is to be linked to.</param>
/// <param name="Yaml">Entries of claims.yaml; null when the claim is there.</param>
/// <param name="Link">What to write into the draft.</param>
/// <param name="IsWritten">True when claims.yaml has the entries now.</param>
public sealed record TakenSuggestion(string Claim, string? Yaml, string Link, bool IsWritten);

/// <summary>Suggestions for the figures of a case's drafts that have no claim.</summary>
public static class CaseSuggestions
{
    /// <summary>Most suggestions for one figure when nothing is said.</summary>
    public const int Limit = SuggestStage.Limit;

    /// <summary>Looks for claims and simple counts that fit. Nothing is written.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="built">Its build in use.</param>
    /// <param name="drafts">Paths of drafts; all of <c>drafts/</c> without.</param>
    /// <param name="tables">Reads the tables of the build.</param>
    /// <param name="options">How far hedges reach, and what may be shown.</param>
    /// <param name="limit">Most suggestions for one figure.</param>
    /// <param name="cancellation">Stops between figures.</param>
    /// <exception cref="UsageException">A draft is missing.</exception>
    public static SuggestReport Find(
        CaseFolder folder, BuiltCase built, IReadOnlyList<string> drafts, TablesProcess tables, CheckOptions options, int limit = Limit, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(built);
        ArgumentNullException.ThrowIfNull(options);
        var claims = ClaimsFile.Read(folder.ClaimsYaml);
        return SuggestStage.Find(CaseCheck.Drafts(folder, drafts), claims, Search(folder, built, claims, tables, options), limit, cancellation);
    }

    /// <summary>All that is searched, read once.</summary>
    internal static FigureSearch Search(CaseFolder folder, BuiltCase built, ClaimsFile claims, TablesProcess tables, CheckOptions options)
    {
        IReadOnlyList<SearchedKind> kinds = [.. built.Codebooks.Select(c => new SearchedKind(c.Kind, c.Label))];
        var counts = new ShownCounts(tables, built, SourceTerms.Read(folder, options.Clock, options.ShowConfidential));
        return new FigureSearch(claims, kinds, tables, counts, new CaseQuotes(built), options);
    }

    /// <summary>The figure that is meant: by its number in the list, or by its place, <c>LINE:COLUMN</c>.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static SuggestedFigure Figure(SuggestReport report, string asked)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(asked);
        return report.Figures.FirstOrDefault(f => asked == FormattableString.Invariant($"{f.Number}") || asked == FormattableString.Invariant($"{f.Line}:{f.Column}"))
            ?? throw SuggestionProblems.NoFigure(asked, report.Figures.Count);
    }

    /// <summary>Makes a claim of a suggestion, marked as found by its value; of a claim that is there, without a new id, only the link.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="report">What was found.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="number">Number of the suggestion, from 1.</param>
    /// <param name="id">Id of the new claim; null to link the claim that is suggested.</param>
    /// <param name="write">True to add it to claims.yaml.</param>
    /// <exception cref="UsageException">No such suggestion, an id that is taken or is none, or a file that can't be added to.</exception>
    /// <exception cref="StoreFailedException">claims.yaml can't be written.</exception>
    public static TakenSuggestion Take(CaseFolder folder, SuggestReport report, SuggestedFigure figure, int number, string? id, bool write)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(figure);
        if (number < 1 || number > figure.Suggestions.Count)
        {
            throw SuggestionProblems.NoSuggestion(number, figure.Suggestions.Count);
        }

        var taken = figure.Suggestions[number - 1];
        if (id is null)
        {
            var claim = taken.Claim ?? throw SuggestionProblems.WhichFigure();
            return new TakenSuggestion(claim, null, Link(figure, claim), false);
        }

        var file = ClaimsFile.Read(folder.ClaimsYaml);
        CaseClaims.CheckId(id, file);

        var named = figure.Suggestions.Count(s => s.Claim is not null);
        var yaml = taken.Count is { } count
            ? ClaimText.Of(count, id, file, new ClaimFinding(figure.Searched, figure.Fitting))
            : file.Claims.GetValueOrDefault(taken.Claim!)?.Largest is null ? ClaimText.Of(taken.Claim!, id, new ClaimFinding(figure.Searched + report.Claims, figure.Fitting + named))
            : throw SuggestionProblems.NotInExpression(taken.Claim!);
        if (write)
        {
            ClaimsAppend.Write(folder.ClaimsYaml, yaml);
        }

        return new TakenSuggestion(id, yaml, Link(figure, id), write);
    }

    private static string Link(SuggestedFigure figure, string id) => $"[{figure.Figure.Text}](claim:{id})";
}

/// <summary>
/// Simple counts without the texts that stand in documents not for publication alone, or in hardly any other: such a value would be shown. What is counted
/// by keys of a codebook counts all units, as claims do.
/// </summary>
internal sealed class ShownCounts(ISimpleCounts counts, BuiltCase built, SourceTerms terms) : ISimpleCounts
{
    public IReadOnlyList<CountedCell> Of(string kind, IReadOnlyList<string> variables)
    {
        var cells = counts.Of(kind, variables);
        var hidden = built.HiddenUnits(terms);
        if (hidden.Count == 0 || built.Codebooks.FirstOrDefault(c => c.Kind.Table == kind) is not { } codebook)
        {
            return cells;
        }

        var texts = codebook.Kind.Variables.Where(v => v.Type is VariableType.Text or VariableType.Entity && variables.Contains(v.Name)).ToDictionary(v => v.Name, v => built.HiddenValues(kind, v, hidden), StringComparer.Ordinal);
        var kept = cells.Where(c => c.Amount is null && c.Where.Count == 1 && IsShown(c)).Select(c => c.Where[0]).ToHashSet();
        return [.. cells.Where(c => c.Where.All(w => !texts.ContainsKey(w.Variable) || kept.Contains(w)))];

        bool IsShown(CountedCell cell) => !texts.TryGetValue(cell.Where[0].Variable, out var values)
            || cell.Units - values.GetValueOrDefault(cell.Where[0].Value) >= SimpleCountRows.Fewest;
    }
}
