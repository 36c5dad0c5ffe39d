namespace Plumbline.Coding.Names;

/// <summary>How well a name fits what was read.</summary>
internal enum NameFit
{
    None,

    /// <summary>What was read leaves out words at the name's end.</summary>
    CutShort,

    /// <summary>Every word of the name is there, in some case; what stands behind it is its place.</summary>
    Whole,

    /// <summary>The same letters.</summary>
    Same,
}

/// <summary>One name of an entry: its own or a variant, with the places that may stand behind it.</summary>
internal sealed class NameForm
{
    /// <summary>Most letters of a name and of what is compared with it.</summary>
    public const int MostLetters = 300;

    /// <summary>A name of many short words can be laid over a text in many ways; more tries than this are none.</summary>
    private const int MostSteps = 4_000;

    /// <summary>Words of a name that can't be left out: its kind and what it is called by.</summary>
    private const int LeastWords = 2;

    private readonly string letters;
    private readonly NameWord[] words;
    private readonly NameWord[] places;

    public NameForm(string name, IEnumerable<string> ofPlaces)
    {
        letters = NameLetters.Of(name);
        words = [.. NameWord.Of(name)];

        // «Козловский районный суд Чувашской Республики — Чувашии»: a place that the name itself has may come again.
        places = [.. NameWord.OfPlace([.. ofPlaces.SelectMany(NameLetters.Words), .. NameLetters.Words(name).Skip(LeastWords)]), .. NameWord.Places];
    }

    /// <summary>Letters that whatever fits begins with; empty when that can't be said.</summary>
    public string Beginning => words.Length > 0 && !words[0].MayLack && words[0].Starts.Count == 1 ? words[0].Starts[0].Letters : "";

    /// <summary>All its letters.</summary>
    public string Letters => letters;

    /// <summary>How well it fits the letters of what was read.</summary>
    /// <param name="read">Letters, by <see cref="NameLetters.Of"/>.</param>
    public NameFit Fit(string read)
    {
        if (read == letters)
        {
            return NameFit.Same;
        }

        var steps = 0;
        return words.Length == 0 || read.Length > MostLetters ? NameFit.None
            : FitsFrom(read, 0, 0, 0, cut: false, ref steps) ? NameFit.Whole
            : FitsFrom(read, 0, 0, 0, cut: true, ref steps) ? NameFit.CutShort
            : NameFit.None;
    }

    private bool FitsFrom(string read, int at, int word, int taken, bool cut, ref int steps)
    {
        if (++steps > MostSteps)
        {
            return false;
        }

        if (word == words.Length || (cut && taken >= LeastWords))
        {
            if (at == read.Length || IsPlace(read, at, hasName: false, ref steps))
            {
                return true;
            }
        }

        if (word == words.Length)
        {
            return false;
        }

        if (words[word].MayLack && FitsFrom(read, at, word + 1, taken, cut, ref steps))
        {
            return true;
        }

        foreach (var start in words[word].Starts)
        {
            foreach (var end in start.EndsIn(read, at))
            {
                if (FitsFrom(read, end, word + 1, words[word].MayLack ? taken : taken + 1, cut, ref steps))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>True when the rest are words of its places, and one of them is more than a kind of place.</summary>
    private bool IsPlace(string read, int at, bool hasName, ref int steps)
    {
        if (at == read.Length)
        {
            return hasName;
        }

        if (++steps > MostSteps)
        {
            return false;
        }

        foreach (var place in places)
        {
            foreach (var start in place.Starts)
            {
                foreach (var end in start.EndsIn(read, at))
                {
                    if (IsPlace(read, end, hasName || !place.MayLack, ref steps))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }
}
