using Plumbline.Claims.Drafts;
using Plumbline.Claims.Figures;

namespace Plumbline.Claims.Suggestions;

/// <summary>
/// Looks for what the figures without a claim may rest on: reads all claims and all simple counts of the case, and lists for each figure those whose
/// value and words fit, with how many were searched. Writes nothing.
/// </summary>
internal static class SuggestStage
{
    /// <summary>Most suggestions for a figure when nothing is said.</summary>
    public const int Limit = 5;

    /// <summary>Searches for every figure of the drafts that needs a claim and has none.</summary>
    public static SuggestReport Find(IReadOnlyList<Draft> drafts, ClaimsFile claims, FigureSearch search, int limit = Limit, CancellationToken cancellation = default)
    {
        var figures = new List<SuggestedFigure>();
        foreach (var draft in drafts)
        {
            var links = draft.Links.ToLookup(l => l.Passage);
            foreach (var passage in draft.Passages)
            {
                var own = links[passage].ToList();
                var all = FigureParser.Parse(passage.Text, [.. own.Select(l => l.Span)]);
                foreach (var figure in all.Where(f => f.NeedsBacking && !own.Exists(l => l.Span.Overlaps(f.Number))))
                {
                    cancellation.ThrowIfCancellationRequested();
                    figures.Add(Of(draft, passage, figure, search.Find(figure, passage.Text, all, limit), figures.Count + 1));
                }
            }
        }

        return new SuggestReport(search.Counts, search.Claims, figures, [.. claims.Problems, .. drafts.SelectMany(d => d.Problems)]);
    }

    private static SuggestedFigure Of(Draft draft, DraftPassage passage, Figure figure, FoundForFigure found, int number)
    {
        var span = passage.InFile(figure.Span);
        var (line, column) = draft.PlaceOf(span.Start);
        return new SuggestedFigure
        {
            Number = number, Draft = draft.File.Name, Figure = figure, Span = span, Line = line, Column = column, Sentence = Sentences.Around(passage.Text, figure.Span).In(passage.Text),
            Searched = found.Searched, Fitting = found.Fitting, ByChance = found.ByChance, Named = found.Named, NamedFitting = found.NamedFitting, NamedByChance = found.NamedByChance,
            Suggestions = found.Suggestions, Others = found.Others,
        };
    }
}
