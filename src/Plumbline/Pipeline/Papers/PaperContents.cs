using Plumbline.Coding.Codebooks;
using Plumbline.Coding;
using Plumbline.Evidence;

namespace Plumbline.Pipeline.Papers;

/// <summary>Lists at the end of a paper: documents, people, variables with their rules, made from the units it shows.</summary>
internal static class PaperContents
{
    public static IReadOnlyList<PaperDocument> Documents(IReadOnlyList<ClaimDossier> dossiers, IEnumerable<string> more, PaperArchive archive) =>
    [
        .. dossiers.SelectMany(Documents).Concat(more).Distinct(StringComparer.Ordinal).Select(archive.Show).OfType<PaperDocument>(),
    ];

    /// <summary>Documents of a claim, those of its units first.</summary>
    public static IEnumerable<string> Documents(ClaimDossier dossier) => dossier.Units.Where(u => u.Unit is not null)
        .SelectMany(u => u.Unit!.Members.Select(m => m.Document).Concat(u.Unit.Variables.SelectMany(v => v.Codings.Select(c => c.Document))))
        .Concat(dossier.Quote is { } quote ? [quote.Document] : []);

    public static IReadOnlyList<PaperCoder> Coders(IReadOnlyList<ClaimDossier> dossiers) =>
    [
        .. dossiers.SelectMany(d => d.Units).Where(u => u.Unit is not null).SelectMany(u => u.Unit!.Variables).SelectMany(v => v.Codings)
            .Where(c => c.Entry is not null).DistinctBy(c => (c.Entry, c.Value)).GroupBy(c => c.Coder, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.DistinctBy(c => c.Entry).ToList()).Select(all => new PaperCoder
            {
                Name = all[0].Coder,
                Decisions = all.Count,
                Adjudications = all.Count(c => c.Act == "adjudication"),
                Blind = all.Count(c => c.Shown == "nothing"),
                SawMachine = all.Count(c => c.Shown == "machine"),
                SawOther = all.Count(c => c.Shown == "other"),
                Stale = all.Count(c => c.IsStale),
            }),
    ];

    public static IReadOnlyList<PaperVariable> Variables(IReadOnlyList<ClaimDossier> dossiers, IReadOnlyList<Codebook> codebooks) =>
    [
        .. dossiers.Where(d => d.Reading?.Kind is not null).SelectMany(d => d.Reading!.Reads.Select(r => (Kind: d.Reading.Kind!, Name: r))).Distinct()
            .Select(v => (Book: codebooks.FirstOrDefault(c => c.Kind.Table == v.Kind), v.Name)).Where(v => v.Book?.Kind.Find(v.Name) is not null)
            .Select(v => new PaperVariable(v.Book!.Kind.Table, v.Book.Kind.Find(v.Name)!, v.Book.ShownName, [.. v.Book.Rules(v.Name).Rules.Select(Rule)])),
    ];

    private static PaperRule Rule(CodingRule rule)
    {
        var means = rule.Reader is { } read ? $"reads {read.Name}{(rule.Queries.Count > 0 ? " near" : "")}" : rule.Value is { } value ? $"{value.Text} when" : $"{rule.Status?.Word()} when";
        return new PaperRule(rule.Name, rule.Version, string.Join(' ', new[]
        {
            means,
            string.Join(" OR ", rule.Queries.Select(q => q.Text)),
            rule.In.Count > 0 ? $"in {string.Join(", ", rule.In)}" : "",
            rule.Unless.Count > 0 ? $"unless {string.Join(" OR ", rule.Unless.Select(u => u.Query.Text))}" : "",
        }.Where(p => p.Length > 0)));
    }
}
