using System.Globalization;
using System.Text;
using Plumbline.Coding;
using Plumbline.Coding.Accuracy;
using Plumbline.Coding.Queries;
using Plumbline.Coding.Sections;
using Plumbline.Coding.Sections.Learned;
using Plumbline.Coding.Tokens;
using Plumbline.Evidence;

namespace Plumbline.Bench.Sections;

/// <summary>
/// "sections LABELS": learns the model of sections from texts that people marked (see docs/accuracy/sections.md),
/// measures it on the half that it was not learned from, and writes model and page.
/// </summary>
internal static class SectionMeasure
{
    // The first means none.
    private static readonly string[] Marks = ["none", "introduction", "facts", "evidence", "legal-basis", "reasoning", "operative"];
    private const int LeastTexts = 4;
    private const int Parts = 8;

    private const string CodebookPath = "src/Plumbline/Templates/rulings-ru/codebooks/rulings.yaml";
    private const string ModelPath = "src/Plumbline/Coding/Sections/Learned/rulings-ru.model";
    private const string PagePath = "docs/accuracy/sections.md";

    public static void Run(string labels)
    {
        var problems = new List<Problem>();
        var codebook = Codebook.Read(CodebookPath, "rulings.yaml", problems) ?? throw new InvalidOperationException(problems[0].Sentence);
        var labelled = LabelledTexts.Read(labels, codebook);
        var names = new List<string>();
        var texts = Texts(labelled, codebook, names);
        Console.WriteLine($"{texts.Count} texts, {texts.Sum(t => t.Pieces.Count)} pieces, {names.Count} features");
        List<MarkedText> even = [.. texts.Where(t => t.IsEven)], odd = [.. texts.Where(t => !t.IsEven)];
        SectionModel Learned(IEnumerable<MarkedText> from) => SectionModel.Parse(new SectionTraining(Marks, names).Learn([.. from]));
        var onOdd = Measured(Learned(even), odd);
        var onEven = Measured(Learned(odd), even);
        var eighths = NoScores();
        for (var part = 0; part < Parts; part++)
        {
            bool IsIn(int text) => text % Parts == part;
            Measure(Learned(texts.Where((_, i) => !IsIn(i))), texts.Where((_, i) => IsIn(i)), eighths);
        }

        var all = new SectionTraining(Marks, names).Learn(texts);
        File.WriteAllText(ModelPath, all);
        File.WriteAllText(PagePath, Page(texts.Count, names.Count, SectionModel.Parse(all), onOdd, onEven, eighths));
        Console.WriteLine(File.ReadAllText(PagePath));
    }

    private static List<MarkedText> Texts(IReadOnlyList<LabelledText> labelled, Codebook codebook, List<string> names)
    {
        var cut = new List<(LabelledText Text, TokenDocument Tokens, Vocabulary Vocabulary, List<TextPiece> Pieces, List<string[]> Features)>();
        var capitals = new Dictionary<string, (int Capital, int All)>(StringComparer.Ordinal);
        foreach (var text in labelled.Where(t => t.Sections.Count > 0))
        {
            var (tokens, vocabulary) = TextTokens.Of(text.Text);
            var finder = new SectionFinder([.. codebook.Parts.Sections.Where(s => s.Learned is null)], vocabulary);
            finder.Find(tokens, tokens.All, text.Text, []);
            var pieces = finder.Pieces(tokens, tokens.All, text.Text);
            cut.Add((text, tokens, vocabulary, pieces, [.. pieces.Select(p => FeaturesOf(tokens, vocabulary, p))]));
            CountCapitals(text.Text, tokens, vocabulary, capitals);
        }

        // What few texts say, and words that stand in capitals inside of sentences (names), are not learned.
        var known = cut.SelectMany(c => c.Features.SelectMany(f => f).Distinct()).GroupBy(f => f).Where(g => g.Count() >= LeastTexts).Select(g => g.Key)
            .Where(f => !capitals.TryGetValue(f[(f.IndexOf(':', StringComparison.Ordinal) + 1)..], out var of) || 2 * of.Capital < of.All)
            .Order(StringComparer.Ordinal).ToList();
        names.AddRange(known);
        var number = known.Select((name, i) => (name, i)).ToDictionary(k => k.name, k => k.i, StringComparer.Ordinal);
        return [.. cut.Select(c =>
        {
            var people = Marks[1..].ToDictionary(m => m, m => AccuracyRun.Cover(c.Text.Text, c.Text.Sections.Where(s => s.Section == m).Select(s => s.Span)));
            return new MarkedText(
                c.Text.Text, c.Text.IsEven, c.Tokens, c.Vocabulary, c.Pieces, [.. c.Features.Select(f => f.Distinct().Where(number.ContainsKey).Select(n => number[n]).ToArray())],
                [.. c.Pieces.Select(p => MarkOf(c.Tokens.SpanOf(p.Range), people))], people);
        })];
    }

    private static string[] FeaturesOf(TokenDocument tokens, Vocabulary vocabulary, TextPiece piece)
    {
        var features = new List<(FeatureKind Kind, int Number)>();
        PieceFeatures.Of(tokens, piece, features);
        return [.. features.Select(f => PieceFeatures.IsWord(f.Kind) ? PieceFeatures.Name(f.Kind, vocabulary.FormSpan(f.Number)) : PieceFeatures.Name(f.Kind, f.Number))];
    }

    private static void CountCapitals(string text, TokenDocument tokens, Vocabulary vocabulary, Dictionary<string, (int Capital, int All)> into)
    {
        for (var i = 1; i < tokens.Count; i++)
        {
            if (tokens.Forms[i] != 0 && tokens.Forms[i - 1] != 0)
            {
                var word = PieceFeatures.Name(FeatureKind.Word, vocabulary.FormSpan(tokens.Forms[i]))[5..];
                var (capital, all) = into.GetValueOrDefault(word);
                var span = tokens.SpanOf(i, i + 1);
                var isName = span.Length > 1 && char.IsUpper(text[span.Start]) && char.IsLower(text[span.Start + 1]);
                into[word] = (capital + (isName ? 1 : 0), all + 1);
            }
        }
    }

    /// <summary>The mark that covers most of a piece, and more than half of it.</summary>
    private static int MarkOf(TextSpan span, Dictionary<string, bool[]> people)
    {
        var counts = Marks[1..].Select(m => people[m].AsSpan(span.Start, span.Length).Count(true)).ToList();
        var best = counts.IndexOf(counts.Max());
        return 2 * counts[best] > span.Length ? best + 1 : 0;
    }

    private static Dictionary<string, Score> NoScores() => Marks[1..].ToDictionary(m => m, _ => new Score(), StringComparer.Ordinal);

    private static Dictionary<string, Score> Measured(SectionModel model, IEnumerable<MarkedText> texts)
    {
        var scores = NoScores();
        Measure(model, texts, scores);
        return scores;
    }

    private static void Measure(SectionModel model, IEnumerable<MarkedText> texts, Dictionary<string, Score> scores)
    {
        foreach (var text in texts)
        {
            var found = new List<SectionRange>();
            new SectionMarker(model, text.Vocabulary).Find(text.Tokens, text.Pieces, Marks[1..], found);
            foreach (var mark in Marks[1..].Where(m => text.People[m].Contains(true)))
            {
                scores[mark].AddCover(text.Text, text.People[mark], AccuracyRun.Cover(text.Text, found.Where(f => f.Name == mark).Select(f => text.Tokens.SpanOf(f.Range))));
            }
        }
    }

    private static string Page(int texts, int features, SectionModel model, Dictionary<string, Score> odd, Dictionary<string, Score> even, Dictionary<string, Score> eighths)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # Sections of rulings

            Written by a command; do not edit: `dotnet run -c Release --project bench/Plumbline.Bench -- sections LABELS`. Model rulings-ru
            {model.Hash}: {features} features, learned from {texts} rulings that a newspaper's data desk and students marked.

            What kind of text a paragraph is (facts, evidence, law, reasoning) has no heading in a ruling, and people who marked it agree only
            roughly. A paragraph, or some sentences of a long one, is told by its words (their first six letters), its first words, its length
            and its place, and by what stands before and behind it: a linear-chain conditional random field. Words that stand with a capital
            inside of sentences, and what fewer than {LeastTexts} texts say, are not learned, so no names are in the model. A piece belongs to each section whose
            chance is above {SectionTraining.Threshold.ToString(CultureInfo.InvariantCulture)}: sections may overlap, as people's marks do. No rule of the codebook looks in these sections: a wrong one costs no coding.

            Scored by characters without white space, each section alone, over texts in which it is marked, never on texts that the model was
            learned from. Steps, penalty and chance were chosen by these same figures, among a dozen settings 0.02 apart.


            """);
        page.Append("| section | learned from even ids, on odd ones: P | R | F1 | learned from odd, on even: P | R | F1 | each eighth by a model learned from the others: F1 |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        foreach (var mark in Marks[1..])
        {
            page.Append(CultureInfo.InvariantCulture, $"| {mark} | {odd[mark].Precision.Value:0.000} | {odd[mark].Recall.Value:0.000} | {odd[mark].F1:0.000} | {even[mark].Precision.Value:0.000} | {even[mark].Recall.Value:0.000} | {even[mark].F1:0.000} | {eighths[mark].F1:0.000} |\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"| mean | | | {odd.Values.Average(s => s.F1):0.000} | | | {even.Values.Average(s => s.F1):0.000} | {eighths.Values.Average(s => s.F1):0.000} |\n");
        return page.ToString();
    }
}
