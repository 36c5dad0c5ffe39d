using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Plumbline.App.Texts;
using Plumbline.Tests.RepositoryFace;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.LocalApp;

/// <summary>Problems in Russian, held against the tables of docs/ and the codes in src/.</summary>
public sealed class ProblemWordsTests(Browser browser) : IClassFixture<Browser>
{
    // What Russians write in Latin letters too; all else of this kind stands between backticks.
    private static readonly HashSet<string> Latin =
        ["Plumbline", "Word", "Markdown", "HTML", "PDF", "DOCX", "RTF", "CSV", "XLSX", "YAML", "SQL", "UTF", "OCR", "Parquet"];

    private static readonly IReadOnlyList<string> Known = [.. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
        .SelectMany(f => Regex.Matches(File.ReadAllText(f), @"^\| ([A-Z]{3}[0-9]{3}) \|", RegexOptions.Multiline))
        .Concat(DocsTests.Sources("src").Where(f => !Path.GetFileName(f).StartsWith(nameof(ProblemWords), StringComparison.Ordinal)).SelectMany(f => Regex.Matches(File.ReadAllText(f), "\"([A-Z]{3}[0-9]{3})\"")))
        .Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_problem_that_a_page_can_show_is_said_in_Russian()
    {
        Assert.True(Known.Count > 300);
        Nothing(Known.Where(c => !c.StartsWith("CLI", StringComparison.Ordinal) && !ProblemWords.All.ContainsKey(c)));
    }

    [Fact]
    public void No_problem_is_said_that_is_not_there() => Nothing(ProblemWords.All.Keys.Except(Known).Order(StringComparer.Ordinal));

    [Fact]
    public void Both_sentences_are_Russian_and_whole() => Nothing(ProblemWords.All.OrderBy(t => t.Key, StringComparer.Ordinal)
        .SelectMany(t => new[] { t.Value.What, t.Value.Try }.Where(s => !IsRussian(s)).Select(s => $"{t.Key} {s}")));

    [Fact]
    public void Pieces_make_the_text_again()
    {
        Assert.Equal([("Пишите ", false), ("w/5", true), (" или ", false), ("w/s", true), (".", false)], ProblemWords.Pieces("Пишите `w/5` или `w/s`."));
        Assert.All(ProblemWords.All.Values, t => Assert.Equal(t.What.Replace("`", "", StringComparison.Ordinal), string.Concat(ProblemWords.Pieces(t.What).Select(p => p.Piece))));
    }

    [Fact]
    public void In_English_the_library_speaks_for_itself()
    {
        Assert.Null(ProblemWords.Of(Language.English, "ING002"));
        Assert.Equal("Файл пустой.", ProblemWords.Of(Language.Russian, "ING002")!.What);
        Assert.Null(ProblemWords.Of(Language.Russian, "CLI001"));
    }

    [Fact]
    public async Task A_page_says_it_in_Russian_first_and_keeps_what_the_library_said()
    {
        Assert.SkipUnless(Browser.IsHere, "needs chromium");
        using var given = new TestCase();
        given.Codebook("notes", "unit: notes\nof: document\nvariables:\n  weather:\n    type: text\n");
        given.Give("one.txt", "The court fined a man.");
        given.Give("empty.txt", "");
        given.Build();
        await using var app = await RunningApp.Start(given.Folder.Root);
        await using var visit = await browser.Open();
        var page = visit.Page;
        await visit.Enter(app.Host.OpeningAddress());
        await visit.Go("files");
        await page.Locator(".language").ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "ru");
        await visit.Go($"unit/{given.Query("SELECT unit_id FROM notes WHERE file = 'one.txt'").Single()}?variable=weather");
        await page.Keyboard.PressAsync("KeyX");
        await Assertions.Expect(page.Locator(".problem strong")).ToHaveTextAsync("Сказать, что чего-то в тексте нет, может только тот, кто прочитал его целиком.");
        await Assertions.Expect(page.Locator(".problem .exact [lang=en]")).ToContainTextAsync("That the source does not say weather");
        Assert.Empty(await visit.Violations());
        foreach (var (width, dark) in new[] { (1440, false), (390, true) })
        {
            await visit.Go("files", width, dark);
            await Assertions.Expect(page.Locator(".problems li")).ToContainTextAsync("Файл пустой.");
            Assert.Empty(await visit.Violations());
            Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
        }
    }

    private static bool IsRussian(string text)
    {
        var words = string.Concat(ProblemWords.Pieces(text).Where(p => !p.IsCode).Select(p => p.Piece));
        return Regex.IsMatch(text, "^[А-ЯЁ`].*[\\p{L}0-9`)»]\\.$", RegexOptions.Singleline) && Regex.IsMatch(words, "[а-яё]{2}")
            && text.Count(c => c == '`') % 2 == 0 && !text.Contains("  ", StringComparison.Ordinal) && text.Count(c => c == '«') == text.Count(c => c == '»')
            && Regex.Matches(words, "[A-Za-z]+").All(m => Latin.Contains(m.Value));
    }

    private static void Nothing(IEnumerable<string> left) => Assert.Equal("", string.Join("\n", left));
}
