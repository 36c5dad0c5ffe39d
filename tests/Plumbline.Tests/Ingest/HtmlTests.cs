using System.Text;
using CsCheck;
using Plumbline.Evidence;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.Ingest;

public sealed class HtmlTests
{
    private static readonly Gen<string> Pages = Given.OneOf(
        "<p>", "</p>", "<div class=menu>", "<div>", "</div>", "<b>", "</b>", "<br>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<li>", "<ul>", "</ul>", "<!-- c -->",
        "<script>var a='<p>нет'</script>", "суд ", "штраф", " 5&nbsp;000 ", "&laquo;Закон&raquo;", "a &lt b", "\r\n", "\r", "😀", "&#1105;", "&", "<", "</", "<h2>", "</h2>", "<pre>", "</pre>", "\0")
        .Array[1, 60].Select(string.Concat);

    [Fact]
    public void Menus_banners_scripts_and_footers_are_not_text()
    {
        var read = Given.Html("""
            <title>Дело &laquo;1&raquo;</title><nav><a href=1>Главная</a></nav><div class="menu__item">Меню</div><script>'текст'</script><style>p{}</style>
            <div id=cookie-banner>Мы пользуемся cookie</div><ul><li><a href=1>Один</a><li><a href=2>Два</a><li><a href=3>Три</a></ul>
            <h1>Постановление</h1><p>Суд назначил <b>штраф</b> в размере 10&nbsp;000 руб.<br>Обжалуется в течение 10 дней.<ul><li>первое<li>второе</ul><footer>О суде</footer>
            """, withOrigin: true);
        Assert.Equal("Постановление\n\nСуд назначил штраф в размере 10\u00A0000 руб.\nОбжалуется в течение 10 дней.\n\nпервое\n\nвторое", read.Text!.Text);
        Assert.Equal("Дело «1»", read.Text.Title);
        Assert.Equal([BlockKind.Heading, BlockKind.Paragraph, BlockKind.ListItem, BlockKind.ListItem], read.Text.Blocks.Select(b => b.Kind));
    }

    [Fact]
    public void What_holds_most_of_the_text_stays_whatever_it_is_called() =>
        Assert.Equal("Суд признал виновным и назначил наказание.", Given.Html("<div class=sidebar>Суд признал виновным и назначил наказание.</div>").Text!.Text);

    [Fact]
    public void Rows_of_a_table_keep_their_cells_and_a_layout_table_gives_its_blocks()
    {
        var read = Given.Html("""
            <table><tr><td><h1>Карточка</h1><table><tr><th>Дата<th>Событие<tr><td>01.02.2012<td><p>Судебное<p>заседание<td></table><td>сбоку</table>
            """, withOrigin: true).Text!;
        Assert.Equal("Карточка\n\nДата\tСобытие\n\n01.02.2012\tСудебное заседание\n\nсбоку", read.Text);
        Assert.Equal([BlockKind.Heading, BlockKind.TableRow, BlockKind.TableRow, BlockKind.Paragraph], read.Blocks.Select(b => b.Kind));
    }

    [Fact]
    public void A_bare_CR_ends_a_line_and_two_breaks_a_paragraph() =>
        Assert.Equal("судья\nПОСТАНОВИЛ\n\nштраф", Given.Html("<div>судья\rПОСТАНОВИЛ\n<br> <br>штраф</div>").Text!.Text);

    [Fact]
    public void A_captcha_is_not_a_ruling_that_is_silent()
    {
        var read = Given.Html("<p>Неверно указан проверочный код с картинки.");
        Assert.Null(read.Text);
        Assert.Contains(read.Problems, p => p.Code == "ING019");
    }

    [Fact]
    public void Deep_nesting_is_read_without_a_deep_stack()
    {
        var read = Given.Html(string.Concat(Enumerable.Repeat("<div><b><table><tr><td>", 200_000)) + "глубоко");
        Assert.Equal("глубоко", read.Text!.Text);
    }

    [Fact]
    public void Text_leads_back_to_its_bytes_and_the_map_changes_no_text() => Gen.Select(Pages, Gen.Int[0, 100], Gen.Int[1, 30]).Sample((page, from, length) =>
    {
        var bytes = Encoding.UTF8.GetBytes("<!doctype html>" + page);
        var read = Given.Read(bytes, "a.html", withOrigin: true);
        if (read.Text is not { } text)
        {
            Assert.Equal("ING001", Assert.Single(read.Problems).Code); // so many NULs that it is binary data
            return;
        }

        Assert.Equal(Given.Read(bytes, "a.html").Text!.Text, text.Text);
        Assert.All(text.Blocks, b => Assert.Equal(b.Span.In(text.Text).Trim(' ', '\n'), b.Span.In(text.Text)));
        foreach (var stretch in text.Origin)
        {
            if (char.IsLowSurrogate(text.Text[stretch.Text.Start]) || text.Text[stretch.Text.Start] == '\uFFFD')
            {
                continue;
            }

            var original = Encoding.UTF8.GetString(bytes, (int)stretch.OriginalStart, stretch.OriginalLength);
            Assert.Equal(Given.Flat(stretch.Text.In(text.Text)), Given.Flat(System.Net.WebUtility.HtmlDecode(original).Replace("\0", " ", StringComparison.Ordinal).Replace("&lt", "<", StringComparison.Ordinal)));
        }
    });

    [Fact]
    public void Spans_of_real_pages_lead_back_to_their_bytes()
    {
        var files = Directory.EnumerateFiles(Corpus.Path("court_html"), "*.html", SearchOption.AllDirectories).ToArray();
        var spans = 0;
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            if (Given.Read(bytes, Path.GetFileName(file), withOrigin: true).Text is not { } read)
            {
                continue; // a list or a gate: CourtPageCorpusTests counts them
            }

            Assert.True(read.Text.Length > 200, Path.GetFileName(file));
            foreach (var block in read.Blocks.Where(b => b.Kind == BlockKind.Paragraph && !b.Span.In(read.Text).Contains('\n', StringComparison.Ordinal)))
            {
                var original = Given.Original(bytes, read, block.Span, Encoding.UTF8);
                spans += original.Replace(" ", "", StringComparison.Ordinal) == block.Span.In(read.Text).Replace(" ", "", StringComparison.Ordinal) ? 1 : 0;
            }
        }

        Assert.True(spans > 250, $"{spans} paragraphs of {files.Length} pages");
    }
}
