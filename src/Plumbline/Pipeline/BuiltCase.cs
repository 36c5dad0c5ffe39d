using System.Collections.Concurrent;
using DuckDB.NET.Data;
using Plumbline.Cases;
using Plumbline.Coding;
using Plumbline.Evidence;
using Plumbline.Pipeline.Parts;
using Plumbline.Pipeline.Tables;

namespace Plumbline.Pipeline;

/// <summary>The build in use, open for reading: problems, search, units with their evidence.</summary>
public sealed partial class BuiltCase : IDisposable
{
    private readonly ReaderWriterLockSlim inUse = new(LockRecursionPolicy.SupportsRecursion);
    private bool isClosed;
    private readonly CaseFolder folder;
    private readonly BuildFolder build;
    private readonly BuildManifest manifest;
    private readonly Lazy<IReadOnlyList<PartReader>> parts;
    private readonly Lazy<ILookup<DocumentId, (PartReader Part, StoredDocument Document)>> documents;
    private readonly Lazy<IReadOnlyList<Codebook>> codebooks;
    private readonly Lazy<DuckDBConnection> tables;
    private readonly ConcurrentDictionary<string, (IReadOnlyList<PartReader> Open, CaseScope Scope)> scopes = new(StringComparer.Ordinal);

    private BuiltCase(CaseFolder folder, BuildFolder build, BuildManifest manifest)
    {
        (this.folder, this.build, this.manifest) = (folder, build, manifest);
        parts = new(() => [.. manifest.Parts.Select(p => new PartReader(build.Path, new PartNames(p.Name)))]);
        documents = new(() => parts.Value.SelectMany(p => p.Documents.Select(d => (Part: p, Document: d))).ToLookup(d => d.Document.Id));
        tables = new(() => TablesFile.Open(TablesPath, readOnly: true));
        codebooks = new(() => [.. CaseCodebooks.Read(folder).Where(c => manifest.Units.ContainsKey(c.Kind.Table))]);
    }

    /// <summary>Id of the build.</summary>
    public string Id => build.Id;

    /// <summary>Digest of its tables.</summary>
    public string Digest => manifest.Digest;

    /// <summary>Heads of the journal that it was made of, as <c>device:seq:hash</c>.</summary>
    public IReadOnlyList<string> Heads => manifest.Inputs.Heads;

    /// <summary>Full path of the tables (DuckDB).</summary>
    public string TablesPath => build.Tables;

    /// <summary>Its folder.</summary>
    internal BuildFolder Files => build;

    /// <summary>What it holds.</summary>
    internal BuildManifest Manifest => manifest;

    /// <summary>What it was made of.</summary>
    internal BuildInputs Inputs => manifest.Inputs;

    /// <summary>Version of the program that made it.</summary>
    internal string Program => manifest.Program;

    /// <summary>Units by table.</summary>
    public IReadOnlyDictionary<string, long> Units => manifest.Units;

    /// <summary>The codebooks as they are now; one that is new since this build is not among them, since nothing of it is here.</summary>
    public IReadOnlyList<Codebook> Codebooks => codebooks.Value;

    /// <summary>All problems of all documents.</summary>
    public IEnumerable<Problem> Problems => Reading(() => ProblemFile.Read(build.Problems).ToList());

    /// <summary>Opens the build in use.</summary>
    /// <exception cref="UsageException">There is none yet.</exception>
    /// <exception cref="StoreFailedException">A file of it is missing or cut off.</exception>
    public static BuiltCase Open(CaseFolder folder)
    {
        return Of(folder, BuildFolder.RequireCurrent(folder));
    }

    /// <summary>Opens a build.</summary>
    /// <param name="folder">Where its codebooks and case.yaml are read from.</param>
    /// <param name="build">The build.</param>
    internal static BuiltCase Of(CaseFolder folder, BuildFolder build)
    {
        return BuildManifest.Read(build) is { } manifest && BuildFiles.AreThere(build, manifest)
            ? new BuiltCase(folder, build, manifest)
            : throw PipelineProblems.DamagedBuild();
    }

    /// <summary>True when journal or codebooks have changed since this build.</summary>
    public bool IsStale()
    {
        using var journal = Custody.Journal.OpenRead(folder);
        return !CaseInputs.AreThose(manifest.Inputs, CaseInputs.Of(folder, new JournalView(journal)), journal);
    }

    /// <summary>Documents that came in under a file name, or that an id (or its first 8 digits or more) names.</summary>
    public IReadOnlyList<DocumentId> DocumentsNamed(string name) =>
    [
        .. parts.Value.SelectMany(p => p.Documents)
            .Where(d => d.File == name || (name.Length >= 8 && d.Id.Hex.StartsWith(name, StringComparison.OrdinalIgnoreCase)))
            .Select(d => d.Id).Distinct(),
    ];

    /// <summary>The text of a document, or null when it has none here.</summary>
    public string? TextOf(DocumentId id) => Reading(() => documents.Value[id].FirstOrDefault(d => d.Document.HasText) is { Part: { } part, Document: { } document } ? part.TextOf(document) : null);

    /// <summary>1-based page of an offset in a document's text; null where the form has no pages.</summary>
    public int? PageOf(DocumentId id, int offset) => documents.Value[id].FirstOrDefault().Document?.PageOf(offset) is { } page and > 0 ? page : null;

    /// <summary>Number of pages of a document; 0 where its form has none.</summary>
    internal int PagesOf(DocumentId id) => documents.Value[id].FirstOrDefault().Document?.PageStarts.Count ?? 0;

    /// <inheritdoc/>
    public void Dispose()
    {
        // What reads on another thread reads files that are mapped: they go when it has ended.
        inUse.EnterWriteLock();
        try
        {
            isClosed = true;
            foreach (var part in parts.IsValueCreated ? parts.Value : [])
            {
                part.Dispose();
            }

            if (tables.IsValueCreated)
            {
                tables.Value.Dispose();
            }
        }
        finally
        {
            inUse.ExitWriteLock();
        }
    }

    /// <summary>
    /// A new connection to the tables, to read. Connections to one file share what is read of it as long as one of them is open, so the first stays open with the build:
    /// to open the tables of 100,000 units anew takes a tenth of a second.
    /// </summary>
    internal DuckDBConnection OpenTables()
    {
        _ = tables.Value;
        return TablesFile.Open(TablesPath, readOnly: true);
    }

    /// <summary>Reads from the build, which stays open for so long. Not to be asked for by threads that another reading waits for.</summary>
    /// <exception cref="StoreFailedException">A file of the build is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The build was closed.</exception>
    private T Reading<T>(Func<T> read)
    {
        inUse.EnterReadLock();
        try
        {
            ObjectDisposedException.ThrowIf(isClosed, this);
            return BuildFiles.Read(build, manifest, read);
        }
        finally
        {
            inUse.ExitReadLock();
        }
    }
}
