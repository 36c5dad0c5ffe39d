using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Plumbline.Claims.Drafts;

/// <summary>Why a DOCX can't be read; the sentence goes into the problem.</summary>
internal sealed class DocxFaultException(string why) : Exception(why);

/// <summary>
/// The parts of a DOCX (ECMA-376): unpacked within a bound whatever the package says of its sizes, read without DTDs, and made
/// a tree only when neither depth nor number of its nodes is hostile. Relations out of the package are never followed.
/// </summary>
internal sealed class DocxParts : IDisposable
{
    /// <summary>Bytes that the parts may unpack to, together.</summary>
    public const long UnpackedBytes = 128L << 20;

    private const int Nodes = 6_000_000;
    private const int Depth = 256;
    private const int Entries = 20_000;

    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, IReadOnlyDictionary<string, (string Type, string Target, bool IsOutside)>> relations = new(StringComparer.OrdinalIgnoreCase);
    private long left = UnpackedBytes;

    /// <exception cref="DocxFaultException">It is no package.</exception>
    public DocxParts(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            archive = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > Entries)
            {
                throw new DocxFaultException("it has too many parts");
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            throw new DocxFaultException("it is no whole DOCX package");
        }

        foreach (var entry in archive.Entries)
        {
            if (!entries.TryAdd(Normal(entry.FullName), entry))
            {
                throw new DocxFaultException("two of its parts have the same name");
            }
        }
    }

    /// <summary>The parts in the order of the package.</summary>
    public IReadOnlyList<ZipArchiveEntry> All => archive.Entries;

    /// <summary>Relations of a part by id: type (its last word), target, and whether it leads out of the package. <c>""</c> is the package.</summary>
    public IReadOnlyDictionary<string, (string Type, string Target, bool IsOutside)> RelationsOf(string part)
    {
        if (relations.TryGetValue(part, out var read))
        {
            return read;
        }

        var found = new Dictionary<string, (string, string, bool)>(StringComparer.Ordinal);
        foreach (var relation in Tree(RelationsPart(part))?.Root?.Elements() ?? [])
        {
            if (relation.Attribute("Id")?.Value is { } id && relation.Attribute("Target")?.Value is { } target)
            {
                found.TryAdd(id, ((relation.Attribute("Type")?.Value ?? "").Split('/')[^1], target, relation.Attribute("TargetMode")?.Value == "External"));
            }
        }

        return relations[part] = found;
    }

    /// <summary>Name of the part that holds the relations of one.</summary>
    public static string RelationsPart(string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        return $"{part[..slash]}_rels/{part[slash..]}.rels";
    }

    /// <summary>The part that a part names by a relation of this type inside of the package.</summary>
    public string? Related(string part, string type) => AllRelated(part, type).FirstOrDefault();

    /// <summary>All parts that a part names by relations of this type inside of the package, each once.</summary>
    public IReadOnlyList<string> AllRelated(string part, string type) =>
        [.. RelationsOf(part).OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => r.Value).Where(r => r.Type == type && !r.IsOutside)
            .Select(r => r.Target.StartsWith('/') ? r.Target[1..] : part[..(part.LastIndexOf('/') + 1)] + r.Target).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>A part as a tree, or null where there is none.</summary>
    /// <exception cref="DocxFaultException">It is broken, or unpacks to too much.</exception>
    public XDocument? Tree(string name)
    {
        if (!entries.TryGetValue(Normal(name), out var entry))
        {
            return null;
        }

        var bytes = Bytes(entry);
        try
        {
            Measure(bytes);
            using var reader = XmlReader.Create(new MemoryStream(bytes, writable: false), Settings());
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        }
        catch (Exception e) when (e is XmlException or ArgumentException or InvalidOperationException)
        {
            throw new DocxFaultException("its XML is broken");
        }
    }

    public void Dispose() => archive.Dispose();

    private static string Normal(string name) => name.Replace('\\', '/').TrimStart('/');

    private static XmlReaderSettings Settings() => new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false };

    // A tree costs many times its text: a hostile part is found before one is made.
    private static void Measure(byte[] bytes)
    {
        using var reader = XmlReader.Create(new MemoryStream(bytes, writable: false), Settings());
        for (var nodes = 0L; reader.Read();)
        {
            nodes += 1 + reader.AttributeCount;
            if (nodes > Nodes || reader.Depth > Depth)
            {
                throw new DocxFaultException("its markup is nested too deeply, or there is too much of it");
            }
        }
    }

    /// <summary>A part as it is.</summary>
    /// <exception cref="DocxFaultException">It can't be unpacked.</exception>
    public byte[] Bytes(ZipArchiveEntry entry)
    {
        try
        {
            using var packed = entry.Open();
            using var part = new MemoryStream();
            var buffer = new byte[81920];
            while (packed.Read(buffer) is var got && got > 0)
            {
                left -= got;
                if (left < 0)
                {
                    throw new DocxFaultException($"its parts unpack to more than {UnpackedBytes >> 20} MiB");
                }

                part.Write(buffer, 0, got);
            }

            return part.ToArray();
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            throw new DocxFaultException("a part of it can't be unpacked");
        }
    }
}
