using Plumbline.Claims;
using Plumbline.Cli;
using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Signing;

namespace Plumbline.App.Cases;

/// <summary>What was signed, by whom, and what became of it.</summary>
internal static class SignDesk
{
    /// <summary>What was signed, the last first; empty without a journal.</summary>
    public static IReadOnlyList<Signature> Of(OpenCase open)
    {
        try
        {
            return [.. Signatures.Of(open.Folder).Reverse()];
        }
        catch (UsageException)
        {
            return []; // A case fresh from version control has no journal yet.
        }
    }

    /// <summary>Signs drafts in the name of the person who is signed in.</summary>
    /// <param name="open">The case.</param>
    /// <param name="drafts">Names of drafts, as a check gives them.</param>
    /// <param name="name">A name for the signature; null or empty for none.</param>
    /// <param name="allowOpen">True to sign though figures are open, fail or have no claim.</param>
    /// <exception cref="PlumblineException">The build is not of the case as it is, or not every figure holds.</exception>
    public static Signature Sign(OpenCase open, IReadOnlyList<string> drafts, string? name, bool allowOpen)
    {
        var journal = open.Writing(Act.Sign);
        var paths = CaseCheck.Paths(open.Folder, []).Where(p => drafts.Contains(CaseCheck.Name(open.Folder, p))).ToList();
        var (signature, _) = CaseSigning.Sign(open.Folder, paths, new SigningOptions
        {
            Coder = journal.Who, Name = string.IsNullOrWhiteSpace(name) ? null : name.Trim(), AllowOpen = allowOpen, Tables = open.Options.Child(Workers.Sql),
            Journal = journal,
        });
        return signature;
    }

    /// <summary>Which figures stand otherwise than they were signed, and why. May make the signed build again, which takes as long as an update.</summary>
    /// <exception cref="PlumblineException">A file that was signed was erased since, or nothing is built.</exception>
    public static SinceReport Since(OpenCase open, Signature signature, bool signedText, IProgress<StageProgress>? progress, CancellationToken cancellation)
    {
        var built = open.Built ?? throw new UsageException("APP002", "Nothing was read yet.", "Take files in first.");
        var options = new SinceOptions
        {
            Tables = open.Options.Child(Workers.Sql), SignedText = signedText,
            Build = new BuildOptions { Workers = Math.Max(1, Environment.ProcessorCount), ReaderCommand = open.Options.Child(Workers.Read) },
        };
        return SinceSignature.Compare(open.Folder, signature, built, options, progress, cancellation);
    }

    /// <summary>Sentences of a signed draft that need a correction.</summary>
    /// <exception cref="PlumblineException">As <see cref="Since"/>.</exception>
    public static CorrectionsReport Corrections(OpenCase open, Signature signature, IProgress<StageProgress>? progress, CancellationToken cancellation) =>
        CorrectionsReport.Of(Since(open, signature, signedText: true, progress, cancellation));
}
