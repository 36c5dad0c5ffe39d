using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Claims.Sql;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Processes;
using Plumbline.Review;

namespace Plumbline.Pipeline.Signing;

/// <summary>How drafts are signed.</summary>
public sealed record SigningOptions
{
    /// <summary>Pseudonym of who signs.</summary>
    public required string Coder { get; init; }

    /// <summary>A name for the signature, or null.</summary>
    public string? Name { get; init; }

    /// <summary>True to sign though figures are open, fail or have no claim.</summary>
    public bool AllowOpen { get; init; }

    /// <summary>Who sits at the computer, and the clock.</summary>
    public required JournalOptions Journal { get; init; }

    /// <summary>Starts the hidden verb <c>sql-worker</c>.</summary>
    public required ChildCommand Tables { get; init; }
}

/// <summary>
/// A person signs drafts: this is what is printed, and this is what each of its figures rests on. Drafts and all that people wrote for them go
/// into the archive, then one entry names them, the build, and how every claim stands.
/// </summary>
public static class CaseSigning
{
    /// <summary>Signs. What is given back is in the journal, on disk; with it comes the check that was signed.</summary>
    /// <exception cref="UsageException">The build is not of the case as it is, a draft is missing, or not every figure holds.</exception>
    public static (Signature Signature, CheckReport Check) Sign(CaseFolder folder, IReadOnlyList<string> drafts, SigningOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(drafts);
        ArgumentNullException.ThrowIfNull(options);
        if (!Pseudonym.IsOne(options.Coder))
        {
            throw ReviewProblems.NotOne(options.Coder);
        }

        CheckName(folder, options.Name);
        using var built = BuiltCase.Open(folder);
        using var files = FilesFolder.Take(folder);
        var names = PutDrafts(folder, drafts, files);
        var caseFiles = files.PutCaseFiles(folder);
        using (var journal = Journal.OpenRead(folder))
        {
            // What was copied, not what may have been changed since.
            if (!CaseInputs.AreThose(built.Inputs, CaseInputs.Of(files.Folder, new JournalView(journal)), journal))
            {
                throw SigningProblems.Stale();
            }
        }

        using var reader = new TablesProcess(built.TablesPath, options.Tables);
        var settings = new CheckOptions { Hedges = CaseSettings.Read(files.Folder).Hedges, EvidenceRows = 0, ReadUnused = true, LooksInside = false };
        var check = CaseCheck.Check(files.Folder, built, [.. names.Select(files.PathOf)], reader, settings, cancellation);
        IReadOnlyList<Problem> loose = [.. check.Claims.Where(c => c.Verdict != Verdict.Holds).Select(SigningProblems.Unsettled), .. check.Unbacked.Select(SigningProblems.NotBacked)];
        if (loose.Count > 0 && !options.AllowOpen)
        {
            throw SigningProblems.NotAllHold(loose);
        }

        Signature? signature = null;
        var entry = KeptFiles.Enter(folder, [.. names.Concat(caseFiles).Select(files.PathOf)], options.Journal, Draft, cancellation);
        return (signature! with { Entry = new EntryName(entry.Device, entry.Seq), At = entry.At }, check);

        JournalDraft Draft(IReadOnlyList<DocumentId> blobs)
        {
            signature = new Signature
            {
                Name = options.Name,
                Coder = options.Coder,
                Drafts = [.. names.Select((n, i) => new SignedFile(n, blobs[i]))],
                Files = [.. caseFiles.Select((n, i) => new SignedFile(n, blobs[names.Count + i]))],
                Build = new SignedBuild(built.Id, built.Digest, built.Program),
                Heads = CaseInputs.HeadsOf(built.Inputs)!,
                Claims = FigureStanding.Of(check),
            };
            return new JournalDraft(JournalWords.Signature, SignaturePayload.Write(signature));
        }
    }

    private static List<string> PutDrafts(CaseFolder folder, IReadOnlyList<string> drafts, FilesFolder files)
    {
        var names = new List<string>();
        foreach (var draft in drafts)
        {
            // Beside the case's own files a draft from elsewhere must not take the place of one.
            var name = CaseCheck.Name(folder, draft);
            if (names.Contains(name) || Path.GetExtension(name) is ".yaml" or ".yml")
            {
                throw SigningProblems.SameFile(name);
            }

            try
            {
                files.Put(name, File.ReadAllBytes(draft));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw PipelineProblems.NoSuchDraft(Path.GetFileName(draft));
            }

            names.Add(name);
        }

        return names;
    }

    private static void CheckName(CaseFolder folder, string? name)
    {
        if (name is null)
        {
            return;
        }

        if (name.Length is 0 or > 60 || name == Signatures.Last || name.Any(c => !char.IsLetterOrDigit(c) && c is not ('-' or '.' or '_')))
        {
            throw SigningProblems.NotAName();
        }

        if (Signatures.Of(folder).Any(s => s.Name == name))
        {
            throw SigningProblems.NameTaken(name);
        }
    }
}
