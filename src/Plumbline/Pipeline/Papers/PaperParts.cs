using Plumbline.Claims;
using Plumbline.Custody;
using Plumbline.Evidence;

namespace Plumbline.Pipeline.Papers;

// What papers are made of: the page why a figure stands, and the packet on a named party. All texts in them are hostile.

/// <summary>Which case, which build, and when.</summary>
public sealed record PaperHead
{
    /// <summary>What the investigation is called; may be empty.</summary>
    public required string Title { get; init; }

    /// <summary>True for a case that is made up.</summary>
    public required bool IsInvented { get; init; }

    /// <summary>When the paper was made, in the zone of the case.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The zone's name.</summary>
    public required string Zone { get; init; }

    /// <summary>The day of which it is, when that is not the present; else null.</summary>
    public required PaperAsOf? AsOf { get; init; }

    /// <summary>The build that was read.</summary>
    public required string Build { get; init; }

    /// <summary>Digest of its tables.</summary>
    public required string Digest { get; init; }

    /// <summary>True when the case has changed since.</summary>
    public required bool IsStale { get; init; }

    /// <summary>Heads of the journal that the build was made of, as <c>device:seq:hash</c>.</summary>
    public required IReadOnlyList<string> Heads { get; init; }
}

/// <summary>A claim with all that it stands on.</summary>
public sealed record ClaimDossier
{
    /// <summary>The claim.</summary>
    public required Claim Claim { get; init; }

    /// <summary>Every place of the drafts that links it.</summary>
    public required IReadOnlyList<CheckedClaim> Figures { get; init; }

    /// <summary>The figure with its ends; null for sums, quotes and faults.</summary>
    public ClaimReading? Reading { get; init; }

    /// <summary>Both ends of <c>measure: range</c>; else null.</summary>
    public ClaimReading? Largest { get; init; }

    /// <summary>What people call the units; empty where there are none.</summary>
    public string Label { get; init; } = "";

    /// <summary>Its units, those confirmed first; no more than were asked for.</summary>
    public IReadOnlyList<DossierUnit> Units { get; init; } = [];

    /// <summary>How many units there are.</summary>
    public long Total { get; init; }

    /// <summary>Documents of all of them, also of those not shown and of withheld ones, in archive order: for counting, never for showing.</summary>
    internal IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>The quoted words with what stands around them; null when it is no quote, or its document is withheld.</summary>
    public DossierQuote? Quote { get; init; }
}

/// <summary>A figure that somebody else published, in its document.</summary>
public sealed record DossierQuote(string Document, string Before, string Exact, string After, int? Page);

/// <summary>A unit of a claim.</summary>
/// <param name="Unit">The unit with the variables that the claim reads and those that name it; null when all of its evidence is withheld.</param>
/// <param name="Confirmed">True when it is in the confirmed reading.</param>
/// <param name="Amount">What it adds; null where nothing is added, or it is withheld.</param>
/// <param name="Withheld">Codings that are not shown, since their source is not for publication.</param>
public sealed record DossierUnit(ShownUnit? Unit, bool Confirmed, decimal? Amount, int Withheld);

/// <summary>A document with every time that it came in.</summary>
/// <param name="Id">SHA-256.</param>
/// <param name="Custody">How it came in; the first one first.</param>
public sealed record PaperDocument(DocumentId Id, IReadOnlyList<CustodyRecord> Custody);

/// <summary>A person among those who decided.</summary>
public sealed record PaperCoder
{
    /// <summary>Pseudonym.</summary>
    public required string Name { get; init; }

    /// <summary>Decisions shown in this paper.</summary>
    public required int Decisions { get; init; }

    /// <summary>Of these, adjudications.</summary>
    public required int Adjudications { get; init; }

    /// <summary>Decided without having been shown a value.</summary>
    public required int Blind { get; init; }

    /// <summary>Decided having seen the machine's value.</summary>
    public required int SawMachine { get; init; }

    /// <summary>Decided having seen another person's coding.</summary>
    public required int SawOther { get; init; }

    /// <summary>Decisions under a definition that has changed since.</summary>
    public required int Stale { get; init; }
}

/// <summary>A variable as the codebook defines it, with the rules that coded it.</summary>
/// <param name="Kind">Table of its units.</param>
/// <param name="Variable">The variable.</param>
/// <param name="Codebook">Name of the codebook's file.</param>
/// <param name="Rules">Name, version and text of each rule.</param>
public sealed record PaperVariable(string Kind, Variable Variable, string Codebook, IReadOnlyList<PaperRule> Rules);

/// <summary>A rule of a codebook.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Digits of the hash of its parsed form.</param>
/// <param name="Text">What it looks for, in the language of searches.</param>
public sealed record PaperRule(string Name, string Version, string Text);

/// <summary>Sources that are independent of each other, as far as the archive knows.</summary>
/// <param name="Origins">Each source with how many of the documents it brought first.</param>
/// <param name="Documents">Different documents: those with the same text are one.</param>
/// <param name="Unknown">Documents of which nobody said where they are from.</param>
/// <param name="SameText">Documents left out, since another has the same text.</param>
/// <param name="Withheld">Sources beside them that may not be named.</param>
public sealed record PaperSources(IReadOnlyList<(string Name, int Documents)> Origins, int Documents, int Unknown, int SameText, int Withheld)
{
    /// <summary>Independent sources.</summary>
    public int Count => Origins.Count + Withheld;
}
