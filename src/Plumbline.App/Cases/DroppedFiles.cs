using System.Globalization;
using System.Text;

namespace Plumbline.App.Cases;

/// <summary>
/// Files that a browser sends: where they are put below the folder <c>sources</c> of the case before they are taken in. What a browser calls a
/// file is hostile: it never leads out of that folder, and holds nothing that hides or turns a name.
/// </summary>
internal static class DroppedFiles
{
    private const int LongestName = 120;
    private const int DeepestFolder = 12;

    private static readonly HashSet<string> Reserved = new(["con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3"], StringComparer.OrdinalIgnoreCase);

    /// <summary>A new folder for one drop: a day and a number.</summary>
    public static string NewFolder(string sources, DateOnly day)
    {
        for (var i = 1; ; i++)
        {
            var path = Path.Combine(sources, string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}-{i}"));
            if (!Path.Exists(path))
            {
                Directory.CreateDirectory(path);
                return path;
            }
        }
    }

    /// <summary>True for the name of a folder that <see cref="NewFolder"/> makes.</summary>
    public static bool IsFolder(string name) => name.Length is > 11 and < 20 && name[10] == '-' && name.All(c => char.IsAsciiDigit(c) || c == '-');

    /// <summary>The file's own name, without folders, made plain.</summary>
    public static string NameOf(string name) => Plain(name.Split('/', '\\')[^1]) is { Length: > 0 } plain ? plain : "file";

    /// <summary>Where a file is put: names of folders and of the file, made plain; one that is there already gets a number.</summary>
    /// <param name="folder">The folder of the drop.</param>
    /// <param name="name">What the browser calls it, with the folders that were dropped.</param>
    public static string PathOf(string folder, string name)
    {
        var parts = name.Split('/', '\\').Select(Plain).Where(p => p.Length > 0).ToList();
        parts = parts.Count == 0 ? ["file"] : [.. parts.TakeLast(DeepestFolder)];
        var path = Path.Combine([folder, .. parts]);
        for (var i = 2; Path.Exists(path); i++)
        {
            path = Path.Combine([folder, .. parts.SkipLast(1), string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(parts[^1])} ({i}){Path.GetExtension(parts[^1])}")]);
        }

        return path;
    }

    private static string Plain(string name)
    {
        var clean = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            clean.Append(IsPlain(rune) ? rune.ToString() : "_");
        }

        var text = clean.ToString().Trim(' ', '.');
        if (Reserved.Contains(text.Split('.')[0]))
        {
            text = "_" + text;
        }

        if (text.Length <= LongestName)
        {
            return text;
        }

        var ending = Path.GetExtension(text) is { Length: > 0 and <= 12 } e ? e : "";
        var length = LongestName - ending.Length;
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)] + ending;
    }

    private static bool IsPlain(Rune rune) => rune.Value is not ('"' or '*' or ':' or '<' or '>' or '?' or '|' or 0xFFFD)
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
