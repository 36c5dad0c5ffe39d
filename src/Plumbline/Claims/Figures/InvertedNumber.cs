using Plumbline.Evidence;

namespace Plumbline.Claims.Figures;

/// <summary>
/// Russian approximation by order: the noun before its number means about ("человек двадцать", "минут через десять", "лет
/// пять"). Only of nouns that are said so, and only where no number or quantity stands before the noun.
/// </summary>
internal static class InvertedNumber
{
    private static readonly HashSet<string> Nouns = new(StringComparer.Ordinal)
    {
        "человек", "лет", "года", "минут", "минуты", "часов", "часа", "дней", "дня", "суток", "месяцев", "месяца", "недель", "недели", "секунд", "рублей", "долларов", "километров", "метров", "процентов",
        "полицейских", "сотрудников", "автозаков", "машин", "штук", "раз",
    };

    private static readonly HashSet<string> Quantities = new(StringComparer.Ordinal) { "несколько", "нескольких", "много", "сколько", "столько", "мало", "немало", "больше", "меньше", "более", "менее", "группа", "пару", "пара", "полчаса", "этот", "тот", "каждый", "ни", "число", "количество", "этого", "того", "конца", "начала", "середины" };

    public static (Figure Figure, int Next)? Read(string text, IReadOnlyList<FigureToken> tokens, int at, int floor)
    {
        if (tokens[at].Kind != TokenKind.Word || !Nouns.Contains(tokens[at].Text) || at + 1 >= tokens.Count)
        {
            return null;
        }

        if (at > 0 && (tokens[at - 1].Kind == TokenKind.Number || tokens[at - 1].IsCapital && tokens[at].Text is "года" || Quantities.Contains(tokens[at - 1].Text) || NumberWords.TryFind(tokens[at - 1].Text, out _)
            || tokens[at - 1].Text is var before && (before.EndsWith("ых", StringComparison.Ordinal) || before.EndsWith("их", StringComparison.Ordinal) || before.EndsWith("ый", StringComparison.Ordinal) || before.EndsWith("ого", StringComparison.Ordinal) || before.EndsWith("ой", StringComparison.Ordinal))))
        {
            return null;
        }

        var first = tokens[at + 1].Text is "через" or "на" or "за" or "по" ? at + 2 : at + 1;
        if (NumberReader.Read(tokens, first) is not { IsVague: false, Value: > 1 } number || (first < tokens.Count && PlainNumbers.Read(text, tokens, first) is not null))
        {
            return null;
        }

        var own = Units.Read(tokens, number.Next, number.Value);
        if (own.Kind != FigureKind.Count || own.Unit == "раз" || (own.Unit is not null && (!number.IsWords || tokens[at].Is("человек"))))
        {
            return null;
        }

        var range = RangeReader.Read(tokens, first, floor, number, own);
        var next = range?.Second.Next ?? number.Next;
        var hedge = HedgeReading.Of(tokens, at, floor);
        var unit = Units.Read(tokens, at, 5);
        var span = new TextSpan(tokens[hedge.First].Start, tokens[next - 1].End);
        return (new Figure
        {
            Span = span,
            Number = new TextSpan(tokens[first].Start, tokens[next - 1].End),
            Text = span.In(text),
            Kind = unit.Kind,
            Relation = hedge.IsBound ? hedge.Relation : range is not null ? Relation.Between : Relation.About,
            Low = range?.First ?? number.Value,
            High = range?.Last ?? number.Value,
            Unit = unit.Unit,
            Words = [tokens[at].Text],
            IsNearly = hedge.IsNearly,
            IsOnly = hedge.IsOnly,
            IsNegated = hedge.IsNegated,
        }, next);
    }
}
