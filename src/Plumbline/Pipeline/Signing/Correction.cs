using Plumbline.Claims;
using Plumbline.Evidence;

namespace Plumbline.Pipeline.Signing;

/// <summary>A sentence of a signed draft in which a figure moved.</summary>
/// <param name="Draft">Name of the draft.</param>
/// <param name="Line">1-based line of its first figure that moved.</param>
/// <param name="Sentence">The sentence as it was signed. Text of a draft: may be hostile.</param>
/// <param name="Language"><c>en</c> or <c>ru</c>.</param>
/// <param name="Figures">Its figures that moved, in order.</param>
/// <param name="Text">What could be printed, to be edited; null when all of its figures still hold.</param>
public sealed record Correction(string Draft, int Line, string Sentence, string Language, IReadOnlyList<MovedFigure> Figures, string? Text);

/// <summary>What a signature's drafts need now.</summary>
/// <param name="Since">What moved.</param>
/// <param name="Sentences">The sentences, in order.</param>
public sealed record CorrectionsReport(SinceReport Since, IReadOnlyList<Correction> Sentences)
{
    /// <summary>Those that need a correction.</summary>
    public IEnumerable<Correction> Needed => Sentences.Where(s => s.Text is not null);

    /// <summary>Of a comparison with the drafts as they were signed.</summary>
    public static CorrectionsReport Of(SinceReport since)
    {
        ArgumentNullException.ThrowIfNull(since);
        var sentences = since.Moved.Where(m => m.Now is not null && m.Move.Before is not null)
            .GroupBy(m => (m.Now!.Draft, m.Now.Sentence))
            .Select(g =>
            {
                var language = CorrectionText.LanguageOf(g.Key.Sentence);
                List<MovedFigure> figures = [.. g];
                var wrong = figures.Where(f => f.Now!.Verdict != Verdict.Holds).ToList();
                return new Correction(g.Key.Draft, figures[0].Now!.Line, g.Key.Sentence, language, figures, wrong.Count == 0 ? null : string.Join(' ', wrong.Select(f => CorrectionText.Of(f, language))));
            });
        return new CorrectionsReport(since, [.. sentences]);
    }
}
