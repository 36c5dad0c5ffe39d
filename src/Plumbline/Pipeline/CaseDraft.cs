using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Claims.Drafts;
using Plumbline.Evidence;

namespace Plumbline.Pipeline;

/// <summary>One draft of a case: its links carried over from an earlier state, its check, and copies of it.</summary>
public sealed class CaseDraft
{
    private readonly CaseFolder folder;
    private readonly byte[] bytes;
    private readonly Draft own;

    private CaseDraft(CaseFolder folder, byte[] bytes, Draft own) => (this.folder, this.bytes, this.own, Draft) = (folder, bytes, own, own);

    /// <summary>The draft, with the links that were carried over.</summary>
    public Draft Draft { get; private set; }

    /// <summary>What became of the links of the earlier state; none when there is no earlier one.</summary>
    public IReadOnlyList<CarriedLink> Links { get; private set; } = [];

    /// <summary>The earlier state; null when there is none.</summary>
    public Draft? Was { get; private set; }

    /// <summary>Opens the only draft that is named, or the only one in <c>drafts/</c>.</summary>
    /// <exception cref="UsageException">It is missing or can't be read, or there is not exactly one.</exception>
    public static CaseDraft Open(CaseFolder folder, IReadOnlyList<string> drafts)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(drafts);
        var paths = CaseCheck.Paths(folder, drafts);
        if (paths is not [var path])
        {
            throw DraftCopyProblems.OneDraft();
        }

        var bytes = CaseCheck.Bytes(path);
        return new CaseDraft(folder, bytes, Read(folder, path, bytes));
    }

    /// <summary>Carries the links of an earlier state over.</summary>
    /// <exception cref="UsageException">It is missing or can't be read.</exception>
    public void CarryFrom(string path)
    {
        Was = Read(folder, path, CaseCheck.Bytes(path));
        Links = LinkCarrying.Between(Was, own);
        Draft = LinkCarrying.With(own, Links);
    }

    /// <summary>Writes a copy with the links back in; gives those that are in it.</summary>
    /// <exception cref="UsageException">The form has no place for links, or something is there.</exception>
    public IReadOnlyList<CarriedLink> WriteLinks(string path)
    {
        RefuseLinks(path);
        var (copy, written) = LinkWriting.Write(own, bytes, Links);
        DraftCopy.Write(folder, path, copy);
        return written;
    }

    /// <summary>Looks whether <see cref="WriteLinks"/> may be done.</summary>
    /// <exception cref="UsageException">It may not.</exception>
    public void RefuseLinks(string path)
    {
        DraftCopy.Refuse(folder, path);
        if (!LinkWriting.IsFor(own.File.Form))
        {
            throw DraftCopyProblems.NoLinksIn(own.File.Form == DraftForm.Docx ? "DOCX" : "plain text");
        }
    }

    /// <summary>Writes a copy with each figure marked.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="report">The check of <see cref="Draft"/>; its evidence is what may be shown.</param>
    /// <returns>The number of marks.</returns>
    public int Annotate(string path, CheckReport report)
    {
        var marks = DraftMark.Of(Draft, report);
        DraftCopy.Write(folder, path, DraftAnnotation.Write(Draft, bytes, marks));
        return marks.Count;
    }

    private static Draft Read(CaseFolder folder, string path, byte[] bytes)
    {
        var draft = DraftReader.Read(CaseCheck.Name(folder, path), bytes);
        return draft.Problems.FirstOrDefault(p => p.Severity == Severity.Error && p.Code != "CHK003") is null ? draft : throw DraftCopyProblems.NotRead(draft.File.Name, draft.Problems);
    }
}
