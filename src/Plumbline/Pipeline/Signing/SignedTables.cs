using Plumbline.Cases;
using Plumbline.Evidence;
using Plumbline.Pipeline.Signing.Causes;

namespace Plumbline.Pipeline.Signing;

/// <summary>The tables of a signature, made again.</summary>
/// <param name="Signature">What was signed.</param>
/// <param name="Digest">Digest of the tables as they come out now.</param>
/// <param name="Units">Units by table.</param>
/// <param name="Problems">Why they come out otherwise; none when the digest is that which was signed.</param>
public sealed record SignedTablesReport(Signature Signature, string Digest, IReadOnlyDictionary<string, long> Units, IReadOnlyList<Problem> Problems)
{
    /// <summary>True when the tables are those that were signed.</summary>
    public bool IsSame => Digest == Signature.Build.Digest;
}

/// <summary>
/// Makes the tables as they stood when drafts were signed: out of the archive, what the journal said then, and the codebooks that were
/// signed. The build in use stays what it is.
/// </summary>
public static class SignedTables
{
    /// <summary>Makes them, and looks whether they are the same.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="signature">What was signed.</param>
    /// <param name="options">How to build.</param>
    /// <param name="output">Where the tables (DuckDB) are put, or null for nowhere.</param>
    /// <param name="progress">Of building.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="UsageException">A file that was signed was erased since, or there is a file at <paramref name="output"/>.</exception>
    public static SignedTablesReport Make(
        CaseFolder folder, Signature signature, BuildOptions options, string? output, IProgress<StageProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(signature);
        if (output is not null && Path.Exists(output))
        {
            throw SigningProblems.OutExists(output);
        }

        using var state = SignedState.Open(folder, signature, options, makeAgain: true, progress, cancellation);
        if (output is not null)
        {
            File.Copy(state.Built.TablesPath, output);
        }

        var report = new SignedTablesReport(signature, state.Built.Digest, state.Built.Units, []);
        return report.IsSame ? report : report with { Problems = [.. Why(folder, signature, report)] };
    }

    private static IEnumerable<Problem> Why(CaseFolder folder, Signature signature, SignedTablesReport report)
    {
        var since = new JournalSince(folder, signature.Heads);
        Problem Differs(string why, string toTry) => SigningProblems.DigestDiffers(signature.Build.Digest[..Math.Min(16, signature.Build.Digest.Length)], report.Digest[..16], why, toTry);
        var isExplained = false;
        if (since.Erased.Count > 0)
        {
            isExplained = true;
            yield return Differs($"{Count(since.Erased.Count, "document was", "documents were")} erased since", "plumb log CASE --what document-erased says by whom and why.");
        }

        if (since.PayloadsErased > 0)
        {
            isExplained = true;
            yield return Differs($"what {Count(since.PayloadsErased, "entry", "entries")} said was erased", "plumb log CASE --what payload-erased says by whom and why.");
        }

        if (signature.Build.Program != CaseInputs.ProgramVersion)
        {
            isExplained = true;
            yield return Differs($"it was signed with version {signature.Build.Program}, and this is {CaseInputs.ProgramVersion}", "Make them with the version that was signed.");
        }

        if (!isExplained)
        {
            yield return Differs("nothing was erased and the version is the same", "Run plumb verify: something may not be as it was written.");
        }
    }

    private static string Count(int count, string one, string many) => FormattableString.Invariant($"{count} {(count == 1 ? one : many)}");
}
