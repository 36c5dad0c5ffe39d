using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Claims.Sql;
using Plumbline.Custody;
using Plumbline.Evidence;
using Plumbline.Pipeline.Signing.Causes;
using Plumbline.Processes;

namespace Plumbline.Pipeline.Signing;

/// <summary>Compares how the claims of a case stand with how they were signed.</summary>
public static class SinceSignature
{
    /// <summary>
    /// Which figures moved, without the reasons: what every build says. Null when nothing was signed. Reads no claim where tables, claims
    /// and drafts are those that were signed.
    /// </summary>
    public static SinceReport? Glance(CaseFolder folder, ChildCommand tables, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (Signatures.Of(folder) is not [.., var signature])
        {
            return null;
        }

        using var built = BuiltCase.Open(folder);
        var isSame = built.Digest == signature.Build.Digest
            && signature.Drafts.Concat(signature.Files.Where(f => f.File is "claims.yaml" or "case.yaml")).All(f => !IsChanged(folder, f));
        var options = new SinceOptions { Tables = tables, Build = new BuildOptions { ReaderCommand = tables } };
        var (moves, _, problems) = isSame ? ([], [], []) : Moves(folder, signature, built, options, cancellation);
        return Report(signature, moves.Where(m => m.IsMoved).Select(m => new MovedFigure(m, null, null, [])), problems);
    }

    /// <summary>Which figures moved, by how much, and why.</summary>
    /// <exception cref="UsageException">A file that was signed was erased since.</exception>
    public static SinceReport Compare(
        CaseFolder folder, Signature signature, BuiltCase built, SinceOptions options, IProgress<StageProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(signature);
        ArgumentNullException.ThrowIfNull(built);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Drafts.FirstOrDefault(d => signature.Drafts.All(s => s.File != d)) is { } stranger)
        {
            throw SigningProblems.NotSigned(stranger, signature.Drafts.Select(d => d.File));
        }

        var (moves, checkedClaims, problems) = Moves(folder, signature, built, options, cancellation);
        var moved = moves.Where(m => m.IsMoved).ToList();
        if (moved.Count == 0)
        {
            return Report(signature, [], problems);
        }

        using var then = SignedState.Open(folder, signature, options.Build, makeAgain: false, progress, cancellation);
        using var causes = new MoveCauses(folder, signature, then, built, options.Tables);
        return Report(signature, moved.Select(m =>
        {
            cancellation.ThrowIfCancellationRequested();
            return new MovedFigure(m, m.After is null ? null : checkedClaims.GetValueOrDefault(m.After), causes.ClaimOf(m.Claim), causes.Of(m));
        }).ToList(), problems);
    }

    /// <summary>True when a file of the case is another than the one that was signed, or gone.</summary>
    internal static bool IsChanged(CaseFolder folder, SignedFile signed)
    {
        var path = Path.Combine(folder.Root, signed.File.Replace('/', Path.DirectorySeparatorChar));
        return !File.Exists(path) || DocumentId.Of(File.ReadAllBytes(path)) != signed.Blob;
    }

    private static SinceReport Report(Signature signature, IEnumerable<MovedFigure> moved, IReadOnlyList<Problem> problems)
    {
        var all = moved.ToList();
        return new SinceReport { Signature = signature, Moved = all, Problems = problems, Unmoved = Math.Max(0, signature.Claims.Count - all.Count(m => m.Move.Before is not null)) };
    }

    /// <summary>All figures, paired; and of those of drafts what was checked.</summary>
    private static (IReadOnlyList<FigureMove> Moves, Dictionary<FigureStanding, CheckedClaim> Checked, List<Problem> Problems) Moves(
        CaseFolder folder, Signature signature, BuiltCase built, SinceOptions options, CancellationToken cancellation)
    {
        var problems = new List<Problem>();
        using var files = FilesFolder.Take(folder);
        files.PutCaseFiles(folder);
        var archive = new Archive(folder);
        var names = new List<string>();
        foreach (var draft in signature.Drafts.Where(d => options.Drafts.Count == 0 || options.Drafts.Contains(d.File)))
        {
            // One that lay elsewhere, or is gone, is read as it was signed.
            var path = Path.Combine(folder.Root, draft.File.Replace('/', Path.DirectorySeparatorChar));
            if (!options.SignedText && File.Exists(path))
            {
                files.Put(draft.File, File.ReadAllBytes(path));
            }
            else if (archive.Contains(draft.Blob))
            {
                files.Put(draft.File, archive.Read(draft.Blob));
            }
            else
            {
                problems.Add(SigningProblems.DraftErased(draft.File));
                continue;
            }

            names.Add(draft.File);
        }

        using var reader = new TablesProcess(built.TablesPath, options.Tables);
        var settings = new CheckOptions { Hedges = CaseSettings.Read(files.Folder).Hedges, EvidenceRows = 0, ReadUnused = true, LooksInside = false };
        var check = CaseCheck.Check(files.Folder, built, [.. names.Select(files.PathOf)], reader, settings, cancellation);
        var after = FigureStanding.Of(check);
        var before = signature.Claims.Where(c => c.Draft is null || names.Contains(c.Draft)).ToList();
        var pairs = FigureMove.Between(before, after);
        var byStanding = new Dictionary<FigureStanding, CheckedClaim>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < check.Claims.Count; i++)
        {
            byStanding[after[i]] = check.Claims[i];
        }

        // Which claims stand in no draft is not asked here: one that a draft took in or left out moved no figure.
        return ([.. pairs.Where(p => p is { Before: not null, After: not null } || (p.After ?? p.Before)!.Draft is not null)], byStanding, problems);
    }
}
