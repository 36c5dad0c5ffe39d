using Plumbline.Evidence;
using Plumbline.Pipeline;
using Plumbline.Pipeline.Decisions;
using Plumbline.Review;

namespace Plumbline.App.Cases;

/// <summary>A variable of a unit that several people coded, and that is not settled.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="File">Its file. Hostile text.</param>
/// <param name="Variable">The variable.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Coders">Who coded it.</param>
internal sealed record Disagreement(string Unit, string File, string Variable, string Label, IReadOnlyList<string> Coders);

/// <summary>What one person, or the machine, says of a variable.</summary>
/// <param name="Coder">The person; null: the machine.</param>
/// <param name="Status">Word of the status.</param>
/// <param name="Values">Values, canonical.</param>
/// <param name="Codings">What it rests on; at least one.</param>
internal sealed record Side(string? Coder, string Status, IReadOnlyList<string> Values, IReadOnlyList<ShownCoding> Codings);

/// <summary>Where people disagree, and what stands then. Thread safe.</summary>
internal sealed class AdjudicationDesk(OpenCase open)
{
    /// <summary>Variables that two people or more coded and that are not settled, in the order of units.</summary>
    /// <param name="most">At most so many.</param>
    public IReadOnlyList<Disagreement> List(int most)
    {
        if (open.Built is not { } built || !open.May(Act.Adjudicate))
        {
            return [];
        }

        var live = open.Decisions.Log.Live.Where(d => d.Decision.Act == DecisionAct.Coding).ToList();
        var found = new List<Disagreement>();
        foreach (var kind in live.GroupBy(d => d.Of.Member.Kind, StringComparer.Ordinal).Where(g => built.Codebooks.Any(c => c.Kind.Table == g.Key)))
        {
            var units = built.UnitsOf(kind.Key, kind.Select(d => d.Of.Member.Id));
            var several = kind.Where(d => units.ContainsKey(d.Of.Member.Id)).GroupBy(d => units[d.Of.Member.Id])
                .Where(u => u.GroupBy(d => d.Decision.Variable, StringComparer.Ordinal).Any(v => v.DistinctBy(d => d.Decision.Coder).Count() > 1));
            foreach (var unit in several.OrderBy(u => u.Key))
            {
                var now = open.Units.Now(unit.Key.Value);
                found.AddRange(now.Variables.Where(v => !v.IsSettled).Select(v => (Variable: v, Coders: Coders(v))).Where(v => v.Coders.Count > 1)
                    .Select(v => new Disagreement(now.Id, now.File, v.Variable.Name, v.Variable.Label, v.Coders)));
                if (found.Count >= most)
                {
                    return [.. found.Take(most)];
                }
            }
        }

        return found;
    }

    /// <summary>What each says of a variable: people first, then the machine, where it says anything.</summary>
    public static IReadOnlyList<Side> Sides(ShownVariable variable) =>
    [
        .. variable.Codings.Where(c => c is { CoderKind: "person", Act: DecisionWords.Coding }).GroupBy(c => c.Entry, StringComparer.Ordinal).Select(g => Of(g.First().Coder, [.. g])),
        .. variable.Codings.Any(c => c.CoderKind != "person") ? [Of(null, [.. variable.Codings.Where(c => c.CoderKind != "person")])] : Array.Empty<Side>(),
    ];

    /// <summary>One side stands, with its words: in the journal, on disk, when this comes back.</summary>
    /// <exception cref="UsageException">The person may not; or it rests on the reading of what was not shown to them.</exception>
    public DecisionReceipt Accept(string unit, string variable, Side side, bool readWhole, string? note)
    {
        var words = side.Codings.Where(c => c.Quote is not null || c.Cell is not null).ToList();
        var each = side.Values.Select(v => words.Find(w => w.Value == v)).ToList();
        var isEach = side.Values.Count > 1 && each.TrueForAll(w => w is not null);
        return open.Units.Say(new Saying
        {
            Unit = unit,
            Variable = variable,
            Adjudicates = true,
            Status = StatusNames.TryParse(side.Status, out var status) ? status : Status.Unclear,
            Values = side.Status == Status.Unclear.Word() ? side.Codings[0].Candidates : side.Values,
            Quotes = isEach ? [.. each.Select(Words)] : words.Count > 0 ? [Words(words[0])] : [],
            At = words.Count > 0 ? words[0].Start : null,
            ReadWhole = readWhole,
            Note = note,
        });
    }

    private static string Words(ShownCoding? coding) => coding?.Quote ?? coding?.Cell ?? "";

    private static List<string> Coders(ShownVariable variable) =>
        [.. variable.Codings.Where(c => c is { CoderKind: "person", Act: DecisionWords.Coding }).Select(c => c.Coder).Distinct(StringComparer.Ordinal)];

    private static Side Of(string? coder, IReadOnlyList<ShownCoding> codings)
    {
        var values = codings.Select(c => c.Value).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return new Side(coder, values.Count > 0 ? Status.Stated.Word() : codings[0].Status, values, codings);
    }
}
