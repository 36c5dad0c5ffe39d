namespace Plumbline.Coding.Accuracy;

/// <summary>A share with its 95 % interval by Wilson (1927), Journal of the American Statistical Association 22, 209-212.</summary>
internal readonly record struct Share(int Hits, int Of)
{
    private const double Z = 1.959963984540054;

    /// <summary>The share; 0 of none.</summary>
    public double Value => Of == 0 ? 0 : (double)Hits / Of;

    /// <summary>Lower end.</summary>
    public double Low => Of == 0 ? 0 : Math.Max(0, Middle - Half);

    /// <summary>Upper end.</summary>
    public double High => Of == 0 ? 1 : Math.Min(1, Middle + Half);

    private double Middle => (Value + (Z * Z / (2 * Of))) / (1 + (Z * Z / Of));

    private double Half => Z / (1 + (Z * Z / Of)) * Math.Sqrt((Value * (1 - Value) / Of) + (Z * Z / (4.0 * Of * Of)));
}

/// <summary>How a variable came out over some texts. What counts is values: each right one once, each wrong one once.</summary>
internal sealed class Score
{
    /// <summary>Texts whose truth is known.</summary>
    public int Texts { get; private set; }

    /// <summary>Values found and right.</summary>
    public int Right { get; private set; }

    /// <summary>Values found and wrong.</summary>
    public int Wrong { get; private set; }

    /// <summary>Values not found.</summary>
    public int NotFound { get; private set; }

    /// <summary>Certain values, and right ones among them.</summary>
    public Share Certain => new(certainRight, certain);

    /// <summary>Ids with a value wrong or not found.</summary>
    public List<string> Misses { get; } = [];

    public Share Precision => new(Right, Right + Wrong);

    public Share Recall => new(Right, Right + NotFound);

    /// <summary>Harmonic mean of precision and recall.</summary>
    public double F1 => Right == 0 ? 0 : 2.0 * Right / ((2.0 * Right) + Wrong + NotFound);

    /// <summary>Right values whose reader's place is known, and those whose quote meets it.</summary>
    public Share Met => new(met, placed);

    private int placed;
    private int met;
    private int certain;
    private int certainRight;

    /// <summary>Adds a text: its right values, and those found, each with whether its rule was certain.</summary>
    public void Add(string id, IReadOnlyCollection<string> truth, IReadOnlyCollection<(string Value, bool IsCertain)> found)
    {
        Texts++;
        var isMiss = false;
        foreach (var (value, isCertain) in found)
        {
            var isRight = truth.Contains(value);
            Right += isRight ? 1 : 0;
            Wrong += isRight ? 0 : 1;
            certain += isCertain ? 1 : 0;
            certainRight += isCertain && isRight ? 1 : 0;
            isMiss |= !isRight;
        }

        var missing = truth.Count(t => found.All(f => f.Value != t));
        NotFound += missing;
        if (isMiss || missing > 0)
        {
            Misses.Add(id);
        }
    }

    /// <summary>Adds a right value's quote and the reader's.</summary>
    public void AddQuote(bool meets)
    {
        placed++;
        met += meets ? 1 : 0;
    }

    /// <summary>Adds a text by characters: what people marked, and what was found; white space does not count.</summary>
    public void AddCover(string text, bool[] marked, bool[] found)
    {
        Texts++;
        for (var i = 0; i < marked.Length; i++)
        {
            var counts = !char.IsWhiteSpace(text[i]);
            Right += counts && marked[i] && found[i] ? 1 : 0;
            Wrong += counts && !marked[i] && found[i] ? 1 : 0;
            NotFound += counts && marked[i] && !found[i] ? 1 : 0;
        }
    }
}
