using System.Globalization;

namespace Plumbline.Evidence;

/// <summary>How much of a document a member is.</summary>
public enum PlaceKind
{
    /// <summary>The whole document.</summary>
    Whole,

    /// <summary>A part cut by the codebook's <c>split</c>; numbered from 1 in reading order.</summary>
    Part,

    /// <summary>A row of a table; numbered from 1, the header not counted.</summary>
    Row,
}

/// <summary>
/// Where in its document a member stands. Its text form, <c>whole</c>, <c>part:2</c> or <c>row:17</c> (with a table's
/// name where a document has several: <c>row:Sheet1!17</c>), is part of the identity of units and never changes.
/// </summary>
public readonly record struct Place
{
    private Place(PlaceKind kind, int number, string? table)
    {
        Kind = kind;
        Number = number;
        Table = table;
    }

    /// <summary>The whole document.</summary>
    public static Place Whole => default;

    /// <summary>Whole, part or row.</summary>
    public PlaceKind Kind { get; }

    /// <summary>1-based number of the part or row; 0 for the whole.</summary>
    public int Number { get; }

    /// <summary>Name of the sheet or table in a document that has several, else null.</summary>
    public string? Table { get; }

    /// <summary>The n-th part, from 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public static Place Part(int number) => new(PlaceKind.Part, AtLeastOne(number), null);

    /// <summary>The n-th data row, from 1, of the only or the named table.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public static Place Row(int number, string? table = null) => new(PlaceKind.Row, AtLeastOne(number), table);

    /// <summary>Reads the text form; false for anything else.</summary>
    public static bool TryParse(string? text, out Place place)
    {
        place = Whole;
        if (text == "whole")
        {
            return true;
        }

        if (text is null || text.IndexOf(':') is var colon && colon < 0)
        {
            return false;
        }

        var bang = text.LastIndexOf('!');
        var table = bang > colon ? text[(colon + 1)..bang] : null;
        var digits = text[(Math.Max(bang, colon) + 1)..];
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
        {
            return false;
        }

        switch (text[..colon])
        {
            case "part" when table is null:
                place = Part(number);
                return true;
            case "row":
                place = Row(number, table);
                return true;
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        PlaceKind.Whole => "whole",
        PlaceKind.Part => string.Create(CultureInfo.InvariantCulture, $"part:{Number}"),
        _ => Table is null
            ? string.Create(CultureInfo.InvariantCulture, $"row:{Number}")
            : string.Create(CultureInfo.InvariantCulture, $"row:{Table}!{Number}"),
    };

    private static int AtLeastOne(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        return number;
    }
}
