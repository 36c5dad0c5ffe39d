using Plumbline.Cases;
using Plumbline.Evidence;

namespace Plumbline.Custody;

/// <summary>Takes files in.</summary>
public sealed class CustodyStage(CaseFolder folder)
{
    /// <summary>Takes files in.</summary>
    public CustodyReport Ingest(
        IReadOnlyList<string> paths, CustodyOptions options, IProgress<StageProgress>? progress = null, CancellationToken cancellation = default) =>
        throw new NotImplementedException(folder.Root);
}
