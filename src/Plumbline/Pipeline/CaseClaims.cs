using System.Globalization;
using System.Text.RegularExpressions;
using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Claims.Drafts;
using Plumbline.Claims.Figures;
using Plumbline.Claims.Suggestions;
using Plumbline.Claims.Writing;
using Plumbline.Evidence;

namespace Plumbline.Pipeline;

/// <summary>A figure of a draft that a claim was put behind.</summary>
/// <param name="Draft">Name of the draft.</param>
/// <param name="Claim">Id of the claim.</param>
/// <param name="Link">What to write by hand where the form has no place for a link that we can write; null when it was written.</param>
/// <param name="Kept">Where the draft before it lies, below the case; null when nothing was written.</param>
internal sealed record LinkedFigure(string Draft, string Claim, string? Link, string? Kept);

/// <summary>Writes claims, and puts them behind the figures of drafts.</summary>
internal static partial class CaseClaims
{
    /// <summary>Folder below <c>drafts/</c> that keeps drafts as they were before they were changed or replaced. Nothing in it is checked.</summary>
    public const string Earlier = "earlier";

    /// <summary>Adds a claim to claims.yaml; every character that is there stays.</summary>
    /// <exception cref="UsageException">An id that is taken or is none, a filter without a value, or a file that can't be added to.</exception>
    /// <exception cref="StoreFailedException">claims.yaml can't be written.</exception>
    public static void Write(CaseFolder folder, FilteredClaim claim, string id)
    {
        var file = ClaimsFile.Read(folder.ClaimsYaml);
        CheckId(id, file);
        ClaimsAppend.Write(folder.ClaimsYaml, claim.Yaml(id, file));
    }

    /// <exception cref="UsageException">It is taken, or is no id.</exception>
    public static void CheckId(string id, ClaimsFile file)
    {
        if (!Id().IsMatch(id))
        {
            throw SuggestionProblems.NotAnId(id);
        }

        if (file.Claims.ContainsKey(id) || file.Faulty.Contains(id))
        {
            throw SuggestionProblems.Taken(id);
        }
    }

    /// <summary>
    /// Puts a claim behind a figure of a draft in <c>drafts/</c>: in Markdown and HTML the link is written, and the draft as it was is kept; for other
    /// forms the link to set by hand is given back.
    /// </summary>
    /// <param name="folder">The case.</param>
    /// <param name="name">Name of the draft, as a check gives it.</param>
    /// <param name="span">The figure in the draft's file, from hedge to unit.</param>
    /// <param name="id">The claim.</param>
    /// <exception cref="UsageException">No figure without a claim stands there, or markup leaves no room for the link.</exception>
    /// <exception cref="StoreFailedException">The draft can't be written.</exception>
    public static LinkedFigure Link(CaseFolder folder, string name, TextSpan span, string id)
    {
        var path = CaseCheck.Paths(folder, []).FirstOrDefault(p => CaseCheck.Name(folder, p) == name) ?? throw PipelineProblems.NoSuchDraft(name);
        var bytes = CaseCheck.Bytes(path);
        var draft = DraftReader.Read(name, bytes);
        var links = draft.Links.ToLookup(l => l.Passage);
        var (passage, figure) = draft.Passages.SelectMany(p => FigureParser.Parse(p.Text, [.. links[p].Select(l => l.Span)]).Where(f => !links[p].Any(l => l.Span.Overlaps(f.Number))).Select(f => (p, f)))
            .FirstOrDefault(f => f.p.InFile(f.f.Span) == span);
        if (passage is null)
        {
            throw WritingProblems.NoFigureThere();
        }

        if (!LinkWriting.IsFor(draft.File.Form))
        {
            return new LinkedFigure(name, id, draft.File.Form == DraftForm.Docx ? $"https://claim.invalid/{id}" : $"[{figure.Text}](claim:{id})", null);
        }

        var link = new DraftLink(id, passage, figure.Span);
        var (changed, written) = LinkWriting.Write(draft, bytes, [new CarriedLink(link, CarryState.Carried, link, false)]);
        return written.Count == 1 ? new LinkedFigure(name, id, null, Replace(path, changed)) : throw WritingProblems.NoRoomForLink();
    }

    /// <summary>Writes a draft in the place of the one that is there, which is kept below <see cref="Earlier"/>.</summary>
    /// <returns>Name of the kept one, below the case; null when there was none.</returns>
    /// <exception cref="StoreFailedException">It can't be written; then all stands as it was.</exception>
    public static string? Replace(string path, byte[] bytes)
    {
        try
        {
            string? kept = null;
            if (File.Exists(path))
            {
                var folder = Path.Combine(Path.GetDirectoryName(path)!, Earlier);
                Directory.CreateDirectory(folder);
                var (stem, ending, number) = (Path.GetFileNameWithoutExtension(path), Path.GetExtension(path), 1);
                string At() => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}{ending}"));
                while (File.Exists(At()))
                {
                    number++;
                }

                File.Copy(path, At());
                kept = $"drafts/{Earlier}/{Path.GetFileName(At())}";
            }

            File.WriteAllBytes(path + ".new", bytes);
            File.Move(path + ".new", path, overwrite: true);
            return kept;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw WritingProblems.DraftNotWritten(e);
        }
    }

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_.-]{0,99}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
