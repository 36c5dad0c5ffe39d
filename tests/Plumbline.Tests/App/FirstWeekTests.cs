using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Plumbline.Cases;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.LocalApp;

/// <summary>The first week of a newsroom on 168 real rulings, through the pages alone: from nothing to a figure that was signed, and to the day on which a source takes back what it gave.</summary>
public sealed partial class FirstWeekTests(Browser browser) : IClassFixture<Browser>
{
    /// <summary>Rulings of the source that is withdrawn in the end; the others are somebody else's.</summary>
    private const int OfArchive = 140;

    private static readonly LocatorAssertionsToBeVisibleOptions Long = new() { Timeout = 240_000 };
    private static readonly LocatorAssertionsToHaveCountOptions LongCount = new() { Timeout = 240_000 };
    private static readonly LocatorAssertionsToContainTextOptions LongText = new() { Timeout = 240_000 };
    private static readonly LocatorAssertionsToHaveClassOptions LongClass = new() { Timeout = 120_000 };

    [Fact]
    public async Task A_newsroom_goes_from_nothing_to_a_signed_figure_and_a_source_that_is_withdrawn()
    {
        Assert.SkipUnless(Browser.IsHere, "needs chromium");
        var rulings = Directory.GetFiles(Corpus.Path("rally-rulings", "texts"), "*.txt").Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(168, rulings.Length);
        using var home = new TemporaryFolder("home");
        await using var app = await RunningApp.Start(home: home["Plumbline"]);
        await using var ada = await browser.Open();
        await ada.Enter(app.Host.OpeningAddress());

        await MakeCase(ada);
        await Drop(ada, "archive", rulings[..OfArchive]);
        await Drop(ada, "lawyer", rulings[OfArchive..]);
        await Assertions.Expect(ada.Page.Locator(".numbers").First).ToContainTextAsync("168");
        var (first, second) = await ConfirmByKeys(ada);
        await Update(ada);

        await PeopleSteps.NameSelf(ada, "ada");
        foreach (var (name, role) in new[] { ("bob", Role.Coder), ("eve", Role.Coder), ("jan", Role.Adjudicator) })
        {
            await PeopleSteps.Add(ada, name, role);
        }

        await ada.Look("people", "people");
        await using var bob = await PeopleSteps.SignIn(browser, app, "bob");
        await using var eve = await PeopleSteps.SignIn(browser, app, "eve");
        await CodeBlind(bob, first, second, "Штраф");
        await CodeBlind(eve, first, second, "Предупреждение");
        await using var jan = await PeopleSteps.SignIn(browser, app, "jan");
        await Adjudicate(jan, second);

        await SaveRule(ada);
        await DropDraft(ada);
        await WriteClaim(ada);
        await ConfirmUntilItHolds(ada);
        await Sign(ada);
        await Withdraw(ada);
        await Verify(ada);
        foreach (var visit in new[] { ada, bob, eve, jan })
        {
            Assert.Empty(visit.Complaints);
            Assert.Equal([$"127.0.0.1:{app.Port}"], visit.Hosts);
        }
    }

    private static async Task MakeCase(Visit visit)
    {
        var page = visit.Page;
        await visit.Go("start");
        await page.FillAsync("#name", "Rallies 2022");
        await page.Locator("input[name=template][value=rulings-ru]").CheckAsync();
        await page.FillAsync("#who", "ada");
        await page.Locator("form button.main").First.ClickAsync();
        await page.WaitForURLAsync("**/files");
        await Assertions.Expect(page.Locator("header .case")).ToHaveTextAsync("Rallies 2022");
    }

    /// <summary>Files are given to the drop zone; they are taken in and read, with progress.</summary>
    private static async Task Drop(Visit visit, string source, string[] files)
    {
        var page = visit.Page;
        await visit.Go("files");
        await page.FillAsync("#source", source);
        await page.Locator("#source").BlurAsync();
        await page.WaitForTimeoutAsync(300);
        await page.SetInputFilesAsync("#pick-files", files);
        await Assertions.Expect(page.Locator(".work progress")).ToBeVisibleAsync(Long);
        await Assertions.Expect(page.Locator(".work")).ToContainTextAsync($"{files.Length} files taken in", LongText);
        await Assertions.Expect(page.Locator(".good")).ToBeVisibleAsync(Long);
    }

    private static async Task Update(Visit visit)
    {
        await visit.Go("");
        await visit.Page.Locator(".notice").GetByRole(AriaRole.Button, new() { Name = "Update" }).ClickAsync();
        await Updated(visit.Page);
    }

    private static async Task Updated(IPage page)
    {
        await Assertions.Expect(page.Locator(".work progress")).ToBeVisibleAsync(Long);
        await Assertions.Expect(page.Locator(".work progress")).ToHaveCountAsync(0, LongCount);
        await Assertions.Expect(page.Locator(".work .problem")).ToHaveCountAsync(0);
    }

    /// <summary>Two rulings that the app thinks best to read are confirmed at their words; the ids of the first, and of one that comes next.</summary>
    private static async Task<(string First, string Next)> ConfirmByKeys(Visit visit)
    {
        var page = visit.Page;
        await visit.Go("read");
        var units = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            await page.WaitForURLAsync(u => u.Contains("/unit/", StringComparison.Ordinal) && !units.Exists(k => u.Contains(k, StringComparison.Ordinal)));
            await page.WaitForFunctionAsync("() => document.documentElement.dataset.keys === 'on'");
            units.Add(UnitId().Match(page.Url).Groups[1].Value);
            await Assertions.Expect(page.Locator(".document header code").First).ToHaveTextAsync(units[i]);
            await Assertions.Expect(page.FrameLocator("#document").Locator("mark").First).ToBeVisibleAsync();
            if (i < 2)
            {
                var settled = await page.Locator(".how.settled").CountAsync();
                await page.Keyboard.PressAsync("KeyA");
                await Assertions.Expect(page.Locator(".said")).ToContainTextAsync("Saved");
                await Assertions.Expect(page.Locator(".how.settled")).ToHaveCountAsync(settled + 1);
                await page.Keyboard.PressAsync("KeyN");
            }
        }

        await visit.Look("unit", $"unit/{units[2]}?variable=outcome");
        return (units[0], units[2]);
    }

    /// <summary>Blind is chosen at another ruling, so that this one was never seen with what others say.</summary>
    private static async Task CodeBlind(Visit visit, string elsewhere, string unit, string value)
    {
        await visit.Go("unit/" + elsewhere);
        await visit.Page.Locator("#blind").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".notice").First).ToContainTextAsync("blind");
        await visit.Go($"unit/{unit}?variable=outcome");
        var text = await visit.Page.FrameLocator("#document").Locator("body").InnerTextAsync();
        await PeopleSteps.CodeBlind(visit, value, Word().Match(text).Value);
    }

    private static async Task Adjudicate(Visit visit, string unit)
    {
        var page = visit.Page;
        await visit.Look("queue", "queue?kind=uncertain");
        await visit.Go("queue?kind=disagreements");
        await Assertions.Expect(page.Locator("table.list tbody tr")).ToContainTextAsync("bob, eve");
        await page.Locator("#adjudicate").ClickAsync();
        await page.WaitForURLAsync($"**/adjudicate/{unit}/outcome");
        foreach (var name in new[] { "bob", "eve" })
        {
            await Assertions.Expect(page.Locator($".sides > li:has-text('{name}')")).ToContainTextAsync("without having seen anything");
        }

        await page.Locator(".sides > li:has-text('bob') button").ClickAsync();
        await Assertions.Expect(page.Locator(".said")).ToContainTextAsync("Штраф");
        await visit.Go("queue?kind=disagreements");
        await Assertions.Expect(page.Locator("#adjudicate")).ToHaveCountAsync(0);
    }

    /// <summary>What was searched for is saved as a rule, after what it would change was shown, and codes from then on.</summary>
    private static async Task SaveRule(Visit visit)
    {
        var page = visit.Page;
        await visit.Go("search?q=" + Uri.EscapeDataString("фотографи*"));
        await Assertions.Expect(page.Locator(".hits mark").First).ToBeVisibleAsync();
        await page.Locator("#as-rule").ClickAsync();
        await page.SelectOptionAsync("#rule-variable", "video_evidence");
        await page.SelectOptionAsync("#rule-value", "yes");
        await page.Locator(".rule-form button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator(".foreseen h3").First).ToContainTextAsync("Видео как доказательство", LongText);
        await Assertions.Expect(page.Locator(".foreseen h3").First).ToContainTextAsync("another value");
        var moved = (await page.Locator(".foreseen td a").First.GetAttributeAsync("href"))!;
        await page.Locator("#rule-save").ClickAsync();
        await page.Locator("#rule-update").ClickAsync();
        await Updated(page);
        await visit.Go(moved);
        await Assertions.Expect(page.Locator("li.active .value")).ToHaveTextAsync("yes");
        await Assertions.Expect(page.Locator("li.active q").First).ToContainTextAsync(new Regex("фотографи", RegexOptions.IgnoreCase));
    }

    private static async Task DropDraft(Visit visit)
    {
        var page = visit.Page;
        await visit.Go("claims");
        await page.Locator("details.add summary").ClickAsync();
        await page.SetInputFilesAsync("#pick-draft", new FilePayload { Name = "story.md", MimeType = "text/markdown", Buffer = "# Arrests\n\nIn the rulings that we read, the courts gave at least 2 arrests.\n"u8.ToArray() });
        await Assertions.Expect(page.Locator(".draft")).ToContainTextAsync("In the rulings that we read");
        await Assertions.Expect(page.Locator("button.figure")).ToHaveCountAsync(1);
    }

    private static async Task WriteClaim(Visit visit)
    {
        var page = visit.Page;
        await page.Locator("#f0").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Write a claim" }).ClickAsync();
        await page.Locator("#whereadd").ClickAsync();
        await page.Locator(".filter").GetByLabel("Арест", new() { Exact = true }).CheckAsync();
        await Assertions.Expect(page.Locator(".ends strong")).ToHaveTextAsync(new Regex("^[01] – [0-9]+$"), new() { Timeout = 60_000 });
        await Assertions.Expect(page.Locator("pre.sql")).ToContainTextAsync("SELECT unit_id FROM rulings WHERE outcome = 'arrest'");
        await page.FillAsync("#claim-id", "arrests");
        await page.FillAsync("#claim-counts", "arrest, arrests");
        await page.Locator(".claim-form button.main").ClickAsync();
        await Assertions.Expect(page.Locator(".rests .said")).ToContainTextAsync("arrests");
        await Assertions.Expect(page.Locator("#f0")).ToHaveClassAsync("figure open", LongClass);
    }

    /// <summary>From the figure to its rows, from a row to its sentence, which is confirmed by a key: as many as the figure says.</summary>
    private static async Task ConfirmUntilItHolds(Visit visit)
    {
        var page = visit.Page;
        for (var i = 0; i < 2; i++)
        {
            await visit.Go("claims?figure=arrests");
            await page.Locator("#f0").ClickAsync();
            await page.Locator(".rests tbody a").Nth(i).ClickAsync();
            await page.WaitForURLAsync("**/unit/**");
            await page.WaitForFunctionAsync("() => document.documentElement.dataset.keys === 'on'");
            await Assertions.Expect(page.Locator("li.active .variable")).ToContainTextAsync("Арест");
            await Assertions.Expect(page.FrameLocator("#document").Locator("mark").First).ToBeVisibleAsync();
            await page.Keyboard.PressAsync("KeyA");
            await Assertions.Expect(page.Locator(".said")).ToContainTextAsync("Арест");
        }

        await Update(visit);
        await visit.Go("claims?figure=arrests");
        await Assertions.Expect(page.Locator("#f0")).ToHaveClassAsync("figure holds", LongClass);
        await visit.Look("claims", "claims?figure=arrests");
    }

    private static async Task Sign(Visit visit)
    {
        var page = visit.Page;
        await visit.Go("claims?figure=arrests");
        await page.Locator(".signing label:has-text('draft.md') input").UncheckAsync();
        await page.FillAsync("#sign-name", "first-print");
        await page.Locator(".signing button.main").ClickAsync();
        await Assertions.Expect(page.Locator(".signing .said")).ToContainTextAsync("first-print", LongText);
        await Assertions.Expect(page.Locator(".signatures")).ToContainTextAsync("story.md");
    }

    /// <summary>A source is withdrawn, after it was shown which figure breaks; then the figure is broken.</summary>
    private static async Task Withdraw(Visit visit)
    {
        var page = visit.Page;
        await visit.Go("sources");
        await page.Locator(".picks button", new() { HasText = "archive" }).ClickAsync(new() { Timeout = 120_000 });
        await page.Locator("button.warn").ClickAsync();
        await page.FillAsync("#reason", "asked us not to use it");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("tr.breaks", new() { HasText = "at least 2 arrests" })).ToBeVisibleAsync(Long);
        await visit.Page.Locator("#do").ClickAsync();
        await Assertions.Expect(page.Locator(".said")).ToContainTextAsync("archive");
        await page.Locator(".notice").GetByRole(AriaRole.Button, new() { Name = "Update" }).ClickAsync();
        await Updated(page);
        await Assertions.Expect(page.Locator(".picks")).ToContainTextAsync("withdrawn");

        await visit.Go("claims?figure=arrests");
        await Assertions.Expect(page.Locator("#f0")).ToHaveClassAsync(new Regex("^figure (open|fails)"), LongClass);
        await page.GetByRole(AriaRole.Button, new() { Name = "What changed since" }).ClickAsync();
        await Assertions.Expect(page.Locator(".moved .broken")).ToBeVisibleAsync(Long);
    }

    private static async Task Verify(Visit visit)
    {
        var page = visit.Page;
        await visit.Go("journal");
        await Assertions.Expect(page.Locator(".log tbody tr").First).ToContainTextAsync("withdrew archive");
        await page.GetByRole(AriaRole.Button, new() { Name = "Verify" }).ClickAsync();
        await Assertions.Expect(page.Locator(".card .good")).ToContainTextAsync("Intact", LongText);
        await page.SelectOptionAsync("#who", "eve");
        await Assertions.Expect(page.Locator(".log tbody tr").First).ToContainTextAsync("warning");
    }

    [GeneratedRegex("/unit/([0-9a-z]+)")]
    private static partial Regex UnitId();

    [GeneratedRegex(@"\p{L}{4,}")]
    private static partial Regex Word();
}
