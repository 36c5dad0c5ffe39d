using Plumbline.Coding.Queries;
using Plumbline.Coding.Sections;
using Plumbline.Coding.Tokens;
using Plumbline.Evidence;

namespace Plumbline.Coding.Accuracy;

/// <summary>Codes labelled texts in memory and scores what comes out.</summary>
internal sealed class AccuracyRun
{
    private readonly Codebook codebook;

    private AccuracyRun(Codebook codebook) => this.codebook = codebook;

    /// <summary>Texts read in full whose id is even: rules are written after looking at their misses.</summary>
    public Dictionary<string, Score> Even { get; } = new(StringComparer.Ordinal);

    /// <summary>Texts read in full whose id is odd: their texts are not opened while rules are written.</summary>
    public Dictionary<string, Score> Odd { get; } = new(StringComparer.Ordinal);

    /// <summary>All texts read in full.</summary>
    public Dictionary<string, Score> Read { get; } = new(StringComparer.Ordinal);

    /// <summary>Texts of which only the marks are known.</summary>
    public Dictionary<string, Score> Marked { get; } = new(StringComparer.Ordinal);

    /// <summary>Characters of sections, over all texts that have a mark of it.</summary>
    public Dictionary<string, Score> Sections { get; } = new(StringComparer.Ordinal);

    /// <summary>Number of texts.</summary>
    public int Texts { get; private set; }

    /// <summary>Scores a codebook on a folder of labelled texts.</summary>
    /// <param name="folder">The folder; see <see cref="LabelledTexts"/>.</param>
    /// <param name="codebook">The codebook.</param>
    public static AccuracyRun Of(string folder, Codebook codebook)
    {
        var run = new AccuracyRun(codebook);
        foreach (var text in LabelledTexts.Read(folder, codebook))
        {
            run.Add(text);
        }

        return run;
    }

    /// <summary>The codings of a text, and its sections.</summary>
    internal static (List<Evidence.Coding> Codings, List<SectionRange> Sections, TokenDocument Tokens) Code(string text, Codebook codebook)
    {
        var (tokens, vocabulary) = TextTokens.Of(text);
        var codings = new List<Evidence.Coding>();
        var all = new TokenRange(0, tokens.Count);
        new TextCoder(codebook, vocabulary, [.. codebook.Kind.Variables.Select(v => v.Name)])
            .Code(new TextMember(new UnitId("0"), text, tokens, all, IsWhole: true, []), codings);
        var sections = new List<SectionRange>();
        new SectionFinder(codebook.Parts.Sections, vocabulary).Find(tokens, all, text, sections);
        return (codings, sections, tokens);
    }

    private void Add(LabelledText text)
    {
        Texts++;
        var (codings, sections, tokens) = Code(text.Text, codebook);
        foreach (var variable in codebook.Kind.Variables)
        {
            if (!text.Truth.TryGetValue(variable.Name, out var truth))
            {
                continue;
            }

            var right = truth.Where(v => IsPositive(v, variable)).Select(v => Comparable(v, variable)).Distinct().ToList();
            var found = codings
                .Where(c => c.Variable == variable.Name && c.Value is { } v && IsPositive(v.Text, variable))
                .Select(c => (Comparable(c.Value!.Value.Text, variable), c.IsCertain)).Distinct().ToList();
            var isEven = (text.Id[^1] - '0') % 2 == 0;
            foreach (var scores in text.IsRead ? [Read, isEven ? Even : Odd] : (Dictionary<string, Score>[])[Marked])
            {
                Of(scores, variable.Name).Add(text.Id, right, found);
            }
        }

        AddSections(text, sections, tokens);
    }

    private void AddSections(LabelledText text, List<SectionRange> sections, TokenDocument tokens)
    {
        foreach (var name in codebook.Sections)
        {
            var marked = Cover(text.Text, text.Sections.Where(s => s.Section == name).Select(s => s.Span));
            if (!marked.Contains(true))
            {
                continue;
            }

            var found = Cover(text.Text, sections.Where(s => s.Name == name).Select(s => tokens.SpanOf(s.Range.From, s.Range.To)));
            int right = 0, wrong = 0, missing = 0;
            for (var i = 0; i < marked.Length; i++)
            {
                var counts = !char.IsWhiteSpace(text.Text[i]);
                right += counts && marked[i] && found[i] ? 1 : 0;
                wrong += counts && !marked[i] && found[i] ? 1 : 0;
                missing += counts && marked[i] && !found[i] ? 1 : 0;
            }

            Of(Sections, name).AddCounts(right, wrong, missing);
        }
    }

    private static bool[] Cover(string text, IEnumerable<TextSpan> spans)
    {
        var cover = new bool[text.Length];
        foreach (var span in spans)
        {
            cover.AsSpan(span.Start, span.Length).Fill(true);
        }

        return cover;
    }

    /// <summary>What silence means, and "no", are not finds.</summary>
    private static bool IsPositive(string value, Variable variable) =>
        value != variable.Silence && !(variable.Type == VariableType.YesNo && value == "no");

    /// <summary>Names are compared without case, ё and spaces' number.</summary>
    internal static string Comparable(string value, Variable variable) => variable.Type is VariableType.Entity or VariableType.Text
        ? string.Join(' ', value.ToLowerInvariant().Replace('ё', 'е').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        : value;

    private static Score Of(Dictionary<string, Score> scores, string name)
    {
        if (!scores.TryGetValue(name, out var score))
        {
            scores.Add(name, score = new Score());
        }

        return score;
    }
}
