using Plumbline.Evidence;

namespace Plumbline.Review.Sheets;

/// <summary>What coders write in a cell instead of a value, in English and Russian.</summary>
/// <param name="Unclear">It can't be told; after a colon those that are possible.</param>
/// <param name="NotStated">The source does not say it.</param>
/// <param name="NotApplicable">It makes no sense for this unit.</param>
internal sealed record SheetWords(IReadOnlyList<string> Unclear, IReadOnlyList<string> NotStated, IReadOnlyList<string> NotApplicable)
{
    private static readonly char[] Between = [';', '\n'];

    public static SheetWords Own { get; } = new(["unclear", "неясно"], ["not stated", "not-stated", "не указано"], ["not applicable", "not-applicable", "неприменимо", "не применимо"]);

    /// <summary>What a cell says.</summary>
    /// <param name="cell">Trimmed, not empty.</param>
    /// <param name="isList">True for a variable that takes several values: they are parted by semicolons or lines.</param>
    public (Status Status, IReadOnlyList<string> Values) Read(string cell, bool isList)
    {
        var colon = cell.IndexOf(':', StringComparison.Ordinal);
        return Has(NotStated, cell) ? (Status.NotStated, [])
            : Has(NotApplicable, cell) ? (Status.NotApplicable, [])
            : Has(Unclear, cell) ? (Status.Unclear, [])
            : colon > 0 && Has(Unclear, cell[..colon].TrimEnd()) ? (Status.Unclear, Parts(cell[(colon + 1)..]))
            : (Status.Stated, isList ? Parts(cell) : [cell]);
    }

    /// <summary>Quotes of a cell: one, or several parted by <c>||</c>.</summary>
    public static IReadOnlyList<string> Quotes(string cell) => [.. cell.Split("||").Select(q => q.Trim()).Where(q => q.Length > 0)];

    /// <summary>True for what means yes in a column of its own.</summary>
    public static bool IsYes(string cell) => cell.ToLowerInvariant() is "yes" or "да" or "true" or "1" or "x" or "х" or "+";

    private static bool Has(IReadOnlyList<string> words, string cell) => words.Any(w => string.Equals(w, cell, StringComparison.OrdinalIgnoreCase));

    private static IReadOnlyList<string> Parts(string text) => [.. text.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
