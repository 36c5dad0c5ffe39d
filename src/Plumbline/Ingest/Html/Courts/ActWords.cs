namespace Plumbline.Ingest.Html.Courts;

/// <summary>Tells the text of an act by the headings of its parts, letter-spaced or not.</summary>
internal static class ActWords
{
    private const int Shortest = 400;
    private static readonly string[] Orders = ["ПОСТАНОВИЛ", "ОПРЕДЕЛИЛ", "РЕШИЛ", "ПРИГОВОРИЛ"];

    public static bool AreIn(string text)
    {
        if (text.Length < Shortest)
        {
            return false;
        }

        var letters = string.Concat(text.Where(c => c != ' ')).ToUpperInvariant();
        return letters.IndexOf("УСТАНОВИЛ", StringComparison.Ordinal) is >= 0 and var found
            && Orders.Any(o => letters.IndexOf(o, found, StringComparison.Ordinal) >= 0);
    }
}
