namespace Plumbline.Bench.Reports;

/// <summary>"report": a real published report checked against the list behind it, written as a page (docs/ovdinfo-2012.md).</summary>
internal static class ReportMeasure
{
    /// <param name="words"><c>--data DIR</c>, <c>--plumb FILE</c> (the program), <c>--case DIR</c> to keep the case, <c>--page FILE</c> to write.</param>
    public static void Run(IReadOnlyList<string> words)
    {
        string Word(string name, string otherwise) => words.Index().Where(w => w.Item == name && w.Index + 1 < words.Count).Select(w => words[w.Index + 1]).FirstOrDefault() ?? otherwise;
        var example = Path.Combine("examples", "ovdinfo-2012");
        var kept = Word("--case", "");
        var folder = kept.Length > 0 ? Path.GetFullPath(kept) : Directory.CreateTempSubdirectory("plumb-report-").FullName;
        try
        {
            var made = ReportCase.Make(example, Path.GetFullPath(Word("--data", Path.Combine("..", "shared", "data", "ovdinfo-2012"))), folder, Path.GetFullPath(Word("--plumb", Path.Combine("artifacts", "bin", "Plumbline.Cli", "debug", "plumb"))));
            var page = ReportPage.Write(made.Check(), example, made.Stations());
            if (Word("--page", "") is { Length: > 0 } path)
            {
                File.WriteAllText(path, page);
            }
            else
            {
                Console.Write(page);
            }
        }
        finally
        {
            if (kept.Length == 0)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}
