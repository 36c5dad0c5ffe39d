using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Plumbline.Pipeline;

/// <summary>
/// What a finished build was made of and what it holds. A build whose <see cref="Inputs"/> are those of the case now has
/// nothing to do.
/// </summary>
public sealed record BuildManifest
{
    /// <summary>Version of this form.</summary>
    public int Version { get; init; } = 2;

    /// <summary>Version of the program.</summary>
    public required string Program { get; init; }

    /// <summary>What was given.</summary>
    public required BuildInputs Inputs { get; init; }

    /// <summary>The parts, in the order in which they were made.</summary>
    public required IReadOnlyList<BuildPart> Parts { get; init; }

    /// <summary>Units by table.</summary>
    public required IReadOnlyDictionary<string, long> Units { get; init; }

    /// <summary>Problems by severity word.</summary>
    public required IReadOnlyDictionary<string, long> Problems { get; init; }

    /// <summary>Files that are no documents, by the code of the problem that says what they are.</summary>
    public IReadOnlyDictionary<string, long> NotDocuments { get; init; } = new Dictionary<string, long>();

    /// <summary>What the tables of each unit kind were made of: what of them the next build can take.</summary>
    public IReadOnlyDictionary<string, BuiltTable> Tables { get; init; } = new Dictionary<string, BuiltTable>();

    /// <summary>SHA-256 over the sorted rows of all tables: the same for the same case however the build was made.</summary>
    public required string Digest { get; init; }

    /// <summary>Every file of the build but this one, by name: what <c>plumb verify</c> checks a build against.</summary>
    public required IReadOnlyDictionary<string, BuildFile> Files { get; init; }

    /// <summary>Reads a manifest; null when it is missing or of another version.</summary>
    public static BuildManifest? Read(BuildFolder build)
    {
        try
        {
            using var file = File.OpenRead(build.Manifest);
            var manifest = JsonSerializer.Deserialize(file, ManifestJson.Default.BuildManifest);
            return manifest?.Version == 2 ? manifest : null;
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            return null;
        }
    }

    internal void Write(BuildFolder build) =>
        File.WriteAllBytes(build.Manifest, JsonSerializer.SerializeToUtf8Bytes(this, ManifestJson.Default.BuildManifest));
}

/// <summary>All that a build depends on. Equal inputs give equal tables.</summary>
public sealed record BuildInputs
{
    /// <summary>Head of each device's chain, as <c>device:seq:hash</c>, sorted.</summary>
    public required IReadOnlyList<string> Heads { get; init; }

    /// <summary>Hash of each file that people write and a build reads, by name from the case folder.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }

    /// <summary>Version of the program's library: another reader or coder may give other tables.</summary>
    public required string Library { get; init; }

    /// <summary>True when a build of these inputs is this build.</summary>
    public bool SameAs(BuildInputs other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Library == other.Library && Heads.SequenceEqual(other.Heads)
            && Files.Count == other.Files.Count && Files.All(f => other.Files.TryGetValue(f.Key, out var hash) && hash == f.Value);
    }

    /// <summary>SHA-256 of a file, in hexadecimal digits.</summary>
    internal static string HashOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}

/// <summary>Some documents that were read together: their text, tokens and codings are files of the build.</summary>
public sealed record BuildPart
{
    /// <summary>Name, made of its documents and the version of the readers; first part of its files' names.</summary>
    public required string Name { get; init; }

    /// <summary>Number of documents.</summary>
    public required int Documents { get; init; }
}

/// <summary>A file of a build as it was written.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="Hash">XxHash128 of its bytes, in hexadecimal digits: finds damage, not an adversary, who could change the manifest too.</param>
public sealed record BuildFile(long Length, string Hash);

/// <summary>What the tables of one unit kind were made of, and the digests of what was made.</summary>
public sealed record BuiltTable
{
    /// <summary>Hash over all that says which members there are and what columns: but for what people judged, equal for equal rows, whatever their cells.</summary>
    public required string Layout { get; init; }

    /// <summary>Digest of units and members without what the variables have.</summary>
    public required string Digest { get; init; }

    /// <summary>Digest of people's decisions and of the cells that they decided.</summary>
    public required string Decided { get; init; }

    /// <summary>The variables by name.</summary>
    public required IReadOnlyDictionary<string, BuiltVariable> Variables { get; init; }
}

/// <summary>What the cells and codings of one variable were made of.</summary>
/// <param name="Codings">Hash over the names of its files of codings.</param>
/// <param name="Digest">Digest of its codings, and of the cells and alternatives that they alone would give.</param>
public sealed record BuiltVariable(string Codings, string Digest);

[JsonSerializable(typeof(BuildManifest))]
[JsonSerializable(typeof(StoredProblem))]
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
internal sealed partial class ManifestJson : JsonSerializerContext
{
    /// <summary>The same, one line an object.</summary>
    public static ManifestJson Line { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
