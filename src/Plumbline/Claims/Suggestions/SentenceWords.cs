using Plumbline.Claims.Figures;
using Plumbline.Evidence;

namespace Plumbline.Claims.Suggestions;

/// <summary>
/// The words around a figure, each with how near it stands: those between the figures before and behind it count in full, others of
/// its sentence by half, others of its paragraph by a quarter. Numbers of other figures are no words.
/// </summary>
internal sealed class SentenceWords
{
    private const double InSentence = 0.5, InPassage = 0.25;

    /// <summary>What a word counts that is denied where it should not be, or the other way round.</summary>
    private const double OtherSign = 0.25;

    /// <summary>What a word counts that only holds the stem (оштрафован, штраф).</summary>
    private const double Held = 0.8;

    private const int LongEnoughToBeHeld = 5;

    private static readonly HashSet<string> Denials = new(StringComparer.Ordinal) { "not", "no", "never", "without", "neither", "nor", "не", "без", "ни", "нет" };

    private readonly List<(string Stem, double Weight, bool IsDenied)> words = [];
    private readonly List<(CivilDate Date, double Weight)> dates = [];
    private readonly Dictionary<(string Stem, bool IsDenied), double> known = [];
    private readonly HashSet<string> raw = new(StringComparer.Ordinal);

    public SentenceWords(string passage, Figure figure, IReadOnlyList<Figure> figures)
    {
        var sentence = Sentences.Around(passage, figure.Span);
        var others = figures.Where(f => f.NeedsBacking && f.Number != figure.Number).ToList();
        var from = others.Where(f => f.Span.End <= figure.Number.Start).Select(f => f.Number.End).DefaultIfEmpty(0).Max();
        var to = others.Where(f => f.Span.Start >= figure.Number.End).Select(f => f.Span.Start).DefaultIfEmpty(passage.Length).Min();
        double Weight(TextSpan span) => !sentence.Overlaps(span) ? InPassage : span.Start >= from && span.End <= to ? 1 : InSentence;
        var tokens = FigureTokens.Of(passage).Where(t => t.Kind != TokenKind.Symbol).ToList();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (Terms.IsWord(token.Text) && !figures.Any(f => f.NeedsBacking && f.Number.Overlaps(token.Span)))
            {
                var isDenied = tokens.Skip(Math.Max(0, i - 2)).Take(Math.Min(2, i)).Any(t => Denials.Contains(t.Text) || t.Text.EndsWith("n't", StringComparison.Ordinal));
                words.Add((NounStems.Compared(token.Text), Weight(token.Span), isDenied));
                if (sentence.Overlaps(token.Span))
                {
                    raw.Add(token.Text);
                }
            }
        }

        dates.AddRange(figures.Where(f => f.Date is not null).Select(f => (f.Date!.Value, Weight(f.Number))));
        CountsThings = figure.Kind is FigureKind.Count or FigureKind.Vague;
        Nouns = figure.Words.Where(Terms.IsWord).Select(NounStems.Compared).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Stems of the words behind the number, up to its noun.</summary>
    public IReadOnlySet<string> Nouns { get; }

    /// <summary>True when the figure is a number of things, which its noun names.</summary>
    public bool CountsThings { get; }

    /// <summary>True when one of these words stands in the sentence as it is.</summary>
    public bool HasAny(IEnumerable<string> forms) => forms.Any(raw.Contains);

    /// <summary>How near a word of this stem stands: 0 where there is none, 1 beside the figure.</summary>
    public double Of(string stem, bool isDenied)
    {
        if (!known.TryGetValue((stem, isDenied), out var found))
        {
            foreach (var word in words)
            {
                var same = word.Stem == stem ? 1 : stem.Length >= LongEnoughToBeHeld && word.Stem.Contains(stem, StringComparison.Ordinal) ? Held : 0;
                found = Math.Max(found, same * word.Weight * (word.IsDenied == isDenied ? 1 : OtherSign));
            }

            known[(stem, isDenied)] = found;
        }

        return found;
    }

    /// <summary>How near a date stands that is this time; less where only its year is the same.</summary>
    public double Of(CivilDate time) => dates
        .Select(d => d.Weight * (d.Date == time || (d.Date.From >= time.From && d.Date.To <= time.To) ? 1 : d.Date.From <= time.From && d.Date.To >= time.To ? 0.4 : 0)).DefaultIfEmpty(0).Max();
}
