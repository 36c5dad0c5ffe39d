using System.Globalization;
using System.Text;
using Plumbline.Coding.Sections.Learned;
using Plumbline.Coding.Tokens;
using Plumbline.Evidence;

namespace Plumbline.Bench.Sections;

/// <summary>A text to learn from: its pieces, their features by number, and what people marked them as.</summary>
internal sealed record MarkedText(string Text, bool IsEven, TokenDocument Tokens, Vocabulary Vocabulary, IReadOnlyList<TextPiece> Pieces, IReadOnlyList<int[]> Features, IReadOnlyList<int> Marks, IReadOnlyDictionary<string, bool[]> People);

/// <summary>
/// Learns a section model: stochastic gradient on the likelihood of the marks of whole texts, with AdaGrad steps (Duchi,
/// Hazan, Singer 2011, JMLR 12) and an L2 penalty. The order of texts comes from a fixed seed: the same texts give the same model.
/// </summary>
internal sealed class SectionTraining(IReadOnlyList<string> marks, IReadOnlyList<string> featureNames)
{
    private const int Rounds = 12;
    private const double Rate = 0.05;
    private const double Penalty = 0.3;
    private const double FirstStep = 0.01;

    /// <summary>Chance from which a piece belongs to a section.</summary>
    public const double Threshold = 0.25;

    private readonly double[] start = new double[marks.Count];
    private readonly double[] startSteps = Filled(marks.Count);
    private readonly double[] follows = new double[marks.Count * marks.Count];
    private readonly double[] followSteps = Filled(marks.Count * marks.Count);
    private readonly double[] weights = new double[featureNames.Count * marks.Count];
    private readonly double[] steps = Filled(featureNames.Count * marks.Count);
    private readonly int[] uses = new int[featureNames.Count];

    /// <summary>The model as text; see <see cref="SectionModel.Parse"/>.</summary>
    public string Learn(IReadOnlyList<MarkedText> texts)
    {
        var order = texts.ToArray();
        var dice = new Random(2);
        foreach (var feature in texts.SelectMany(t => t.Features).SelectMany(f => f))
        {
            uses[feature]++;
        }

        for (var round = 0; round < Rounds; round++)
        {
            dice.Shuffle(order);
            foreach (var text in order)
            {
                Step(text);
            }
        }

        return Write();
    }

    private void Step(MarkedText text)
    {
        int n = marks.Count, pieces = text.Pieces.Count;
        double[] own = new double[pieces * n], forward = new double[pieces * n], backward = new double[pieces * n], chances = new double[n];
        for (var i = 0; i < pieces; i++)
        {
            foreach (var feature in text.Features[i])
            {
                for (var m = 0; m < n; m++)
                {
                    own[(i * n) + m] += weights[(feature * n) + m];
                }
            }
        }

        var follow = Array.ConvertAll(follows, Math.Exp);
        MarkChances.Of(n, Array.ConvertAll(start, Math.Exp), follow, own, forward, backward);
        var gradient = new Dictionary<int, double[]>();
        var followGradient = new double[n * n];
        for (var i = 0; i < pieces; i++)
        {
            MarkChances.Both(forward.AsSpan(i * n, n), backward.AsSpan(i * n, n), chances);
            foreach (var feature in text.Features[i])
            {
                if (!gradient.TryGetValue(feature, out var of))
                {
                    gradient.Add(feature, of = new double[n]);
                }

                for (var m = 0; m < n; m++)
                {
                    of[m] += (m == text.Marks[i] ? 1 : 0) - chances[m];
                }
            }

            for (var m = 0; i == 0 && m < n; m++)
            {
                Move(ref start[m], ref startSteps[m], (m == text.Marks[0] ? 1 : 0) - chances[m]);
            }

            if (i > 0)
            {
                AddFollows(followGradient, follow, own, forward, backward, i, text.Marks);
            }
        }

        foreach (var (feature, of) in gradient)
        {
            for (var m = 0; m < n; m++)
            {
                Move(ref weights[(feature * n) + m], ref steps[(feature * n) + m], of[m]);
            }
        }

        for (var f = 0; f < followGradient.Length; f++)
        {
            Move(ref follows[f], ref followSteps[f], followGradient[f]);
        }
    }

    /// <summary>Pairs of marks at i - 1 and i: the marked one less how likely each is.</summary>
    private void AddFollows(double[] into, double[] follow, double[] own, double[] forward, double[] backward, int i, IReadOnlyList<int> marked)
    {
        var n = marks.Count;
        var pair = new double[n * n];
        var sum = 0.0;
        for (var a = 0; a < n; a++)
        {
            for (var b = 0; b < n; b++)
            {
                sum += pair[(a * n) + b] = forward[((i - 1) * n) + a] * follow[(a * n) + b] * own[(i * n) + b] * backward[(i * n) + b];
            }
        }

        for (var p = 0; p < pair.Length; p++)
        {
            into[p] -= pair[p] / sum;
        }

        into[(marked[i - 1] * n) + marked[i]]++;
    }

    private static void Move(ref double weight, ref double step, double gradient)
    {
        gradient -= Penalty * weight;
        step += gradient * gradient;
        weight += Rate * gradient / Math.Sqrt(step);
    }

    private string Write()
    {
        var text = new StringBuilder(SectionModel.Heading).Append('\n');
        string Row(string name, ReadOnlySpan<double> some)
        {
            var row = new StringBuilder(name);
            foreach (var one in some)
            {
                row.Append('\t').Append(Math.Round(one, 3).ToString("0.###", CultureInfo.InvariantCulture));
            }

            return row.Append('\n').ToString();
        }

        text.Append("marks\t").AppendJoin('\t', marks).Append('\n').Append(Row("threshold", [Threshold])).Append(Row("start", start));
        for (var m = 0; m < marks.Count; m++)
        {
            text.Append(Row("after " + marks[m], follows.AsSpan(m * marks.Count, marks.Count)));
        }

        foreach (var (name, f) in featureNames.Select((name, f) => (name, f)).Where(f => uses[f.f] > 0).OrderBy(f => f.name, StringComparer.Ordinal))
        {
            text.Append(Row(name, weights.AsSpan(f * marks.Count, marks.Count)));
        }

        return text.ToString();
    }

    private static double[] Filled(int length)
    {
        var some = new double[length];
        Array.Fill(some, FirstStep);
        return some;
    }
}
