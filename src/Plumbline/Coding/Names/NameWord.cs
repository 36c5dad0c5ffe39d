namespace Plumbline.Coding.Names;

/// <summary>One way in which a word of a name can begin, and how many letters may follow as its ending.</summary>
internal readonly record struct WordStart(string Letters, int Ending)
{
    private static readonly string[] OfWords =
        ("а я о е у ю ы и ь й ой ый ий ая яя ое ее ого его ому ему ым им ом ем ей ую юю ою ею ами ями ах ях ов ев ам ям ие ые их ых ия ию ии ием иям иях иями ья ью ьи ье").Split(' ');

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Endings = new HashSet<string>(
        OfWords.Concat("ск ский ского скому ским ском ская ской скую ское ские ских скими".Split(' ')), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A word without the longest ending of a case that leaves three letters; Russian only: other words stay whole.</summary>
    public static string Without(string form)
    {
        var length = OfWords.Where(e => form.Length - e.Length >= 3 && form.EndsWith(e, StringComparison.Ordinal)).Select(e => e.Length).DefaultIfEmpty().Max();
        return form[..^length];
    }

    /// <summary>Ends of the word that begins at a place of a text, if it does: longest last.</summary>
    public IEnumerable<int> EndsIn(string read, int at)
    {
        if (string.CompareOrdinal(read, at, Letters, 0, Letters.Length) != 0)
        {
            yield break;
        }

        var end = at + Letters.Length;
        yield return end;
        for (var to = end + 1; to <= end + Ending && to <= read.Length; to++)
        {
            if (Endings.Contains(read.AsSpan(end, to - end)))
            {
                yield return to;
            }
        }
    }
}

/// <summary>
/// A word of a name as it may be met: in another case, shortened, or, of words that only say what kind of place follows
/// («города», «области»), not at all.
/// </summary>
internal sealed record NameWord(IReadOnlyList<WordStart> Starts, bool MayLack)
{
    private const int MostEnding = 3;
    private const int MostPlaceEnding = 5;

    private static readonly WordStart[] Russia = [new("рф", 0), new("российскойфедерации", 0), new("россии", 0)];

    /// <summary>Words for kinds of places: the stem with its longest ending, then how it is shortened.</summary>
    private static readonly WordStart[][] PlaceNouns =
    [
        [new("город", 2), new("гор", 0), new("г", 0)], [new("област", 2), new("обл", 0)], [new("кра", 1)], [new("республик", 2), new("респ", 0)],
        [new("район", 2)], [new("округ", 2), new("окр", 0)], [new("автономн", 3), new("авт", 0)], [new("ао", 0)],
        [new("посел", 2), new("пос", 0), new("пгт", 0), new("п", 0)], [new("сел", 1), new("с", 0)], [new("станиц", 2), new("ст", 0)],
    ];

    /// <summary>Words for kinds of places.</summary>
    public static IReadOnlyList<NameWord> Places { get; } = [.. PlaceNouns.Select(n => new NameWord(n, MayLack: true))];

    /// <summary>The words of a name, in order.</summary>
    public static IReadOnlyList<NameWord> Of(string name)
    {
        var forms = NameLetters.Words(name);
        var words = new List<NameWord>();
        for (var i = 0; i < forms.Count; i++)
        {
            if (forms[i] is "рф" or "россии" || (forms[i] == "российской" && i + 1 < forms.Count && forms[i + 1] == "федерации"))
            {
                words.Add(new NameWord(Russia, MayLack: false));
                i += forms[i] == "российской" ? 1 : 0;
            }
            else
            {
                words.Add(PlaceNoun(forms[i]) ?? new NameWord([Start(forms[i])], MayLack: false));
            }
        }

        return words;
    }

    /// <summary>
    /// The words of a place, to be found behind a name: «Удмуртия» and «Удмуртская» begin alike, so an adjective is cut
    /// before its «ск» where enough is left of it.
    /// </summary>
    public static IEnumerable<NameWord> OfPlace(IEnumerable<string> forms)
    {
        foreach (var form in forms.Where(f => PlaceNoun(f) is null))
        {
            var start = Start(form);
            var isAdjective = start.Letters.Length >= 6 && start.Letters.EndsWith("ск", StringComparison.Ordinal);
            yield return new NameWord([new WordStart(isAdjective ? start.Letters[..^2] : start.Letters, start.Ending > 0 ? MostPlaceEnding : 0)], MayLack: false);
        }
    }

    private static WordStart Start(string form) =>
        form.Length < 3 || form.Any(char.IsAsciiDigit) ? new WordStart(form, 0) : new WordStart(WordStart.Without(form), MostEnding);

    private static NameWord? PlaceNoun(string form)
    {
        var at = Array.FindIndex(PlaceNouns, n => n.Any(s => form.StartsWith(s.Letters, StringComparison.Ordinal) && form.Length - s.Letters.Length <= s.Ending));
        return at < 0 ? null : Places[at];
    }
}
