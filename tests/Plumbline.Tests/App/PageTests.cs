using System.Net;
using Microsoft.Playwright;
using Plumbline.Tests.Ingest;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.LocalApp;

/// <summary>Pages of PDFs as they were drawn, beside their text.</summary>
public sealed class PageTests(Browser browser) : IClassFixture<Browser>
{
    private const string Drawer = "/usr/bin/pdftoppm";

    [Fact]
    public async Task A_page_is_a_picture_behind_the_guard_and_only_of_what_is_there()
    {
        Assert.SkipUnless(File.Exists(Drawer), "needs pdftoppm");
        using var given = Given();
        var unit = given.Query("SELECT unit_id FROM notes WHERE file = 'two.pdf'").Single();
        await using var app = await RunningApp.Start(given.Folder.Root, drawer: Drawer);
        using var picture = await app.Page($"/page/{unit}/0/2");
        Assert.Equal("image/jpeg", picture.Content.Headers.ContentType!.MediaType);
        Assert.True(picture.Headers.CacheControl!.NoStore);
        Assert.Equal("nosniff", picture.Headers.GetValues("X-Content-Type-Options").Single());
        foreach (var path in new[] { $"/page/{unit}/0/3", $"/page/{unit}/0/0", $"/page/{unit}/1/1", "/page/nothing/0/1", $"/page/{given.Query("SELECT unit_id FROM notes WHERE file = 'one.txt'").Single()}/0/1" })
        {
            using var nothing = await app.Page(path);
            Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
        }

        using var stranger = await app.Page($"/page/{unit}/0/1", r => r.Headers.Remove("Cookie"));
        Assert.Equal(HttpStatusCode.Forbidden, stranger.StatusCode);
    }

    [Fact]
    public async Task The_page_of_the_active_coding_opens_by_a_key_and_what_cannot_be_drawn_falls_back_to_the_text()
    {
        Assert.SkipUnless(Browser.IsHere, "needs chromium");
        Assert.SkipUnless(File.Exists(Drawer), "needs pdftoppm");
        using var given = Given();
        await using var app = await RunningApp.Start(given.Folder.Root, drawer: Drawer);
        await using var visit = await browser.Open();
        await visit.Enter(app.Host.OpeningAddress());
        var (unit, broken) = (given.Query("SELECT unit_id FROM notes WHERE file = 'two.pdf'").Single(), given.Query("SELECT unit_id FROM notes WHERE file = 'three.pdf'").Single());
        var page = visit.Page;
        await visit.Go($"unit/{unit}?variable=outcome");
        await page.Keyboard.PressAsync("KeyP");
        await Assertions.Expect(page.Locator(".sheet img")).ToHaveAttributeAsync("src", $"page/{unit}/0/2");
        await page.WaitForFunctionAsync("() => document.querySelector('.sheet img').naturalWidth > 500");
        foreach (var (width, dark) in new[] { (1440, false), (390, true) })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
            Assert.Empty(await visit.Violations());
            Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
        }

        await page.Keyboard.PressAsync("KeyP");
        await Assertions.Expect(page.Locator("#document")).ToBeVisibleAsync();
        Assert.Empty(visit.Complaints);

        // Its bytes are not what they were: no picture of them, but the text that was read.
        var blob = new Plumbline.Custody.Archive(given.Folder).PathOf(Plumbline.Evidence.DocumentId.Of(Three));
        File.SetAttributes(blob, FileAttributes.Normal);
        File.AppendAllText(blob, "%");
        await visit.Go($"unit/{broken}");
        await page.Keyboard.PressAsync("KeyP");
        await Assertions.Expect(page.Locator(".sheets")).ToContainTextAsync("can't be drawn");
        await Assertions.Expect(page.Locator("#document")).ToBeVisibleAsync();
    }

    [Fact]
    public void Pages_are_counted_from_one_everywhere()
    {
        using var given = Given();
        using var built = Plumbline.Pipeline.BuiltCase.Open(given.Folder);
        var document = Plumbline.Evidence.DocumentId.Of(Two);
        var text = built.TextOf(document)!;
        Assert.Equal(2, built.PagesOf(document));
        Assert.Equal(1, built.PageOf(document, 0));
        Assert.Equal(2, built.PageOf(document, text.IndexOf("fine", StringComparison.Ordinal)));
        Assert.Equal("2", given.Query("SELECT page FROM notes_codings WHERE quote = 'fine' AND page > 0").Distinct().Single());
        Assert.Null(built.PageOf(Plumbline.Evidence.DocumentId.Of("The court gave a fine.\n"u8), 0));
    }

    private static readonly byte[] Two = PdfTests.Pdf([(72, 700, "The court of the first page heard the case.")], [(72, 700, "It gave a fine of 500.")]);

    private static readonly byte[] Three = PdfTests.Pdf([(72, 700, "The court gave a warning.")]);

    private static TestCase Given()
    {
        var given = new TestCase();
        given.Codebook("notes", "unit: notes\nof: document\nvariables:\n  outcome:\n    type: category\n    values: {fine: {label: Fine}}\n    rules: [{value: fine, when: fine}]\n");
        given.Give(("two.pdf", Two), ("three.pdf", Three), ("one.txt", "The court gave a fine.\n"u8.ToArray()));
        given.Build();
        return given;
    }
}
