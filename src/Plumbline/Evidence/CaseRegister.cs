namespace Plumbline.Evidence;

/// <summary>
/// Documents that the program itself makes out of what a person says, or takes in beside it: requests and answers, and the
/// letters. They come in through custody as all do, under a folder that no file can come from, so that no codebook takes
/// them for a source of its own by mistake; one that names the register reads them, and nothing else. Entries name their kind of unit
/// themselves.
/// </summary>
public static class CaseRegister
{
    /// <summary>Requests and answers, one row each: a codebook reads them with <c>documents: {register: replies}</c>.</summary>
    public const string Replies = "replies";

    /// <summary>Letters that came in as answers.</summary>
    public const string Letters = "letters";

    /// <summary>Files that came in with an entry.</summary>
    public const string Attachments = "attachments";

    /// <summary>Those that a codebook can name.</summary>
    public static IReadOnlyList<string> All { get; } = [Replies, Letters, Attachments];

    /// <summary>The folder that stands in custody entries; those of files never begin with a slash.</summary>
    public static string FolderOf(string register) => "/" + register;

    /// <summary>
    /// The register of entries of a kind of unit: records of what a person was told, made with a form. Each is a unit of that kind, whatever documents its codebook
    /// names, and of no other.
    /// </summary>
    public static string Entries(string table) => EntriesPrefix + table;

    /// <summary>True for the folder of an entry of any kind.</summary>
    public static bool IsEntry(string folder) => folder.StartsWith("/" + EntriesPrefix, StringComparison.Ordinal);

    private const string EntriesPrefix = "entries/";

    /// <summary>The register that a folder of a custody entry stands for; null for folders of files.</summary>
    public static string? Of(string folder) => folder.StartsWith('/') ? folder[1..] : null;
}
