using System.Runtime.InteropServices;
using System.Text.Json;
using Plumbline.Coding.Tokens;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Ingest;

namespace Plumbline.Pipeline.Parts;

/// <summary>
/// Writes what readers gave of the documents of one part: texts as UTF-16 (so that offsets need no decoding), rows,
/// tokens, problems. All under new names; <see cref="Finish"/> renames them, the index last.
/// </summary>
internal sealed class PartWriter : IDisposable
{
    internal const uint Magic = 0x33444C50; // "PLD3"
    internal const uint WithoutCards = 0x32444C50; // "PLD2": indexes of builds made before cards were read
    private readonly string folder;
    private readonly PartFiles names;
    private readonly FileStream text;
    private readonly BinaryWriter rows;
    private readonly StreamWriter problems;
    private readonly TokenPartWriter tokens;
    private readonly List<StoredDocument> documents = [];
    private long units;

    public PartWriter(string folder, PartFiles names)
    {
        (this.folder, this.names) = (folder, names);
        text = Create(names.Text);
        rows = new BinaryWriter(Create(names.Rows));
        problems = new StreamWriter(Create(names.Problems));
        tokens = new TokenPartWriter(Path.Combine(folder, names.Tokens));
    }

    /// <summary>Number of problems so far.</summary>
    public int ProblemCount { get; private set; }

    /// <summary>Adds the next document of the part.</summary>
    public void Add(ReadDocument read, ArchivedDocument archived)
    {
        var content = read.Text?.Text;
        documents.Add(new StoredDocument
        {
            Id = read.Document,
            File = archived.File,
            Reader = read.Reader,
            TokenOrdinal = content is null ? -1 : tokens.Add(content, out _),
            TextStart = units,
            TextLength = content?.Length ?? 0,
            IsWhole = read.Text?.IsWhole ?? true,
            CardStart = read.Text?.CardStart ?? -1,
            PageStarts = read.PageStarts,
            TablesAt = rows.BaseStream.Position,
            TableCount = read.Tables.Count,
        });
        if (content is not null)
        {
            text.Write(MemoryMarshal.AsBytes(content.AsSpan()));
            units += content.Length;
        }

        foreach (var table in read.Tables)
        {
            RowFile.Write(rows, table);
        }

        foreach (var problem in read.Problems)
        {
            var placed = problem with { Place = problem.Place with { Document = archived.Id, File = archived.File } };
            problems.WriteLine(JsonSerializer.Serialize(StoredProblem.Of(placed), ManifestJson.Line.StoredProblem));
            ProblemCount++;
        }
    }

    public void Finish()
    {
        tokens.Finish();
        rows.Flush();
        Dispose();
        using (var index = new BinaryWriter(Create(names.Index)))
        {
            index.Write(Magic);
            index.Write(documents.Count);
            foreach (var document in documents)
            {
                Write(index, document);
            }
        }

        foreach (var name in (ReadOnlySpan<string>)[names.Text, names.Rows, names.Problems, names.Index])
        {
            var path = Path.Combine(folder, name);
            File.Move(path + ".new", path, overwrite: true);
        }
    }

    public void Dispose()
    {
        text.Dispose();
        rows.Dispose();
        problems.Dispose();
        tokens.Dispose();
    }

    private static void Write(BinaryWriter index, StoredDocument document)
    {
        index.Write(document.Id.ToBytes());
        index.Write(document.File);
        index.Write(document.Reader);
        index.Write(document.TokenOrdinal);
        index.Write(document.TextStart);
        index.Write(document.TextLength);
        index.Write(document.IsWhole);
        index.Write(document.CardStart);
        index.Write7BitEncodedInt(document.PageStarts.Count);
        foreach (var start in document.PageStarts)
        {
            index.Write7BitEncodedInt(start);
        }

        index.Write(document.TablesAt);
        index.Write(document.TableCount);
    }

    private FileStream Create(string name) =>
        new(Path.Combine(folder, name + ".new"), FileMode.Create, FileAccess.Write, FileShare.None, 1 << 17);
}
