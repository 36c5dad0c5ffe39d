using Plumbline.Claims.Drafts;
using Plumbline.Evidence;
using Plumbline.Pipeline;

namespace Plumbline.App.Cases;

/// <summary>A draft that somebody dropped.</summary>
/// <param name="Name">What its file is called now.</param>
/// <param name="Replaced">True when there was one of the name, which is kept.</param>
/// <param name="Kept">Links to claims that the new one has.</param>
/// <param name="Carried">Links that it had lost, and that were put back by figure and words.</param>
/// <param name="Lost">Links that it lost, and whose figure is gone or can't be told for certain.</param>
internal sealed record DroppedDraft(string Name, bool Replaced, int Kept, int Carried, int Lost);

/// <summary>Takes drafts in: each under a plain name in the folder <c>drafts</c>, an earlier state of it kept.</summary>
internal static class DraftDesk
{
    /// <summary>Takes one in.</summary>
    /// <param name="open">The case.</param>
    /// <param name="name">What the browser calls it. Hostile text.</param>
    /// <param name="bytes">The file.</param>
    /// <exception cref="PlumblineException">It is no draft, or can't be written.</exception>
    public static DroppedDraft TakeIn(OpenCase open, string name, byte[] bytes)
    {
        open.Require(Act.Edit);
        var plain = DroppedFiles.NameOf(name);
        if (!DraftReader.IsDraft(plain))
        {
            throw new UsageException("APP010", "That file is no draft.", "A draft is a file of Markdown (.md), Word (.docx), HTML or plain text (.txt).");
        }

        var now = DraftReader.Read(plain, bytes);
        if (now.Problems.FirstOrDefault(p => p.Severity == Severity.Error && p.Code != "CHK003") is { } fault)
        {
            throw new UsageException(fault.Code, fault.Sentence, fault.Try);
        }

        Directory.CreateDirectory(open.Folder.Drafts);
        var path = Path.Combine(open.Folder.Drafts, plain);
        IReadOnlyList<CarriedLink> links = [];
        if (File.Exists(path))
        {
            links = LinkCarrying.Between(DraftReader.Read(plain, File.ReadAllBytes(path)), now);
            bytes = LinkWriting.IsFor(now.File.Form) && links.Any(l => l.State == CarryState.Carried) ? LinkWriting.Write(now, bytes, links).Copy : bytes;
        }

        var kept = CaseClaims.Replace(path, bytes);
        open.Figures.Refresh();
        var carried = LinkWriting.IsFor(now.File.Form) ? links.Count(l => l.State == CarryState.Carried) : 0;
        return new DroppedDraft(plain, kept is not null, now.Links.Count, carried, links.Count(l => l.State != CarryState.Kept) - carried);
    }
}
