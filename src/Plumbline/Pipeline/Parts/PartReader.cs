using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using Plumbline.Coding.Tokens;
using Plumbline.Evidence;

namespace Plumbline.Pipeline.Parts;

/// <summary>A finished part, mapped. Safe for several readers at once.</summary>
internal sealed unsafe class PartReader : IDisposable
{
    private readonly string folder;
    private readonly PartNames names;
    private readonly MemoryMappedFile? map;
    private readonly MemoryMappedViewAccessor? view;
    private readonly byte* start;
    private readonly Lazy<TokenPart> tokens;

    public PartReader(string folder, PartNames names)
    {
        (this.folder, this.names) = (folder, names);
        Documents = ReadIndex(Path.Combine(folder, names.Index));
        tokens = new Lazy<TokenPart>(() => TokenPart.Open(Path.Combine(folder, names.Tokens)));
        var path = Path.Combine(folder, names.Text);
        var length = new FileInfo(path).Length;
        if (Documents.Any(d => d.TextStart < 0 || d.TextLength < 0 || (d.TextStart + d.TextLength) * 2 > length))
        {
            throw Damaged();
        }

        if (length > 0)
        {
            map = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
            view = map.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
            view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        }
    }

    /// <summary>All documents, in the order of the part.</summary>
    public IReadOnlyList<StoredDocument> Documents { get; }

    /// <summary>Their tokens.</summary>
    public TokenPart Tokens => tokens.Value;

    /// <summary>The text of a document; empty when it has none.</summary>
    public string TextOf(StoredDocument document) => document.TextLength == 0
        ? ""
        : new string(MemoryMarshal.Cast<byte, char>(new ReadOnlySpan<byte>(start + (document.TextStart * 2), document.TextLength * 2)));

    /// <summary>The tables of a document.</summary>
    public IReadOnlyList<SourceTable> TablesOf(StoredDocument document)
    {
        if (document.TableCount == 0)
        {
            return [];
        }

        using var reader = new BinaryReader(new FileStream(Path.Combine(folder, names.Rows), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16));
        reader.BaseStream.Position = document.TablesAt;
        var tables = new SourceTable[document.TableCount];
        for (var i = 0; i < tables.Length; i++)
        {
            tables[i] = RowFile.Read(reader, document.Id);
        }

        return tables;
    }

    public void Dispose()
    {
        if (tokens.IsValueCreated)
        {
            tokens.Value.Dispose();
        }

        if (view is not null)
        {
            view.SafeMemoryMappedViewHandle.ReleasePointer();
            view.Dispose();
            map!.Dispose();
        }
    }

    /// <summary>The index of a part.</summary>
    public static StoredDocument[] ReadIndex(string path)
    {
        using var index = new BinaryReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16));
        var magic = index.ReadUInt32();
        if (magic is not (PartWriter.Magic or PartWriter.WithoutCards))
        {
            throw Damaged();
        }

        var documents = new StoredDocument[index.ReadInt32()];
        for (var i = 0; i < documents.Length; i++)
        {
            documents[i] = new StoredDocument
            {
                Id = DocumentId.FromHash(index.ReadBytes(32)),
                File = index.ReadString(),
                Reader = index.ReadString(),
                TokenOrdinal = index.ReadInt32(),
                TextStart = index.ReadInt64(),
                TextLength = index.ReadInt32(),
                IsWhole = index.ReadBoolean(),
                CardStart = magic == PartWriter.Magic ? index.ReadInt32() : -1,
                PageStarts = ReadPages(index),
                TablesAt = index.ReadInt64(),
                TableCount = index.ReadInt32(),
            };
        }

        return documents;
    }

    private static int[] ReadPages(BinaryReader index)
    {
        var pages = new int[index.Read7BitEncodedInt()];
        for (var i = 0; i < pages.Length; i++)
        {
            pages[i] = index.Read7BitEncodedInt();
        }

        return pages;
    }

    private static StoreFailedException Damaged() => PipelineProblems.DamagedBuild();
}
