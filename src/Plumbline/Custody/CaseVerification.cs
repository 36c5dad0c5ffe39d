using Plumbline.Cases;
using Plumbline.Evidence;

namespace Plumbline.Custody;

/// <summary>Verifies chain and blobs.</summary>
public static class CaseVerification
{
    /// <summary>Verifies chain and blobs.</summary>
    public static VerifyReport Verify(
        CaseFolder folder, VerifyOptions options, IProgress<StageProgress>? progress = null, CancellationToken cancellation = default) =>
        throw new NotImplementedException();
}
