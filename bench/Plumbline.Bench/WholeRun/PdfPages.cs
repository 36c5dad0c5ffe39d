using System.Diagnostics;
using System.Globalization;
using Plumbline.Evidence;
using Plumbline.Ingest;
using Plumbline.Processes;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Plumbline.Bench.WholeRun;

/// <summary>Pages of PDF files read by worker processes.</summary>
internal static class PdfPages
{
    private const int Files = 60;
    private const int PagesEach = 10;
    private const int LinesEach = 45;

    public static (double Pages, Cost? Cost) PagesEachSecond(WholeRunOptions options)
    {
        var files = options.Pdfs is { } folder
            ? Directory.GetFiles(folder, "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList()
            : [.. Enumerable.Range(0, Files).Select(Invent)];
        var command = new ChildCommand(Path.Combine(options.Root, "artifacts", "plumb", "plumb"), ["read-worker"]);
        using var pool = new ReaderPool(new ReaderOptions(), command);
        pool.ReadAsync(DocumentId.Of(files[0]), "first.pdf", files[0]).GetAwaiter().GetResult();
        var clock = Stopwatch.StartNew();
        var read = Task.WhenAll(files.Select(f => pool.ReadAsync(DocumentId.Of(f), "invented.pdf", f))).GetAwaiter().GetResult();
        var pages = read.Sum(r => r.Text is null ? 0 : r.PageStarts.Count);
        return (pages / clock.Elapsed.TotalSeconds, null);
    }

    /// <summary>A file with the letters that every reader has a font for.</summary>
    private static byte[] Invent(int seed)
    {
        var random = new Random(seed);
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        for (var number = 0; number < PagesEach; number++)
        {
            var page = builder.AddPage(PageSize.A4);
            for (var line = 0; line < LinesEach; line++)
            {
                page.AddText(Line(random), 10, new PdfPoint(50, 790 - (line * 16)), font);
            }
        }

        return builder.Build();
    }

    private static string Line(Random random) => string.Join(' ', Enumerable.Range(0, 11).Select(_ =>
        random.Next(8) == 0 ? random.Next(1, 9999).ToString(CultureInfo.InvariantCulture) : new string([.. Enumerable.Range(0, random.Next(2, 11)).Select(_ => (char)random.Next('a', 'z' + 1))])));
}
