using Plumbline.Claims;
using Plumbline.Claims.Checks;
using Plumbline.Claims.Drafts;
using Plumbline.Evidence;

namespace Plumbline.App.Cases;

/// <summary>A run of a paragraph of a draft.</summary>
/// <param name="Text">The words.</param>
/// <param name="Figure">Number of the figure that it is, in <see cref="DraftView.Figures"/>; null for the words between.</param>
internal sealed record DraftRun(string Text, int? Figure);

/// <summary>A paragraph of a draft.</summary>
/// <param name="Runs">Its words, figures apart.</param>
/// <param name="IsHeading">True for a heading.</param>
internal sealed record DraftParagraph(IReadOnlyList<DraftRun> Runs, bool IsHeading);

/// <summary>A figure of a draft.</summary>
/// <param name="Verdict">Its verdict.</param>
/// <param name="Text">Its words.</param>
/// <param name="Claim">What stands behind it; null when nothing does.</param>
/// <param name="Span">Its place in the draft's file.</param>
/// <param name="IsDoubted">True when something inside of the draft says to look at it again.</param>
internal sealed record DraftFigure(Verdict Verdict, string Text, CheckedClaim? Claim, TextSpan Span, bool IsDoubted);

/// <summary>A draft to read, with its figures coloured: the prose as it was read, never the markup of the file.</summary>
/// <param name="Name">Name of the draft.</param>
/// <param name="Paragraphs">Its prose.</param>
/// <param name="Figures">Its figures, in the order of the text.</param>
internal sealed record DraftView(string Name, IReadOnlyList<DraftParagraph> Paragraphs, IReadOnlyList<DraftFigure> Figures)
{
    /// <summary>Of a draft and a check that it was in.</summary>
    public static DraftView Of(Draft draft, CheckReport report)
    {
        var doubts = report.Checks.SelectMany(d => new[] { d.Here, d.There }).OfType<DoubtPlace>().Where(p => p.Draft == draft.File.Name).Select(p => p.Span).ToList();
        bool IsDoubted(TextSpan span) => doubts.Exists(d => d.Overlaps(span));
        var marks = report.Claims.Where(c => c.Draft == draft.File.Name).Select(c => (c.Span, Figure: new DraftFigure(c.Verdict, c.Text, c, c.Span, IsDoubted(c.Span))))
            .Concat(report.Unbacked.Where(u => u.Draft == draft.File.Name).Select(u => (u.Span, Figure: new DraftFigure(Verdict.NotBacked, "", null, u.Span, IsDoubted(u.Span)))))
            .OrderBy(m => m.Span).ToList();
        var figures = new List<DraftFigure>();
        var paragraphs = new List<DraftParagraph>();
        foreach (var passage in draft.Passages.Where(p => p.Text.Trim().Length > 0))
        {
            var (runs, at) = (new List<DraftRun>(), 0);
            foreach (var (span, figure) in Within(passage, marks))
            {
                if (span.Start >= at)
                {
                    runs.Add(new DraftRun(passage.Text[at..span.Start], null));
                    runs.Add(new DraftRun(span.In(passage.Text), figures.Count));
                    figures.Add(figure with { Text = span.In(passage.Text) });
                    at = span.End;
                }
            }

            runs.Add(new DraftRun(passage.Text[at..], null));
            paragraphs.Add(new DraftParagraph([.. runs.Where(r => r.Text.Length > 0)], IsHeading(draft, passage)));
        }

        return new DraftView(draft.File.Name, paragraphs, figures);
    }

    /// <summary>The marks in a passage, with their ranges in its prose.</summary>
    private static IEnumerable<(TextSpan Span, DraftFigure Figure)> Within(DraftPassage passage, List<(TextSpan Span, DraftFigure Figure)> marks)
    {
        var all = passage.InFile(new TextSpan(0, passage.Text.Length));
        foreach (var (span, figure) in marks.Where(m => m.Span.Length > 0 && all.Start <= m.Span.Start && m.Span.End <= all.End))
        {
            var from = Enumerable.Range(0, passage.Text.Length).FirstOrDefault(i => passage.InFile(new TextSpan(i, i + 1)).Start >= span.Start, -1);
            var to = from < 0 ? -1 : from;
            while (to >= 0 && to < passage.Text.Length && passage.InFile(new TextSpan(to, to + 1)).End <= span.End)
            {
                to++;
            }

            if (from >= 0 && to > from)
            {
                yield return (new TextSpan(from, to), figure);
            }
        }
    }

    private static bool IsHeading(Draft draft, DraftPassage passage)
    {
        if (draft.File.Form != DraftForm.Markdown)
        {
            return false;
        }

        var at = passage.InFile(new TextSpan(0, 0)).Start;
        var line = at == 0 ? 0 : draft.File.Text.LastIndexOf('\n', at - 1) + 1;
        return line < draft.File.Text.Length && draft.File.Text[line] == '#';
    }
}
