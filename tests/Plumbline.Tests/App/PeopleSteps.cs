using Microsoft.Playwright;
using Plumbline.Cases;

namespace Plumbline.Tests.LocalApp;

/// <summary>What people do at browsers of their own, through the pages.</summary>
internal static class PeopleSteps
{
    /// <summary>The one person of a case makes themselves its editor.</summary>
    public static async Task NameSelf(Visit visit, string name)
    {
        await visit.Go("people");
        await visit.Page.FillAsync("#pseudonym", name);
        await visit.Page.FillAsync("#first", Team.Passphrase);
        await visit.Page.Locator("section:has(#add) button.main").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("footer")).ToContainTextAsync($"{name}, editor");
        await visit.Go("people");
    }

    /// <summary>An editor, on People, brings somebody in.</summary>
    public static async Task Add(Visit visit, string name, Role role)
    {
        await visit.Page.FillAsync("#pseudonym", name);
        await visit.Page.Locator($"input[name=role][value={role}]").CheckAsync();
        await visit.Page.FillAsync("#first", Team.Passphrase);
        await visit.Page.Locator("section:has(#add) button.main").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".people")).ToContainTextAsync(name);
        await Assertions.Expect(visit.Page.Locator("#pseudonym")).Not.ToHaveValueAsync(name);
    }

    /// <summary>Comes in with a browser of their own.</summary>
    public static async Task<Visit> SignIn(Browser browser, RunningApp app, string person)
    {
        var visit = await browser.Open();
        await visit.Enter(app.Host.OpeningAddress());
        await visit.Go("signin");
        await visit.Page.Locator($"input[value={person}]").CheckAsync();
        await visit.Page.FillAsync("#passphrase", Team.Passphrase);
        await visit.Page.Locator("form button.main").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("footer")).ToContainTextAsync(person);
        return visit;
    }

    /// <summary>On a unit, blind: no value of the machine is there to accept; words are chosen by keys, then what they mean is said.</summary>
    public static async Task CodeBlind(Visit visit, string value, string words)
    {
        var page = visit.Page;
        var active = page.Locator("li.active .variable");
        await Assertions.Expect(active).ToContainTextAsync("hidden");
        await page.Keyboard.PressAsync("KeyA");
        await Assertions.Expect(page.Locator(".said")).ToContainTextAsync("no value to accept");
        await page.Keyboard.PressAsync("KeyW");
        await page.WaitForFunctionAsync("() => document.activeElement.id === 'words'");
        Assert.True(await page.EvaluateAsync<int>("words => { const w = document.getElementById('words'), i = w.value.indexOf(words); w.setSelectionRange(i, i + words.length); return i; }", words) >= 0);
        var id = await active.GetAttributeAsync("id");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel(value, new() { Exact = true }).CheckAsync();
        await page.Locator("form.edit button.main").ClickAsync();
        await Assertions.Expect(page.Locator(".said")).ToContainTextAsync("Saved");
        await Assertions.Expect(page.Locator("#" + id)).ToContainTextAsync(value);
    }
}
