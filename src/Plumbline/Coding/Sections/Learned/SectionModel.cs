using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;

namespace Plumbline.Coding.Sections.Learned;

/// <summary>
/// A linear-chain conditional random field (Lafferty, McCallum, Pereira, 2001, ICML) over the pieces of a unit: weights of
/// features for each mark, and of each mark behind another. Learned from texts that people marked; how, and how good it is
/// on texts that it was not learned from, is in docs/accuracy/sections.md. Immutable.
/// </summary>
internal sealed class SectionModel
{
    /// <summary>The first line of a model.</summary>
    public const string Heading = "plumbline section model 1";

    private const string Folder = "SectionModels/";
    private static readonly Dictionary<string, Lazy<SectionModel>> Shipped = typeof(SectionModel).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
        .ToDictionary(n => Path.GetFileNameWithoutExtension(n[Folder.Length..]), n => new Lazy<SectionModel>(() => FromResource(n)), StringComparer.Ordinal);

    private readonly Lazy<(Dictionary<string, int> Rows, float[] Weights)> features;

    private SectionModel(IReadOnlyList<string> marks, double threshold, double[] start, double[] follows, Func<(Dictionary<string, int>, float[])> features, string hash)
    {
        (Marks, Threshold, Start, Follows, Hash) = (marks, threshold, start, follows, hash);
        this.features = new(features);
    }

    /// <summary>Names of the models that Plumbline has.</summary>
    public static IEnumerable<string> Names => Shipped.Keys.Order(StringComparer.Ordinal);

    /// <summary>The marks; the first means none.</summary>
    public IReadOnlyList<string> Marks { get; }

    /// <summary>Probability from which a piece belongs to a section; below one half, so that a piece can belong to two.</summary>
    public double Threshold { get; }

    /// <summary>Weight of each mark at the first piece.</summary>
    public double[] Start { get; }

    /// <summary>Weight of each mark behind each: row times count of marks, plus column.</summary>
    public double[] Follows { get; }

    /// <summary>Weights, one a mark, feature by feature.</summary>
    public float[] Weights => features.Value.Weights;

    /// <summary>Changes with any weight.</summary>
    public string Hash { get; }

    /// <summary>Number of features.</summary>
    public int Features => features.Value.Rows.Count;

    /// <summary>A model by name; null when there is none.</summary>
    public static SectionModel? Find(string name) => Shipped.TryGetValue(name, out var model) ? model.Value : null;

    /// <summary>The number of a mark, or -1.</summary>
    public int MarkOf(string name)
    {
        for (var m = 0; m < Marks.Count; m++)
        {
            if (Marks[m] == name)
            {
                return m;
            }
        }

        return -1;
    }

    /// <summary>The row of a feature, or -1.</summary>
    public int Row(string feature) => features.Value.Rows.GetValueOrDefault(feature, -1);

    /// <summary>
    /// Reads a model: a heading, <c>marks</c>, <c>threshold</c>, <c>start</c>, <c>after MARK</c> for each, then a feature a line; columns by tab.
    /// Features are read when somebody first marks with it: reading a codebook needs none of them.
    /// </summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static SectionModel Parse(string text)
    {
        using var lines = new StringReader(text);
        string Next() => lines.ReadLine() ?? throw new FormatException("This is no section model.");
        if (Next() != Heading)
        {
            throw new FormatException("This is no section model.");
        }

        var marks = Next().Split('\t')[1..];
        var (threshold, start) = (Doubles(Next())[0], Doubles(Next()));
        double[] follows = [.. marks.SelectMany(_ => Doubles(Next()))];
        var rest = lines.ReadToEnd();
        return new SectionModel(
            marks, threshold, start, follows, () => FeaturesOf(rest, marks.Length), Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..16]);
    }

    private static (Dictionary<string, int> Rows, float[] Weights) FeaturesOf(string text, int marks)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var rows = new Dictionary<string, int>(lines.Length, StringComparer.Ordinal);
        var weights = new float[lines.Length * marks];
        foreach (var line in lines)
        {
            Array.ConvertAll(Doubles(line), w => (float)w).CopyTo(weights, rows.Count * marks);
            rows.Add(line[..line.IndexOf('\t', StringComparison.Ordinal)], rows.Count);
        }

        return (rows, weights);
    }

    private static double[] Doubles(string line) => [.. line.Split('\t')[1..].Select(w => double.Parse(w, CultureInfo.InvariantCulture))];

    private static SectionModel FromResource(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return Parse(reader.ReadToEnd());
    }
}
