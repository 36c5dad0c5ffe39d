using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Claims.Sql;
using Plumbline.Evidence;

namespace Plumbline.Pipeline.Papers;

/// <summary>Gathers what stands behind claims, over one build. Not thread safe.</summary>
internal sealed class DossierReading(BuiltCase built, ClaimsFile claims, CheckReport check, TablesProcess reader, PaperArchive archive)
{
    private const int Context = 300;

    /// <summary>A claim and, behind it, those that it is made of, each once.</summary>
    /// <param name="ids">The claims.</param>
    /// <param name="limit">Most units of each.</param>
    public IReadOnlyList<ClaimDossier> Read(IEnumerable<string> ids, int limit)
    {
        var order = new List<string>();
        void Add(string id)
        {
            if (!order.Contains(id) && claims.Claims.TryGetValue(id, out var claim))
            {
                order.Add(id);
                claim.Names.ToList().ForEach(Add);
            }
        }

        ids.ToList().ForEach(Add);
        return order.ConvertAll(id => Read(claims.Claims[id], limit));
    }

    private ClaimDossier Read(Claim claim, int limit)
    {
        var figures = check.Claims.Where(c => c.Id == claim.Id).ToList();
        var dossier = new ClaimDossier { Claim = claim, Figures = figures };
        if (claim.Quote is { } quote)
        {
            return dossier with { Quote = Quote(quote) };
        }

        if (claim.Query is not { } query)
        {
            return dossier;
        }

        var reading = reader.Read(query);
        if (reading.Problems.Any(p => p.Severity == Severity.Error) || reading.Kind is not { } kind)
        {
            return dossier with { Reading = reading };
        }

        var rows = reader.Evidence(query, limit, out var total);
        var codebook = built.Codebooks.FirstOrDefault(c => c.Kind.Table == kind);
        var shown = reading.Reads.Concat(codebook?.Key ?? []).ToHashSet(StringComparer.Ordinal);
        var units = built.ShowAll(kind, [.. rows.Select(r => r.UnitId)]);
        return dossier with
        {
            Reading = reading,
            Largest = claim.Largest is null ? null : reader.Read(claim.Largest),
            Label = codebook?.Label ?? kind,
            Units = [.. rows.Zip(units).Select(r => Show(r.First, r.Second, shown))],
            Total = total,
            Documents = built.DocumentsOf(kind, rows.Count < total ? reader.Units(query, out _, out _).Where(u => u.IsPossible).Select(u => u.Id) : rows.Select(r => r.UnitId)),
        };
    }

    /// <summary>A unit less what is withheld: members, codings, and values that no shown coding gives.</summary>
    private DossierUnit Show(EvidenceRow row, ShownUnit unit, IReadOnlySet<string> variables)
    {
        var members = unit.Members.Where(m => !archive.IsWithheld(m.Document)).ToList();
        var withheld = 0;
        var kept = new List<ShownVariable>();
        foreach (var variable in unit.Variables.Where(v => variables.Contains(v.Name)))
        {
            var codings = variable.Codings.Where(c => !archive.IsWithheld(c.Document)).ToList();
            withheld += variable.Codings.Count - codings.Count;
            kept.Add(codings.Count > 0 || variable.Codings.Count == 0 ? variable with { Codings = codings } : variable with { Codings = [], Value = null, Status = "withheld" });
        }

        return new DossierUnit(
            members.Count == 0 ? null : unit with { File = members[0].File, Members = members, Variables = kept },
            row.Confirmed, members.Count == 0 ? null : row.Amount, withheld);
    }

    private DossierQuote? Quote(ClaimQuote quote)
    {
        var named = built.DocumentsNamed(quote.Document);
        if (named.Count != 1 || archive.IsWithheld(named[0].Hex) || built.TextOf(named[0]) is not { } text || !QuoteSearch.TryFind(text, quote.Exact, out var at))
        {
            return null;
        }

        return new DossierQuote(named[0].Hex, text[Math.Max(0, at.Start - Context)..at.Start], at.In(text), text[at.End..Math.Min(text.Length, at.End + Context)], built.PageOf(named[0], at.Start));
    }
}
