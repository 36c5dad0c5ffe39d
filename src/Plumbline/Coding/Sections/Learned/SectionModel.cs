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

    private readonly Dictionary<string, int> rows;

    /// <param name="marks">The marks; the first means none of them.</param>
    /// <param name="threshold">Probability from which a piece belongs to a section.</param>
    /// <param name="start">Weight of each mark at the first piece.</param>
    /// <param name="follows">Weight of each mark (column) behind each (row).</param>
    /// <param name="features">Weights of each feature, one a mark.</param>
    /// <param name="hash">Of all of it.</param>
    public SectionModel(IReadOnlyList<string> marks, double threshold, double[] start, double[] follows, IReadOnlyList<(string Name, float[] Weights)> features, string hash)
    {
        Marks = marks;
        Threshold = threshold;
        Start = start;
        Follows = follows;
        Hash = hash;
        rows = new Dictionary<string, int>(features.Count, StringComparer.Ordinal);
        Weights = new float[features.Count * marks.Count];
        foreach (var (name, weights) in features)
        {
            weights.CopyTo(Weights.AsSpan(rows.Count * marks.Count));
            rows.Add(name, rows.Count);
        }
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
    public float[] Weights { get; }

    /// <summary>Changes with any weight.</summary>
    public string Hash { get; }

    /// <summary>Number of features.</summary>
    public int Features => rows.Count;

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
    public int Row(string feature) => rows.GetValueOrDefault(feature, -1);

    /// <summary>Reads a model: a heading, <c>marks</c>, <c>threshold</c>, <c>start</c>, <c>after MARK</c> for each, then a feature a line; columns by tab.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static SectionModel Parse(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length < 5 || lines[0] != Heading)
        {
            throw new FormatException("This is no section model.");
        }

        var marks = lines[1].Split('\t')[1..];
        double[] Doubles(string line) => [.. line.Split('\t')[1..].Select(w => double.Parse(w, CultureInfo.InvariantCulture))];
        var features = lines[(4 + marks.Length)..].Select(l => (l[..l.IndexOf('\t', StringComparison.Ordinal)], Doubles(l).Select(w => (float)w).ToArray())).ToList();
        return new SectionModel(
            marks, Doubles(lines[2])[0], Doubles(lines[3]), [.. lines[4..(4 + marks.Length)].SelectMany(Doubles)], features,
            Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..16]);
    }

    private static SectionModel FromResource(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return Parse(reader.ReadToEnd());
    }
}
