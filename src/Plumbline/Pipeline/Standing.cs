using Plumbline.Evidence;

namespace Plumbline.Pipeline;

using Coding = Evidence.Coding;

/// <summary>
/// What stands of one variable of one unit.
/// </summary>
/// <param name="Status">What is known.</param>
/// <param name="Values">The standing values: one, or several when the variable takes several; empty unless stated.</param>
/// <param name="IsSettled">True when people settled it, or it is a record's own column.</param>
/// <param name="Alternatives">
/// Each set of values that is possible, when that is not just the standing one: those in dispute, or those that an
/// unclear coding named. Empty when there is nothing to choose from.
/// </param>
internal sealed record StandingValue(
    Status Status, IReadOnlyList<CodedValue> Values, bool IsSettled, IReadOnlyList<IReadOnlyList<CodedValue>> Alternatives)
{
    /// <summary>Nobody coded it.</summary>
    public static StandingValue None { get; } = new(Status.NotCoded, [], false, []);
}

/// <summary>
/// What stands by the machine alone: the record's own column; else the rules'. Members that disagree make it disputed. What
/// people decide goes before it: <see cref="PeopleStanding"/>.
/// </summary>
internal static class Standing
{
    /// <summary>What stands, from the codings of one variable.</summary>
    /// <param name="machine">Rules' and columns' codings of all members.</param>
    public static StandingValue Of(IReadOnlyList<Coding> machine)
    {
        if (machine.Count == 0)
        {
            return StandingValue.None;
        }

        var columns = machine.Any(c => c.Coder.Kind == CoderKind.Column);
        var codings = columns ? [.. machine.Where(c => c.Coder.Kind == CoderKind.Column)] : machine;
        return codings.Count == 1 ? One(codings[0], columns) : Settle(Strongest(Sides(codings)), columns);
    }

    /// <summary>What stands of one variable of a unit, whose machine codings of it are a range of them all.</summary>
    public static StandingValue Of(CodedUnit unit, int from, int to) => from == to ? Of([])
        : to == from + 1 ? Of([unit.Codings[from]])
        : Of([.. unit.Codings.Skip(from).Take(to - from)]);

    private static StandingValue One(Coding coding, bool settled) => coding.Status == Status.Stated && coding.Value is { } value
        ? new StandingValue(Status.Stated, [value], settled, [])
        : new StandingValue(coding.Status, [], settled && coding.Status != Status.Unclear, Named([coding]));

    /// <summary>One side for each member: its codings of the variable.</summary>
    private static List<List<Coding>> Sides(IReadOnlyList<Coding> codings) =>
        [.. codings.GroupBy(c => c.Member.Value, StringComparer.Ordinal).Select(g => g.ToList())];

    /// <summary>
    /// Of machine codings of several members, those with words or a written cell in them; a copy that is silent or can't be
    /// read doesn't contradict one that says it. An empty cell is silence whatever the codebook says it means: a register
    /// fills up, and the row that says "answered" stands over the one in which that was still open.
    /// </summary>
    private static List<List<Coding>> Strongest(List<List<Coding>> sides)
    {
        var best = sides.Max(Strength);
        return [.. sides.Where(s => Strength(s) == best)];
    }

    private static int Strength(List<Coding> side)
    {
        var first = side[0];
        return first.Status switch
        {
            Status.Stated when !IsSilence(first.Evidence) => 4,
            Status.Stated => 2,
            Status.Unclear => 3,
            Status.NotStated or Status.NotApplicable => 1,
            _ => 0,
        };
    }

    private static bool IsSilence(Selector? evidence) => evidence is SilenceSelector || (evidence is RecordSelector cell && string.IsNullOrWhiteSpace(cell.Value));

    private static StandingValue Settle(List<List<Coding>> sides, bool settled)
    {
        if (sides.Exists(s => s.Exists(c => c.Status == Status.Unclear)))
        {
            return new StandingValue(Status.Unclear, [], false, Named(sides.SelectMany(s => s)));
        }

        var first = sides[0];
        return sides.TrueForAll(s => Same(s, first))
            ? new StandingValue(first[0].Status, Values(first), settled, [])
            : new StandingValue(Status.Disputed, [], false, Distinct(sides.Select(Values).Where(v => v.Count > 0)));
    }

    private static bool Same(List<Coding> a, List<Coding> b) =>
        a[0].Status == b[0].Status && Values(a).OrderBy(v => v.Text, StringComparer.Ordinal).SequenceEqual(Values(b).OrderBy(v => v.Text, StringComparer.Ordinal));

    private static List<CodedValue> Values(List<Coding> side) =>
        [.. side.Where(c => c.Status == Status.Stated && c.Value is not null).Select(c => c.Value!.Value).Distinct()];

    /// <summary>What unclear codings leave possible: each candidate, and what the others state.</summary>
    private static List<IReadOnlyList<CodedValue>> Named(IEnumerable<Coding> codings) =>
        Distinct(codings.SelectMany(c => c.Value is { } value ? [value] : c.Candidates).Select(v => new List<CodedValue> { v }));

    private static List<IReadOnlyList<CodedValue>> Distinct(IEnumerable<List<CodedValue>> sets) =>
        [.. sets.GroupBy(s => string.Join('\u001f', s.Select(v => v.Text).Order(StringComparer.Ordinal)), StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => g.First())];
}
