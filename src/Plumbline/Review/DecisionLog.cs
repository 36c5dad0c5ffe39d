using System.Collections.Immutable;
using Plumbline.Evidence;

namespace Plumbline.Review;

/// <summary>
/// The decisions that stand in the journal, in causal order, with undo and attach carried out. The same on every machine
/// that holds the same entries.
/// </summary>
public sealed class DecisionLog
{
    private readonly Dictionary<EntryName, JournaledDecision> all;

    private DecisionLog(Dictionary<EntryName, JournaledDecision> all, IReadOnlyList<JournaledDecision> live) => (this.all, Live) = (all, live);

    /// <summary>Decisions that nobody took back, those of one device in its order, each after all that its device had seen.</summary>
    public IReadOnlyList<JournaledDecision> Live { get; }

    /// <summary>Entries whose payload is of no form that this program knows.</summary>
    public IReadOnlyList<Problem> Problems { get; private init; } = [];

    /// <summary>Judgements of units that nobody took back, in causal order.</summary>
    public IReadOnlyList<JournaledJudgement> Judgements { get; private init; } = [];

    /// <summary>Carries that nobody took back, in causal order.</summary>
    public IReadOnlyList<JournaledCarry> Carries { get; private init; } = [];

    /// <summary>All decisions, also those that were taken back, in no order.</summary>
    public IReadOnlyCollection<JournaledDecision> All => all.Values;

    /// <summary>The decision of an entry, also one that was taken back; null when there is none.</summary>
    public JournaledDecision? Find(EntryName entry) => all.GetValueOrDefault(entry);

    /// <summary>
    /// The same without decisions and judgements on some documents, or moved from one to another unit: they are kept in the journal,
    /// counted nowhere, told of as withdrawn, and come back with their documents.
    /// </summary>
    public DecisionLog Without(IReadOnlySet<DocumentId> withdrawn)
    {
        ArgumentNullException.ThrowIfNull(withdrawn);
        bool IsOut(JournaledDecision d) => withdrawn.Contains(d.Of.Member.Document) || withdrawn.Contains(d.Decision.Of.Member.Document);
        bool IsJudgedOut(JournaledJudgement j) => withdrawn.Contains(j.Judgement.A.Member.Document) || withdrawn.Contains(j.Judgement.B.Member.Document);
        var aside = withdrawn.Count == 0 ? [] : Live.Where(IsOut).Select(d => d.Decision.Of.Member.Document)
            .Concat(Judgements.Where(IsJudgedOut).Select(j => withdrawn.Contains(j.Judgement.A.Member.Document) ? j.Judgement.A.Member.Document : j.Judgement.B.Member.Document)).ToList();
        return aside.Count == 0
            ? this
            : new DecisionLog(all, [.. Live.Where(d => !IsOut(d))])
            {
                Judgements = [.. Judgements.Where(j => !IsJudgedOut(j))],
                Carries = Carries,
                Problems = [.. Problems, .. aside.GroupBy(d => d).OrderBy(g => g.Key).Select(g => ReviewProblems.Withdrawn(g.Key, g.Count()))],
            };
    }

    /// <summary>Reads entries.</summary>
    /// <param name="entries">In causal order.</param>
    public static DecisionLog Of(IEnumerable<DecisionEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var seen = new Dictionary<string, ImmutableDictionary<string, long>>(StringComparer.Ordinal);
        var all = new Dictionary<EntryName, JournaledDecision>();
        var order = new List<EntryName>();
        var undone = new HashSet<EntryName>();
        var problems = new List<Problem>();
        var judgements = new List<JournaledJudgement>();
        var carries = new List<JournaledCarry>();
        foreach (var entry in entries)
        {
            var known = seen.GetValueOrDefault(entry.Name.Device, ImmutableDictionary<string, long>.Empty)
                .SetItems(entry.Seen.Select(s => KeyValuePair.Create(s.Device, s.Seq)));
            seen[entry.Name.Device] = known;
            if (entry.Payload is not { } payload)
            {
                continue; // Erased: the decision is gone, as it was meant to.
            }

            switch (entry.What)
            {
                case DecisionWords.Undo when DecisionPayload.TryRead(payload, out DecisionUndo undo):
                    if ((all.TryGetValue(undo.Entry, out var taken) && taken.Decision.Coder == undo.Coder)
                        || judgements.Exists(j => j.Entry == undo.Entry && j.Judgement.Coder == undo.Coder)
                        || carries.Exists(c => c.Entry == undo.Entry && c.Carry.Coder == undo.Coder))
                    {
                        undone.Add(undo.Entry);
                    }

                    break;
                case DecisionWords.UnitJudgement when DecisionPayload.TryRead(payload, out UnitJudgement judgement):
                    judgements.Add(new JournaledJudgement(entry.Name, judgement, known));
                    break;
                case DecisionWords.Carry when DecisionPayload.TryRead(payload, out DefinitionCarry carry):
                    carries.Add(new JournaledCarry(entry.Name, carry));
                    break;
                case DecisionWords.Attach when DecisionPayload.TryRead(payload, out DecisionAttach attach):
                    if (all.TryGetValue(attach.Entry, out var moved) && moved.Decision.Of.Member.Kind == attach.To.Member.Kind)
                    {
                        all[attach.Entry] = moved with { Of = attach.To, IsMoved = true };
                    }

                    break;
                case DecisionWords.Coding or DecisionWords.Adjudication
                    when DecisionPayload.TryRead(entry.What == DecisionWords.Coding ? DecisionAct.Coding : DecisionAct.Adjudication, payload, out var decision):
                    all[entry.Name] = new JournaledDecision { Entry = entry.Name, At = entry.At, Decision = decision, Of = decision.Of, Seen = known };
                    order.Add(entry.Name);
                    break;
                default:
                    problems.Add(ReviewProblems.UnknownForm(entry.Name));
                    break;
            }
        }

        return new DecisionLog(all, [.. order.Where(n => !undone.Contains(n)).Select(n => all[n])])
        {
            Judgements = [.. judgements.Where(j => !undone.Contains(j.Entry))],
            Carries = [.. carries.Where(c => !undone.Contains(c.Entry))],
            Problems = problems,
        };
    }

    /// <summary>
    /// Of decisions on one variable of one unit, those that stand: each coder's last coding, and the last adjudication.
    /// Where two were made without knowing of each other and say different things, both stand.
    /// </summary>
    public static IReadOnlyList<JournaledDecision> Standing(IReadOnlyList<JournaledDecision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        var standing = new List<JournaledDecision>();
        foreach (var group in decisions.GroupBy(d => d.Decision.Act == DecisionAct.Adjudication ? "" : "c:" + d.Decision.Coder, StringComparer.Ordinal))
        {
            var last = group.Where(d => !group.Any(o => o.IsAfter(d))).ToList();
            standing.AddRange(last.GroupBy(d => Saying(d.Decision), StringComparer.Ordinal).Select(same => same.MinBy(d => (d.Entry.Device, d.Entry.Seq))!));
        }

        return [.. standing.OrderBy(d => d.Entry.Device, StringComparer.Ordinal).ThenBy(d => d.Entry.Seq)];
    }

    private static string Saying(Decision decision) => string.Join(
        '\u001f', [decision.Status.Word(), decision.DefinitionHash, .. decision.Values.Order(StringComparer.Ordinal), "\u001e", .. decision.Candidates.Order(StringComparer.Ordinal)]);
}
