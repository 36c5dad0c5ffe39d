using System.Globalization;
using System.Text.RegularExpressions;
using Plumbline.Claims;
using Plumbline.Claims.Figures;
using Plumbline.Evidence;
using Plumbline.Invented;

namespace Plumbline.Cli.Demo;

/// <summary>Chooses figures of a right draft and makes each wrong in one way; the same seed chooses the same.</summary>
/// <param name="text">The draft, Markdown.</param>
/// <param name="figures">Its linked figures, checked: only those that hold are taken.</param>
internal sealed partial class Planting(string text, IReadOnlyList<CheckedClaim> figures)
{
    // Those that hold another one come first: "no more than" is no "more than".
    private static readonly (string Said, string Turned, Relation Now)[] Hedges =
    [
        ("no more than", "more than", Relation.MoreThan), ("at least", "fewer than", Relation.LessThan), ("more than", "fewer than", Relation.LessThan), ("fewer than", "more than", Relation.MoreThan),
        ("up to", "more than", Relation.MoreThan), ("не менее", "менее", Relation.LessThan), ("не более", "более", Relation.MoreThan), ("более", "менее", Relation.LessThan), ("менее", "более", Relation.MoreThan),
    ];

    private static readonly (string Said, string Now)[] Scales =
        [("million", "billion"), ("thousand", "million"), ("млн", "млрд"), ("тыс.", "млн"), ("миллиона", "миллиарда"), ("миллионов", "миллиардов"), ("тысяч", "миллионов")];

    private static readonly string[] Words = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>As many errors as were asked for, or as many as the draft has figures for, in the order of the text.</summary>
    public IReadOnlyList<PlantedError> Choose(int count, long seed)
    {
        var dice = new InventedDice(seed ^ 0x504C414E, figures.Count);
        var free = figures.Where(f => f is { Verdict: Verdict.Holds, Figure: not null }).ToList();
        var kinds = Enum.GetValues<PlantKind>();
        var planted = new List<PlantedError>();
        for (var (kind, failed) = (dice.Next(kinds.Length), 0); planted.Count < count && failed < kinds.Length; kind++)
        {
            // Each way in turn, on the first figure, from one drawn on, that it can make wrong.
            var (from, pick) = (dice.Next(Math.Max(1, free.Count)), dice.Next(1000));
            var error = Enumerable.Range(from, free.Count).Select(i => Try(kinds[kind % kinds.Length], free[i % free.Count], pick))
                .FirstOrDefault(e => e is not null && !planted.Any(p => p.Place.Overlaps(e.Place)));
            failed = error is null ? failed + 1 : 0;
            if (error is not null)
            {
                planted.Add(error);
                free.Remove(error.Of);
            }
        }

        return [.. planted.OrderBy(p => p.Place.Start)];
    }

    /// <summary>The draft with the errors in it.</summary>
    public static string Plant(string text, IReadOnlyList<PlantedError> errors) =>
        errors.Reverse().Aggregate(text, (changed, error) => string.Concat(changed.AsSpan(0, error.Place.Start), error.Text, changed.AsSpan(error.Place.End)));

    private PlantedError? Try(PlantKind kind, CheckedClaim figure, int pick) => kind switch
    {
        PlantKind.OffByOne => OffByOne(figure, pick % 2 == 0 ? 1 : -1) ?? OffByOne(figure, pick % 2 == 0 ? -1 : 1),
        PlantKind.SwappedDigits => Number(figure) is { } number ? Swaps(number.Value).Select(s => Changed(kind, figure, number, s)).FirstOrDefault(e => e is not null) : null,
        PlantKind.TurnedHedge => TurnedHedge(figure),
        PlantKind.OtherBase => OtherBase(figure, pick),
        PlantKind.Thousandfold => Thousandfold(figure),
        PlantKind.LostLink => LostLink(figure),
        _ => OtherClaim(figure, pick),
    };

    private PlantedError? OffByOne(CheckedClaim figure, int by)
    {
        if (figure.Figure is not { Relation: Relation.Exactly, Kind: FigureKind.Count, IsRounded: false, Value: { } value })
        {
            return null;
        }

        if (Number(figure) is { } number)
        {
            return number.Value.Contains('.', StringComparison.Ordinal) ? null : Changed(PlantKind.OffByOne, figure, number, Written(value + by, number.Value));
        }

        var at = value + by is >= 1 and <= 12 && value is >= 1 and <= 12 ? Text(figure.Span).IndexOf(Words[(int)value], StringComparison.OrdinalIgnoreCase) : -1;
        return at < 0 || !PlantRule.IsWrong(figure.Figure, Relation.Exactly, value + by, 1, figure.Low ?? 0, figure.High ?? 0) ? null
            : new PlantedError(PlantKind.OffByOne, figure, Of(figure.Span.Start + at, Words[(int)value].Length), AsBefore(Words[(int)value + by], Text(figure.Span)[at]));
    }

    private PlantedError? TurnedHedge(CheckedClaim figure)
    {
        var around = figure.FigureSpan is { } span ? new TextSpan(Math.Min(span.Start, figure.Span.Start), figure.Span.End) : figure.Span;
        foreach (var (said, turned, now) in Hedges)
        {
            var at = Text(around).IndexOf(said, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && figure.Figure!.Value is { } value)
            {
                return PlantRule.IsWrong(figure.Figure, now, value, figure.Figure.Step, figure.Low ?? 0, figure.High ?? 0)
                    ? new PlantedError(PlantKind.TurnedHedge, figure, Of(around.Start + at, said.Length), AsBefore(turned, Text(around)[at]))
                    : null;
            }
        }

        return null;
    }

    /// <summary>The same part of the units that another claim counts.</summary>
    private PlantedError? OtherBase(CheckedClaim figure, int pick)
    {
        if (figure is not { Figure: { Kind: FigureKind.Percent, Step: var step }, Confirmed: > 0 and var part } || Number(figure) is not { } number)
        {
            return null;
        }

        var wholes = figures.Where(f => f is { Figure.Kind: FigureKind.Count, Low: { } low } && low == f.High && low > part).Select(f => f.Low!.Value).Distinct().ToList();
        return wholes.Count == 0 ? null : Changed(PlantKind.OtherBase, figure, number, Written(Math.Round(100 * part / wholes[pick % wholes.Count] / step, MidpointRounding.AwayFromZero) * step, number.Value));
    }

    private PlantedError? Thousandfold(CheckedClaim figure)
    {
        var link = Text(figure.Span);
        if (figure.Figure is not { Kind: FigureKind.Count or FigureKind.Money or FigureKind.Measure, Value: { } value } stated
            || !PlantRule.IsWrong(stated, stated.Relation, value * 1000, stated.Step * 1000, figure.Low ?? 0, figure.High ?? 0))
        {
            return null;
        }

        foreach (var (said, now) in Scales)
        {
            if (link.IndexOf(said, StringComparison.Ordinal) is >= 0 and var at)
            {
                return new PlantedError(PlantKind.Thousandfold, figure, Of(figure.Span.Start + at, said.Length), now);
            }
        }

        return Number(figure) is { } number && !number.Value.Contains('.', StringComparison.Ordinal) ? Changed(PlantKind.Thousandfold, figure, number, Written(value * 1000, number.Value)) : null;
    }

    /// <summary>Words that are a figure only inside of a link are left: without it they are none.</summary>
    private PlantedError? LostLink(CheckedClaim figure)
    {
        var end = text.IndexOf(')', figure.Span.End);
        return figure.Figure is not { NeedsBacking: true, IsAll: false, IsNone: false } || end < 0 ? null
            : new PlantedError(PlantKind.LostLink, figure, new TextSpan(figure.Span.Start - 1, end + 1), Text(figure.Span));
    }

    private PlantedError? OtherClaim(CheckedClaim figure, int pick)
    {
        var others = figures.Where(f => f.Figure is { } other && figure.Figure is { Kind: FigureKind.Count or FigureKind.Percent or FigureKind.Money } own
            && f.Id != figure.Id && other.Kind == own.Kind && (own.Kind == FigureKind.Count || other.Unit == own.Unit) && other.Relation != Relation.Between && PlantRule.IsWrongFor(figure, f)).ToList();
        var at = text.IndexOf("claim:" + figure.Id, figure.Span.End, StringComparison.Ordinal);
        return others.Count == 0 || at < 0 ? null : new PlantedError(PlantKind.OtherClaim, figure, Of(at, 6 + figure.Id.Length), "claim:" + others[pick % others.Count].Id);
    }

    private static PlantedError? Changed(PlantKind kind, CheckedClaim figure, (TextSpan Place, string Value) number, string now)
    {
        var says = decimal.Parse(now.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        var stated = figure.Figure!;
        if (now != number.Value && stated.Value is { } value && value != 0)
        {
            // In millions the digits are not the value: what changes them changes it in proportion.
            var written = decimal.Parse(number.Value.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
            if (written != 0 && PlantRule.IsWrong(stated, stated.Relation, says * (value / written), stated.Step, figure.Low ?? 0, figure.High ?? 0))
            {
                return new PlantedError(kind, figure, number.Place, now);
            }
        }

        return null;
    }

    private static IEnumerable<string> Swaps(string number) => Enumerable.Range(0, Math.Max(0, number.Length - 1))
        .Where(i => char.IsAsciiDigit(number[i]) && char.IsAsciiDigit(number[i + 1]) && number[i] != number[i + 1] && (i > 0 || number[1] != '0'))
        .Select(i => $"{number[..i]}{number[i + 1]}{number[i]}{number[(i + 2)..]}");

    /// <summary>The only number in digits inside of a link.</summary>
    private (TextSpan Place, string Value)? Number(CheckedClaim figure)
    {
        var found = Digits().Matches(Text(figure.Span));
        return found.Count == 1 && figure.Figure!.Relation != Relation.Between ? (Of(figure.Span.Start + found[0].Index, found[0].Length), found[0].Value) : null;
    }

    /// <summary>A number with the separators of the one that it stands for.</summary>
    private static string Written(decimal number, string like) =>
        like.Contains(',', StringComparison.Ordinal) ? number.ToString("#,0", CultureInfo.InvariantCulture)
        : like.Contains(' ', StringComparison.Ordinal) ? number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' ')
        : number.ToString("0.####", CultureInfo.InvariantCulture);

    private static string AsBefore(string word, char first) => char.IsUpper(first) ? char.ToUpperInvariant(word[0]) + word[1..] : word;

    private static TextSpan Of(int start, int length) => new(start, start + length);

    private string Text(TextSpan span) => text[span.Start..span.End];

    [GeneratedRegex(@"\d+(?:[ ,]\d{3})*(?:\.\d+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
