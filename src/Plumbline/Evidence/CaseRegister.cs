namespace Plumbline.Evidence;

/// <summary>
/// Documents that the program itself makes out of what a person says, or takes in beside it: requests and answers, and the
/// letters. They come in through custody as all do, under a folder that no file can come from, so that no codebook takes
/// them for a source of its own by mistake; one that names the register reads them, and nothing else.
/// </summary>
public static class CaseRegister
{
    /// <summary>Requests and answers, one row each: a codebook reads them with <c>documents: {register: replies}</c>.</summary>
    public const string Replies = "replies";

    /// <summary>Letters that came in as answers.</summary>
    public const string Letters = "letters";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Replies, Letters];

    /// <summary>The folder that stands in custody entries; those of files never begin with a slash.</summary>
    public static string FolderOf(string register) => "/" + register;

    /// <summary>The register that a folder of a custody entry stands for; null for folders of files.</summary>
    public static string? Of(string folder) => folder.StartsWith('/') ? folder[1..] : null;
}
