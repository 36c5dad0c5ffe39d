using Plumbline.Cases;
using Plumbline.Claims;
using Plumbline.Claims.Drafts;
using Plumbline.Claims.Sql;
using Plumbline.Evidence;
using Plumbline.Pipeline.Replies;

namespace Plumbline.Pipeline.Papers;

/// <summary>What makes papers of one case.</summary>
/// <param name="folder">The case.</param>
/// <param name="built">Its build in use, or that of the past state.</param>
/// <param name="reader">Reads claims over the tables of the build.</param>
/// <param name="check">All its drafts, checked over the same build.</param>
/// <param name="terms">What may be shown.</param>
/// <param name="clock">The time.</param>
/// <param name="asOf">The past state that build and drafts are of; null: the present.</param>
public sealed class CasePapers(CaseFolder folder, BuiltCase built, TablesProcess reader, CheckReport check, SourceTerms terms, TimeProvider clock, CaseAsOf? asOf = null)
{
    private readonly PaperArchive archive = new(folder, terms, asOf?.Heads);

    /// <summary>The page why a claim's figure is what it is.</summary>
    /// <param name="claim">A claim of <paramref name="claims"/>.</param>
    /// <param name="claims">The claims of the case.</param>
    /// <param name="limit">Most units of each claim.</param>
    public WhyPaper Why(string claim, ClaimsFile claims, int limit)
    {
        var dossiers = Dossiers(claims).Read([claim], limit);
        var documents = PaperContents.Documents(dossiers, [], archive);
        return new WhyPaper
        {
            Head = Head(),
            Claims = dossiers,
            Documents = documents,
            Coders = PaperContents.Coders(dossiers),
            Variables = PaperContents.Variables(dossiers, built.Codebooks),
            Sources = new SourceCount(built, archive).Of(dossiers),
            Times = DecisionTimes.Read(folder, asOf?.Heads, dossiers),
        };
    }

    /// <summary>The packet on a named party.</summary>
    /// <param name="names">Its name, and others that it goes by.</param>
    /// <param name="drafts">The drafts that were checked.</param>
    /// <param name="claims">The claims of the case.</param>
    /// <param name="limit">Most units of each claim.</param>
    /// <exception cref="UsageException">There is no draft, or a name holds no word.</exception>
    public PacketPaper Packet(IReadOnlyList<string> names, IReadOnlyList<Draft> drafts, ClaimsFile claims, int limit)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        if (drafts.Count == 0)
        {
            throw PaperProblems.NoDraft();
        }

        var party = new PartyNames(names);
        var sentences = drafts.SelectMany(d => PacketSentences.Of(d, party, check)).ToList();
        var dossiers = Dossiers(claims).Read(sentences.SelectMany(s => s.Figures).Select(f => f.Id).Distinct(StringComparer.Ordinal), limit);
        var replies = CaseReplies.Read(built).Where(r => party.IsIn(r.Whom)).Select(Show).ToList();
        var count = new SourceCount(built, archive);
        IEnumerable<ClaimDossier> With(string id) => dossiers.Where(d => d.Claim.Id == id).SelectMany(d => d.Claim.Names.SelectMany(With).Prepend(d));
        return new PacketPaper
        {
            Head = Head(),
            Names = names,
            Drafts = [.. drafts.Select(d => d.File.Name)],
            Sentences = sentences,
            Claims = dossiers,
            SourcesOf = dossiers.ToDictionary(d => d.Claim.Id, d => count.Of(With(d.Claim.Id).Distinct()), StringComparer.Ordinal),
            Replies = replies,
            Today = asOf?.Day.Day ?? CaseDay.Today(folder, clock),
            Documents = PaperContents.Documents(dossiers, replies.SelectMany(r => r.Documents.Concat(r.Answers.Select(a => a.Letter).OfType<string>())), archive),
            Coders = PaperContents.Coders(dossiers),
            Variables = PaperContents.Variables(dossiers, built.Codebooks),
            Times = DecisionTimes.Read(folder, asOf?.Heads, dossiers),
            Sources = count.Of(dossiers),
        };
    }

    /// <summary>A request without what its letters may not show.</summary>
    private Reply Show(Reply reply) => reply with
    {
        Answers = [.. reply.Answers.Select(a => archive.IsWithheld(a.Document) || (a.Letter is { } letter && archive.IsWithheld(letter)) ? a with { Quote = null, Letter = null } : a)],
        Documents = [.. reply.Documents.Where(d => !archive.IsWithheld(d))],
    };

    private DossierReading Dossiers(ClaimsFile claims) => new(built, claims, check, reader, archive);

    private PaperHead Head()
    {
        var settings = CaseSettings.Read(folder, []);
        return new PaperHead
        {
            Title = settings.Title,
            IsInvented = settings.Invented,
            At = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), CaseDay.Zone(folder)),
            Zone = settings.TimeZone,
            Build = built.Id,
            Digest = built.Digest,
            AsOf = asOf?.Day,
            IsStale = asOf is null && built.IsStale(),
            Heads = built.Heads,
        };
    }
}
