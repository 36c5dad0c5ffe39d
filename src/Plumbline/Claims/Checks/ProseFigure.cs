using Plumbline.Claims.Drafts;
using Plumbline.Claims.Figures;
using Plumbline.Evidence;

namespace Plumbline.Claims.Checks;

/// <summary>A figure with what stands around it.</summary>
internal sealed class ProseFigure(Figure figure, ProsePassage passage, int order, string? claim)
{
    public Figure Figure => figure;

    public ProsePassage Passage => passage;

    /// <summary>Its place among the figures of the passage.</summary>
    public int Order => order;

    /// <summary>Id of the claim that it is linked to; null when none is.</summary>
    public string? Claim => claim;

    /// <summary>Stem of its noun; null when it has none.</summary>
    public string? Noun { get; } = figure.Kind is FigureKind.Money or FigureKind.Percent or FigureKind.Duration or FigureKind.Measure ? figure.Unit
        : figure.Unit is { } unit ? Stems.Of(unit) : null;

    public bool IsExact => figure is { Relation: Relation.Exactly, Low: not null, IsNegated: false, IsRounded: false };

    /// <summary>Counted as it stands: two numbers of this sort can be set against each other.</summary>
    public bool IsCount => figure.Kind == FigureKind.Count && IsExact && !figure.IsAll && !figure.IsNone && figure.Low >= 0 && figure.Unit is not ("times" or "раз" or "раза") && !IsPartOfName;

    /// <summary>"Type 2 patients", "125-IV", "twice": a number that counts nothing of its own.</summary>
    public bool IsPartOfName
    {
        get
        {
            var text = passage.Text;
            var (start, end) = (figure.Number.Start, figure.Number.End);
            if (!char.IsAsciiDigit(text[start]))
            {
                return text.AsSpan(start, 1).ContainsAny('t', 'T') && figure.Text.EndsWith("ice", StringComparison.OrdinalIgnoreCase) || figure.Text.EndsWith("жды", StringComparison.OrdinalIgnoreCase);
            }

            var at = passage.TokenAt(start);
            return (end < text.Length && text[end] is '-' or '‑' && end + 1 < text.Length && char.IsLetter(text[end + 1]))
                || (at > 0 && passage.Tokens[at - 1] is { Kind: TokenKind.Word } before && (before.Text is "type" or "grade" or "stage" or "phase" or "level" or "class" or "group" or "study" or "day" or "week" or "тип" or "типа" or "части" or "часть" or "частью" or "ч" or "пункт" or "пункта" or "пункте" or "п" or "статьи" or "статья" or "ст" or "article" or "part" or "section" or "paragraph" or "clause" || (before.IsCapital && at > 1 && !passage.Tokens[at - 2].EndsSentence && before.Text.Length > 1)));
        }
    }

    public decimal Value => figure.Low!.Value;

    /// <summary>True when it counts people.</summary>
    public bool IsPeople => figure.Unit is not null && People.Are(Noun!);

    public DoubtPlace Place => passage.PlaceOf(figure.Span, figure.Text);
}

/// <summary>A passage with its words, sentences and figures.</summary>
internal sealed class ProsePassage
{
    private readonly Draft draft;
    private readonly DraftPassage passage;
    private readonly Lazy<IReadOnlyList<FigureToken>> tokens;

    public ProsePassage(Draft draft, DraftPassage passage, int order, IReadOnlyList<Figure> figures, IReadOnlyList<DraftLink> links)
    {
        (this.draft, this.passage) = (draft, passage);
        Order = order;
        tokens = new(() => FigureTokens.Of(passage.Text));
        Figures = [.. figures.Where(f => f.Kind != FigureKind.ListNumber).Select((f, i) => new ProseFigure(f, this, i, links.FirstOrDefault(l => l.Span.Overlaps(f.Number))?.Id))];
    }

    /// <summary>Its place among the passages of the draft.</summary>
    public int Order { get; }

    public string Text => passage.Text;

    public DraftCell? Cell => passage.Cell;

    public string Draft => draft.File.Name;

    public IReadOnlyList<FigureToken> Tokens => tokens.Value;

    public IReadOnlyList<ProseFigure> Figures { get; }

    /// <summary>The next figure after one; null behind the last.</summary>
    public ProseFigure? After(ProseFigure figure, int steps = 1) => figure.Order + steps is var at && at >= 0 && at < Figures.Count ? Figures[at] : null;

    /// <summary>Index of the first token that begins at an offset or behind it.</summary>
    public int TokenAt(int offset)
    {
        var (low, high) = (0, Tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Tokens[middle].Start < offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The tokens between two offsets.</summary>
    public IEnumerable<FigureToken> Between(int from, int to)
    {
        for (var i = TokenAt(from); i < Tokens.Count && Tokens[i].End <= to; i++)
        {
            yield return Tokens[i];
        }
    }

    /// <summary>Lower-case words and signs between two offsets, joined by spaces.</summary>
    public string Words(int from, int to) => string.Join(' ', Between(from, to).Select(t => t.Text));

    /// <summary>Bounds of the sentence around an offset, as tokens.</summary>
    public (int First, int End) Sentence(int offset)
    {
        var at = Math.Min(TokenAt(offset), Tokens.Count);
        var first = at;
        while (first > 0 && !Tokens[first - 1].EndsSentence)
        {
            first--;
        }

        while (at < Tokens.Count && !Tokens[at].EndsSentence)
        {
            at++;
        }

        return (first, Math.Min(at + 1, Tokens.Count));
    }

    /// <summary>True when no sentence ends between two offsets.</summary>
    public bool IsOneSentence(int from, int to) => !Between(from, to).Any(t => t.EndsSentence);

    public DoubtPlace PlaceOf(TextSpan span, string text)
    {
        var file = passage.InFile(span);
        var (line, column) = draft.PlaceOf(file.Start);
        var (first, end) = Sentence(span.Start);
        var sentence = first < end ? Text[Tokens[first].Start..Tokens[end - 1].End] : Text;
        return new DoubtPlace(draft.File.Name, file, line, column, text, sentence);
    }
}
