using System.Diagnostics;
using Microsoft.Playwright;
using Plumbline.Custody;
using Plumbline.Pipeline.Decisions;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.LocalApp;

/// <summary>The app in a real browser: few walks, each along many rules.</summary>
public sealed class BrowserTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task Every_page_keeps_to_its_policy_and_to_WCAG_in_all_sizes_and_lights()
    {
        using var given = Given();
        await using var app = await RunningApp.Start(given.Folder.Root);
        await using var visit = await browser.Open();
        await visit.Enter(app.Host.OpeningAddress());
        Assert.DoesNotContain("token", visit.Page.Url, StringComparison.Ordinal);
        Assert.Empty(await visit.Page.EvaluateAsync<string>("document.cookie"));
        await app.Host.Desk.Case!.Figures.WhenDone();
        var unit = given.Query("SELECT unit_id FROM notes WHERE file = 'one.txt'").Single();
        foreach (var path in new[] { "", "start", "files", "search?q=court", $"unit/{unit}", "claims?figure=fined" })
        {
            foreach (var (width, dark) in new[] { (1440, false), (1440, true), (390, false), (390, true) })
            {
                await visit.Go(path, width, dark);
                Assert.Empty((await visit.Violations()).Select(v => $"{path} {width} {v}"));
                Assert.Equal(0, await visit.Page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
            }
        }

        Assert.Empty(visit.Complaints);
        Assert.Equal([$"127.0.0.1:{app.Port}"], visit.Hosts);
    }

    [Fact]
    public async Task A_ruling_is_read_and_decided_on_by_keys_alone_in_either_layout()
    {
        using var given = Given();
        await using var app = await RunningApp.Start(given.Folder.Root);
        await using var visit = await browser.Open();
        await visit.Enter(app.Host.OpeningAddress());
        var unit = given.Query("SELECT unit_id FROM notes WHERE file = 'one.txt'").Single();
        await visit.Go($"unit/{unit}?variable=outcome");
        var (page, desk) = (visit.Page, app.Host.Desk.Case!.Units);

        await page.Keyboard.PressAsync("KeyA");
        await Assertions.Expect(page.Locator(".said")).ToContainTextAsync("Fine");
        Assert.True(desk.Now(unit).Variables[0].IsSettled);

        // The words are moved to the second place, by keys.
        await page.Keyboard.PressAsync("KeyK");
        await Assertions.Expect(page.Locator("#v0")).ToHaveAttributeAsync("aria-expanded", "true");
        await page.Keyboard.PressAsync("KeyW");
        await page.WaitForFunctionAsync("() => document.activeElement.id === 'words' && document.activeElement.selectionEnd > 0");
        var at = await page.EvaluateAsync<int>("(() => { const w = document.getElementById('words'), i = w.value.lastIndexOf('fine'); w.setSelectionRange(i, i); return i; })()");
        for (var i = 0; i < 4; i++)
        {
            await page.Keyboard.PressAsync("Shift+ArrowRight");
        }

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#words")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".said")).ToContainTextAsync("Fine");
        Assert.Equal(at, desk.Now(unit).Variables[0].Codings[0].Start);

        // Silence, with all of it read.
        await page.Locator("#v1").ClickAsync();
        await page.Keyboard.PressAsync("KeyX");
        await Assertions.Expect(page.Locator(".problem")).ToContainTextAsync("REV007");
        await page.Keyboard.PressAsync("KeyR");
        await Assertions.Expect(page.Locator(".foot input").First).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("KeyX");
        await Assertions.Expect(page.Locator(".problem")).ToHaveCountAsync(0);
        Assert.True(desk.Now(unit).Variables[1].IsSettled);

        await page.Locator("#v1").ClickAsync();
        await page.Keyboard.PressAsync("KeyZ");
        await Assertions.Expect(page.Locator(".said")).ToContainTextAsync("Taken back");
        Assert.False(desk.Now(unit).Variables[1].IsSettled);
        await page.Keyboard.PressAsync("KeyN");
        await page.WaitForURLAsync(u => !u.Contains(unit, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_page_called_saved_survives_a_kill_at_once()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs kill");
        using var given = Given();
        await using var visit = await browser.Open();
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "plumb-app"), [given.Folder.Root, "--no-browser"]) { RedirectStandardOutput = true })!;
        try
        {
            await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            var file = (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!;
            Assert.DoesNotContain("token", File.ReadAllText($"/proc/{process.Id}/cmdline"), StringComparison.Ordinal);
            await visit.Enter("file://" + file);
            Assert.False(File.Exists(file));
            var unit = given.Query("SELECT unit_id FROM notes WHERE file = 'two.txt'").Single();
            await visit.Go($"unit/{unit}?variable=outcome");
            await visit.Page.Keyboard.PressAsync("KeyA");
            await Assertions.Expect(visit.Page.Locator(".said")).Not.ToBeEmptyAsync();
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        using var journal = Journal.OpenRead(given.Folder);
        var decision = Assert.Single(CaseDecisions.Read(journal).Live);
        Assert.Equal("arrest", Assert.Single(decision.Decision.Values));
    }

    [Fact]
    public async Task A_case_is_made_and_files_are_dropped_in_Russian()
    {
        using var home = new TemporaryFolder("дом");
        File.WriteAllText(home["ruling.txt"], "ПОСТАНОВЛЕНИЕ\nназначить наказание в виде административного штрафа в размере 10 000 рублей\n");
        await using var app = await RunningApp.Start(home: home["Plumbline"]);
        await using var visit = await browser.Open();
        await visit.Enter(app.Host.OpeningAddress());
        await visit.Page.WaitForURLAsync("**/start");
        await visit.Go("start");
        await visit.Page.Locator(".language").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Начало");
        await visit.Page.WaitForTimeoutAsync(500);
        await visit.Page.FillAsync("#name", "Митинги 2022");
        await visit.Page.Locator("form button.main").ClickAsync();
        await visit.Page.WaitForURLAsync("**/files");
        await visit.Page.WaitForTimeoutAsync(500);
        await visit.Page.SetInputFilesAsync("#pick-files", home["ruling.txt"]);
        await Assertions.Expect(visit.Page.Locator(".work")).ToContainTextAsync("принят 1 файл, 1 новый документ", new() { Timeout = 60_000 });
        Assert.Equal("Plumbline/Митинги 2022", Path.GetRelativePath(home.Path, app.Host.Desk.Case!.Folder.Root).Replace('\\', '/'));
        Assert.Equal(1, app.Host.Desk.Case.Built!.Units["rulings"]);
    }

    private static TestCase Given()
    {
        Assert.SkipUnless(Browser.IsHere, "needs chromium");
        var given = new TestCase();
        given.Codebook("notes", """
            unit: notes
            of: document
            variables:
              outcome:
                type: category
                label: Outcome
                instructions: What the court decided.
                values:
                  fine: { label: Fine }
                  arrest: { label: Arrest }
                rules:
                  - value: fine
                    when: fine
                  - value: arrest
                    when: arrest
              weather:
                type: text
            """);
        File.WriteAllText(given.Folder.ClaimsYaml, """
            fined:
              sql: SELECT unit_id FROM notes WHERE outcome = 'fine'
              counts: {en: [fine, fines]}
            """);
        Directory.CreateDirectory(given.Folder.Drafts);
        File.WriteAllText(Path.Combine(given.Folder.Drafts, "draft.md"), "# A heading\n\nThe court gave [at least one fine](claim:fined) and 17 warnings.\n");
        given.Give("one.txt", "The court gave a fine.\nThere was a fine before.\n");
        given.Give("two.txt", "The court gave an arrest, by video.\n");
        given.Build();
        return given;
    }
}
