using System.IO.Compression;
using System.Xml;

namespace Plumbline.Ingest.Docx;

/// <summary>
/// The parts of a DOCX (ECMA-376, Office Open XML), unpacked within a bound whatever the package says of its sizes, and
/// read without DTDs and without a tree: neither a zip bomb nor deep nesting costs more than its bytes.
/// </summary>
internal sealed class DocxPackage : IDisposable
{
    private readonly ZipArchive archive;
    private long left = ReadLimits.UnpackedBytes;

    public DocxPackage(ReadOnlyMemory<byte> bytes) => archive = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);

    /// <summary>True once a part was longer than allowed and was cut.</summary>
    public bool IsCut { get; private set; }

    /// <summary>A part, or null where there is none or it can't be unpacked.</summary>
    public XmlReader? Open(string name)
    {
        // Names are compared without case (ECMA-376 part 2); a package has few parts.
        var entry = archive.Entries.FirstOrDefault(e => e.FullName.TrimStart('/').Equals(name, StringComparison.OrdinalIgnoreCase));
        if (entry is null || Unpack(entry) is not { } part)
        {
            return null;
        }

        return XmlReader.Create(part, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CheckCharacters = false,
        });
    }

    public void Dispose() => archive.Dispose();

    private MemoryStream? Unpack(ZipArchiveEntry entry)
    {
        try
        {
            using var packed = entry.Open();
            var part = new MemoryStream();
            var buffer = new byte[81920];
            while (packed.Read(buffer) is var got && got > 0)
            {
                left -= got;
                if (left < 0)
                {
                    IsCut = true;
                    return null;
                }

                part.Write(buffer, 0, got);
            }

            part.Position = 0;
            return part;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            return null;
        }
    }
}
