using System.Collections.Concurrent;
using Plumbline.Cases;
using Plumbline.Coding;
using Plumbline.Evidence;
using Plumbline.Pipeline.Decisions;
using Plumbline.Pipeline.Tables;
using Plumbline.Review;

namespace Plumbline.Pipeline;

// What people decided since the build was made is laid over it here, in memory: the tables stay as they are, and the next build
// comes to the same. Judgements of units and new documents wait for that build.
public sealed partial class BuiltCase
{
    private const int MostUnitsKept = 100;

    private readonly ConcurrentDictionary<string, UnitInBuild> unitsRead = new(StringComparer.Ordinal);

    /// <summary>A unit as <see cref="Show(string, string?)"/> gives it, but with the decisions of a journal that may be newer than the build.</summary>
    /// <param name="unit">Id of the unit, or of a member, or the first characters of one that no other has.</param>
    /// <param name="decisions">The journal's decisions as they are now.</param>
    /// <param name="settles">How many people settle a value.</param>
    /// <param name="variable">One variable, or null for all.</param>
    /// <exception cref="UsageException">There is no such unit, or its codebook is gone.</exception>
    internal ShownUnit ShowNow(string unit, LiveDecisions decisions, Settling settles, string? variable = null) => Reading(() =>
    {
        var built = UnitOf(unit);
        var (kind, id, members) = (built.Named.Kind, built.Named.Id, built.Named.Members);
        var codebook = CodebookOf(kind);
        var shown = codebook.Kind.Variables.Where(v => variable is null || v.Name == variable);
        var own = members.Select(m => new Member(kind, DocumentId.Parse(m.Document), Place.TryParse(m.Place, out var place) ? place : Place.Whole)).ToList();
        return new ShownUnit
        {
            Id = id,
            Kind = kind,
            File = members[0].File,
            Members = members,
            MaybeSameAs = built.MaybeSame,
            Variables =
            [
                .. shown.Select(v => Now(v, codebook, new UnitId(id), own, [.. built.Codings[v.Name]], decisions.Of(kind, [.. own.Select(m => m.Id)], built.Attached, v.Name), decisions.Log, settles)),
            ],
        };
    });

    /// <summary>A unit as the build has it. Those that were read last are kept, since who works on one comes back to it at each decision.</summary>
    private UnitInBuild UnitOf(string unit)
    {
        if (unitsRead.TryGetValue(unit, out var known))
        {
            return known;
        }

        using var connection = OpenTables();
        var named = Named(connection, unit);
        var attached = Rows(connection, $"SELECT DISTINCT entry FROM store.{named.Kind}_decisions WHERE unit = $1", named.Id).Select(r => (string)r[0]!).ToHashSet(StringComparer.Ordinal);
        var variables = Rows(connection, "SELECT name FROM store.variables WHERE kind = $1", named.Kind).ConvertAll(r => (string)r[0]!);
        var read = new UnitInBuild(named, MaybeSame(connection, named.Kind, named.Id), attached, Codings(connection, named, variables));
        if (unitsRead.Count >= MostUnitsKept)
        {
            unitsRead.Clear();
        }

        return unitsRead[unit] = read;
    }

    /// <summary>Documents of the build: all, those read as text, those read as tables.</summary>
    internal (long All, long Texts, long Tables) CountDocuments()
    {
        var all = parts.Value.SelectMany(p => p.Documents).ToList();
        return (all.Count, all.Count(d => d.HasText), all.Count(d => d.TableCount > 0));
    }

    private ShownVariable Now(
        Variable variable, Codebook codebook, UnitId unit, IReadOnlyList<Member> members, List<ShownCoding> built, IReadOnlyList<JournaledDecision> said, DecisionLog log, Settling settles)
    {
        var machine = built.Where(c => c.CoderKind != "person").ToList();
        var standing = Standing.Of([.. machine.Select(c => Coding(c, variable))]);
        if (said.Count == 0)
        {
            return Shown(variable, standing, machine);
        }

        var fit = new DefinitionFit(variable, log.Carries.Where(c => c.Carry.Kind == members[0].Kind).Select(c => c.Carry));
        var attached = DecisionLog.Standing(said).Select(d => AttachedDecision.Of(
            d, fit, codebook, log, members.FirstOrDefault(m => m.Id == d.Of.Member.Id) ?? members[0], unit, d.IsMoved ? FoundBy.Person : FoundBy.Member, "",
            [.. d.Decision.Evidence.Select(e => EvidenceNow(d.Decision.Of.Member.Document, e))])).ToList();
        return Shown(variable, PeopleStanding.Of(standing, attached, settles), [.. attached.SelectMany(Codings), .. machine]);
    }

    private static ShownVariable Shown(Variable variable, StandingValue standing, IReadOnlyList<ShownCoding> codings) => new(
        variable.Name, variable.Label.Length > 0 ? variable.Label : variable.Name,
        standing.Values.Count > 0 ? string.Join(", ", standing.Values.Select(v => v.Text)) : null, standing.Status.Word(), standing.IsSettled, codings);

    private AttachedEvidence EvidenceNow(DocumentId document, DecisionEvidence evidence)
    {
        var now = evidence.Selector is TextSelector quote && TextOf(document) is { } text ? QuoteFinder.Again(text, quote) : null;
        return new AttachedEvidence(evidence, now, now is null ? 0 : PageOf(document, now.Value.Start) ?? 0);
    }

    /// <summary>One coding for each piece of evidence, as the tables have them.</summary>
    private IEnumerable<ShownCoding> Codings(AttachedDecision attached)
    {
        var decision = attached.Decision;
        foreach (var evidence in attached.Evidence.DefaultIfEmpty(new AttachedEvidence(new DecisionEvidence(null, false), null, 0)))
        {
            var text = evidence.Now is null ? null : TextOf(decision.Of.Member.Document);
            var values = evidence.Given.Value is { } one ? [one] : decision.Status == Status.Stated ? attached.Values.Select(v => v.Text) : [];
            foreach (var value in values.Select(v => (string?)v).DefaultIfEmpty(null))
            {
                yield return new ShownCoding
                {
                    CoderKind = "person",
                    Coder = decision.Coder,
                    Version = "",
                    Status = decision.Status.Word(),
                    Value = value,
                    Candidates = [.. attached.Candidates.Select(c => c.Text)],
                    IsCertain = true,
                    Act = decision.Act.Word(),
                    Shown = decision.Shown.Word(),
                    ShownEntries = [.. decision.ShownEntries.Select(e => e.ToString())],
                    Note = decision.Note,
                    Entry = attached.Journaled.Entry.ToString(),
                    FoundBy = attached.By.ToString().ToLowerInvariant(),
                    IsStale = attached.IsStale,
                    Evidence = evidence.Given switch { { Selector: TextSelector } => "text", { Selector: RecordSelector } => "record", { WholeUnit: true } => "silence", _ => "none" },
                    File = attached.File,
                    Document = decision.Of.Member.Document.Hex,
                    Member = attached.Member.Id.Value,
                    Start = evidence.Now?.Start,
                    End = evidence.Now?.End,
                    Quote = (evidence.Given.Selector as TextSelector)?.Exact,
                    Before = text?[Math.Max(0, evidence.Now!.Value.Start - ShownContext)..evidence.Now.Value.Start],
                    After = text?[evidence.Now!.Value.End..Math.Min(text.Length, evidence.Now.Value.End + ShownContext)],
                    Page = evidence.Page == 0 ? null : evidence.Page,
                    Row = (evidence.Given.Selector as RecordSelector)?.Row,
                    Column = (evidence.Given.Selector as RecordSelector)?.Column,
                    Cell = (evidence.Given.Selector as RecordSelector)?.Value,
                };
            }
        }
    }

    /// <summary>A coding of the machine as the stages have it.</summary>
    private static Evidence.Coding Coding(ShownCoding shown, Variable variable) => new()
    {
        Member = new UnitId(shown.Member),
        Variable = variable.Name,
        Status = StatusNames.TryParse(shown.Status, out var status) ? status : Status.NotCoded,
        Value = shown.Value is null ? null : new CodedValue(variable.Type, shown.Value),
        Candidates = [.. shown.Candidates.Select(c => new CodedValue(variable.Type, c))],
        Coder = new Coder(shown.CoderKind == "column" ? CoderKind.Column : CoderKind.Rule, shown.Coder, shown.Version),
        DefinitionHash = "",
        IsCertain = shown.IsCertain,
        Evidence = shown.Evidence switch
        {
            "text" => new TextSelector(new TextSpan(shown.Start ?? 0, shown.End ?? 0), shown.Quote ?? "", "", ""),
            "record" => new RecordSelector((int)(shown.Row ?? 1), shown.Line ?? 0, shown.Column ?? "", shown.Cell),
            _ => new SilenceSelector(shown.Searched, shown.SearchedSections, WholeText: true),
        },
    };

    /// <summary>What a build says of a unit.</summary>
    /// <param name="Named">The unit with its members.</param>
    /// <param name="MaybeSame">Units that may be the same.</param>
    /// <param name="Attached">Entries that the build has attached to it.</param>
    /// <param name="Codings">Its codings, by variable.</param>
    private sealed record UnitInBuild(NamedUnit Named, IReadOnlyList<string> MaybeSame, IReadOnlySet<string> Attached, ILookup<string, ShownCoding> Codings);
}
