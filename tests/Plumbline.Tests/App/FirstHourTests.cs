using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Plumbline.App.Texts;
using Plumbline.Invented;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.LocalApp;

/// <summary>
/// docs/first-hour.md and docs/first-hour.ru.md: its steps are walked in a browser over invented rulings, in both languages; with PLUMB_ACCEPT=1 its pictures are taken anew. What the
/// pages call a button is what the app calls it.
/// </summary>
public sealed partial class FirstHourTests(Browser browser) : IClassFixture<Browser>
{
    private const int LargestPicture = 150 * 1024;

    private static readonly string Docs = Path.Combine(Support.Repository.Root, "docs");

    /// <summary>What the pages of other programs call theirs.</summary>
    private static readonly string[] OfOthers =
        ["Extract all", "More info", "Run anyway", "Run as a Program", "Извлечь всё", "Подробнее", "Выполнить в любом случае", "Запустить как программу"];

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    public async Task The_steps_of_the_first_hour_work(string language)
    {
        Assert.SkipUnless(Browser.IsHere, "needs chromium");
        using var home = new TemporaryFolder("home");
        var files = Rulings(home);
        var russian = language == "ru";
        await using var app = await RunningApp.Start(home: home["Plumbline"]);
        await using var visit = await browser.Open();
        await visit.Enter(app.Host.OpeningAddress());
        var page = visit.Page;
        await visit.Go("start", 1000);
        if (russian)
        {
            await page.Locator(".language").ClickAsync();
            await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(Words.StartTitle.Ru);
            await page.WaitForTimeoutAsync(800);
        }

        await page.FillAsync("#name", russian ? "Задержания 2022" : "Detentions 2022");
        await page.FillAsync("#who", russian ? "тихая-выдра-17" : "quiet-otter-17");
        // Where the test happens to make cases is nobody's business.
        await page.EvaluateAsync("([from, to]) => { for (const p of document.querySelectorAll('.hint')) p.textContent = p.textContent.replace(from, to); }", new[] { home.Path, "/home/otter" });
        await Take(page, language, "1-start");
        await page.Locator("form button.main").ClickAsync();
        await page.WaitForURLAsync("**/files");
        await page.WaitForFunctionAsync("() => window.Blazor && document.querySelector('h1')");
        await page.WaitForTimeoutAsync(800);
        await page.SetInputFilesAsync("#pick-files", files);
        await Assertions.Expect(page.Locator(".good")).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await Take(page, language, "2-files");
        await visit.Go("", 1000);
        await app.Host.Desk.Case!.Figures.WhenDone();
        await Take(page, language, "3-investigation");

        await visit.Go("read", 1000);
        await page.WaitForURLAsync("**/unit/**");
        await page.WaitForFunctionAsync("() => document.documentElement.dataset.keys === 'on'");
        await Assertions.Expect(page.FrameLocator("#document").Locator("mark").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await page.WaitForTimeoutAsync(800);
        await Take(page, language, "4-unit");
        var before = await page.Locator(".settled").CountAsync();
        await page.Keyboard.PressAsync("KeyA");
        await Assertions.Expect(page.Locator(".said")).Not.ToBeEmptyAsync();
        await Assertions.Expect(page.FrameLocator("#document").Locator("mark").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        Assert.True(await page.Locator(".settled").CountAsync() > before);
        await Take(page, language, "5-confirmed");

        await visit.Go("search?q=" + Uri.EscapeDataString("\"в размере\""), 1000);
        await Assertions.Expect(page.Locator("mark").First).ToBeVisibleAsync();
        await Take(page, language, "6-search");

        File.WriteAllText(home["article.md"], russian
            ? "# Штрафы\n\nВ прочитанных постановлениях не меньше 5 дел закончились штрафом, и 40 человек ушли без наказания.\n"
            : "# Fines\n\nIn the rulings that we read, at least 5 cases ended with a fine, and 40 people went without a penalty.\n");
        await visit.Go("claims", 1000);
        await page.SetInputFilesAsync("#pick-draft", home["article.md"]);
        await Assertions.Expect(page.Locator("button.figure").First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.Locator("button.figure").First.ClickAsync();
        await page.WaitForTimeoutAsync(500);
        await Take(page, language, "7-claims");
        await Claim(page);
        await Assertions.Expect(page.Locator("button.figure.holds, button.figure.open, button.figure.fails").First).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.Locator("button.figure.holds, button.figure.open, button.figure.fails").First.ClickAsync();
        await page.WaitForTimeoutAsync(500);
        await Take(page, language, "8-rests");
        Assert.Empty(visit.Complaints);
        Assert.Equal([$"127.0.0.1:{app.Port}"], visit.Hosts);
    }

    [Theory]
    [InlineData("first-hour.md", "en")]
    [InlineData("first-hour.ru.md", "ru")]
    public void The_pages_have_their_pictures_and_call_everything_as_the_app_does(string name, string language)
    {
        var page = File.ReadAllText(Path.Combine(Docs, name));
        var pictures = Picture().Matches(page).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(8, pictures.Count);
        Assert.All(pictures, picture =>
        {
            Assert.StartsWith($"screens/{language}-", picture, StringComparison.Ordinal);
            var bytes = File.ReadAllBytes(Path.Combine(Docs, picture));
            Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], bytes[..4]);
            Assert.InRange(bytes.Length, 4_000, LargestPicture);
        });
        var words = typeof(Words).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<Text>()
            .Select(t => (language == "ru" ? t.Ru : t.En).Split(':')[0]).ToHashSet(StringComparer.Ordinal);
        Assert.Equal("", string.Join("\n", Named().Matches(Regex.Replace(page, "`[^`\n]*`", "")).Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Groups[2].Value).Where(w => !OfOthers.Contains(w) && !words.Contains(w) && !words.Contains(char.ToLowerInvariant(w[0]) + w[1..]))));
    }

    [Fact]
    public void Both_languages_tell_the_same()
    {
        var (english, russian) = (File.ReadAllText(Path.Combine(Docs, "first-hour.md")), File.ReadAllText(Path.Combine(Docs, "first-hour.ru.md")));
        Assert.Equal(Regex.Count(english, "^#", RegexOptions.Multiline), Regex.Count(russian, "^#", RegexOptions.Multiline));
        Assert.Equal(Commands(english), Commands(russian));
    }

    private static IEnumerable<string> Commands(string page) => Regex.Matches(page, "^    (.+)$", RegexOptions.Multiline).Select(m => m.Groups[1].Value);

    /// <summary>Writes a claim behind the figure that is chosen: how many of the first kind.</summary>
    private static async Task Claim(IPage page)
    {
        await page.Locator(".rests button.main").First.ClickAsync();
        await page.FillAsync("#claim-id", "fined");
        await Assertions.Expect(page.Locator(".claim-form .ends")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.Locator(".claim-form button.main").ClickAsync();
    }

    private static async Task Take(IPage page, string language, string name)
    {
        await page.SetViewportSizeAsync(960, 640);
        await page.EvaluateAsync("() => document.activeElement?.blur()");
        await page.WaitForTimeoutAsync(300);
        var bytes = await page.ScreenshotAsync(new() { Type = ScreenshotType.Png, Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
        Assert.InRange(bytes.Length, 4_000, LargestPicture);
        if (Environment.GetEnvironmentVariable("PLUMB_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.Combine(Docs, "screens"));
            await File.WriteAllBytesAsync(Path.Combine(Docs, "screens", $"{language}-{name}.png"), bytes, TestContext.Current.CancellationToken);
        }
    }

    private static string[] Rulings(TemporaryFolder home) => [.. InventedRulings.Make(seed: 7, count: 24).Select(ruling =>
    {
        File.WriteAllBytes(home[ruling.FileName], ruling.Bytes);
        return home[ruling.FileName];
    })];

    [GeneratedRegex(@"!\[[^\]]*\]\(([^)]+)\)")]
    private static partial Regex Picture();

    [GeneratedRegex(@"(?<!\*)\*([^*\n]+)\*(?!\*)|«([^»\n]+)»")]
    private static partial Regex Named();
}
