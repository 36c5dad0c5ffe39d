namespace Plumbline.Claims.Figures;

/// <summary>What a hedge does to its figure.</summary>
internal enum HedgeKind
{
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
    About,
    Nearly,
    Only,
    Exactly,
    All,
    NotAll,
    Negated,
}

/// <summary>A hedge found beside a number: its kind and the token where it begins (or, after the number, behind which it ends).</summary>
internal readonly record struct HedgeAt(HedgeKind Kind, int Edge);

/// <summary>
/// The hedges of both languages, as data. Before a number they are read backwards, past an article, a currency sign or
/// one preposition, since Russian puts it between ("как минимум после четырех"); after it, past the unit's words
/// ("141 people or more").
/// </summary>
internal static class Hedges
{
    private static readonly (HedgeKind Kind, string[] Phrases)[] BeforeNumber =
    [
        (HedgeKind.AtLeast,
        [
            "at least", "at a minimum", "at the very least", "not less than", "no less than", "not fewer than", "no fewer than", "a minimum of", "minimum of", "minimum",
            "at minimum", "≥", "не менее", "не менее чем", "не меньше", "не меньше чем", "как минимум", "минимум", "по меньшей мере", "по крайней мере", "хотя бы",
            "самое меньшее", "никак не меньше", "не моложе", "не младше", "как минимум,", "по меньшей мере,", "по крайней мере,", "at the least", "не короче", "never less than", "never fewer than", "from at least", "a minimum", "starting at", "starting from", "не ниже", "начиная с", "не менее, чем", "не меньше, чем",
        ]),
        (HedgeKind.MoreThan,
        [
            "more than", "over", "above", "upwards of", "upward of", "in excess of", "exceeding", "exceeded", "exceeds", "exceed", "greater than", "well over", "just over",
            "slightly more than", "slightly over", "a little over", "far more than", ">", "better than", "beyond", "topped", "surpassed", "surpassing", "topping", "much more than", "a bit more than", "a little more than", "bigger than", "larger than", "higher than", "longer than", "older than", "well above", "значительно больше", "значительно более", "гораздо больше", "гораздо более", "намного более", "перевалило за", "перевалил за", "перевалила за", "превысив", "превышающий", "превышающая", "превышающую", "превышающем", "превышающей", "превышающее", "немного больше", "немного более", "немногим больше", "чуть свыше", "старше", "дольше",
            "более", "более чем", "свыше", "больше", "больше чем", "больше, чем", "более, чем", "превысило", "превысила", "превысил", "превысили", "превышает", "превышают",
            "превышало", "превышала", "превышал", "превышали", "чуть более", "чуть больше", "немногим более", "намного больше", "выше",
        ]),
        (HedgeKind.AtMost,
        [
            "no more than", "not more than", "at most", "at the most", "up to", "not over", "not exceeding", "did not exceed", "does not exceed", "do not exceed", "not exceed",
            "a maximum of", "maximum of", "maximum", "as many as", "as much as", "≤", "never more than", "no greater than", "capped at", "no longer than", "no higher than", "anything up to", "не дольше", "не выше", "не старше", "максимум до", "не более, чем", "не больше, чем", "достигает", "достигать", "didn't exceed", "doesn't exceed",
            "не более", "не более чем", "не больше", "не больше чем", "не свыше", "не превышает", "не превышают", "не превышал", "не превышала", "не превышало", "не превышали",
            "не превысило", "не превысила", "не превысил", "не превысили", "максимум", "вплоть до", "до", "самое большее",
        ]),
        (HedgeKind.LessThan,
        [
            "fewer than", "less than", "under", "below", "<", "менее", "менее чем", "меньше", "меньше чем", "ниже", "меньше, чем", "менее, чем", "just under", "slightly less than",
            "slightly under", "a little less than", "чуть менее", "чуть меньше", "немногим менее", "не достигает", "short of", "shy of", "just shy of", "just short of", "slightly below", "just below", "well under", "far fewer than", "far less than", "much less than", "lower than", "shorter than", "younger than", "гораздо меньше", "гораздо менее", "значительно меньше", "значительно менее", "намного меньше", "немного меньше", "немногим меньше", "младше", "моложе",
        ]),
        (HedgeKind.About,
        [
            "about", "around", "approximately", "roughly", "some", "circa", "ca.", "approx.", "approx", "c.", "estimated", "an estimated", "~", "≈", "something like", "in the region of",
            "about some", "more or less", "give or take", "in the order of", "of the order of", "in the neighborhood of", "plus or minus", "just about", "где-то около", "что-то около", "плюс-минус", "оценочно", "предположительно", "close to", "somewhere around", "on the order of", "nearly about",
            "около", "примерно", "приблизительно", "порядка", "ориентировочно", "где-то", "приблизительно около", "примерно около", "в районе", "ок.",
        ]),
        (HedgeKind.Nearly, ["nearly", "almost", "close on", "approaching", "not quite", "very nearly", "чуть не", "практически", "почти", "почти что", "без малого", "virtually", "practically", "чуть ли не"]),
        (HedgeKind.Only, ["only", "just", "merely", "mere", "a mere", "лишь", "только", "всего", "всего лишь", "всего-навсего", "лишь только", "единственные", "solely", "no more and no less than", "a single"]),
        (HedgeKind.Exactly, ["exactly", "precisely", "ровно", "точно", "a total of", "total of", "in total", "all in all", "в общей сложности", "всего в", "overall", "altogether"]),
        (HedgeKind.NotAll, ["not all", "not all of", "не все", "не всех", "не всем", "не всеми", "not every one of", "not all the", "not all of the"]),
        (HedgeKind.All,
        [
            "all", "all of", "all the", "all of the", "each of", "each of the", "every one of", "every one of the", "все", "всех", "всем", "всеми", "каждый из", "каждая из", "каждое из",
            "каждого из", "каждом из", "each one of",
        ]),
        (HedgeKind.Negated, ["not", "не", "never", "isn't", "wasn't", "aren't", "weren't", "ни"]),
    ];

    private static readonly (HedgeKind Kind, string[] Phrases)[] AfterNumber =
    [
        (HedgeKind.AtLeast, ["or more", "and more", "or over", "or above", "and over", "at least", "at a minimum", "plus", "+", "или более", "и более", "или больше", "и больше", "как минимум", "по меньшей мере", "минимум", "и выше"]),
        (HedgeKind.MoreThan, ["with a bit", "odd", "-odd", "-plus", "-some", "с лишним", "с небольшим", "с лишком", "с чем-то"]),
        (HedgeKind.AtMost, ["or fewer", "or less", "or under", "at most", "at the most", "или менее", "или меньше", "и менее", "и меньше", "максимум"]),
        (HedgeKind.About, ["or so", "or thereabouts", "give or take", "approximately", "приблизительно", "примерно", "или около того", "или около этого"]),
    ];

    private static readonly Dictionary<string, HedgeKind> Before = Index(BeforeNumber);
    private static readonly Dictionary<string, HedgeKind> After = Index(AfterNumber);
    private static readonly int Longest = 1 + Before.Keys.Max(p => p.Count(c => c == ' '));

    /// <summary>Words between a hedge and its number.</summary>
    private static readonly HashSet<string> Glue = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "of", "us", "$", "€", "£", "₽", "«", "\"", "“", "after", "in", "with", "by", "for", "from", "on", "at", "to", "these", "those",
        "после", "в", "во", "на", "из", "с", "со", "у", "к", "по", "для", "за", "через", "от", "о", "об", "при", "перед", "среди", "эти", "этих", "usd", "rub", "eur",
        "his", "her", "their", "its", "our", "еще", "another", "свои", "своих", "их",
    };

    /// <summary>The nearest hedges before a token, the nearest first; empty when there is none.</summary>
    public static List<HedgeAt> FindBefore(IReadOnlyList<FigureToken> tokens, int number, int floor)
    {
        var found = new List<HedgeAt>();
        var end = number;
        var skipped = 0;
        while (end > floor && found.Count < 3)
        {
            if (Match(tokens, end, floor) is { } hedge)
            {
                found.Add(hedge);
                end = hedge.Edge;
                skipped = 0;
                continue;
            }

            if (skipped == 2 || !Glue.Contains(tokens[end - 1].Text))
            {
                break;
            }

            skipped++;
            end--;
        }

        return found;
    }

    /// <summary>A hedge that begins at a token behind the number or its unit.</summary>
    public static HedgeAt? FindAfter(IReadOnlyList<FigureToken> tokens, int at)
    {
        for (var length = Math.Min(3, tokens.Count - at); length > 0; length--)
        {
            if (After.TryGetValue(Join(tokens, at, at + length), out var kind) && !(kind == HedgeKind.AtLeast && NumberReader.Read(tokens, at + length) is not null))
            {
                return new HedgeAt(kind, at + length);
            }
        }

        return null;
    }

    private static HedgeAt? Match(IReadOnlyList<FigureToken> tokens, int end, int floor)
    {
        for (var start = Math.Max(floor, end - Longest - 1); start < end; start++)
        {
            if (Before.TryGetValue(Join(tokens, start, end), out var kind) && !(tokens[start].Is("до") && start + 1 == end && EndsChange(tokens, start, floor)))
            {
                return new HedgeAt(kind, start);
            }
        }

        return null;
    }

    /// <summary>True for the "до" of "с 20 до 27", which bounds nothing: the figure before ends there.</summary>
    private static bool EndsChange(IReadOnlyList<FigureToken> tokens, int at, int floor)
    {
        for (var i = at - 1; at == floor && i >= Math.Max(0, at - 5); i--)
        {
            if (tokens[i].Text is "с" or "со" or "от")
            {
                return true;
            }

            if (tokens[i].EndsSentence)
            {
                return false;
            }
        }

        return false;
    }

    private static string Join(IReadOnlyList<FigureToken> tokens, int from, int to)
    {
        var joined = "";
        for (var i = from; i < to; i++)
        {
            joined += (i > from && tokens[i].Kind == TokenKind.Word && !tokens[i].IsGlued ? " " : "") + tokens[i].Text;
        }

        return joined;
    }

    private static Dictionary<string, HedgeKind> Index((HedgeKind Kind, string[] Phrases)[] table)
    {
        var index = new Dictionary<string, HedgeKind>(StringComparer.Ordinal);
        foreach (var (kind, phrases) in table)
        {
            foreach (var phrase in phrases)
            {
                index[phrase] = kind;
            }
        }

        return index;
    }
}
