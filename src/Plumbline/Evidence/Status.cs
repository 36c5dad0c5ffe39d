namespace Plumbline.Evidence;

/// <summary>What is known of one variable of one unit. Only <see cref="Stated"/> has a value; none of the others is "no".</summary>
public enum Status
{
    /// <summary>Nobody, person or rule, has coded it.</summary>
    NotCoded,

    /// <summary>The source states it, or silence means a value by the codebook.</summary>
    Stated,

    /// <summary>The whole source was searched, and it says nothing of it.</summary>
    NotStated,

    /// <summary>Something is there, but what it says can't be told: masked, cut, badly scanned, contradictory.</summary>
    Unclear,

    /// <summary>The variable makes no sense for this unit.</summary>
    NotApplicable,

    /// <summary>Coders, or members of the unit, disagree, and nobody has adjudicated.</summary>
    Disputed,
}

/// <summary>The words of <see cref="Status"/> in tables, JSON and on screens. They never change.</summary>
public static class StatusNames
{
    private static readonly string[] Words =
        ["not-coded", "stated", "not-stated", "unclear", "not-applicable", "disputed"];

    /// <summary>All words, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> All => Words;

    /// <summary>The word of a status.</summary>
    public static string Word(this Status status) => Words[(int)status];

    /// <summary>The status of a word; false for any other text.</summary>
    public static bool TryParse(string? word, out Status status)
    {
        var index = Array.IndexOf(Words, word);
        status = index < 0 ? Status.NotCoded : (Status)index;
        return index >= 0;
    }
}
