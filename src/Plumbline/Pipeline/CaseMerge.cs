using Plumbline.Cases;
using Plumbline.Custody.Merging;
using Plumbline.Evidence;

namespace Plumbline.Pipeline;

/// <summary>Unites a case with what another machine did in it: archive and journal first, all or nothing, then the files that people write.</summary>
public static class CaseMerge
{
    /// <summary>Merges; see <see cref="CustodyMerge.Merge"/> and <see cref="CaseFileUnion"/>.</summary>
    /// <exception cref="StoreFailedException">Another process builds the case while something is to be erased, or a store fails.</exception>
    public static (MergeReport Custody, CaseFilesReport Files) Merge(
        CaseFolder folder, string other, MergeOptions options, IProgress<StageProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(options);
        using var build = options.AcceptErasures ? BuildLock.Take(folder) : null;
        var custody = CustodyMerge.Merge(folder, other, options, () => CaseErasure.RemoveBuilt(folder, build), progress, cancellation);
        return (custody, CaseFileUnion.Run(folder, CaseFolder.At(other)));
    }
}
