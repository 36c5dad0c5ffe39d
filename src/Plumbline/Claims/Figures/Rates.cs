namespace Plumbline.Claims.Figures;

/// <summary>Words that make a figure an average ("an average of", "в среднем") or a rate ("per day", "в сутки", "на 100 тысяч").</summary>
internal static class Rates
{
    public static bool IsAverage(IReadOnlyList<FigureToken> tokens, int first, int floor)
    {
        for (var i = Math.Max(floor, first - 3); i < first; i++)
        {
            if (tokens[i].Text is "average" or "mean" or "median" or "averaged" or "averages" or "averaging" or "среднем" or "средняя" or "средний" or "среднее" or "медиана" or "медианный" or "медианная")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Past the round number that a rate is given for ("per 100,000"): it is no figure of its own.</summary>
    public static int Behind(IReadOnlyList<FigureToken> tokens, int at, FigureKind kind) =>
        kind == FigureKind.Average && at + 1 < tokens.Count && tokens[at].Text is "per" or "на" or "every" && NumberReader.Read(tokens, at + 1) is { Value: 100 or 1000 or 10_000 or 100_000 or 1_000_000 } whole ? whole.Next : at;

    /// <summary>True when a rate stands behind the unit.</summary>
    public static bool IsRate(IReadOnlyList<FigureToken> tokens, int at)
    {
        if (at + 1 >= tokens.Count)
        {
            return false;
        }

        var next = tokens[at + 1];
        return tokens[at].Text switch
        {
            "per" or "every" or "each" => next.Kind == TokenKind.Number || Units.Time(next.Text) is not null || next.Text is "cent" or "capita" or "person" or "head" or "hundred" or "thousand" or "million" or "case" or "event",
            "a" or "an" => Units.Time(next.Text) is not null && next.Text is not "second" && !(at + 2 < tokens.Count && tokens[at + 2].Text is "and" or "ago" or "later" or "earlier" or "before" or "after"),
            "в" => next.Text is "день" or "сутки" or "час" or "минуту" or "секунду" or "неделю" or "месяц" or "год",
            "на" => next.Kind == TokenKind.Number && NumberReader.Read(tokens, at + 1) is { Value: 1000 or 10_000 or 100_000 or 1_000_000 } || next.Text is "душу",
            "ежедневно" or "ежемесячно" or "ежегодно" => true,
            _ => false,
        };
    }
}
