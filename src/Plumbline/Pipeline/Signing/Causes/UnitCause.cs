using DuckDB.NET.Data;

namespace Plumbline.Pipeline.Signing.Causes;

/// <summary>
/// Why one unit stands otherwise than it did. Looked at in this order: is it there at all, what did people decide, what did the machine
/// read, which documents; the first that differs is the reason, so that numbers add up.
/// </summary>
internal sealed class UnitCause
{
    private readonly JournalSince since;
    private readonly FilesChange files;
    private readonly string kind;
    private readonly IReadOnlyDictionary<string, UnitFacts> before, after;
    private readonly IReadOnlyDictionary<string, string> definitionsBefore, definitionsAfter;
    private readonly IReadOnlySet<string> membersBefore, membersAfter;

    public UnitCause(
        JournalSince since, FilesChange files, DuckDBConnection connectionBefore, DuckDBConnection connectionAfter, string kind, IReadOnlyCollection<string> units, IReadOnlyList<string> reads)
    {
        (this.since, this.files, this.kind) = (since, files, kind);
        before = UnitFactsReader.Read(connectionBefore, kind, units, reads);
        after = UnitFactsReader.Read(connectionAfter, kind, units, reads);
        (definitionsBefore, definitionsAfter) = (UnitFactsReader.Definitions(connectionBefore, kind), UnitFactsReader.Definitions(connectionAfter, kind));
        membersBefore = UnitFactsReader.MembersThere(connectionBefore, kind, after.Values.SelectMany(f => f.Members.Keys));
        membersAfter = UnitFactsReader.MembersThere(connectionAfter, kind, before.Values.SelectMany(f => f.Members.Keys));
    }

    /// <summary>The reason, what it is about, and the entries behind it.</summary>
    public (CauseKind Kind, string About, IReadOnlyList<CausingEntry> Entries) Of(string unit)
    {
        var (then, now) = (before.GetValueOrDefault(unit), after.GetValueOrDefault(unit));
        return (then, now) switch
        {
            (null, null) => (CauseKind.Other, "", []),
            (not null, null) => Gone(then),
            (null, not null) => Came(now),
            _ => Decided(then, now) ?? Documents(then, now) ?? Read(then, now) ?? (files.Claims ? (CauseKind.Claim, "", []) : Rest()),
        };
    }

    private (CauseKind, string, IReadOnlyList<CausingEntry>) Gone(UnitFacts then)
    {
        if (Missing(then.Members.Where(m => !membersAfter.Contains(m.Key)).Select(m => m.Value)) is { } missing)
        {
            return missing;
        }

        return then.Members.Keys.Any(membersAfter.Contains) ? United() : files.Codebooks ? (CauseKind.Codebook, kind, []) : Rest();
    }

    private (CauseKind, string, IReadOnlyList<CausingEntry>) Came(UnitFacts now) =>
        New(now.Members.Values) ?? (now.Members.Keys.Any(membersBefore.Contains) ? United() : files.Codebooks ? (CauseKind.Codebook, kind, []) : Rest());

    private (CauseKind, string, IReadOnlyList<CausingEntry>)? Decided(UnitFacts then, UnitFacts now)
    {
        var had = then.Decisions.Select(d => d.Entry).ToHashSet(StringComparer.Ordinal);
        var has = now.Decisions.Select(d => d.Entry).ToHashSet(StringComparer.Ordinal);
        var made = now.Decisions.Where(d => !had.Contains(d.Entry)).ToList();
        var gone = then.Decisions.Where(d => !has.Contains(d.Entry)).ToList();
        if (made.Where(d => d.Act == "adjudication").ToList() is { Count: > 0 } rulings && Entries(rulings, since.ByName) is { Count: > 0 } adjudicated)
        {
            return (CauseKind.Adjudicated, About(rulings), adjudicated);
        }

        foreach (var (cause, entries) in new[] { (CauseKind.TakenBack, since.TakenBack), (CauseKind.Erased, since.ErasedEntries), (CauseKind.Attached, since.Attached) })
        {
            if (Entries(gone, entries) is { Count: > 0 } found)
            {
                return (cause, About(gone), found);
            }
        }

        if (Entries(made, since.ByName) is { Count: > 0 } coded)
        {
            return (CauseKind.Coded, About(made), coded);
        }

        if (Entries(made, since.Attached) is { Count: > 0 } attached)
        {
            return (CauseKind.Attached, About(made), attached);
        }

        var stale = now.Decisions.Where(d => then.Decisions.Any(o => o.Entry == d.Entry && o.IsStale != d.IsStale)).ToList();
        if (stale.Count == 0)
        {
            return null;
        }

        var carried = since.Carried.Where(c => stale.Any(d => !d.IsStale && c.Variable == $"{kind}.{d.Variable}")).Select(c => c.Entry).ToList();
        return carried.Count > 0 ? (CauseKind.Carried, About(stale), carried) : (CauseKind.Definition, About(stale), []);
    }

    private (CauseKind, string, IReadOnlyList<CausingEntry>)? Documents(UnitFacts then, UnitFacts now) =>
        Missing(then.Members.Where(m => !now.Members.ContainsKey(m.Key) && !membersAfter.Contains(m.Key)).Select(m => m.Value))
        ?? New(now.Members.Where(m => !then.Members.ContainsKey(m.Key) && !membersBefore.Contains(m.Key)).Select(m => m.Value))
        ?? (then.Group != now.Group || !then.Members.Keys.ToHashSet().SetEquals(now.Members.Keys) ? United() : null);

    private (CauseKind, string, IReadOnlyList<CausingEntry>)? Read(UnitFacts then, UnitFacts now)
    {
        var differ = then.Machine.Keys.Union(now.Machine.Keys).Where(v => then.Machine.GetValueOrDefault(v) != now.Machine.GetValueOrDefault(v)).Order(StringComparer.Ordinal).ToList();
        var defined = definitionsBefore.Keys.Union(definitionsAfter.Keys).Where(v => differ.Contains(v) && definitionsBefore.GetValueOrDefault(v) != definitionsAfter.GetValueOrDefault(v)).ToList();
        return differ.Count == 0 ? null
            : defined.Count > 0 ? (CauseKind.Definition, Names(defined), [])
            : files.Codebooks ? (CauseKind.Codebook, Names(differ), [])
            : files.Program ? (CauseKind.Program, Names(differ), [])
            : null;
    }

    private (CauseKind, string, IReadOnlyList<CausingEntry>)? Missing(IEnumerable<string> documents)
    {
        var gone = documents.Distinct().ToList();
        var erased = gone.Where(since.Erased.ContainsKey).Select(d => since.Erased[d]).ToList();
        if (erased.Count > 0)
        {
            return (CauseKind.Erased, "", erased);
        }

        var withdrawn = gone.SelectMany(since.WithdrawalsOf).Distinct().ToList();
        return withdrawn.Count > 0 ? (CauseKind.Withdrawn, "", withdrawn) : null;
    }

    private (CauseKind, string, IReadOnlyList<CausingEntry>)? New(IEnumerable<string> documents)
    {
        var came = documents.Distinct().ToList();
        var back = came.SelectMany(since.ReinstatementsOf).Distinct().ToList();
        var entries = came.Where(since.CameIn.ContainsKey).Select(d => since.CameIn[d]).ToList();
        return entries.Count > 0 ? (CauseKind.Documents, "", entries) : back.Count > 0 ? (CauseKind.Reinstated, "", back) : null;
    }

    private (CauseKind, string, IReadOnlyList<CausingEntry>) United() => (CauseKind.United, "", since.Judgements);

    private (CauseKind, string, IReadOnlyList<CausingEntry>) Rest() =>
        files.CaseYaml ? (CauseKind.CaseFile, "case.yaml", []) : files.Program ? (CauseKind.Program, "", []) : (CauseKind.Other, "", []);

    private static List<CausingEntry> Entries(IEnumerable<CountedDecision> decisions, IReadOnlyDictionary<string, CausingEntry> by) =>
        [.. decisions.Select(d => by.GetValueOrDefault(d.Entry)).OfType<CausingEntry>()];

    private string About(IEnumerable<CountedDecision> decisions) => Names(decisions.Select(d => d.Variable).Distinct().Order(StringComparer.Ordinal));

    private string Names(IEnumerable<string> variables) => string.Join(", ", variables.Select(v => $"{kind}.{v}"));
}

/// <summary>Which of the files that people write differ from those that were signed.</summary>
/// <param name="CaseYaml">case.yaml.</param>
/// <param name="Codebooks">Some codebook.</param>
/// <param name="Claims">The claim at hand, in claims.yaml.</param>
/// <param name="Program">The program is another version.</param>
internal sealed record FilesChange(bool CaseYaml, bool Codebooks, bool Claims, bool Program);
