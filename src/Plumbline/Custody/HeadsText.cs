using System.Globalization;

namespace Plumbline.Custody;

/// <summary>
/// Heads as text, a line each, <c>device seq hash</c>, ordered by device: what <c>plumb verify --heads</c> takes, and what an
/// entry holds of the heads it has seen. Kept elsewhere (printed, mailed, with a lawyer) it shows that entries were cut off.
/// </summary>
public static class HeadsText
{
    /// <summary>A line each, with its end (LF); empty for none.</summary>
    public static string Format(IEnumerable<JournalHead> heads) =>
        string.Concat(heads.OrderBy(h => h.Device, StringComparer.Ordinal).Select(h => h + "\n"));

    /// <summary>Reads a heads file; empty lines and lines that start with <c>#</c> are passed over.</summary>
    /// <exception cref="Evidence.UsageException">The file can't be read, or a line is something else.</exception>
    public static IReadOnlyList<JournalHead> Read(string path)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CustodyProblems.BadHeadsFile(path, 0);
        }

        var heads = new List<JournalHead>();
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            heads.Add(ParseLine(line) ?? throw CustodyProblems.BadHeadsFile(path, i + 1));
        }

        return heads;
    }

    internal static bool TryParse(string text, out IReadOnlyList<JournalHead> heads)
    {
        heads = [];
        if (text.Length == 0)
        {
            return true;
        }

        var read = text.TrimEnd('\n').Split('\n').Select(ParseLine).ToList();
        if (read.Contains(null))
        {
            return false;
        }

        heads = read!;
        return Format(heads) == text;
    }

    private static JournalHead? ParseLine(string line) =>
        line.Split(' ') is [var device, var digits, var hash]
        && IsHex(device, 32) && IsHex(hash, 64)
        && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var seq) && seq > 0
            ? new JournalHead(device, seq, hash)
            : null;

    internal static bool IsHex(string text, int length) =>
        text.Length == length && text.All(static c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));
}
