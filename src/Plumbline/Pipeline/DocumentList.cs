using System.Text;
using Plumbline.Custody;
using Plumbline.Evidence;

namespace Plumbline.Pipeline;

/// <summary>
/// The documents of a case in archive order, kept in a build: reading them out of the journal takes a second for each
/// 100,000. Right for the journal whose heads the build's manifest names, and the sources that it was made with, and for no other.
/// </summary>
internal static class DocumentList
{
    /// <summary>Name of its file.</summary>
    public const string Name = "documents.list";

    private const uint Magic = 0x314E4C50; // "PLN1"

    /// <summary>The list of a build of the same journal, taken over; else that of the journal, written down.</summary>
    public static IReadOnlyList<ArchivedDocument> Of(CaseState state, BuildFolder build, BuildFolder? before, BuildManifest? manifest)
    {
        if (before is not null && manifest is not null && state.HasSameDocuments(manifest.Inputs)
            && Read(before.File(Name)) is { } known)
        {
            // One that was cut off may have left the list of an earlier journal.
            File.Delete(build.File(Name));
            build.Take(Name, before);
            return known;
        }

        var documents = state.Documents();
        Write(build.File(Name), documents);
        return documents;
    }

    private static void Write(string path, IReadOnlyList<ArchivedDocument> documents)
    {
        using (var writer = new BinaryWriter(new FileStream(path + ".new", FileMode.Create, FileAccess.Write, FileShare.None, 1 << 17)))
        {
            writer.Write(Magic);
            writer.Write(documents.Count);
            foreach (var document in documents)
            {
                writer.Write(document.Id.ToBytes());
                writer.Write(document.Size);
                writer.Write(document.File);
                writer.Write(document.Folder);
                writer.Write(document.Source is not null);
                writer.Write(document.Source ?? "");
            }
        }

        File.Move(path + ".new", path, overwrite: true);
    }

    /// <summary>The list, or null when there is none or it is cut.</summary>
    private static ArchivedDocument[]? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using var reader = new BinaryReader(new MemoryStream(File.ReadAllBytes(path)), Encoding.UTF8);
        try
        {
            if (reader.ReadUInt32() != Magic)
            {
                return null;
            }

            var documents = new ArchivedDocument[reader.ReadInt32()];
            var (folder, source) = ("", (string?)null);
            for (var i = 0; i < documents.Length; i++)
            {
                var (id, size, file) = (DocumentId.FromHash(reader.ReadBytes(32)), reader.ReadInt64(), reader.ReadString());

                // Neighbours mostly came from one folder and source: one string for all.
                folder = reader.ReadString() is var f && f == folder ? folder : f;
                var (isKnown, s) = (reader.ReadBoolean(), reader.ReadString());
                source = !isKnown ? null : s == source ? source : s;
                documents[i] = new ArchivedDocument(id, size, file, folder, source);
            }

            return documents;
        }
        catch (Exception e) when (e is EndOfStreamException or ArgumentException or OverflowException or OutOfMemoryException)
        {
            return null;
        }
    }
}
