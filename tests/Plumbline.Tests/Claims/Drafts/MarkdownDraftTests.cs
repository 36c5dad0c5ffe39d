using CsCheck;
using Plumbline.Claims.Drafts;

namespace Plumbline.Tests.Claims.Drafts;

public sealed class MarkdownDraftTests
{
    private const string Whole = """
        ---
        title: 12 monkeys
        ---
        # Headline with [7 rulings](claim:head)

        In **5169 arrests**, `code 9913` and [at *least* 141](claim:people), see [the site](http://x.org/9914).[^1]
        Second&nbsp;line \*with 10&nbsp;000 rubles.

        | court | count |
        | --- | --- |
        | Тверской | [21](claim:cell) |

        ![a caption of 5 people](p.png)

            indented code 9915

        <!-- comment 9916 -->
        <div class="x">17 people in HTML</div>

        [^1]: A footnote with [3 fines](claim:note).
        """;

    private static readonly string[] Pieces =
    [
        "word ", "141 ", "**b** ", "[x](claim:a) ", "\n\n", "\n", "# ", "- ", "`c` ", "> ", "| a | 7 |\n|---|---|\n", "\\* ", "&amp; ", "слово ", "😀 ", "[^1] ", "<b>t</b> ", "<p>5</p>\n", "_e_ ", "1. ",
    ];

    [Fact]
    public void Headings_cells_captions_footnotes_and_html_are_prose_and_code_is_not()
    {
        var draft = Read(Whole);
        var text = string.Join("\n", draft.Passages.Select(p => p.Text));
        Assert.All(new[] { "7 rulings", "5169", "141", "21", "5 people", "17 people", "3 fines", "10\u00a0000 rubles" }, t => Assert.Contains(t, text, StringComparison.Ordinal));
        Assert.All(new[] { "monkeys", "9913", "9914", "9915", "9916" }, t => Assert.DoesNotContain(t, text, StringComparison.Ordinal));
        Assert.Equal(["head", "people", "cell", "note"], draft.Links.Select(l => l.Id));
        Assert.Empty(draft.Problems);
    }

    [Fact]
    public void A_link_lies_in_the_file_where_its_text_stands()
    {
        var draft = Read(Whole);
        Assert.Equal(["7 rulings", "at *least* 141", "21", "3 fines"], draft.Links.Select(l => l.InFile.In(draft.File.Text)));
        Assert.Equal((4, 18), draft.PlaceOf(draft.Links[0].InFile.Start));
        Assert.StartsWith("In 5169 arrests", draft.Links[1].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_that_is_none_is_reported() =>
        Assert.Equal("CHK003", Assert.Single(Read("We saw [141 people] (claim:people) there.").Problems).Code);

    [Fact]
    public void Every_letter_of_prose_comes_from_its_place_in_the_file() =>
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i])
            .Array[0, 25].Select(string.Concat).Sample(EveryLetterComesFromItsPlace);

    [Theory]
    [InlineData("**b** # word \n| a | 7 |\n|---|---|\n- \n_e_ > word ")]
    [InlineData("word **b** and more of it \t\n| a | 7 |\n|---|---|\n- \n word")]
    public void Lines_that_only_look_like_a_table_come_from_their_place(string text)
    {
        EveryLetterComesFromItsPlace(text);
        Assert.Contains(Read(text).Passages, p => p.Text.Contains('7', StringComparison.Ordinal));
    }

    private static void EveryLetterComesFromItsPlace(string text)
    {
        foreach (var passage in Read(text).Passages)
        {
            for (var i = 0; i < passage.Text.Length; i++)
            {
                if (char.IsLetterOrDigit(passage.Text[i]))
                {
                    Assert.Equal(passage.Text[i], text[passage.InFile(new(i, i + 1)).Start]);
                }
            }
        }
    }

    private static Draft Read(string text) => MarkdownDraft.Read(new DraftFile("draft.md", text));
}
