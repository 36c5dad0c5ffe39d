using Plumbline.Cases;
using Plumbline.Claims.Figures;

namespace Plumbline.Claims.Checks;

/// <summary>
/// A change told by both its ends and by a percentage or a multiple: "from 20 to 27, up 12.5%", "вырос вдвое, с 20 до 27", and the
/// verb against its ends: "rose from 27 to 20". Ends are read as they were rounded; of percentages also points are allowed.
/// </summary>
internal sealed class ChangeOfCounts : IDoubtRule
{
    private static readonly string[] Rises = ["rose", "rise", "rising", "risen", "grew", "grow", "growth", "increas", "climb", "jump", "doubl", "tripl", "surg", "soar", "вырос", "выраст", "рост", "увелич", "возрос", "подня", "удвои", "утрои", "подорожа"];
    private static readonly string[] Falls = ["fell", "fall", "declin", "drop", "decreas", "shrank", "shrunk", "halv", "plung", "снизи", "сниж", "упал", "паден", "сократ", "сокращ", "уменьш", "подешеве"];

    public IEnumerable<Doubt> Find(IReadOnlyList<ProsePassage> passages, HedgeRules hedges) => passages.Where(p => p.Figures.Count > 1).SelectMany(p => Find(p, hedges));

    private static IEnumerable<Doubt> Find(ProsePassage passage, HedgeRules hedges)
    {
        for (var i = 0; i + 1 < passage.Figures.Count; i++)
        {
            var (from, to) = (passage.Figures[i], passage.Figures[i + 1]);
            if (!AreEnds(passage, from, to))
            {
                continue;
            }

            var (first, end) = passage.Sentence(from.Figure.Span.Start);
            var before = passage.Between(passage.Tokens[first].Start, from.Figure.Span.Start).Reverse().TakeWhile(t => t.Text is not (")" or ";")).Take(7).Select(t => t.Text).ToList();
            var rises = before.Exists(w => Starts(w, Rises));
            var falls = before.Exists(w => Starts(w, Falls));
            if (rises != falls && !IsClipped(passage, to) && from.Value != to.Value && rises == from.Value > to.Value && !before.Exists(w => w is "not" or "не" or "by" or "на" or "within" or "range" or "ranged" or "ranging" or "interval" or "between" or "пределах" or "диапазоне"))
            {
                yield return new Doubt("change", from.Place, to.Place, $"from {Shown(from)} to {Shown(to)} is a {(rises ? "fall" : "rise")}, and the words say a {(rises ? "rise" : "fall")}.");
                continue;
            }

            var bound = passage.Tokens[end - 1].End;
            var said = passage.Figures.Where(f => f.Figure.Span.Start >= passage.Tokens[first].Start && f.Figure.Span.End <= bound && f != from && f != to && f.Figure.Kind is FigureKind.Percent or FigureKind.Multiple or FigureKind.Count or FigureKind.Money).ToList();
            if (said is [{ Figure: { Kind: FigureKind.Percent or FigureKind.Multiple, Low: > 0, Relation: Relation.Exactly or Relation.About } } only] && IsNear(passage, only, from, to) && from.Value > 0
                && !Follows(from, to, only, hedges))
            {
                var change = (to.Value - from.Value) / from.Value;
                var what = only.Figure.Kind == FigureKind.Multiple
                    ? $"{Verdicts.Shown(Math.Round(to.Value / from.Value, 2))} times as much"
                    : $"{(change > 0 ? "+" : "−")}{Verdicts.Shown(Math.Round(Math.Abs(change) * 100, 1))}%";
                yield return new Doubt("change", only.Place, passage.PlaceOf(new(from.Figure.Span.Start, to.Figure.Span.End), $"from {from.Figure.Text} to {to.Figure.Text}"), $"from {Shown(from)} to {Shown(to)} is {what}.");
            }
        }
    }

    private static bool AreEnds(ProsePassage passage, ProseFigure from, ProseFigure to)
    {
        if (!from.IsExact && !from.Figure.IsRounded || !to.IsExact && !to.Figure.IsRounded || from.Figure.Low is null || to.Figure.Low is null || from.Figure.Kind >= FigureKind.Vague || to.Figure.Kind >= FigureKind.Vague
            || from.Figure.Kind is FigureKind.Multiple or FigureKind.Share || (from.Figure.Kind != to.Figure.Kind && from.Figure.Unit is not null) || (from.Figure.Unit is not null && from.Noun != to.Noun && to.Figure.Unit is not null)
            || (from.Figure.Kind == FigureKind.Count && to.Figure.Kind != FigureKind.Count))
        {
            return false;
        }

        var at = passage.TokenAt(from.Figure.Span.Start);
        var back = at - 1;
        while (back >= 0 && at - back <= 2 && passage.Tokens[back].Text is "$" or "€" or "£")
        {
            back--;
        }

        var between = passage.Words(from.Figure.Span.End, to.Figure.Number.Start);
        return back >= 0 && ((passage.Tokens[back].Text is "from" && between is "to" or "to $" or "in 2011 to") || (passage.Tokens[back].Text is "с" or "со" or "от" && between is "до"));
    }

    /// <summary>Next to the ends: only words and years between, and few.</summary>
    private static bool IsNear(ProsePassage passage, ProseFigure said, ProseFigure from, ProseFigure to)
    {
        var (start, end) = said.Figure.Span.Start > to.Figure.Span.Start ? (to.Figure.Span.End, said.Figure.Span.Start) : (said.Figure.Span.End, from.Figure.Span.Start);
        return start <= end && passage.Between(start, end).Count() <= 8 && (said.Figure.Kind == FigureKind.Multiple || IsChange(passage, said)) && !passage.Between(start, end).Any(t => t.Text is "and" or "while" or "и" or "а" or ";" or "but" or "но");
    }

    /// <summary>A percentage that tells a change: "by 35%", "a 35% rise", "+35%", "(35%)", "на 35%"; not "from 20% of".</summary>
    private static bool IsChange(ProsePassage passage, ProseFigure said)
    {
        var at = passage.TokenAt(said.Figure.Span.Start);
        var before = at > 0 ? passage.Tokens[at - 1].Text : "";
        var next = passage.TokenAt(said.Figure.Span.End);
        var behind = next < passage.Tokens.Count ? passage.Tokens[next].Text : "";
        return behind is not ("of" or "от" or "из" or "points" or "percentage") && (before is "by" or "на" or "+" or "(" or "–" or "-" or "up" or "down" or "or" or "или" || Starts(before, Rises) || Starts(before, Falls) || Starts(behind, Rises) || Starts(behind, Falls));
    }

    private static bool Follows(ProseFigure from, ProseFigure to, ProseFigure said, HedgeRules hedges)
    {
        var (low, high) = (Half(from), Half(to));
        var ends = new[] { -1m, 1m }.SelectMany(a => new[] { -1m, 1m }.Select(b => (From: from.Value + a * low, To: to.Value + b * high))).Where(e => e.From > 0).ToList();
        if (said.Figure.Kind == FigureKind.Multiple)
        {
            var factors = ends.Select(e => Math.Max(e.To, e.From) / Math.Min(e.To, e.From)).Where(f => f > 0).ToList();
            var value = said.Value is > 0 and < 1 ? 1 / said.Value : said.Value;
            var room = value * hedges.About;
            return factors.Min() <= value + room && factors.Max() >= value - room;
        }

        var changes = ends.Select(e => Math.Abs(e.To - e.From) / e.From * 100).ToList();
        var reach = FigureReach.Of(said.Figure, hedges, rounds: true);
        var points = Math.Abs(to.Value - from.Value);
        return (changes.Min() <= (reach.High ?? decimal.MaxValue) + said.Figure.Step / 2 && changes.Max() >= (reach.Low ?? 0)) || (from.Figure.Kind == FigureKind.Percent && reach.Allows(points));
    }

    /// <summary>"from 3 to 10 h": a unit that is not read stands there.</summary>
    private static bool IsClipped(ProsePassage passage, ProseFigure to) =>
        to.Noun is null && passage.TokenAt(to.Figure.Span.End) is var at && at < passage.Tokens.Count && passage.Tokens[at] is { Kind: TokenKind.Word } next && next.Text is "h" or "hr" or "d" or "wk" or "mo" or "yr" or "ч" or "г";

    private static decimal Half(ProseFigure figure) =>
        figure.Figure.IsRounded || figure.Figure.Kind is FigureKind.Percent or FigureKind.Average or FigureKind.Measure || figure.Value % 1 != 0 ? figure.Figure.Step / 2 : 0;

    private static string Shown(ProseFigure figure) => Verdicts.Shown(figure.Value) + StatementReader.Sign(figure.Figure);

    private static bool Starts(string word, string[] stems) => Array.Exists(stems, s => word.StartsWith(s, StringComparison.Ordinal));
}
