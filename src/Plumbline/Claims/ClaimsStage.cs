using Plumbline.Cases;
using Plumbline.Claims.Checks;
using Plumbline.Claims.Drafts;
using Plumbline.Evidence;

namespace Plumbline.Claims;

/// <summary>
/// The check: reads each draft, finds its figures, reads the claim behind each linked one against the tables and gives
/// its verdict; lists the figures that have no claim and the claims that no draft uses.
/// </summary>
public static class ClaimsStage
{
    /// <summary>Checks one draft in Markdown.</summary>
    public static CheckReport Check(string text, string name, ClaimsFile claims, IClaimReader reader, IQuotedDocuments quotes, CheckOptions? options = null) =>
        Check([MarkdownDraft.Read(new DraftFile(name, text))], claims, reader, quotes, options);

    /// <summary>Checks drafts that were read; with none, every claim is read alone.</summary>
    /// <exception cref="PlumblineException">The tables can't be read at all.</exception>
    public static CheckReport Check(
        IReadOnlyList<Draft> drafts, ClaimsFile claims, IClaimReader reader, IQuotedDocuments quotes, CheckOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        ArgumentNullException.ThrowIfNull(claims);
        options ??= new CheckOptions();
        (reader as IForeseeingReader)?.Foresee(Foreseen(drafts, claims, options), cancellation);
        var measured = new MeasuredClaims(claims, reader, quotes, options);
        var found = new List<CheckedClaim>();
        var unbacked = new List<UnbackedFigure>();
        var doubts = new List<Doubt>();
        var problems = claims.Problems.ToList();
        foreach (var draft in drafts)
        {
            problems.AddRange(draft.Problems);
            var prose = new DraftProse(draft);
            var check = new DraftCheck(prose, claims, measured, options, problems);
            var before = found.Count;
            foreach (var passage in draft.Passages)
            {
                cancellation.ThrowIfCancellationRequested();
                check.Passage(passage, found, unbacked);
            }

            doubts.AddRange(DoubtSearch.Of(prose, [.. found.Skip(before)], claims, options));
        }

        // The same query's warnings come once, however often it is linked.
        problems.AddRange(measured.All.SelectMany(m => m.Problems).Where(p => p.Severity != Severity.Error).Distinct());
        StatedTwice.Find(found, problems);
        var names = drafts.Select(d => d.File.Name).ToList();
        var used = found.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        used.UnionWith(claims.Claims.Values.Where(c => used.Contains(c.Id)).SelectMany(c => Needs(c, claims)));
        return new CheckReport
        {
            Drafts = names,
            Claims = found,
            Unbacked = unbacked,
            Checks = [.. doubts.Where(d => !options.Checked.ContainsKey(d.Id))],
            SetAside = [.. doubts.Where(d => options.Checked.ContainsKey(d.Id)).Select(d => (d, options.Checked[d.Id]))],
            GoneChecks = [.. options.Checked.Keys.Except(doubts.Select(d => d.Id), StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Unused = [.. claims.Claims.Values.Where(c => !used.Contains(c.Id)).Select(c => drafts.Count > 0 && !options.ReadUnused ? new UnusedClaim(c.Id, null, null, null, null, null, null) : Alone(c, measured[c]))],
            Problems = [.. problems.Take(claims.Problems.Count), .. problems.Skip(claims.Problems.Count).OrderBy(p => names.IndexOf(p.Place.File ?? "")).ThenBy(p => p.Place.Line).ThenBy(p => p.Place.Column)],
        };
    }

    /// <summary>What the check will ask: the claims that are linked, those that they are made of, and, where all are read, the rest.</summary>
    private static List<ForeseenClaim> Foreseen(IReadOnlyList<Draft> drafts, ClaimsFile claims, CheckOptions options)
    {
        var linked = drafts.SelectMany(d => d.Links).Select(l => l.Id).Distinct(StringComparer.Ordinal).Where(claims.Claims.ContainsKey).ToList();
        var asked = new Dictionary<ClaimQuery, int>();
        void Ask(ClaimQuery? query, int rows)
        {
            if (query is not null)
            {
                // Two claims of one query are read once.
                query = query with { Id = "" };
                asked[query] = Math.Max(rows, asked.GetValueOrDefault(query));
            }
        }

        foreach (var id in linked)
        {
            Ask(claims.Claims[id].Query, options.EvidenceRows);
        }

        var others = drafts.Count == 0 || options.ReadUnused ? claims.Claims.Keys : linked.SelectMany(id => Needs(claims.Claims[id], claims));
        foreach (var id in linked.Concat(others).Where(claims.Claims.ContainsKey))
        {
            Ask(claims.Claims[id].Query, 0);
            Ask(claims.Claims[id].Largest, 0);
        }

        return [.. asked.Select(a => new ForeseenClaim(a.Key, a.Value))];
    }

    /// <summary>Claims that stand in an expression of a used one are used.</summary>
    private static IEnumerable<string> Needs(Claim claim, ClaimsFile claims) =>
        (claim.Expression?.Names ?? []).Distinct().SelectMany(n => claims.Claims.TryGetValue(n, out var used) ? [n, .. Needs(used, claims)] : (IEnumerable<string>)[n]);

    private static UnusedClaim Alone(Claim claim, MeasuredClaim measured)
    {
        ClaimValue? End(decimal? value) => value is not { } v ? null : measured.IsDay ? new ClaimValue(null, DateOnly.FromDayNumber((int)v)) : new ClaimValue(v);
        return measured.Fault is not null
            ? new UnusedClaim(claim.Id, null, null, null, null, null, measured.Fault)
            : new UnusedClaim(claim.Id, End(measured.Value.Low), End((measured.Largest ?? measured).Value.High), measured.Unread, measured.Confirmed, measured.Rows, null);
    }
}
