using System.Security.Cryptography;
using System.Text;
using Plumbline.Custody;
using Plumbline.Evidence;

namespace Plumbline.Pipeline.Parts;

/// <summary>
/// Names of the files of a part in a build. A name says all that the file was made of, so a file that is there under its
/// name is right: a build takes it from the one before, or from one that was cut off.
/// </summary>
/// <param name="Name"><c>p</c> and 16 hexadecimal digits over the documents and the version of the readers.</param>
internal record PartNames(string Name)
{
    /// <summary>Index of the documents; written last, so a part with it is whole.</summary>
    public string Index => Name + ".docs";

    /// <summary>All texts.</summary>
    public string Text => Name + ".text";

    /// <summary>All rows.</summary>
    public string Rows => Name + ".rows";

    /// <summary>First name of the token files.</summary>
    public string Tokens => Name + ".tokens";

    /// <summary>Problems of its documents.</summary>
    public string Problems => Name + ".problems.jsonl";

    /// <summary>Members of a unit kind.</summary>
    public string Members(string table, string shapeHash) => $"{Name}.{table}.{Short(shapeHash)}.members";

    /// <summary>Sections of the members of a unit kind.</summary>
    public string Sections(string table, string shapeHash) => $"{Name}.{table}.{Short(shapeHash)}.sections";

    /// <summary>Codings of one variable.</summary>
    public string Codings(string table, string variable, string shapeHash, string ruleHash) =>
        $"{Name}.{table}.{variable}.{Hash([shapeHash, ruleHash])}.codings";

    /// <summary>All files of this part in a folder, whatever their kind.</summary>
    public IReadOnlyList<string> In(string folder) =>
        [.. Directory.EnumerateFiles(folder, Name + ".*").Select(p => Path.GetFileName(p)!).Where(n => !n.EndsWith(".new", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>16 hexadecimal digits of the SHA-256 over texts, each with its length before it.</summary>
    public static string Hash(IEnumerable<string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in texts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{text.Length}:{text}"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static string Short(string hash) => hash.Length <= 16 ? hash : hash[..16];
}

/// <summary>Some documents that are read together.</summary>
/// <param name="Documents">The documents, in archive order.</param>
internal sealed record PartFiles(IReadOnlyList<ArchivedDocument> Documents)
    : PartNames("p" + Hash([Ingest.DocumentReaders.Version, .. Documents.Select(d => d.Id.Hex + "/" + d.File + (d.Source is null ? "" : "/" + d.Source) + (CaseRegister.Of(d.Folder) is { } register ? "//" + register : ""))]));
