using System.Globalization;
using Plumbline.Cases;
using Plumbline.Invented;
using Plumbline.Pipeline.Replies;

namespace Plumbline.Cli.Demo;

/// <summary>What the demo's case is made of: the files of <c>examples/sphere</c>, two codebooks of the template for rulings, and what the generator makes.</summary>
internal static class DemoCase
{
    /// <summary>The draft in English; the Russian one says the same.</summary>
    public const string Draft = "drafts/sphere.md";

    /// <summary>The draft in Russian.</summary>
    public const string RussianDraft = "drafts/sphere-ru.md";

    private const string RulingsCodebook = "codebooks/rulings.yaml";

    /// <summary>Folders of <c>sources/</c>, and who gave what is in them.</summary>
    public static IReadOnlyList<(string Folder, string Source)> Given { get; } =
    [
        ("rulings", "court-sites"), ("interviews", "interviews"), ("incidents", "monitors"), ("customs", "customs-reader"), ("contracts", "purchasing-site"), ("lists", "list-keeper"),
    ];

    /// <summary>The example, whole.</summary>
    public static CaseTemplate Template
    {
        get
        {
            // The template's codebook takes every text; here there are others beside rulings.
            var rulings = CaseTemplates.Find("rulings-ru").Files;
            var book = rulings.Single(f => f.Path == RulingsCodebook);
            return new CaseTemplate("sphere",
            [
                .. CaseTemplates.Example("sphere").Files,
                book with { Text = book.Text.Replace("\nof: document\n", "\nof: document\ndocuments: {sources: [court-sites]}\n", StringComparison.Ordinal) },
                rulings.Single(f => f.Path == "codebooks/replies.yaml"),
                .. rulings.Where(f => f.Path.StartsWith("lists/", StringComparison.Ordinal)),
            ]);
        }
    }

    /// <summary>True when a folder holds this case.</summary>
    public static bool IsIn(string path) =>
        File.Exists(Path.Combine(path, "case.yaml")) && File.Exists(Path.Combine(path, Draft)) && File.Exists(Path.Combine(path, RussianDraft));

    /// <summary>Writes the files as they would have come.</summary>
    public static void WriteFiles(string folder, int rulings, CancellationToken stop)
    {
        foreach (var file in InventedSphere.Files(rulings))
        {
            stop.ThrowIfCancellationRequested();
            var target = Path.Combine(folder, file.Path.Replace('/', Path.DirectorySeparatorChar));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, file.Bytes);
        }
    }

    /// <summary>Who was asked for comment, by <c>lists/asked.csv</c>.</summary>
    /// <param name="folder">The case.</param>
    /// <param name="coder">Who asked.</param>
    public static IReadOnlyList<DemoRequest> Asked(CaseFolder folder, string coder)
    {
        static DateOnly Day(string cell) => DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return [.. File.ReadLines(Path.Combine(folder.Root, "lists", "asked.csv")).Skip(1).Select(l => l.Split(';')).Select(c => new DemoRequest(
            new ReplyRow { Whom = c[0], Asked = Day(c[1]), Deadline = Day(c[2]), How = c[3], About = c[4], EnteredBy = coder },
            c[5].Length > 0 ? Day(c[5]) : null,
            c[6]))];
    }
}

/// <summary>A request for comment, and what came of it.</summary>
/// <param name="Row">The request.</param>
/// <param name="AnsweredOn">Day of the answer; null where none came.</param>
/// <param name="Quote">Words of the answer.</param>
internal sealed record DemoRequest(ReplyRow Row, DateOnly? AnsweredOn, string Quote);
