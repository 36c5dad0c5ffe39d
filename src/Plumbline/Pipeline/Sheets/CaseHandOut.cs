using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Custody.HandingOut;
using Plumbline.Custody.Merging;
using Plumbline.Evidence;
using Plumbline.Pipeline.Decisions;
using Plumbline.Pipeline.Tables;
using Plumbline.Review.Sheets;

namespace Plumbline.Pipeline.Sheets;

/// <summary>What a coder got.</summary>
/// <param name="Coder">Pseudonym.</param>
/// <param name="Folder">Full path of their case.</param>
/// <param name="Documents">Documents in it.</param>
/// <param name="Units">Units of the selection in it.</param>
/// <param name="Withheld">Payloads of the journal that are left out.</param>
public sealed record HandedOut(string Coder, string Folder, int Documents, int Units, long Withheld);

/// <summary>What was handed out.</summary>
/// <param name="Kind">Kind of unit.</param>
/// <param name="Units">Units of the selection.</param>
/// <param name="Shared">Units that all coders got.</param>
/// <param name="Coders">The coders.</param>
public sealed record HandOutReport(string Kind, int Units, int Shared, IReadOnlyList<HandedOut> Coders);

/// <summary>
/// Deals the units of a selection out to coders, a small case for each. Documents that a unit shares, and units that a document
/// shares, stay together; a part of them, drawn by the seed, goes to all, so that their agreement can be measured.
/// </summary>
public static class CaseHandOut
{
    /// <summary>Deals out and writes.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="output">Folder of the new cases, each named by its coder.</param>
    /// <param name="coders">Pseudonyms, each once.</param>
    /// <param name="overlap">Part that all get, 0 to 1.</param>
    /// <param name="selection">What is dealt out.</param>
    /// <param name="options">Who hands out, and the clock.</param>
    /// <param name="progress">Files copied.</param>
    /// <param name="cancellation">Stops between files; the journal says nothing of it then.</param>
    /// <exception cref="UsageException">There is nothing to hand out, a folder is there already, or a name is no pseudonym.</exception>
    public static HandOutReport Make(
        CaseFolder folder, string output, IReadOnlyList<string> coders, double overlap, UnitSelection selection, JournalOptions options,
        IProgress<StageProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(coders);
        ArgumentNullException.ThrowIfNull(selection);
        coders.ToList().ForEach(DecisionMaking.CheckCoder);
        if (coders.Count == 0 || coders.Distinct(StringComparer.OrdinalIgnoreCase).Count() < coders.Count)
        {
            throw SheetProblems.CodersTwice();
        }

        string kind;
        IReadOnlyList<(IReadOnlyList<DocumentId> Documents, int Units)> groups;
        using (var built = BuiltCase.Open(folder))
        {
            var (codebook, units, _, _) = selection.Resolve(built);
            kind = codebook.Kind.Table;
            groups = Groups(built, kind, units.ToHashSet(StringComparer.Ordinal), selection.Seed);
        }

        var shared = (int)Math.Ceiling(Math.Clamp(overlap, 0, 1) * groups.Count);
        var dealt = coders.Select((_, coder) => groups.Where((_, i) => i < shared || (i - shared) % coders.Count == coder).ToList()).ToList();
        var parts = coders.Zip(dealt, (c, g) => new HandOutPart(c, CaseFolder.At(Path.Combine(output, c)), g.SelectMany(d => d.Documents).ToHashSet())).ToList();
        var withheld = CustodyHandOut.Make(folder, parts, options, progress, cancellation);
        var lists = CaseCodebooks.ListsOf(folder, CaseCodebooks.FilesOf(folder)).Select(l => "lists/" + Path.GetFileName(l)).ToHashSet(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            CaseFileUnion.Run(part.Folder, folder, f => f is "case.yaml" or ".gitignore" || f.StartsWith("codebooks/", StringComparison.Ordinal) || lists.Contains(f));
        }

        return new HandOutReport(
            kind, groups.Sum(g => g.Units), groups.Take(shared).Sum(g => g.Units),
            [.. parts.Select((p, i) => new HandedOut(p.Coder, p.Folder.Root, p.Documents.Count, dealt[i].Sum(g => g.Units), withheld[i]))]);
    }

    /// <summary>Documents that hang together by units, in the order of the draw.</summary>
    private static IReadOnlyList<(IReadOnlyList<DocumentId> Documents, int Units)> Groups(BuiltCase built, string kind, HashSet<string> chosen, long seed)
    {
        using var connection = built.OpenTables();
        var members = BuiltCase.Rows(connection, "SELECT DISTINCT unit_id, document FROM store.members WHERE kind = $1 ORDER BY 1, 2", kind).ConvertAll(r => (Unit: (string)r[0]!, Document: (string)r[1]!));
        var above = members.Select(m => m.Document).Distinct(StringComparer.Ordinal).ToDictionary(d => d, d => d, StringComparer.Ordinal);
        string Top(string document)
        {
            while (above[document] != document)
            {
                document = above[document] = above[above[document]];
            }

            return document;
        }

        foreach (var unit in members.GroupBy(m => m.Unit, StringComparer.Ordinal))
        {
            var first = Top(unit.First().Document);
            foreach (var (_, document) in unit)
            {
                above[Top(document)] = first;
            }
        }

        return
        [
            .. members.GroupBy(m => Top(m.Document), StringComparer.Ordinal).Where(g => g.Any(m => chosen.Contains(m.Unit)))
                .Select(g => (
                    Name: g.Select(m => m.Document).Min(StringComparer.Ordinal)!,
                    Documents: (IReadOnlyList<DocumentId>)[.. g.Select(m => m.Document).Distinct(StringComparer.Ordinal).Select(d => DocumentId.TryParse(d, out var id) ? id : throw PipelineProblems.DamagedBuild())],
                    Units: g.Select(m => m.Unit).Where(chosen.Contains).Distinct(StringComparer.Ordinal).Count()))
                .OrderBy(g => UnitSelection.Draw(seed, g.Name), StringComparer.Ordinal).Select(g => (g.Documents, g.Units)),
        ];
    }
}
