using Microsoft.Playwright;
using Plumbline.Claims;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.LocalApp;

/// <summary>Claims and Search in a real browser, as a person uses them.</summary>
public sealed class ClaimsBrowserTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task A_draft_is_dropped_a_claim_written_for_its_figure_and_signed()
    {
        using var given = Given();
        await using var app = await RunningApp.Start(given.Folder.Root);
        await using var visit = await browser.Open();
        await visit.Enter(app.Host.OpeningAddress());
        await visit.Go("claims");
        var (page, open) = (visit.Page, app.Host.Desk.Case!);
        await page.SetInputFilesAsync("#pick-draft", new FilePayload { Name = "article.md", MimeType = "text/markdown", Buffer = "# News\n\nThe court gave at least 1 fine in all.\n"u8.ToArray() });
        await page.Locator("#f0").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Write a claim" }).ClickAsync();
        await Assertions.Expect(page.Locator("#claim-kind")).ToBeFocusedAsync();
        await page.Locator("#whereadd").ClickAsync();
        await page.GetByLabel("Fine", new() { Exact = true }).CheckAsync();
        await Assertions.Expect(page.Locator(".ends strong")).ToHaveTextAsync("0 – 2");
        await Assertions.Expect(page.Locator("pre.sql")).ToContainTextAsync("SELECT unit_id FROM notes WHERE outcome = 'fine'");
        await Assertions.Expect(page.Locator("#claim-id")).ToHaveValueAsync("notes-fine");
        Assert.Empty(await visit.Violations());
        await page.FillAsync("#claim-id", "fined");
        await page.Locator(".claim-form button.main").ClickAsync();
        await Assertions.Expect(page.Locator(".rests .said")).ToContainTextAsync("fined");
        await Assertions.Expect(page.Locator("#f0")).ToHaveClassAsync("figure open");
        Assert.Contains("[at least 1 fine](claim:fined)", File.ReadAllText(Path.Combine(given.Folder.Drafts, "article.md")), StringComparison.Ordinal);

        // A figure that is open is not signed unless that is said.
        await page.FillAsync("#sign-name", "print");
        await page.Locator(".signing button.main").ClickAsync();
        await Assertions.Expect(page.Locator(".signing .problem strong")).ToContainTextAsync("fined: open");
        var unit = given.Query("SELECT unit_id FROM notes WHERE file = 'one.txt'").Single();
        open.Units.Say(new App.Cases.Saying { Unit = unit, Variable = "outcome", Values = ["fine"] });
        given.Build();
        await visit.Go("claims?figure=fined");
        await Assertions.Expect(page.Locator("#f0")).ToHaveClassAsync("figure holds");
        await page.FillAsync("#sign-name", "print");
        await page.Locator(".signing button.main").ClickAsync();
        await Assertions.Expect(page.Locator(".signing .said")).ToContainTextAsync("print");
        open.Units.TakeBack(unit, "outcome");
        given.Build();
        await visit.Go("claims");
        await page.GetByRole(AriaRole.Button, new() { Name = "What changed since" }).ClickAsync();
        await Assertions.Expect(page.Locator(".moved .broken")).ToBeVisibleAsync();
        Assert.Empty(await visit.Violations());
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task A_figure_takes_a_suggestion_which_stays_marked()
    {
        using var given = Given();
        Directory.CreateDirectory(given.Folder.Drafts);
        File.WriteAllText(Path.Combine(given.Folder.Drafts, "a.md"), "The court gave 2 fines in these notes.\n");
        await using var app = await RunningApp.Start(given.Folder.Root);
        await using var visit = await browser.Open();
        await visit.Enter(app.Host.OpeningAddress());
        await app.Host.Desk.Case!.Figures.WhenDone();
        await visit.Go("claims", 390);
        var page = visit.Page;
        await page.Locator("#f0").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "What could it rest on?" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take this one" }).First.ClickAsync();
        Assert.Empty(await visit.Violations());
        await page.FillAsync("#take-id", "two-fines");
        await page.Locator(".take button.main").ClickAsync();
        await Assertions.Expect(page.Locator(".rests .notice")).ToBeVisibleAsync();
        Assert.True(ClaimsFile.Read(given.Folder.ClaimsYaml).Claims["two-fines"].Found!.IsOpen);
        Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
    }

    [Fact]
    public async Task A_search_becomes_a_rule_after_it_was_seen_what_it_would_change()
    {
        using var given = Given();
        await using var app = await RunningApp.Start(given.Folder.Root);
        await using var visit = await browser.Open();
        await visit.Enter(app.Host.OpeningAddress());
        await visit.Go("search?q=video");
        var page = visit.Page;
        await page.Locator("#as-rule").ClickAsync();
        await page.SelectOptionAsync("#rule-variable", "video");
        await page.SelectOptionAsync("#rule-value", "yes");
        await page.Locator(".rule-form button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator(".foreseen h3")).ToContainTextAsync("3 units get another value", new() { Timeout = 60_000 });
        await Assertions.Expect(page.Locator(".foreseen td a").Filter(new() { HasText = "one.txt" })).ToHaveCountAsync(1);
        Assert.Empty(await visit.Violations());
        Assert.DoesNotContain("when: video", File.ReadAllText(Path.Combine(given.Folder.Codebooks, "notes.yaml")), StringComparison.Ordinal);
        await page.Locator("#rule-save").ClickAsync();
        await page.Locator("#rule-update").ClickAsync();
        await Assertions.Expect(page.Locator("#rule-update")).ToHaveCountAsync(0);
        await app.Host.Desk.Case!.Work.Job.WhenDone();
        Assert.Equal("yes", given.Query("SELECT video FROM notes WHERE file = 'one.txt'").Single());
        Assert.Empty(visit.Complaints);
    }

    private static TestCase Given()
    {
        Assert.SkipUnless(Browser.IsHere, "needs chromium");
        var given = new TestCase();
        given.Codebook("notes", """
            unit: notes
            words: [note, notes, fine, fines]
            of: document
            variables:
              outcome:
                type: category
                label: Outcome
                values:
                  fine: { label: Fine }
                  arrest: { label: Arrest }
                rules:
                  - value: fine
                    when: fine
                  - value: arrest
                    when: arrest
              video:
                type: yes/no
                label: Video
            """);
        given.Give("one.txt", "The court gave a fine, by video.\n");
        given.Give("two.txt", "The court gave a fine.\n");
        given.Give("three.txt", "The court gave an arrest.\n");
        given.Build();
        return given;
    }
}
