using Plumbline.Evidence;
using Plumbline.Ingest;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.RealInput;

/// <summary>All saved pages of courts at hand: what each is, and how many cards give each field. Only counts are asserted.</summary>
public sealed class CourtPageCorpusTests
{
    [Fact]
    public void Real_pages_are_told_apart_and_cards_give_their_fields()
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var read = Directory.EnumerateFiles(Corpus.Path("court_html"), "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file =>
        {
            var bytes = File.ReadAllBytes(file);
            return DocumentReaders.Read(bytes, DocumentId.Of(bytes), "page.html", withOrigin: false);
        }).ToList();
        int Pages(string code) => read.Count(r => r.Problems.Any(p => p.Code == code));
        var cards = read.Where(r => r.Text is { CardStart: not null }).Select(r => r.Text!).ToList();
        int With(string field) => cards.Count(c => c.Text.Contains(field + " в карточке: ", StringComparison.Ordinal));

        Assert.Equal(17, read.Count);
        Assert.Equal((10, 5), (cards.Count, cards.Count(c => c.CardStart > 1000)));
        Assert.Equal((2, 4, 1, 5), (Pages("ING019"), Pages("ING024"), Pages("ING025"), Pages("ING030")));
        Assert.Equal(7, read.Count(r => r.Text is null));
        Assert.Equal((10, 10, 10), (With("Номер дела"), With("УИД"), With("Суд")));
        Assert.Equal((9, 10, 8, 8, 3), (With("Судья"), With("Дата поступления"), With("Дата рассмотрения"), With("Результат"), With("Статья")));
        Assert.All(cards, c => Assert.DoesNotContain('\uFFFD', c.Text));
    }
}
