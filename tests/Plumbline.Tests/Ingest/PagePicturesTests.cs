using System.Diagnostics;
using Plumbline.Evidence;
using Plumbline.Ingest.Pages;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Ingest;

public sealed class PagePicturesTests : IDisposable
{
    private const string Drawer = "/usr/bin/pdftoppm";

    private readonly TemporaryFolder folder = new("страницы");

    [Fact]
    public void A_page_is_drawn_and_one_that_is_not_there_is_not()
    {
        Assert.SkipUnless(File.Exists(Drawer), "needs pdftoppm");
        File.WriteAllBytes(folder["two.pdf"], PdfTests.Pdf([(72, 700, "A fine of 500")], [(72, 700, "Second page")]));
        using var pictures = Pictures(Drawer);
        var (first, second) = (pictures.Draw(Of(1), folder["two.pdf"], 1), pictures.Draw(Of(1), folder["two.pdf"], 2));
        Assert.Equal([0xFF, 0xD8, 0xFF], first![..3]);
        Assert.NotEqual(first, second);
        Assert.Same(first, pictures.Draw(Of(1), folder["two.pdf"], 1));
        Assert.Null(pictures.Draw(Of(1), folder["two.pdf"], 3));
    }

    [Fact]
    public void Files_made_to_harm_cost_themselves_alone()
    {
        Assert.SkipUnless(File.Exists(Drawer), "needs pdftoppm");
        using var pictures = Pictures(Drawer);
        var files = Directory.GetFiles(Corpus.Path("parser_corpus", "pdfpig"), "*.pdf").Where(f => Path.GetFileName(f) is var n && (n.Contains("GHOSTSCRIPT", StringComparison.Ordinal)
            || n.Contains("crash", StringComparison.Ordinal) || n.Contains("invalid", StringComparison.Ordinal) || n.StartsWith("PDFBOX", StringComparison.Ordinal))).Order(StringComparer.Ordinal).Take(24).ToList();
        Assert.NotEmpty(files);
        foreach (var (file, number) in files.Select((f, i) => (f, i)))
        {
            Assert.True(pictures.Draw(Of(number), file, 1) is null or { Length: > 3 });
        }

        File.WriteAllBytes(folder["good.pdf"], PdfTests.Pdf([(72, 700, "A fine of 500")]));
        Assert.NotNull(pictures.Draw(Of(999), folder["good.pdf"], 1));
    }

    [Theory]
    [InlineData("sleep 600")]
    [InlineData("cat /dev/zero")]
    [InlineData("printf '<script>alert(1)</script>'")]
    [InlineData("kill -SEGV $$")]
    [InlineData("printf '\\377\\330\\377'; exit 1")]
    public void A_drawer_that_hangs_floods_lies_or_dies_gives_no_picture(string script)
    {
        using var pictures = Pictures(Script(script));
        var took = Stopwatch.StartNew();
        Assert.Null(pictures.Draw(Of(1), folder["x.pdf"], 1));
        Assert.InRange(took.Elapsed.TotalSeconds, 0, 25);
    }

    [Fact]
    public void A_drawer_writes_no_file_and_has_little_memory_and_time()
    {
        using var pictures = Pictures(Script($"printf '\\377\\330\\377'; (echo found > '{folder["stolen"]}') 2>/dev/null; ulimit -v; ulimit -t"));
        var said = System.Text.Encoding.ASCII.GetString(pictures.Draw(Of(1), folder["x.pdf"], 1)!.AsSpan(3)).Split('\n');
        Assert.False(File.Exists(folder["stolen"]) && new FileInfo(folder["stolen"]).Length > 0);
        Assert.Equal("1048576", said[0]);
        Assert.Equal("15", said[1]);
    }

    public void Dispose() => folder.Dispose();

    private static PagePictures Pictures(string drawer) => new(drawer, TestCase.Hidden("page-worker"), TimeSpan.FromSeconds(8));

    private static DocumentId Of(int number) => DocumentId.Of(BitConverter.GetBytes(number));

    private string Script(string text)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a shell script");
        File.WriteAllText(folder["drawer"], "#!/bin/sh\n" + text + "\n");
#pragma warning disable CA1416 // Skipped on Windows.
        File.SetUnixFileMode(folder["drawer"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
#pragma warning restore CA1416
        return folder["drawer"];
    }
}
