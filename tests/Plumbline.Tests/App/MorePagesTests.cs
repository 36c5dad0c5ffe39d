using Microsoft.Playwright;
using Plumbline.Pipeline;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.LocalApp;

/// <summary>The pages behind the menu, in a real browser, as somebody uses them.</summary>
public sealed class MorePagesTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly string[] Paths = ["sources", "journal", "codebook", "timeline", "entry"];

    [Fact]
    public async Task Pages_behind_the_menu_keep_to_WCAG_in_all_sizes_and_lights()
    {
        using var given = Given();
        await using var app = await RunningApp.Start(given.Folder.Root);
        await using var visit = await browser.Open();
        await visit.Enter(app.Host.OpeningAddress());
        foreach (var path in Paths)
        {
            foreach (var (width, dark) in new[] { (1440, false), (1440, true), (390, false), (390, true) })
            {
                await visit.Go(path, width, dark);
                await Shows(visit, $"{path}-{width}{(dark ? "-dark" : "")}");
            }
        }

        // Russian words are longer.
        await visit.Page.Locator(".language").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("h1")).ToContainTextAsync("Записать");
        foreach (var path in Paths)
        {
            await visit.Go(path, 390);
            await Shows(visit, $"{path}-ru");
        }

        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_source_is_withdrawn_and_brought_back_on_its_page()
    {
        using var given = Given();
        await using var app = await RunningApp.Start(given.Folder.Root);
        await using var visit = await browser.Open();
        await visit.Enter(app.Host.OpeningAddress());
        var page = visit.Page;
        await visit.Go("journal");
        await page.Locator(".more summary").PressAsync("Enter");
        await page.Locator(".more a[href=sources]").PressAsync("Enter");
        await page.WaitForURLAsync("**/sources");
        await Assertions.Expect(page.Locator("details.more")).Not.ToHaveAttributeAsync("open", "");
        await page.Locator(".picks button").ClickAsync();
        await Shows(visit, "source");
        await page.Locator("button.warn").ClickAsync();
        await page.FillAsync("#reason", "asked us to wait");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("tr.breaks")).ToContainTextAsync("at least one fine", new() { Timeout = 60_000 });
        await Shows(visit, "source-breaks");
        await page.Locator("#do").ClickAsync();
        await Assertions.Expect(page.Locator(".said")).ToContainTextAsync("clerk");
        await page.Locator(".notice button").ClickAsync();
        await Assertions.Expect(page.Locator(".picks")).ToContainTextAsync("withdrawn");
        await app.Host.Desk.Case!.Work.Job.WhenDone();
        Assert.Equal(1, app.Host.Desk.Case.Built!.Units["notes"]);

        await visit.Go("journal?unit=");
        await Assertions.Expect(page.Locator(".log tbody tr").First).ToContainTextAsync("withdrew clerk");
        await page.GetByRole(AriaRole.Button, new() { Name = "Verify" }).ClickAsync();
        await Assertions.Expect(page.Locator(".card .good")).ToContainTextAsync("Intact");
        await Shows(visit, "verified");
        await page.SelectOptionAsync("#what", "withdrawal");
        await Assertions.Expect(page.Locator(".log tbody tr")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_rule_is_edited_while_its_faults_and_hits_are_shown()
    {
        using var given = Given();
        await using var app = await RunningApp.Start(given.Folder.Root);
        await using var visit = await browser.Open();
        await visit.Enter(app.Host.OpeningAddress());
        var page = visit.Page;
        await visit.Go("codebook");
        await Assertions.Expect(page.Locator(".book")).ToContainTextAsync("What the court decided.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit" }).ClickAsync();
        await Assertions.Expect(page.Locator("#yaml")).ToHaveValueAsync(FinedNotes.Codebook.ReplaceLineEndings("\n"));
        await page.FillAsync("#yaml", FinedNotes.Codebook.Replace("when: fine", "when: \"fine (\"", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator(".editor .bad")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".editor button.main")).ToBeDisabledAsync();
        await page.Locator(".problems button.link").First.ClickAsync();
        await page.WaitForFunctionAsync("() => { const y = document.getElementById('yaml'); return y.value.slice(y.selectionStart, y.selectionEnd).includes('when'); }");

        await page.FillAsync("#yaml", FinedNotes.Codebook.Replace("when: arrest", "when: arrest OR court", StringComparison.Ordinal).Replace("What the court decided.", "What the court said.", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("#rule")).ToHaveValueAsync("outcome/arrest");
        await Assertions.Expect(page.Locator(".hits mark").First).ToHaveTextAsync("court");
        await Assertions.Expect(page.Locator(".editor")).ToContainTextAsync("1 decision must be looked at again");
        await page.GetByRole(AriaRole.Button, new() { Name = "See what would change" }).ClickAsync();
        await Assertions.Expect(page.Locator("tr.breaks")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Shows(visit, "codebook-edit");
        await page.Locator(".editor button.main").ClickAsync();
        await Assertions.Expect(page.Locator(".said")).ToContainTextAsync("notes.yaml");
        Assert.Contains("arrest OR court", File.ReadAllText(Path.Combine(given.Folder.Codebooks, "notes.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_is_chosen_and_leads_to_its_units()
    {
        using var given = Given();
        File.AppendAllText(given.Folder.CaseYaml, "holidays: ru\n");
        await using var app = await RunningApp.Start(given.Folder.Root);
        await using var visit = await browser.Open();
        await visit.Enter(app.Host.OpeningAddress());
        var page = visit.Page;
        await visit.Go("timeline");
        await Assertions.Expect(page.Locator("#month-title")).ToHaveTextAsync("June 2022");
        await Assertions.Expect(page.Locator(".picks")).ToContainTextAsync("Russia Day");
        await page.GetByRole(AriaRole.Button, new() { Name = "10 Jun 2022" }).ClickAsync();
        await Assertions.Expect(page.Locator(".rests a")).ToHaveTextAsync("one.txt");
        await Shows(visit, "timeline-day");
        await page.Locator(".numbers button").ClickAsync();
        await Assertions.Expect(page.Locator(".rests a")).ToHaveTextAsync("two.txt");
        await page.Locator(".rests a").ClickAsync();
        await page.WaitForURLAsync("**/unit/**");
    }

    [Fact]
    public async Task An_incident_told_by_phone_is_entered_with_a_file_and_is_a_unit_then()
    {
        using var given = Given();
        using var files = new TemporaryFolder("photos");
        File.WriteAllText(files["ticket.txt"], "A ticket.\n");
        await using var app = await RunningApp.Start(given.Folder.Root);
        await using var visit = await browser.Open();
        await visit.Enter(app.Host.OpeningAddress());
        var page = visit.Page;
        await visit.Go("entry");
        await page.Locator("form button.main").ClickAsync();
        await Assertions.Expect(page.Locator("form .problem")).ToContainTextAsync("REV091");
        await page.FillAsync("#how", "by phone");
        await page.FillAsync("#source", "caller");
        await page.FillAsync("#told", "They fined him at the station.");
        await page.GetByLabel("Fine", new() { Exact = true }).CheckAsync();
        await page.FillAsync("#x1", "2022-06");
        await page.SetInputFilesAsync("#pick-files", files["ticket.txt"]);
        await Assertions.Expect(page.Locator("form li")).ToContainTextAsync("ticket.txt");
        await Shows(visit, "entry-filled");
        await page.Locator("form button.main").ClickAsync();
        await Assertions.Expect(page.Locator(".said")).ToContainTextAsync("Entered: 2 values, 1 files");
        await Assertions.Expect(page.Locator("#told")).ToHaveValueAsync("");
        await page.Locator(".notice button").ClickAsync();
        await page.Locator("a.button[href^=unit]").ClickAsync(new() { Timeout = 60_000 });
        await page.WaitForURLAsync("**/unit/**");
        await Assertions.Expect(page.Locator("#v0")).ToContainTextAsync("Fine");
        await Assertions.Expect(page.FrameLocator("#document").Locator("body")).ToContainTextAsync("They fined him at the station.");
        await Shows(visit, "entry-read");
        Assert.Equal(3, app.Host.Room.Case!.Built!.Units["notes"]);
    }

    private static TestCase Given()
    {
        Assert.SkipUnless(Browser.IsHere, "needs chromium");
        return FinedNotes.Given();
    }

    /// <summary>Nothing against WCAG, nothing beside the screen; a picture where PLUMB_SHOTS says.</summary>
    private static async Task Shows(Visit visit, string name)
    {
        if (Environment.GetEnvironmentVariable("PLUMB_SHOTS") is { Length: > 0 } folder)
        {
            await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }

        Assert.Empty((await visit.Violations()).Select(v => $"{name} {v}"));
        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
    }
}
