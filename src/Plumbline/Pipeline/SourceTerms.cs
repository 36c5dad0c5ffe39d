using Plumbline.Cases;
using Plumbline.Custody;
using Plumbline.Evidence;

namespace Plumbline.Pipeline;

/// <summary>How a document may be shown to others.</summary>
/// <param name="Terms">The terms that hold for it today.</param>
/// <param name="Credit">How its source is called in what goes out; null when nobody said who gave it.</param>
/// <param name="IsHidden">True when neither words, file name, document id nor ids of its units may be shown: write <see cref="Credit"/> instead.</param>
public readonly record struct DocumentTerms(Terms Terms, string? Credit, bool IsHidden);

/// <summary>
/// What may be shown of documents in what is made for others: evidence of a check, reports, packets, exports. A document that several
/// sources gave is shown by the strictest of their terms. Tools of the desk (<c>show</c>, <c>search</c>, <c>code</c>) show all, and say so.
/// </summary>
public sealed class SourceTerms
{
    /// <summary>Stands for a source on background.</summary>
    public const string OnBackground = "a source on background";

    /// <summary>Stands for a source not for publication, and for all of its documents.</summary>
    public const string Confidential = "a source not for publication";

    private readonly Lazy<IReadOnlyDictionary<DocumentId, DocumentTerms>> known;

    private SourceTerms(Func<IReadOnlyDictionary<DocumentId, DocumentTerms>> known, bool hidesAny, bool isPlain) =>
        (this.known, HidesAny, IsPlain) = (new(known), hidesAny, isPlain);

    /// <summary>Nobody agreed on anything: all is shown, nobody is named.</summary>
    public static SourceTerms None { get; } = new(() => new Dictionary<DocumentId, DocumentTerms>(), hidesAny: false, isPlain: true);

    /// <summary>False when nothing can be hidden today. Cheap: documents are only looked at when one is asked for.</summary>
    public bool HidesAny { get; }

    /// <summary>True when all sources are on record.</summary>
    public bool IsPlain { get; }

    /// <summary>Documents that are not to be shown.</summary>
    public IEnumerable<DocumentId> Hidden => !HidesAny ? [] : known.Value.Where(k => k.Value.IsHidden).Select(k => k.Key);

    /// <summary>The terms of a case's documents.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="clock">Says which day it is, in the time zone of the case.</param>
    /// <param name="showConfidential">True when somebody asked for what is not for publication: nothing is hidden, sources are named.</param>
    /// <exception cref="UsageException"><c>sources.yaml</c> or <c>case.yaml</c> has faults.</exception>
    public static SourceTerms Read(CaseFolder folder, TimeProvider clock, bool showConfidential = false)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var sources = SourceList.Read(folder);
        var today = Today(CaseSettings.Read(folder), clock);
        var terms = sources.All.Select(t => t.TermsOn(today)).ToList();
        return new SourceTerms(
            () => OfDocuments(folder, sources, today, showConfidential), !showConfidential && terms.Contains(Terms.NotForPublication), terms.TrueForAll(t => t == Terms.OnRecord));
    }

    /// <summary>What may be shown of a document.</summary>
    public DocumentTerms Shown(DocumentId document) => known.Value.GetValueOrDefault(document);

    /// <summary>The same, of a document named by its 64 digits.</summary>
    public DocumentTerms Shown(string document) => DocumentId.TryParse(document, out var id) ? Shown(id) : default;

    /// <summary>The day that it is in a case.</summary>
    internal static DateOnly Today(CaseSettings settings, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(settings.TimeZone, out var found) ? found : TimeZoneInfo.Utc;
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime);
    }

    private static Dictionary<DocumentId, DocumentTerms> OfDocuments(CaseFolder folder, SourceList sources, DateOnly today, bool showConfidential)
    {
        using var journal = Journal.OpenRead(folder);
        var given = new Dictionary<DocumentId, List<string>>();
        foreach (var record in journal.CustodyRecords())
        {
            foreach (var id in sources.Of(record.Document, record.File, record.Folder, record.Source))
            {
                if (!given.TryGetValue(record.Document, out var ids))
                {
                    given.Add(record.Document, ids = []);
                }

                if (!ids.Contains(id))
                {
                    ids.Add(id);
                }
            }
        }

        return given.ToDictionary(g => g.Key, g => Of([.. g.Value.Select(id => sources.Find(id) ?? new CaseSource { Id = id })], today, showConfidential));
    }

    private static DocumentTerms Of(IReadOnlyList<CaseSource> sources, DateOnly today, bool showConfidential)
    {
        var strictest = sources.Max(s => s.TermsOn(today));
        var names = string.Join(", ", sources.Select(s => s.ShownName));
        return (strictest, showConfidential) switch
        {
            (Terms.NotForPublication, false) => new DocumentTerms(strictest, Confidential, IsHidden: true),
            (Terms.Background, false) => new DocumentTerms(strictest, OnBackground, IsHidden: false),
            _ => new DocumentTerms(strictest, names, IsHidden: false),
        };
    }
}
