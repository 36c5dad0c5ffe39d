using Plumbline.Claims.Figures;

namespace Plumbline.Claims.Checks;

/// <summary>A part and its whole as prose gives them: "7 of 40", "7 of the 40 detained", "14 задержаний из 19".</summary>
/// <param name="Part">The part.</param>
/// <param name="Whole">The whole.</param>
internal readonly record struct CountPair(ProseFigure Part, ProseFigure Whole)
{
    public decimal Quotient => Part.Value / Whole.Value;

    public int Start => Part.Figure.Span.Start;

    public int End => Whole.Figure.Span.End;
}

/// <summary>Finds counts that are given as a part and a whole, and figures beside them that must be their quotient.</summary>
internal static class CountPairs
{
    private static readonly HashSet<string> Of = new(StringComparer.Ordinal)
    {
        "of", "of the", "of all", "of all the", "of a total of", "of these", "of those", "out of", "out of the", "out of a total of", "out of all", "of our", "of their", "of its",
        "из", "из общего числа", "из этих", "из всех", "из общего количества", "из тех",
    };

    private static readonly HashSet<string> Joints = new(StringComparer.Ordinal)
    {
        "(", ", or", "or", "–", "-", ", i . e .", "i . e .", ", that is ,", ", that is", "that is", ":", "=", "( or", "( i . e .", "( about", ", which is", ", which makes", "which makes up", ", which makes up", ", или", "или", "( или", ", то есть", "то есть", "( то есть", ", т . е .",
        "( т . е .", "( это", "– это", ", что составляет", "что составляет", ", а это", ", это", "", "[", "is", "makes", "это", "составляют", "составляет", ", making up", ", which is",
    };

    /// <summary>The pairs of a passage in order.</summary>
    public static IEnumerable<CountPair> In(ProsePassage passage)
    {
        for (var i = 0; i + 1 < passage.Figures.Count; i++)
        {
            if (Pair(passage, passage.Figures[i], passage.Figures[i + 1]) is { } pair)
            {
                yield return pair;
            }
        }
    }

    /// <summary>True when one figure stands right behind what ends at an offset, and only words that equate stand between.</summary>
    public static bool Equate(ProsePassage passage, int end, int start) => start >= end && start - end < 40 && Joints.Contains(passage.Words(end, start));

    /// <summary>True when a figure goes on with a whole of its own ("60% of whom"), or is one of several that are told in a row.</summary>
    public static bool GoesOn(ProsePassage passage, ProseFigure figure)
    {
        var at = passage.TokenAt(figure.Figure.Span.End);
        string Next(int steps) => at + steps < passage.Tokens.Count ? passage.Tokens[at + steps].Text : "";
        if (Next(0) is "of" or "out" or "из" or "in" or "в" or "от" or "among" or "среди" or "for" or "to" or "vs" or "versus" or "/" or "against" or "ci" or "confidence" or "-" or "–" or "±" or "points" or "пунктов" or "more" or "less" or "fewer" or "больше" or "меньше" or "higher" or "lower")
        {
            return true;
        }

        // (17.5% and 16%), (30%; 95% CI 20 to 40)
        return passage.After(figure) is { Figure.Kind: FigureKind.Percent or FigureKind.Share } next && passage.Words(figure.Figure.Span.End, next.Figure.Span.Start) is "," or "and" or ", and" or "и" or ";" or "vs" or "vs ." or "versus" or "/" or "to" or "compared with" or "или" or "or";
    }

    private static CountPair? Pair(ProsePassage passage, ProseFigure part, ProseFigure whole)
    {
        if (!part.IsCount || !whole.IsCount || whole.Value <= 0 || part.Value > whole.Value || part.Value % 1 != 0 || whole.Value % 1 != 0)
        {
            return null;
        }

        // "7 of 40 detainees"; with the noun at the part only "out of" and "из" make a part of it: "20 members of 3 groups".
        var joint = passage.Words(part.Figure.Number.End, whole.Figure.Number.Start);
        if (!Of.Contains(joint))
        {
            joint = passage.Words(part.Figure.Span.End, whole.Figure.Number.Start);
            if (!Of.Contains(joint) || !(joint.StartsWith("out", StringComparison.Ordinal) || joint.StartsWith("из", StringComparison.Ordinal)) || (whole.Noun is not null && whole.Noun != part.Noun))
            {
                return null;
            }
        }

        return new CountPair(part, whole);
    }
}
