using DuckDB.NET.Data;
using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Claims.Sql;
using Plumbline.Pipeline.Tables;
using Plumbline.Processes;

namespace Plumbline.Pipeline.Signing.Causes;

/// <summary>
/// Why figures moved: the units behind a claim in the signed build and in the one in use are set beside each other, and each unit that stands
/// otherwise gets one reason.
/// </summary>
internal sealed class MoveCauses : IDisposable
{
    private readonly Signature signature;
    private readonly ClaimsFile claimsBefore, claimsAfter;
    private readonly TablesProcess readerBefore, readerAfter;
    private readonly DuckDBConnection before, after;
    private readonly JournalSince since;
    private readonly FilesChange files;
    private readonly IReadOnlySet<string> erased;
    private readonly Dictionary<string, IReadOnlyList<MoveCause>> known = new(StringComparer.Ordinal);

    public MoveCauses(CaseFolder folder, Signature signature, SignedState then, BuiltCase now, ChildCommand tables)
    {
        this.signature = signature;
        (claimsBefore, claimsAfter) = (ClaimsFile.Read(then.Files.ClaimsYaml), ClaimsFile.Read(folder.ClaimsYaml));
        (readerBefore, readerAfter) = (new TablesProcess(then.Built.TablesPath, tables), new TablesProcess(now.TablesPath, tables));
        before = then.Built.OpenTables();
        after = then.Built.TablesPath == now.TablesPath ? before : now.OpenTables();
        since = new JournalSince(folder, signature.Heads);
        files = new FilesChange(
            CaseYaml: signature.Files.Any(f => f.File == "case.yaml" && SinceSignature.IsChanged(folder, f)),
            Codebooks: Codebooks(then.Built.Inputs) != Codebooks(now.Inputs),
            Claims: false,
            Program: then.Built.Program != now.Program);
        erased = then.Built.Digest == signature.Build.Digest ? [] : Erased(then);
    }

    /// <summary>The claim as it is defined now, else as it was.</summary>
    public Claim? ClaimOf(string id) => claimsAfter.Claims.GetValueOrDefault(id) ?? claimsBefore.Claims.GetValueOrDefault(id);

    /// <summary>The reasons of a move, those of most units first; at least one.</summary>
    public IReadOnlyList<MoveCause> Of(FigureMove move)
    {
        var causes = new List<MoveCause>();
        if (move.Before is null || move.After is null)
        {
            // A figure that was or is only on one side has nothing to be compared with.
            return [General(claimsAfter.Claims.ContainsKey(move.Claim) && claimsBefore.Claims.ContainsKey(move.Claim) ? CauseKind.Draft : CauseKind.Claim)];
        }

        if (move.Before.Text != move.After.Text)
        {
            causes.Add(General(CauseKind.Draft, move.After.Draft ?? ""));
        }

        if (!known.TryGetValue(move.Claim, out var ofUnits))
        {
            known[move.Claim] = ofUnits = OfUnits(move.Claim);
        }

        causes.AddRange(ofUnits);
        if (erased.Contains(move.Claim))
        {
            // The units are gone from the tables as they can be made now: how many, nobody can tell any more.
            causes.Add(General(since.Erased.Count + since.ErasedEntries.Count > 0 ? CauseKind.Erased : CauseKind.Program) with { Entries = [.. since.Erased.Values, .. since.ErasedEntries.Values] });
        }

        if (IsRedefined(move.Claim) && !causes.Exists(c => c.Kind == CauseKind.Claim))
        {
            causes.Add(General(CauseKind.Claim));
        }

        return causes.Count > 0 ? causes : [General(files.CaseYaml ? CauseKind.CaseFile : files.Program ? CauseKind.Program : CauseKind.Other)];
    }

    public void Dispose()
    {
        readerBefore.Dispose();
        readerAfter.Dispose();
        before.Dispose();
        after.Dispose();
    }

    /// <summary>Claims that come out otherwise than they were signed even over the tables as they were: something of these was erased.</summary>
    private HashSet<string> Erased(SignedState then)
    {
        var drafts = signature.Drafts.Select(d => Path.Combine(then.Files.Root, d.File.Replace('/', Path.DirectorySeparatorChar))).Where(File.Exists).ToList();
        var settings = new CheckOptions { Hedges = CaseSettings.Read(then.Files).Hedges, EvidenceRows = 0, ReadUnused = true, LooksInside = false };
        var again = FigureStanding.Of(CaseCheck.Check(then.Files, then.Built, drafts, readerBefore, settings));
        return [.. FigureMove.Between(signature.Claims, again).Where(m => m is { Before: not null, After: not null, IsMoved: true }).Select(m => m.Claim)];
    }

    private static MoveCause General(CauseKind kind, string about = "") => new(kind, about.Length == 0 ? [] : [about], 0, 0, 0, 0, []);

    private List<MoveCause> OfUnits(string claim)
    {
        var units = new List<MovedUnit>();
        foreach (var id in Leaves(claimsBefore, claim).Union(Leaves(claimsAfter, claim)))
        {
            var (then, kindBefore, readsBefore) = Units(readerBefore, claimsBefore, id);
            var (now, kindAfter, readsAfter) = Units(readerAfter, claimsAfter, id);
            var changed = then.Keys.Union(now.Keys).Where(u => !StandsAs(then.GetValueOrDefault(u), now.GetValueOrDefault(u))).Order(StringComparer.Ordinal).ToList();
            if (changed.Count == 0 || (kindAfter ?? kindBefore) is not { } kind)
            {
                continue;
            }

            var isOtherKind = kindBefore is not null && kindAfter is not null && kindBefore != kindAfter;
            var cause = isOtherKind ? null : new UnitCause(since, files with { Claims = IsRedefined(id) }, before, after, kind, changed, [.. readsBefore.Union(readsAfter)]);
            var amounts = id == claim && IsSum(claimsBefore, claim) && IsSum(claimsAfter, claim) ? MovedAmounts.Of(then, now, changed) : null;
            foreach (var unit in changed)
            {
                var (why, about, entries) = cause?.Of(unit) ?? (CauseKind.Claim, "", []);
                units.Add(new MovedUnit(then.GetValueOrDefault(unit), now.GetValueOrDefault(unit), why, about, entries, amounts?.GetValueOrDefault(unit)));
            }
        }

        return
        [
            .. units.GroupBy(u => (u.Kind, u.About)).Select(g => new MoveCause(
                g.Key.Kind,
                g.Key.About.Length == 0 ? [] : g.Key.About.Split(", "),
                g.Select(u => (u.Now ?? u.Then)!.Value.Id).Distinct().Count(),
                g.Sum(u => Step(u.Then?.IsConfirmed, u.Now?.IsConfirmed)),
                g.Sum(u => Step(u.Then?.IsPossible, u.Now?.IsPossible)),
                g.Sum(u => Step(u.Then?.IsUnread, u.Now?.IsUnread)),
                [.. g.SelectMany(u => u.Entries).DistinctBy(e => e.Name).OrderBy(e => e.At).ThenBy(e => e.Name.ToString(), StringComparer.Ordinal)])
                {
                    Low = g.First().Amount is null ? null : g.Sum(u => u.Amount!.Value.Low),
                    High = g.First().Amount is null ? null : g.Sum(u => u.Amount!.Value.High),
                }).OrderByDescending(c => c.Units).ThenBy(c => c.Kind),
        ];
    }

    private static bool StandsAs(ClaimUnit? then, ClaimUnit? now) => then is { } a && now is { } b && a.StandsAs(b);

    private static bool IsSum(ClaimsFile file, string id) => file.Claims.GetValueOrDefault(id)?.Query?.Measure == Measure.Sum;

    private static int Step(bool? then, bool? now) => (now == true ? 1 : 0) - (then == true ? 1 : 0);

    private static (Dictionary<string, ClaimUnit?> Units, string? Kind, IReadOnlyList<string> Reads) Units(TablesProcess reader, ClaimsFile file, string id)
    {
        if (file.Claims.GetValueOrDefault(id)?.Query is not { } query)
        {
            return ([], null, []);
        }

        var units = reader.Units(query, out var kind, out var reads);
        return (units.ToDictionary(u => u.Id, u => (ClaimUnit?)u, StringComparer.Ordinal), kind, reads);
    }

    /// <summary>Claims with a query that a claim is made of: itself, or those that its expression names.</summary>
    private static IEnumerable<string> Leaves(ClaimsFile file, string id) => file.Claims.GetValueOrDefault(id) is not { } claim ? []
        : claim.Query is not null ? [id]
        : (claim.Expression?.Names ?? []).Distinct().SelectMany(n => Leaves(file, n)).Distinct();

    private bool IsRedefined(string id) => ClaimDefinition.Of(claimsBefore, id) != ClaimDefinition.Of(claimsAfter, id);

    private static string Codebooks(BuildInputs inputs) => string.Join('\n', inputs.Files.Where(f => f.Key != "case.yaml").Select(f => $"{f.Key} {f.Value}").Order(StringComparer.Ordinal));

    private sealed record MovedUnit(ClaimUnit? Then, ClaimUnit? Now, CauseKind Kind, string About, IReadOnlyList<CausingEntry> Entries, (decimal Low, decimal High)? Amount);
}
