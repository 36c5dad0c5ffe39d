using System.Globalization;
using Plumbline.Coding.Codebooks;
using Plumbline.Evidence;

namespace Plumbline.Coding;

/// <summary>What a cell means for a variable.</summary>
/// <param name="Values">Its values: one, or, where it could be read in several ways, each of them.</param>
/// <param name="IsSettled">True when it stands so in the cell; false when it took a guess.</param>
internal readonly record struct CellMeaning(IReadOnlyList<CodedValue> Values, bool IsSettled);

/// <summary>Reads cells: what a codebook's `cells` and `format` say, canonical forms, and dates that can be read one way only.</summary>
internal static class CellReading
{
    private static readonly string[] DayFirst = ["d.M.yyyy", "d/M/yyyy", "d-M-yyyy"];
    private static readonly string[] MonthFirst = ["M.d.yyyy", "M/d/yyyy", "M-d-yyyy"];

    /// <summary>The meaning of a cell that is not empty; no values when it can't be told.</summary>
    public static CellMeaning Read(string cell, VariableRules rules)
    {
        var trimmed = cell.Trim();
        if (rules.Cells.TryGetValue(trimmed, out var value))
        {
            return new CellMeaning([value], IsSettled: true);
        }

        if (rules.Format is { } format)
        {
            return DateTime.TryParseExact(trimmed, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? new CellMeaning([CodedValue.Date(CivilDate.Day(DateOnly.FromDateTime(day)))], IsSettled: true)
                : new CellMeaning([], IsSettled: true);
        }

        if (CodedValue.TryParse(trimmed, rules.Variable, out value, out _))
        {
            return new CellMeaning([value], IsSettled: true);
        }

        return rules.Variable.Type == VariableType.Date ? GuessDate(trimmed) : new CellMeaning([], IsSettled: true);
    }

    /// <summary>
    /// A date with points stands day first, as everywhere it is written so; one with slashes or hyphens may stand either
    /// way, and all it can be are candidates. Always a guess: a `format` settles it.
    /// </summary>
    private static CellMeaning GuessDate(string text)
    {
        var values = new List<CodedValue>();
        foreach (var formats in text.Contains('.') ? [DayFirst] : (string[][])[DayFirst, MonthFirst])
        {
            if (DateOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                values.Add(CodedValue.Date(CivilDate.Day(day)));
            }
        }

        return new CellMeaning([.. values.Distinct()], IsSettled: false);
    }
}
