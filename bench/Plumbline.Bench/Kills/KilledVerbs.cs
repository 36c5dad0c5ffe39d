using System.Text.RegularExpressions;

namespace Plumbline.Bench.Kills;

/// <summary>A verb that writes, with what it is given each time.</summary>
/// <param name="Name">The verb.</param>
/// <param name="Words">Its words; may do what has to be there first.</param>
/// <param name="Again">Codes that a second run may end with beside 0 and 1: 2 where there is nothing left to do.</param>
internal sealed record KilledVerb(string Name, Func<KillCase, Random, IReadOnlyList<string>> Words, params IReadOnlyList<int> Again);

/// <summary>All verbs that write into a case.</summary>
internal static class KilledVerbs
{
    private const string Coder = "quiet-heron-17";

    public static IReadOnlyList<KilledVerb> All { get; } =
    [
        new("ingest", (c, r) => ["ingest", c.Folder.Root, c.File("Постановление о назначении штрафа"), c.File("Второе")]),
        new("build", (c, r) =>
        {
            c.Must("ingest", c.Folder.Root, c.File("Судья назначил наказание в виде штрафа"));
            return ["build", c.Folder.Root];
        }),
        new("build --clean", (c, r) => ["build", c.Folder.Root, "--clean"]),
        new("code", (c, r) => ["code", c.Folder.Root, Unit(c, r), "video_evidence", "no", "--read-whole", "--as", Coder]),
        new("code --undo", (c, r) =>
        {
            var unit = Unit(c, r);
            c.Must("code", c.Folder.Root, unit, "video_evidence", "no", "--read-whole", "--as", Coder);
            return ["code", c.Folder.Root, unit, "video_evidence", "--undo", "--as", Coder];
        }, 2),
        new("adjudicate", (c, r) => ["adjudicate", c.Folder.Root, Unit(c, r), "video_evidence", "no", "--read-whole", "--as", "calm-otter-31"]),
        new("attach", (c, r) =>
        {
            var decision = c.Must("code", c.Folder.Root, Unit(c, r), "video_evidence", "no", "--read-whole", "--as", "swift-crane-42").Output.Split(' ')[0];
            return ["attach", c.Folder.Root, Unit(c, r), decision, "--as", Coder];
        }),
        new("codebook carry", (c, r) =>
        {
            Reword(c, r);
            return ["codebook", "carry", c.Folder.Root, "video_evidence", "--reason", "only the wording", "--as", Coder];
        }, 2),
        new("codebook carry --undo", (c, r) =>
        {
            Reword(c, r);
            c.Must("codebook", "carry", c.Folder.Root, "video_evidence", "--reason", "only the wording", "--as", Coder);
            return ["codebook", "carry", c.Folder.Root, "video_evidence", "--undo", "--as", Coder];
        }, 2),
        new("merge", (c, r) =>
        {
            c.Must("ingest", c.Other, c.File("На другой машине"));
            c.Must("code", c.Other, Unit(c, r), "video_evidence", "no", "--read-whole", "--as", "swift-crane-42");
            return ["merge", c.Folder.Root, c.Other, "--accept-erasures"];
        }),
        new("merge into the other", (c, r) =>
        {
            c.Must("ingest", c.Folder.Root, c.File("Для другой машины"));
            return ["merge", c.Other, c.Folder.Root, "--accept-erasures"];
        }),
        new("erase", (c, r) =>
        {
            var path = c.File("Будет стёрто");
            c.Must("ingest", c.Folder.Root, path);
            return ["erase", c.Folder.Root, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path))), "--reason", "asked for", "--yes"];
        }, 2),
        new("ask", (c, r) => Ask(c, r)),
        new("answer", (c, r) =>
        {
            c.Must([.. Ask(c, r)]);
            c.Must("build", c.Folder.Root);
            var units = c.Must("query", c.Folder.Root, "SELECT unit_id FROM replies WHERE answered = 'no'", "--format", "csv").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return ["answer", c.Folder.Root, units[1], "--on", "2026-11-20", "--file", c.File("Ответ"), "--as", Coder];
        }),
        new("withdraw", (c, r) =>
        {
            var source = $"source-{r.Next()}";
            c.Must("ingest", c.Folder.Root, c.File("От источника"), "--source", source);
            return ["withdraw", c.Folder.Root, source, "--reason", "asked us to", "--as", Coder, "--yes"];
        }, 2),
        new("withdraw --undo", (c, r) =>
        {
            var source = $"source-{r.Next()}";
            c.Must("ingest", c.Folder.Root, c.File("От источника"), "--source", source);
            c.Must("withdraw", c.Folder.Root, source, "--reason", "asked us to", "--as", Coder, "--yes");
            return ["withdraw", c.Folder.Root, source, "--undo", "--reason", "agreed again", "--as", Coder];
        }, 2),
        new("source", (c, r) => ["source", c.Folder.Root, $"source-{r.Next()}", "--kind", "person", "--terms", "background"]),
        new("judge", (c, r) => ["judge", c.Folder.Root, c.Units[0], c.Units[1 + r.Next(c.Units.Count - 1)], "different", "--as", Coder]),
        new("import-codings", (c, r) =>
        {
            var sheet = c.New("лист.xlsx");
            c.Must("worksheet", c.Folder.Root, sheet, "--sample", "5", "--seed", $"{r.Next(1000)}");
            return ["import-codings", c.Folder.Root, sheet, "--as", "swift-crane-42"];
        }),
        new("hand-out", (c, r) => ["hand-out", c.Folder.Root, c.New("раздача"), "--coders", "quiet-heron-17,calm-otter-31", "--overlap", "10%"], 2), // What was cut off lies there: somebody looks at it first.
        new("sign", (c, r) =>
        {
            var draft = c.New("draft.md");
            File.WriteAllText(draft, "No figure here.\n");
            c.Must("build", c.Folder.Root);
            return ["sign", c.Folder.Root, draft, "--as", Coder, "--allow-open"];
        }),
        new("new", (c, r) => ["new", c.New("новое дело"), "--template", "blank"], 2),
    ];

    /// <summary>Words the instructions of a variable anew, so that a decision on it is stale.</summary>
    private static void Reword(KillCase c, Random r)
    {
        c.Must("code", c.Folder.Root, Unit(c, r), "video_evidence", "no", "--read-whole", "--as", Coder);
        var codebook = Path.Combine(c.Folder.Codebooks, "rulings.yaml");
        File.WriteAllText(codebook, Regex.Replace(File.ReadAllText(codebook), "«видеоустановках»[^\n]*", $"«видеоустановках», редакция {r.Next()}.", RegexOptions.NonBacktracking));
        c.Must("build", c.Folder.Root);
    }

    private static IReadOnlyList<string> Ask(KillCase c, Random r) =>
        ["ask", c.Folder.Root, "--whom", $"Office {r.Next()}", "--how", "email", "--about", "cameras", "--asked", "2026-11-10", "--as", Coder];

    private static string Unit(KillCase c, Random r) => c.Units[r.Next(c.Units.Count)];
}
