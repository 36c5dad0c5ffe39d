using Plumbline.Coding.Tokens;

namespace Plumbline.Coding.Names;

/// <summary>One way in which a word of a name can begin, and how many letters may follow as its ending.</summary>
internal readonly record struct WordStart(string Letters, int Ending);

/// <summary>
/// A word of a name as it may be met: in another case, shortened, or, of words that only say what kind of place follows
/// («города», «области»), not at all.
/// </summary>
internal sealed record NameWord(IReadOnlyList<WordStart> Starts, bool MayLack)
{
    private const int MostEnding = 4;

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
    public static IReadOnlyList<NameWord> Of(string name, Stemmer stemmer)
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
                words.Add(PlaceNoun(forms[i]) ?? new NameWord([Start(forms[i], stemmer)], MayLack: false));
            }
        }

        return words;
    }

    /// <summary>
    /// The words of a place, to be found behind a name: «Удмуртия» and «Удмуртская» begin alike, so an adjective is cut
    /// before its «ск» where enough is left of it.
    /// </summary>
    public static IEnumerable<NameWord> OfPlace(IEnumerable<string> forms, Stemmer stemmer)
    {
        foreach (var form in forms.Where(f => PlaceNoun(f) is null))
        {
            var start = Start(form, stemmer);
            var isAdjective = start.Letters.Length >= 6 && start.Letters.EndsWith("ск", StringComparison.Ordinal);
            yield return new NameWord([isAdjective ? new WordStart(start.Letters[..^2], MostEnding + 2) : start], MayLack: false);
        }
    }

    private static WordStart Start(string form, Stemmer stemmer)
    {
        if (form.Length < Stemmer.MinStem || form.Any(char.IsAsciiDigit))
        {
            return new WordStart(form, 0);
        }

        // A mended stem may differ from its form in the last letter.
        var stem = stemmer.Of(form);
        return new WordStart((form.AsSpan().StartsWith(stem) ? stem : stem[..^1]).ToString(), MostEnding);
    }

    private static NameWord? PlaceNoun(string form)
    {
        var at = Array.FindIndex(PlaceNouns, n => n.Any(s => form.StartsWith(s.Letters, StringComparison.Ordinal) && form.Length - s.Letters.Length <= s.Ending));
        return at < 0 ? null : Places[at];
    }
}
