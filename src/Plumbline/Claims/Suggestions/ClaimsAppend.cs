using System.Text;

namespace Plumbline.Claims.Suggestions;

/// <summary>
/// Adds entries at the end of claims.yaml; every character that is there stays. What comes out is read again: it must have all that was there, and
/// the new claims without a fault, else nothing is written.
/// </summary>
internal static class ClaimsAppend
{
    private const string Head = "# yaml-language-server: $schema=schemas/claims.schema.json\n";

    /// <summary>Writes the file, whole or not at all.</summary>
    /// <exception cref="Evidence.UsageException">It can't be added to.</exception>
    /// <exception cref="Evidence.StoreFailedException">It can't be written.</exception>
    public static void Write(string path, string entries)
    {
        try
        {
            var before = File.Exists(path) ? File.ReadAllText(path) : Head;
            var after = With(before, entries);
            File.WriteAllText(path + ".new", after, new UTF8Encoding(encoderShouldEmitUTF8Identifier: StartsWithMark(path)));
            File.Move(path + ".new", path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw SuggestionProblems.NotWritten(e);
        }
    }

    /// <summary>The text with the entries behind it.</summary>
    internal static string With(string text, string entries)
    {
        var end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var after = text + (text.Length == 0 || text.EndsWith('\n') ? "" : end) + entries.Replace("\n", end, StringComparison.Ordinal);
        var (was, made, added) = (ClaimsFile.Parse(text), ClaimsFile.Parse(after), ClaimsFile.Parse(entries));
        // Entries may name claims of the file, so alone they may have a fault; their ids stand in one of the two lists all the same.
        var ids = added.Claims.Keys.Concat(added.Faulty).ToList();
        var isWhole = was.Claims.Keys.All(id => made.Claims.ContainsKey(id) && ClaimDefinition.Of(was, id) == ClaimDefinition.Of(made, id))
                      && was.Faulty.IsSubsetOf(made.Faulty) && ids.Count > 0 && ids.TrueForAll(made.Claims.ContainsKey) && made.Problems.Count == was.Problems.Count;
        return isWhole ? after : throw SuggestionProblems.NotEditable(made.Problems);
    }

    private static bool StartsWithMark(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var file = File.OpenRead(path);
        return (file.ReadByte(), file.ReadByte(), file.ReadByte()) == (0xEF, 0xBB, 0xBF);
    }
}
