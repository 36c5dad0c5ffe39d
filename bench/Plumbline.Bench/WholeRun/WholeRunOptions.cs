using System.Globalization;

namespace Plumbline.Bench.WholeRun;

/// <summary>What to measure, and where.</summary>
internal sealed record WholeRunOptions
{
    /// <summary>The repository.</summary>
    public required string Root { get; init; }

    /// <summary>A folder that does not exist yet: ext4 gives new files slowly after much was deleted, so nothing is.</summary>
    public required string Folder { get; init; }

    /// <summary>Rulings.</summary>
    public int Count { get; init; } = 5_000;

    /// <summary>About how long each is.</summary>
    public int Bytes { get; init; } = 8_000;

    /// <summary>Folder of PDF files to read; null for invented ones.</summary>
    public string? Pdfs { get; init; }

    /// <summary>Page to rewrite with the figures; null to print only.</summary>
    public string? Page { get; init; }

    public string Plumb => Path.Combine(Root, "plumb");

    public string Case => Path.Combine(Folder, "case");

    /// <exception cref="ArgumentException">A word is not known.</exception>
    public static WholeRunOptions Parse(IReadOnlyList<string> words)
    {
        var root = Directory.GetCurrentDirectory();
        while (!File.Exists(Path.Combine(root, "Plumbline.slnx")))
        {
            root = Path.GetDirectoryName(root) ?? throw new ArgumentException("Start it in the repository.", nameof(words));
        }

        var options = new WholeRunOptions
        {
            Root = root,
            Folder = Path.Combine(Path.GetTempPath(), $"plumb-whole-run-{DateTime.UtcNow:yyyyMMdd-HHmmss}"),
        };
        for (var i = 0; i < words.Count; i += 2)
        {
            var value = i + 1 < words.Count ? words[i + 1] : throw new ArgumentException($"{words[i]} needs a value.", nameof(words));
            options = words[i] switch
            {
                "--count" => options with { Count = Number(value) },
                "--bytes" => options with { Bytes = Number(value) },
                "--folder" => options with { Folder = Path.GetFullPath(value) },
                "--pdfs" => options with { Pdfs = value },
                "--page" => options with { Page = value },
                _ => throw new ArgumentException($"No such option: {words[i]}.", nameof(words)),
            };
        }

        return options;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
