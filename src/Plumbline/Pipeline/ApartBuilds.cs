using System.Globalization;
using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Evidence;

namespace Plumbline.Pipeline;

/// <summary>
/// Builds of states that a case is not in: as it was when it was signed, without a source, with another codebook. They lie beside the
/// builds of the case, take from the one in use what is the same, are never used for anything else, and go when this is disposed (or,
/// after a kill, with the next build). No other build of the case runs meanwhile.
/// </summary>
public sealed class ApartBuilds : IDisposable
{
    /// <summary>First part of the names of their folders.</summary>
    internal const string Prefix = "apart-";

    private readonly CaseFolder folder;
    private readonly BuildOptions options;
    private readonly BuildLock buildLock;
    private readonly List<BuiltCase> open = [];

    /// <summary>None yet.</summary>
    /// <exception cref="StoreFailedException">Another process builds this case.</exception>
    public ApartBuilds(CaseFolder folder, BuildOptions options)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(options);
        (this.folder, this.options) = (folder, options);
        buildLock = BuildLock.Take(folder);
        RemoveAll(folder);
    }

    /// <summary>Builds a state; open until this is disposed.</summary>
    /// <exception cref="UsageException">The codebooks of the state have faults.</exception>
    public BuiltCase Build(CaseChange change, IProgress<StageProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        using var journal = Journal.OpenRead(folder);
        var state = new CaseState(folder, journal, change);
        var before = BuildFiles.Whole(folder);
        var path = Path.Combine(folder.Builds, Prefix + open.Count.ToString(CultureInfo.InvariantCulture));
        var built = BuildFiles.Write(() =>
        {
            var build = BuildFolder.Apart(path);
            CaseBuild.Make(state, build, options, before, progress, cancellation);
            return BuiltCase.Of(state.Files, build);
        });
        open.Add(built);
        return built;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        open.ForEach(b => b.Dispose());
        RemoveAll(folder);
        buildLock.Dispose();
    }

    /// <summary>Removes what a killed run left. Call it under <see cref="BuildLock"/>.</summary>
    internal static void RemoveAll(CaseFolder folder)
    {
        foreach (var left in Directory.GetDirectories(folder.Builds, Prefix + "*"))
        {
            BuildFolder.DeleteUnused(left);
        }
    }
}
