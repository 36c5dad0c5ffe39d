using Plumbline.Claims.Drafts;
using Plumbline.Claims.Figures;

namespace Plumbline.Claims.Checks;

/// <summary>A draft with every figure read once, for the verdicts and for what goes on inside of it.</summary>
internal sealed class DraftProse
{
    private readonly Dictionary<DraftPassage, int> orders = [];
    private readonly List<IReadOnlyList<Figure>> figures = [];
    private readonly Lazy<IReadOnlyList<ProsePassage>> passages;

    public DraftProse(Draft draft)
    {
        Draft = draft;
        Links = draft.Links.ToLookup(l => l.Passage);
        passages = new(() => [.. draft.Passages.Select((p, i) => new ProsePassage(draft, p, i, Of(p), [.. Links[p]]))]);
    }

    public Draft Draft { get; }

    public ILookup<DraftPassage, DraftLink> Links { get; }

    public IReadOnlyList<ProsePassage> Passages => passages.Value;

    /// <summary>The figures of a passage.</summary>
    public IReadOnlyList<Figure> Of(DraftPassage passage)
    {
        if (!orders.TryGetValue(passage, out var order))
        {
            order = orders[passage] = figures.Count;
            figures.Add(FigureParser.Parse(passage.Text, [.. Links[passage].Select(l => l.Span)]));
        }

        return figures[order];
    }
}
