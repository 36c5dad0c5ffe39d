using Plumbline.Claims.Figures;
using Plumbline.Evidence;

namespace Plumbline.Claims.Drafts;

/// <summary>Which part of a figure a link holds: each end of a range may have its own.</summary>
internal enum FigurePart
{
    Whole,
    Low,
    High,
}

/// <summary>A place of a draft that has a link or could have one, with the words around it.</summary>
internal sealed record LinkSite(DraftPassage Passage, TextSpan Span, Figure? Figure, FigurePart Part, DraftLink? Link)
{
    /// <summary>Words on each side that are compared.</summary>
    public const int Reach = 8;

    /// <summary>Words before it, nearest last.</summary>
    public string[] Before { get; private init; } = [];

    /// <summary>Words behind it, nearest first.</summary>
    public string[] After { get; private init; } = [];

    /// <summary>Where in the draft, 0 to 1.</summary>
    public required double Position { get; init; }

    public string Text => Span.In(Passage.Text);

    /// <summary>The site with the words around it.</summary>
    /// <param name="words">Words of the draft, or of its passage.</param>
    /// <param name="first">How many of them stand before it.</param>
    /// <param name="next">The first behind it.</param>
    public LinkSite Among(List<string> words, int first, int next) => this with
    {
        Before = [.. words[Math.Max(0, first - Reach)..first]], After = [.. words[next..Math.Min(words.Count, next + Reach)]],
    };

    /// <summary>True when both state the same: the same value with the same hedge, or without a figure the same words.</summary>
    public bool Says(LinkSite other) => Figure is { } a && other.Figure is { } b
        ? a.StatesSame(b) && Percent(a) == Percent(b)
        : Figure is null && other.Figure is null && Text.Equals(other.Text, StringComparison.OrdinalIgnoreCase);

    /// <summary>What a link here holds, when one of <paramref name="other"/> is carried over: hedge and noun if they were in it there.</summary>
    public TextSpan SpanLike(LinkSite other) => Part != FigurePart.Whole || Figure is not { } own || other.Figure is not { } its ? Span
        : new TextSpan(other.Span.Start <= its.Span.Start ? own.Span.Start : own.Number.Start, other.Span.End >= its.Span.End ? own.Span.End : own.Number.End);

    /// <summary>How much of the words around is the same in the same order: 0 to 1.</summary>
    public double Likeness(LinkSite other)
    {
        var words = Before.Length + After.Length + other.Before.Length + other.After.Length;
        return words == 0 ? 1 : 2.0 * (Common(Before, other.Before) + Common(After, other.After)) / words;
    }

    private static bool Percent(Figure figure) => figure.Kind == FigureKind.Percent;

    /// <summary>Length of the longest common subsequence.</summary>
    private static int Common(string[] a, string[] b)
    {
        Span<int> row = stackalloc int[Reach + 1];
        foreach (var word in a)
        {
            var diagonal = 0;
            for (var j = 0; j < b.Length; j++)
            {
                var above = row[j + 1];
                row[j + 1] = word == b[j] ? diagonal + 1 : Math.Max(above, row[j]);
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}

/// <summary>Finds the sites of a draft: its links, and its figures without one.</summary>
internal sealed class LinkSites
{
    private readonly List<(DraftPassage Passage, TextSpan Span, Figure? Figure, FigurePart Part, DraftLink? Link, int First, int Next)> found = [];
    private readonly List<string> words = [];

    public static IReadOnlyList<LinkSite> Of(Draft draft)
    {
        var sites = new LinkSites();
        var links = draft.Links.ToLookup(l => l.Passage);
        foreach (var passage in draft.Passages)
        {
            sites.Read(passage, [.. links[passage]]);
        }

        return [.. sites.found.Select(f => new LinkSite(f.Passage, f.Span, f.Figure, f.Part, f.Link)
        {
            Position = sites.words.Count == 0 ? 0 : (double)f.First / sites.words.Count,
        }.Among(sites.words, f.First, f.Next))];
    }

    /// <summary>Sites without a figure where these words stand.</summary>
    public static IEnumerable<LinkSite> Named(Draft draft, string text, IReadOnlyList<LinkSite> near)
    {
        foreach (var passage in draft.Passages.Where(_ => !string.IsNullOrWhiteSpace(text)))
        {
            var at = passage.Text.IndexOf(text, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                continue;
            }

            var span = new TextSpan(at, at + text.Length);
            if (!near.Any(s => ReferenceEquals(s.Passage, passage) && s.Link is not null && s.Span.Overlaps(span)))
            {
                var (own, starts) = Words(passage.Text);
                var first = starts.Count(s => s.Start < span.Start);
                var next = starts.Count(s => s.Start < span.End);
                yield return new LinkSite(passage, span, null, FigurePart.Whole, null) { Position = 0 }.Among(own, first, next);
            }
        }
    }

    private void Read(DraftPassage passage, List<DraftLink> links)
    {
        var (own, spans) = Words(passage.Text);
        var from = words.Count;
        words.AddRange(own);
        void Add(TextSpan span, Figure? figure, FigurePart part, DraftLink? link)
        {
            // Around the number: whether a link holds hedge and noun makes no other place of it.
            var core = part switch { FigurePart.Low => figure!.LowNumber!.Value, FigurePart.High => figure!.HighNumber!.Value, _ => figure?.Number ?? span };
            var first = spans.FindIndex(s => s.End > core.Start);
            var next = spans.FindIndex(s => s.Start >= core.End);
            found.Add((passage, span, figure, part, link, from + (first < 0 ? own.Count : first), from + (next < 0 ? own.Count : next)));
        }

        var figures = FigureParser.Parse(passage.Text, [.. links.Select(l => l.Span)]);
        foreach (var link in links)
        {
            var figure = figures.Where(f => f.Number.Overlaps(link.Span)).OrderByDescending(f => f.NeedsBacking).FirstOrDefault();
            var (low, high) = (figure?.LowNumber?.Overlaps(link.Span) == true, figure?.HighNumber?.Overlaps(link.Span) == true);
            Add(link.Span, figure, low == high ? FigurePart.Whole : low ? FigurePart.Low : FigurePart.High, link);
        }

        foreach (var figure in figures.Where(f => !links.Exists(l => l.Span.Overlaps(f.Number))))
        {
            Add(figure.Span, figure, FigurePart.Whole, null);
            if (figure is { LowNumber: { } low, HighNumber: { } high })
            {
                Add(low, figure, FigurePart.Low, null);
                Add(high, figure, FigurePart.High, null);
            }
        }
    }

    private static (List<string> Words, List<TextSpan> Spans) Words(string text)
    {
        var (words, spans) = (new List<string>(), new List<TextSpan>());
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                i++;
            }

            if (i > start)
            {
                words.Add(text[start..i].ToLowerInvariant().Replace('ё', 'е'));
                spans.Add(new TextSpan(start, i));
            }
            else
            {
                i++;
            }
        }

        return (words, spans);
    }
}
