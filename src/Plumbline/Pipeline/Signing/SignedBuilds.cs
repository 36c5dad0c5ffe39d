using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Evidence;

namespace Plumbline.Pipeline.Signing;

/// <summary>
/// Builds that signatures refer to. Those of the last few are kept, so that comparing with them costs nothing (their large files are
/// shared with the build in use); an older one is made again, and must come out the same.
/// </summary>
internal static class SignedBuilds
{
    private const int KeptSignatures = 3;

    /// <summary>Names of the builds that stay.</summary>
    public static IReadOnlySet<string> Kept(CaseFolder folder, Journal journal) =>
        Signatures.Of(journal).Where(s => OnDisk(folder, s) is not null).Select(s => s.Build.Id).Reverse().Distinct().Take(KeptSignatures).ToHashSet(StringComparer.Ordinal);

    /// <summary>The signed build, when it is there. A build of another machine may have its name, so the digest is looked at.</summary>
    public static BuildFolder? OnDisk(CaseFolder folder, Signature signature) =>
        BuildFolder.Named(folder, signature.Build.Id) is { } build && BuildManifest.Read(build)?.Digest == signature.Build.Digest ? build : null;
}

/// <summary>A case as it was signed, open: its build, and the files that people had written.</summary>
internal sealed class SignedState : IDisposable
{
    private readonly ApartBuilds? apart;
    private readonly FilesFolder files;

    private SignedState(FilesFolder files, ApartBuilds? apart, BuiltCase built) => (this.files, this.apart, Built) = (files, apart, built);

    public BuiltCase Built { get; }

    public CaseFolder Files => files.Folder;

    /// <summary>Opens the build that was kept, or makes it again.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="signature">What was signed.</param>
    /// <param name="options">For making it.</param>
    /// <param name="makeAgain">True to make it in any case.</param>
    /// <param name="progress">Of making it.</param>
    /// <param name="cancellation">Stops making it.</param>
    /// <exception cref="UsageException">A file that was signed was erased since.</exception>
    public static SignedState Open(
        CaseFolder folder, Signature signature, BuildOptions options, bool makeAgain, IProgress<StageProgress>? progress, CancellationToken cancellation)
    {
        var files = FilesFolder.OfSigned(folder, signature);
        ApartBuilds? apart = null;
        try
        {
            // Tables of another version of the program may have another form.
            if (!makeAgain && SignedBuilds.OnDisk(folder, signature) is { } kept && BuildManifest.Read(kept)?.Inputs.Library == CaseInputs.Library)
            {
                return new SignedState(files, null, BuiltCase.Of(files.Folder, kept));
            }

            apart = new ApartBuilds(folder, options);
            return new SignedState(files, apart, apart.Build(new CaseChange { UpTo = signature.Heads, Files = files.Folder }, progress, cancellation));
        }
        catch
        {
            apart?.Dispose();
            files.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (apart is null)
        {
            Built.Dispose();
        }

        apart?.Dispose();
        files.Dispose();
    }
}
