using Plumbline.Coding.Queries;
using Plumbline.Coding.Sections.Learned;
using Plumbline.Coding.Tokens;

namespace Plumbline.Coding.Sections;

/// <summary>
/// Finds the sections of a unit. Main sections come in the order of the codebook: each starts at its first (or last)
/// start behind the start of the one before, and ends where the next one found starts. Sections made of paragraphs take
/// theirs out of a main one: a paragraph with a hit of a section's cue belongs to it (the first in the codebook of
/// several), and those behind it follow until the next cue. A paragraph is a line of the text. Sections that a model marks
/// come last and may overlap others. Not thread safe.
/// </summary>
internal sealed class SectionFinder
{
    private readonly IReadOnlyList<SectionRule> rules;
    private readonly HeadingScan? headings;
    private readonly int[] headingRule = [];
    private readonly QueryProgram? program;
    private readonly QueryHits hits = new();
    private readonly List<(int[] Starts, int[] Ends, int[] Cues)> queriesOf = [];
    private readonly List<HeadingHit> found = [];
    private readonly List<(int Rule, int Start, int Body)> starts = [];
    private readonly List<(int Line, int Rule)> cues = [];
    private readonly List<(SectionMarker Marker, string[] Names)> markers;

    public SectionFinder(IReadOnlyList<SectionRule> rules, Vocabulary vocabulary)
    {
        this.rules = rules;
        var words = rules.SelectMany((r, i) => r.Headings.Select(h => (Word: h, Rule: i))).ToList();
        if (words.Count > 0)
        {
            headings = new HeadingScan([.. words.Select(w => w.Word)]);
            headingRule = [.. words.Select(w => w.Rule)];
        }

        var queries = new List<Query>();
        int[] Numbers(IReadOnlyList<Query> some) => [.. some.Select(q =>
        {
            queries.Add(q);
            return queries.Count - 1;
        })];
        foreach (var rule in rules)
        {
            queriesOf.Add((Numbers(rule.Starts), Numbers(rule.Ends), Numbers(rule.Paragraphs)));
        }

        program = queries.Count > 0 ? new QueryProgram(queries, vocabulary) : null;
        markers = [.. rules.Where(r => r.Learned is not null).GroupBy(r => r.Learned!).Select(g => (new SectionMarker(g.Key, vocabulary), g.Select(r => r.Name).ToArray()))];
    }

    /// <summary>Adds the sections found, in order of the codebook, then of the text.</summary>
    public void Find(TokenDocument document, TokenRange unit, string text, List<SectionRange> into)
    {
        if (rules.Count == 0 || unit.From >= unit.To)
        {
            return;
        }

        program?.Evaluate(document, unit, [], hits);
        found.Clear();
        if (headings is not null)
        {
            var span = document.SpanOf(unit.From, unit.To);
            headings.Find(text, span.Start, span.End, found);
        }

        FindStarts(document, unit);
        for (var i = 0; i < rules.Count; i++)
        {
            if (rules[i].IsMain)
            {
                AddMain(document, unit, text, i, into);
            }
        }

        if (markers.Count > 0)
        {
            var pieces = Pieces(document, unit, text);
            markers.ForEach(m => m.Marker.Find(document, pieces, m.Names, into));
        }
    }

    /// <summary>The pieces that a model marks, of the unit that was last looked at, by its main sections as they were cut.</summary>
    internal List<TextPiece> Pieces(TokenDocument document, TokenRange unit, string text)
    {
        var mains = new List<SectionRange>();
        for (var i = 0; i < rules.Count; i++)
        {
            if (rules[i].IsMain)
            {
                var s = starts.FindIndex(found => found.Rule == i);
                mains.Add(new SectionRange(rules[i].Name, s < 0 ? default : new TokenRange(starts[s].Body, EndOf(s, unit))));
            }
        }

        var pieces = new List<TextPiece>();
        TextPieces.Of(document, unit, text, mains, pieces);
        return pieces;
    }

    private int EndOf(int start, TokenRange unit) => start + 1 < starts.Count ? starts[start + 1].Start : unit.To;

    private void FindStarts(TokenDocument document, TokenRange unit)
    {
        starts.Clear();
        var behind = unit.From;
        for (var i = 0; i < rules.Count; i++)
        {
            var rule = rules[i];
            if (!rule.IsMain)
            {
                continue;
            }

            var (start, body) = rule.AtBeginning ? (unit.From, unit.From) : (-1, -1);
            void Take(int from, int to)
            {
                if (from >= behind && (start < 0 || (rule.TakesLast ? from > start : from < start)))
                {
                    (start, body) = (from, to);
                }
            }

            foreach (var query in queriesOf[i].Starts)
            {
                foreach (var hit in hits[query])
                {
                    Take(hit.From, hit.From);
                }
            }

            foreach (var hit in found)
            {
                if (headingRule[hit.Word] == i)
                {
                    Take(document.FirstTokenAtOrAfter(hit.Start), document.FirstTokenAtOrAfter(hit.End));
                }
            }

            if (start >= 0)
            {
                starts.Add((i, start, body));
                behind = rule.AtBeginning ? start : start + 1;
            }
        }
    }

    private void AddMain(TokenDocument document, TokenRange unit, string text, int rule, List<SectionRange> into)
    {
        for (var s = 0; s < starts.Count; s++)
        {
            if (starts[s].Rule != rule)
            {
                continue;
            }

            var to = EndOf(s, unit);
            foreach (var query in queriesOf[rule].Ends)
            {
                foreach (var hit in hits[query])
                {
                    to = hit.From > starts[s].Body ? Math.Min(to, hit.From) : to;
                }
            }

            if (starts[s].Body < to)
            {
                AddParagraphs(document, new TokenRange(starts[s].Body, to), text, rule, into);
            }
        }
    }

    private void AddParagraphs(TokenDocument document, TokenRange range, string text, int main, List<SectionRange> into)
    {
        cues.Clear();
        for (var i = 0; i < rules.Count; i++)
        {
            if (rules[i].In != rules[main].Name)
            {
                continue;
            }

            foreach (var query in queriesOf[i].Cues)
            {
                var known = 0; // Tokens of the line of the hit before end here.
                foreach (var hit in hits[query])
                {
                    if (hit.From >= range.From && hit.To <= range.To && hit.From >= known)
                    {
                        var at = document.SpanOf(hit.From, hit.From + 1).Start;
                        var end = text.IndexOf('\n', at);
                        known = end < 0 ? range.To : document.FirstTokenAtOrAfter(end);
                        cues.Add((Math.Max(range.From, document.FirstTokenAtOrAfter(text.LastIndexOf('\n', at) + 1)), i));
                    }
                }
            }
        }

        cues.Sort();
        var (from, of) = (range.From, main);
        for (var c = 0; c < cues.Count; c++)
        {
            if ((c > 0 && cues[c].Line == cues[c - 1].Line) || cues[c].Rule == of)
            {
                continue;
            }

            if (cues[c].Line > from)
            {
                into.Add(new SectionRange(rules[of].Name, new TokenRange(from, cues[c].Line)));
            }

            (from, of) = cues[c];
        }

        into.Add(new SectionRange(rules[of].Name, new TokenRange(from, range.To)));
    }
}
