using Plumbline.Cases;
using Plumbline.Claims.Checks;
using Plumbline.Claims.Drafts;
using Plumbline.Claims.Figures;
using Plumbline.Evidence;

namespace Plumbline.Claims;

/// <summary>Checks the passages of one draft.</summary>
internal sealed class DraftCheck(DraftProse prose, ClaimsFile claims, MeasuredClaims measured, CheckOptions options, List<Problem> problems)
{
    private readonly Draft draft = prose.Draft;

    public void Passage(DraftPassage passage, List<CheckedClaim> found, List<UnbackedFigure> unbacked)
    {
        var own = prose.Links[passage].ToList();
        var figures = prose.Of(passage);
        found.AddRange(own.Select(link => Link(link, [.. figures.Where(f => f.Number.Overlaps(link.Span))])));
        foreach (var figure in figures.Where(f => f.NeedsBacking && !own.Any(l => l.Span.Overlaps(f.Number))))
        {
            var span = passage.InFile(figure.Span);
            var (line, column) = draft.PlaceOf(span.Start);
            unbacked.Add(new UnbackedFigure(draft.File.Name, figure, span, line, column));
        }
    }

    private CheckedClaim Link(DraftLink link, IReadOnlyList<Figure> figures)
    {
        var span = link.InFile;
        var (line, column) = draft.PlaceOf(span.Start);
        var wrong = new CheckedClaim
        {
            Draft = draft.File.Name, Id = link.Id, Text = link.Text, Span = span, Line = line, Column = column, Sentence = link.Sentence, Verdict = Verdict.Error, Reason = "",
        };
        CheckedClaim Wrong(Problem problem)
        {
            problems.Add(problem);
            return wrong with { Reason = problem.Sentence };
        }

        if (!claims.Claims.TryGetValue(link.Id, out var claim))
        {
            return Wrong(claims.Faulty.Contains(link.Id)
                ? ClaimsProblems.FaultyClaim(draft, span.Start, link.Id)
                : ClaimsProblems.UnknownClaim(draft, span.Start, link.Id, Guess.Nearest(link.Id, claims.Claims.Keys)));
        }

        var backed = figures.Where(f => f.NeedsBacking).ToList();
        var isDay = claim.Query?.Measure is Measure.First or Measure.Last;
        var candidates = isDay && figures.Any(f => f.Date is not null || f.DayOfYear is not null) ? [.. figures.Where(f => f.Date is not null || f.DayOfYear is not null)]
            : backed.Count > 0 ? backed : figures;
        if (candidates.Count > 1)
        {
            return Wrong(ClaimsProblems.TwoFigures(draft, span.Start, link.Id));
        }

        var figure = candidates.Count == 1 ? Within(candidates[0], link.Span) : null;
        if (figure is null && claim.Query?.Measure != Measure.Exists)
        {
            return Wrong(ClaimsProblems.NoFigure(draft, span.Start, link.Id));
        }

        var value = measured[claim];
        var result = wrong with
        {
            Figure = figure,
            FigureSpan = figure is null ? null : link.Passage.InFile(figure.Span),
            Unread = value.Unread,
            AcceptsUnread = claim.AcceptsUnread,
            Confirmed = value.Confirmed,
            Rows = value.Rows,
            Kind = value.Kind,
            Reads = value.Reads,
            Currency = value.Currency,
            Document = value.Document,
            QuotedAt = value.QuotedAt,
            Found = claims.OpenFinding(claim.Id),
            Evidence = value.Fault is null ? measured.Evidence(claim) : [],
        };
        if (value.Fault is not null)
        {
            return result with { Reason = $"the claim can't be read: {value.Fault}." };
        }

        result = FigureVerdict.Decide(result, figure, claim, value, options);
        CheckNoun(link, figure, claim);
        if (result.Found is { } found && !problems.Any(p => p.Code == "CHK064" && p.Sentence == ClaimsProblems.FoundByValue(draft, span.Start, link.Id, found).Sentence))
        {
            problems.Add(ClaimsProblems.FoundByValue(draft, span.Start, link.Id, found));
        }

        if (claim.AcceptsUnread && value.Unread > 0 && result.Verdict == Verdict.Holds)
        {
            problems.Add(ClaimsProblems.UnreadAccepted(draft, span.Start, link.Id, value.Unread));
        }

        return result;
    }

    /// <summary>When a link holds one end of a range ("from [10 minutes](claim:a) to [18 hours](claim:b)"), that end is its figure.</summary>
    private static Figure Within(Figure figure, TextSpan link)
    {
        if (figure is not { LowNumber: { } low, HighNumber: { } high } || link.Overlaps(low) == link.Overlaps(high))
        {
            return figure;
        }

        var end = link.Overlaps(low) ? figure.Low : figure.High;
        return figure with { Relation = Relation.Exactly, Low = end, High = end, Number = link.Overlaps(low) ? low : high };
    }

    /// <summary>
    /// Words behind a figure up to the next one, six at most: in Russian a participle with all that belongs to it may stand
    /// before the noun ("20 согласованных с властями мероприятий"). Only to keep a warning back, never for a verdict.
    /// </summary>
    private static IEnumerable<string> Behind(string text, Figure figure) =>
        FigureTokens.Of(text).SkipWhile(t => t.Start < figure.Number.End).TakeWhile(t => t.Kind == TokenKind.Word || t.Text is "," or "*" or "-").Where(t => t.Kind == TokenKind.Word).Take(6).Select(t => t.Text);

    private void CheckNoun(DraftLink link, Figure? figure, Claim claim)
    {
        if (figure is not { Kind: FigureKind.Count or FigureKind.Vague or FigureKind.Average, Unit: not null, Words.Count: > 0 })
        {
            return;
        }

        var language = figure.Words[^1].Any(c => c is >= 'а' and <= 'я') ? "ru" : "en";
        if (claim.Counts.TryGetValue(language, out var names) && names.Count > 0 && !NounStems.AnyFits(figure.Words, names)
            && !(language == "ru" && NounStems.AnyFits(Behind(link.Passage.Text, figure), names)))
        {
            problems.Add(ClaimsProblems.NounDiffers(draft, link.InFile.Start, link.Id, string.Join(", ", names)));
        }
    }
}
