using Plumbline.Claims.Figures;

namespace Plumbline.Claims.Checks;

/// <summary>
/// What a figure is said of, as far as words tell: the stems around it in its sentence, its own noun phrase, the figures beside it, and
/// what tells it apart (years, months, names, negations).
/// </summary>
internal sealed class FigureFrame
{
    private const int Reach = 14;

    private static readonly HashSet<string> Idle = new(
        ("a an the of in on at by with for from to and or but who which that were was is are have has had did do been be during after before as than per when while where into these those this there their its his her our it they we he she not no also only more less "
        + "в во на с со из у к ко по для за от до о об при и или а но что как который которые которых которая было были был была это эти этих его ее их не ни же то так также еще уже всего году года год").Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> Negations = new(StringComparer.Ordinal) { "not", "no", "without", "non", "never", "не", "без", "ни", "нет" };

    /// <summary>Words that part what is alike otherwise: another group, another side, another time.</summary>
    private static readonly Dictionary<string, int> Opposites = new(StringComparer.Ordinal);

    static FigureFrame()
    {
        string[][] groups =
        [
            ["men", "women", "boys", "girls", "male", "female", "males", "females", "children", "adults", "мужчин", "женщин", "мальчиков", "девочек", "детей", "взрослых", "мужчины", "женщины"],
            ["first", "second", "third", "fourth", "первый", "второй", "третий", "первом", "втором", "третьем", "первого", "второго", "третьего", "первая", "вторая", "третья", "первой", "третьей"],
            ["before", "after", "до", "после"], ["intervention", "control", "placebo", "treatment", "treated", "untreated"], ["authorised", "unauthorised", "authorized", "unauthorized", "согласованных", "несогласованных"],
            ["summer", "winter", "spring", "autumn", "лето", "зима", "весна", "осень", "летом", "зимой", "весной", "осенью"], ["day", "night", "weekly", "daily", "monthly"], ["killed", "injured", "wounded", "погибли", "ранены", "погибших", "раненых"],
        ];
        for (var g = 0; g < groups.Length; g++)
        {
            foreach (var word in groups[g])
            {
                Opposites[word] = g;
            }
        }
    }

    public FigureFrame(ProseFigure figure)
    {
        var passage = figure.Passage;
        var (first, end) = passage.Sentence(figure.Figure.Span.Start);
        var at = passage.TokenAt(figure.Figure.Number.Start);
        var behind = passage.TokenAt(figure.Figure.Number.End);
        for (var i = Math.Max(first, at - Reach); i < Math.Min(end, behind + Reach); i++)
        {
            var token = passage.Tokens[i];
            if (i >= at && i < behind)
            {
                continue;
            }

            if (token.Kind == TokenKind.Number)
            {
                if (token is { IsPlain: true, Value: >= 1900 and <= 2099 })
                {
                    Times.Add(token.Text);
                }
            }
            else if (token.Kind == TokenKind.Word)
            {
                Word(token, isFirst: i == first);
            }
        }

        foreach (var beside in passage.Figures.Where(f => f.Figure.Kind is FigureKind.Reference or FigureKind.Name or FigureKind.Ordinal or FigureKind.Time or FigureKind.Age && f.Figure.Span.Start >= passage.Tokens[first].Start && f.Figure.Span.End <= passage.Tokens[end - 1].End))
        {
            References.Add(FigureTokens.Fold(beside.Figure.Number.In(passage.Text)));
        }

        foreach (var beside in passage.Figures.Where(f => f != figure && f.Figure.Kind <= FigureKind.Vague && f.Figure.Low is not null && f.Figure.Low != figure.Figure.Low && f.Figure.Span.Start >= passage.Tokens[first].Start && f.Figure.Span.End <= passage.Tokens[end - 1].End))
        {
            Beside.Add((beside.Noun, beside.Value));
        }

        foreach (var word in passage.Between(figure.Figure.Number.End, figure.Figure.Span.End).Where(t => t.Kind == TokenKind.Word && !Idle.Contains(t.Text)))
        {
            Phrase.Add(Stems.Of(word.Text));
        }
    }

    /// <summary>Stems of the words around.</summary>
    public HashSet<string> Words { get; } = new(StringComparer.Ordinal);

    /// <summary>Stems of the noun phrase, with the noun.</summary>
    public List<string> Phrase { get; } = [];

    /// <summary>Other figures of the sentence.</summary>
    public HashSet<(string? Noun, decimal Value)> Beside { get; } = [];

    private HashSet<string> Times { get; } = new(StringComparer.Ordinal);

    private HashSet<string> References { get; } = new(StringComparer.Ordinal);

    private HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    private HashSet<string> Sides { get; } = new(StringComparer.Ordinal);

    private bool IsNegated { get; set; }

    /// <summary>How much of the words is the same, 0 to 1.</summary>
    public double Likeness(FigureFrame other) =>
        Words.Count + other.Words.Count == 0 ? 0 : 2.0 * Words.Count(other.Words.Contains) / (Words.Count + other.Words.Count);

    /// <summary>True when they name different years, names or sides: then they are no two statements of one thing.</summary>
    public bool IsOfAnother(FigureFrame other) =>
        IsNegated != other.IsNegated || Apart(Times, other.Times) || Apart(Names, other.Names) || Apart(References, other.References)
        || Sides.Any(s => !other.Sides.Contains(s) && other.Sides.Any(o => !Sides.Contains(o) && Opposites[o] == Opposites[s]));

    /// <summary>A figure beside both of them that says the same.</summary>
    public bool ShareFigure(FigureFrame other) => Beside.Overlaps(other.Beside);

    /// <summary>Both have figures beside them, and none in common.</summary>
    public bool CountElse(FigureFrame other) => Beside.Count > 0 && other.Beside.Count > 0 && !Beside.Overlaps(other.Beside);

    /// <summary>True when both have a figure of the same noun beside them.</summary>
    public bool ShareNoun(FigureFrame other) => Beside.Any(b => b.Noun is not null && other.Beside.Any(o => o.Noun == b.Noun));

    private static bool Apart(HashSet<string> a, HashSet<string> b) => a.Count > 0 && b.Count > 0 && !a.Overlaps(b);

    private void Word(FigureToken token, bool isFirst)
    {
        if (Negations.Contains(token.Text))
        {
            IsNegated = true;
        }

        if (Opposites.ContainsKey(token.Text))
        {
            Sides.Add(token.Text);
        }

        if (Months.Any(m => token.Text.StartsWith(m, StringComparison.Ordinal)) && token.Text.Length < 10)
        {
            Times.Add(token.Text[..3]);
            return;
        }

        if (Idle.Contains(token.Text) || token.Text.Length < 2)
        {
            return;
        }

        var stem = Stems.Of(token.Text);
        Words.Add(stem);
        if (token.IsCapital && !isFirst)
        {
            Names.Add(stem);
        }
    }

    private static readonly string[] Months =
    [
        "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
        "январ", "феврал", "март", "апрел", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр",
    ];
}
