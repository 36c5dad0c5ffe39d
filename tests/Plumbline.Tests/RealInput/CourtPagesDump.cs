using Plumbline.Evidence;
using Plumbline.Ingest;
using Plumbline.Tests.Support;
namespace Plumbline.Tests.RealInput;
public sealed class CourtPagesDump
{
    [Fact]
    public void Dump()
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        Directory.CreateDirectory("/tmp/courtpages-out");
        foreach (var f in Directory.EnumerateFiles(Corpus.Path("court_html"), "*.html", SearchOption.AllDirectories))
        {
            var b = File.ReadAllBytes(f);
            var r = DocumentReaders.Read(b, DocumentId.Of(b), "x.html", false);
            File.WriteAllText("/tmp/courtpages-out/" + System.IO.Path.GetFileName(f) + ".txt", string.Join("\n", r.Problems.Select(p => p.Code + " " + p.Sentence)) + "\n-----\n" + r.Text?.CardStart + "\n" + r.Text?.Text);
        }
    }
}
