namespace Plumbline.Cases;

/// <summary>What a source agreed to, from the most open to the strictest: where several hold, the last one does.</summary>
public enum Terms
{
    /// <summary>It may be named as the case names it, and quoted.</summary>
    OnRecord,

    /// <summary>It may be quoted; who said it may not be shown.</summary>
    Background,

    /// <summary>It backs figures and is never shown.</summary>
    NotForPublication,
}

/// <summary>Words of terms and kinds in YAML.</summary>
public static class SourceWords
{
    /// <summary>Those of <see cref="Terms"/>, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> Terms { get; } = ["on-record", "background", "not-for-publication"];

    /// <summary>What a source can be.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["person", "body"];

    /// <summary>The word.</summary>
    public static string Word(this Terms terms) => Terms[(int)terms];

    /// <summary>The terms of a word that the shape has checked; null for none.</summary>
    internal static Terms? Of(string? word) => word is null ? null : (Terms)Terms.ToList().IndexOf(word);
}

/// <summary>An entry of <c>sources.yaml</c>: a person or body that gave documents.</summary>
public sealed record CaseSource
{
    /// <summary>The word that stands after <c>plumb ingest --source</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Real name, or null. Dangerous: see docs/sources.md.</summary>
    public string? Name { get; init; }

    /// <summary>What it is called where it may be shown, or null: then <see cref="Id"/>.</summary>
    public string? Pseudonym { get; init; }

    /// <summary><c>person</c> or <c>body</c>, or null when nobody said.</summary>
    public string? Kind { get; init; }

    /// <summary>What was agreed.</summary>
    public Terms Terms { get; init; }

    /// <summary>Last day on which <see cref="Terms"/> hold; null: always.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What holds after <see cref="Until"/>.</summary>
    public Terms Then { get; init; }

    /// <summary>Documents beside those that came in with <see cref="Id"/>: ids, beginnings of ids, or file names with <c>*</c>.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>A note, or null.</summary>
    public string? Note { get; init; }

    /// <summary>What it is called where it may be shown.</summary>
    public string ShownName => Pseudonym ?? Id;

    /// <summary>What holds on a day.</summary>
    public Terms TermsOn(DateOnly day) => Until is { } until && day > until ? Then : Terms;
}
