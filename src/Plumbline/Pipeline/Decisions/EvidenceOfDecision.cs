using Plumbline.Evidence;
using Plumbline.Review;

namespace Plumbline.Pipeline.Decisions;

/// <summary>
/// Finds what a decision rests on: the quoted words, else the machine's evidence where its value is the same, else the
/// reading of the whole unit, which silence needs.
/// </summary>
internal sealed class EvidenceOfDecision(DecidedUnit unit)
{
    private const int ShownNear = 3;
    private const int NearContext = 40;

    /// <summary>Places like the quote, when one was not found.</summary>
    public IReadOnlyList<NearQuote> Near { get; private set; } = [];

    /// <summary>The member that the evidence stands in, and the evidence.</summary>
    /// <exception cref="UsageException">There is none, or not enough for what is said.</exception>
    public (OpenMember Member, IReadOnlyList<DecisionEvidence> Evidence) Find(DecisionRequest request, IReadOnlyList<CodedValue> values)
    {
        if (request.Quotes.Count > 0)
        {
            return request.Quotes.Count == 1 || request.Quotes.Count == values.Count ? Quoted(request.Quotes, values, request.Near) : throw ReviewProblems.TooManyQuotes();
        }

        var name = unit.Variable.Name;
        var isSilence = request.Status == Status.NotStated || (request.Status == Status.Stated
            && values.All(v => v.Text == unit.Variable.Silence || (unit.Variable.Type == VariableType.YesNo && v.Text == "no")));
        IReadOnlyList<DecisionEvidence> whole = [new DecisionEvidence(null, WholeUnit: true)], none = [new DecisionEvidence(null, WholeUnit: false)];
        var isNoteEnough = request.AllowsNoWords && !string.IsNullOrWhiteSpace(request.Note);
        if (isSilence)
        {
            return request.ReadWhole ? (unit.Members[0], whole)
                : request is { Status: Status.Stated, NeedsOwnWords: false } && SameAsMachine(values) is { } words ? words
                : isNoteEnough ? (unit.Members[0], none)
                : throw ReviewProblems.ReadingNeeded(name);
        }

        if (request.Status == Status.Stated)
        {
            return (request.NeedsOwnWords ? null : SameAsMachine(values)) ?? (isNoteEnough ? (unit.Members[0], none) : throw ReviewProblems.QuoteNeeded(name));
        }

        return request.ReadWhole ? (unit.Members[0], whole)
            : request.Status == Status.Unclear || !string.IsNullOrWhiteSpace(request.Note) ? (unit.Members[0], none)
            : throw ReviewProblems.ReasonNeeded();
    }

    /// <summary>The machine's words for just these values, all in one member; null when it has others, or none.</summary>
    private (OpenMember Member, IReadOnlyList<DecisionEvidence> Evidence)? SameAsMachine(IReadOnlyList<CodedValue> values)
    {
        foreach (var member in unit.Members)
        {
            var codings = unit.Machine.Where(c => c.Member == member.Member.Id && c.Evidence is not SilenceSelector).ToList();
            var evidence = values.Select(v => (Value: v.Text, Coding: codings.Find(c => c.Status == Status.Stated && c.Value == v.Text))).ToList();
            if (evidence.TrueForAll(e => e.Coding is not null))
            {
                return (member, [.. evidence.Select(e => new DecisionEvidence(Plain(e.Coding!.Evidence), false, evidence.Count == 1 ? null : e.Value))]);
            }
        }

        return null;
    }

    private static Selector Plain(Selector selector) => selector is TextSelector text ? text with { Page = 0, Section = "" } : selector;

    private (OpenMember Member, IReadOnlyList<DecisionEvidence> Evidence) Quoted(IReadOnlyList<string> quotes, IReadOnlyList<CodedValue> values, int? chosen)
    {
        foreach (var member in unit.Members)
        {
            var found = quotes.Select(q => Find(member, q, chosen)).ToList();
            if (found.TrueForAll(f => f is not null))
            {
                return (member, [.. found.Select((f, i) => new DecisionEvidence(f, false, quotes.Count == 1 ? null : values[i].Text))]);
            }
        }

        Near =
        [
            .. unit.Members.Where(m => m.Row is null).SelectMany(m => quotes.Where(q => Find(m, q, null) is null).SelectMany(q => QuoteFinder.Near(m.Text, m.Range, q, ShownNear)
                .Select(s => new NearQuote(m.Text[Math.Max(0, s.Start - NearContext)..s.Start], s.In(m.Text), m.Text[s.End..Math.Min(m.Text.Length, s.End + NearContext)]))))
                .Take(ShownNear),
        ];
        throw ReviewProblems.QuoteNotThere(Near.Count);
    }

    private Selector? Find(OpenMember member, string quote, int? chosen)
    {
        if (member.Row is { } row)
        {
            var cell = row.Values.Index().Where(c => c.Item is not null && QuoteFinder.All(c.Item, new TextSpan(0, c.Item.Length), quote).Count > 0).Select(c => c.Index).DefaultIfEmpty(-1).First();
            return cell < 0 ? null : new RecordSelector(row.Number, row.Line, member.Columns[cell], row.Values[cell]);
        }

        // Of words that stand several times: those that were chosen, else those nearest to where the machine read the variable, which is what a person looked at.
        var all = QuoteFinder.All(member.Text, member.Range, quote);
        var near = chosen ?? unit.Machine.Where(c => c.Member == member.Member.Id).Select(c => c.Evidence).OfType<TextSelector>().Select(t => (int?)t.Span.Start).FirstOrDefault();
        return all.Count == 0 ? null : TextSelector.Of(member.Text, near is { } at ? all.MinBy(s => (Math.Abs(s.Start - at), s.Start)) : all[0]);
    }
}
