using Plumbline.Evidence;

namespace Plumbline.Review.Sheets;

/// <summary>Names of a worksheet's columns. A variable's name holds no space, so they can't be taken for each other.</summary>
internal static class WorksheetColumns
{
    public const string Unit = "unit";
    public const string File = "file";
    public const string ReadWhole = "read whole";
    public const string Check = "check";

    public static string Key(string variable) => "key " + variable;

    public static string Machine(string variable) => variable + " machine";

    public static string Words(string variable) => variable + " words";

    public static string Quote(string variable) => variable + " quote";

    public static string Note(string variable) => variable + " note";

    /// <summary>The machine's value in a cell: its values, or the word of a status in parentheses.</summary>
    public static string Text(ShownMachine machine) => machine.Status == Status.Stated ? string.Join("; ", machine.Values) : $"({machine.Status.Word()})";

    /// <summary>What a cell of <see cref="Machine"/> shows; null when the machine had nothing.</summary>
    public static ShownMachine? ReadMachine(string cell, bool isList)
    {
        if (cell.Length == 0)
        {
            return null;
        }

        return cell is ['(', .., ')'] && StatusNames.TryParse(cell[1..^1], out var status)
            ? new ShownMachine(status, [])
            : new ShownMachine(Status.Stated, isList ? cell.Split("; ") : [cell]);
    }
}
