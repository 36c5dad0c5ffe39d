using System.Globalization;
using Plumbline.Evidence;

namespace Plumbline.Cases;

/// <summary>
/// What a coder is called in journal and tables. Never taken from the computer's account: made up, unless the person gives
/// one. Kept beside the journal on this computer (<c>.plumb/who</c>).
/// </summary>
public static class Pseudonym
{
    private static readonly string[] First =
    [
        "amber", "brisk", "calm", "clear", "dusky", "early", "fair", "fleet", "gentle", "green", "hazel", "keen", "late", "light", "lucky", "merry",
        "mild", "misty", "noble", "plain", "proud", "quick", "quiet", "rapid", "sandy", "sharp", "silver", "steady", "sunny", "swift", "tidy", "warm",
    ];

    private static readonly string[] Second =
    [
        "alder", "aspen", "badger", "beaver", "birch", "cedar", "crane", "curlew", "dunlin", "egret", "elm", "falcon", "finch", "hare", "heron", "ibis",
        "larch", "lark", "linnet", "lynx", "marten", "otter", "owl", "plover", "raven", "robin", "rowan", "sable", "stork", "swan", "tern", "wren",
    ];

    /// <summary>Makes one up, such as <c>quiet-heron-17</c>.</summary>
    /// <param name="below">Gives a number from 0 up to, not including, its argument.</param>
    public static string Make(Func<int, int> below)
    {
        ArgumentNullException.ThrowIfNull(below);
        return string.Create(CultureInfo.InvariantCulture, $"{First[below(First.Length)]}-{Second[below(Second.Length)]}-{10 + below(90)}");
    }

    /// <summary>True for 2 to 40 letters, digits, hyphens and dots, a letter or digit first.</summary>
    public static bool IsOne(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length is >= 2 and <= 40 && char.IsLetterOrDigit(text[0]) && text.All(c => char.IsLetterOrDigit(c) || c is '-' or '.');
    }

    /// <summary>The pseudonym on this computer, or null when there is none yet (a case brought here by version control).</summary>
    public static string? Of(CaseFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        try
        {
            var text = File.ReadAllText(PathIn(folder)).Trim();
            return IsOne(text) ? text : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Keeps a pseudonym on this computer.</summary>
    /// <exception cref="UsageException">It is not one.</exception>
    public static void Keep(CaseFolder folder, string pseudonym)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (!IsOne(pseudonym))
        {
            throw CaseProblems.NotAPseudonym();
        }

        Directory.CreateDirectory(folder.Inner);

        // Made anew and renamed, so that a link in somebody else's case is replaced and not written through.
        var path = PathIn(folder);
        var made = $"{path}-{Guid.NewGuid():N}";
        File.WriteAllText(made, pseudonym + "\n");
        File.Move(made, path, overwrite: true);
    }

    private static string PathIn(CaseFolder folder) => Path.Combine(folder.Inner, "who");
}
