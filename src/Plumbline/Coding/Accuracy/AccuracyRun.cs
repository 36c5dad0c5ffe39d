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

    /// <summary>What is right: text, then variable, then values.</summary>
    public Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Truth { get; } = new(StringComparer.Ordinal);

    /// <summary>What the rules say: text, then variable, then values.</summary>
    public Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<string>>> Rules { get; } = new(StringComparer.Ordinal);

    /// <summary>Scores a codebook on a folder of labelled texts.</summary>
    /// <param name="folder">The folder; see <see cref="LabelledTexts"/>.</param>
    /// <param name="codebook">The codebook.</param>
    /// <param name="labels">Further files of labels.</param>
    public static AccuracyRun Of(string folder, Codebook codebook, IReadOnlyList<string>? labels = null)
    {
        var run = new AccuracyRun(codebook);
        foreach (var text in LabelledTexts.Read(folder, codebook, labels))
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
        Truth[text.Id] = text.Truth;
        var (codings, sections, tokens) = Code(text.Text, codebook);
        Rules[text.Id] = codings.GroupBy(c => c.Variable).ToDictionary(g => g.Key, IReadOnlyList<string> (g) => [.. g.Where(c => c.Value is not null).Select(c => c.Value!.Value.Text)]);
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
            foreach (var scores in text.IsRead ? [Read, text.IsEven ? Even : Odd] : (Dictionary<string, Score>[])[Marked])
            {
                var score = Of(scores, variable.Name);
                score.Add(text.Id, right, found);
                if (text.Quotes.TryGetValue(variable.Name, out var place))
                {
                    foreach (var quotes in codings.Where(c => c.Variable == variable.Name && c.Value is { } v && right.Contains(Comparable(v.Text, variable))).GroupBy(c => c.Value!.Value.Text))
                    {
                        score.AddQuote(quotes.Any(c => c.Evidence is TextSelector selector && selector.Span.Overlaps(place)));
                    }
                }
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
            Of(Sections, name).AddCover(text.Text, marked, found);
        }
    }

    /// <summary>True for each character that a span covers.</summary>
    internal static bool[] Cover(string text, IEnumerable<TextSpan> spans)
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

    /// <summary>Names are compared without case, ё, spaces' number and how a town is shortened («г.», «гор.»).</summary>
    internal static string Comparable(string value, Variable variable) => variable.Type is VariableType.Entity or VariableType.Text
        ? string.Join(' ', value.ToLowerInvariant().Replace('ё', 'е').Replace("гор.", "г.", StringComparison.Ordinal).Replace("г.", "г. ", StringComparison.Ordinal)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
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
