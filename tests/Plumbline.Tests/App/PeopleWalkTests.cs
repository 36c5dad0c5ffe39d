using Microsoft.Playwright;
using Plumbline.App.Cases;
using Plumbline.Cases;
using Plumbline.Review;

namespace Plumbline.Tests.LocalApp;

/// <summary>People at browsers of their own: two code blind, a third says what stands.</summary>
public sealed class PeopleWalkTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task Two_code_blind_and_a_third_says_what_stands()
    {
        Assert.SkipUnless(Browser.IsHere, "needs chromium");
        using var team = new Team("two-blind", isNamed: false);
        await using var app = await RunningApp.Start(team.Given.Folder.Root);
        await using var ada = await browser.Open();
        await ada.Enter(app.Host.OpeningAddress());

        // The one person of the case makes herself its editor, and brings the others in.
        await PeopleSteps.NameSelf(ada, "ada");
        foreach (var (name, role) in new[] { ("bob", Role.Coder), ("eve", Role.Coder), ("jan", Role.Adjudicator) })
        {
            await PeopleSteps.Add(ada, name, role);
        }

        await using var bob = await SignIn(app, "bob");
        await using var eve = await SignIn(app, "eve");
        await Code(bob, team.One, "Fine", "fine");
        await Code(eve, team.One, "Arrest", "arrest");
        Assert.All(app.Host.Desk.Case!.Decisions.Log.Live, d => Assert.Equal(ShownBefore.Nothing, d.Decision.Shown));

        // A coder can't say what stands, wherever they go.
        await eve.Go($"adjudicate/{team.One}/outcome");
        await Assertions.Expect(eve.Page.Locator(".problem")).ToContainTextAsync("APP021");

        await using var jan = await SignIn(app, "jan");
        await jan.Go("queue?kind=disagreements");
        await jan.Page.Locator("#adjudicate").ClickAsync();
        await Assertions.Expect(jan.Page.Locator(".sides > li")).ToHaveCountAsync(3);
        await Assertions.Expect(jan.Page.Locator(".sides")).ToContainTextAsync("Fine");
        Assert.Empty(await jan.Violations());
        await jan.Page.Locator(".sides > li:has-text('eve') button").ClickAsync();
        await Assertions.Expect(jan.Page.Locator(".said")).ToContainTextAsync("Arrest");
        var now = app.Host.Room.Case!.Units.Now(team.One).Variables[0];
        Assert.Equal(("arrest", true), (now.Value, now.IsSettled));
        Assert.Equal(["bob", "eve", "jan"], app.Host.Room.Case.Decisions.Log.Live.Select(d => d.Decision.Coder).Order());

        // Signed out, nothing of the case is shown any more.
        await jan.Page.Locator("#sign-out").ClickAsync();
        await jan.Page.WaitForURLAsync("**/signin");
        await jan.Page.GotoAsync(new Uri(new Uri(jan.Page.Url), $"unit/{team.One}").ToString());
        await jan.Page.WaitForURLAsync("**/signin");
        Assert.Equal(0, await jan.Page.Locator(".paper").CountAsync());
        Assert.Empty(new[] { ada, bob, eve, jan }.SelectMany(v => v.Complaints));
    }

    [Fact]
    public async Task A_wrong_passphrase_lets_nobody_in_and_a_document_is_sent_to_nobody_who_is_not_signed_in()
    {
        Assert.SkipUnless(Browser.IsHere, "needs chromium");
        using var team = new Team();
        new Passphrases(team.Given.Folder, TimeProvider.System).Set("bob", Team.Passphrase);
        await using var app = await RunningApp.Start(team.Given.Folder.Root);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await app.Page($"/frame/{team.One}/0")).StatusCode);
        await using var visit = await browser.Open();
        await visit.Enter(app.Host.OpeningAddress());
        await visit.Page.WaitForURLAsync("**/signin");
        await visit.Go("signin");
        await visit.Page.WaitForTimeoutAsync(2_000);
        await visit.Page.Locator("input[value=bob]").CheckAsync();
        await visit.Page.FillAsync("#passphrase", "something else");
        await visit.Page.Locator("form button.main").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".problem")).ToContainTextAsync("APP022");
        await visit.Page.FillAsync("#passphrase", Team.Passphrase);
        await visit.Page.Locator("form button.main").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("footer")).ToContainTextAsync("bob, coder");
        await visit.Go("people");
        await Assertions.Expect(visit.Page.Locator(".notice")).ToContainTextAsync("1");
        Assert.Equal(0, await visit.Page.Locator("#pseudonym").CountAsync());
    }

    [Fact]
    public async Task Pages_of_people_and_queues_keep_to_WCAG_in_all_sizes_and_lights()
    {
        Assert.SkipUnless(Browser.IsHere, "needs chromium");
        using var team = new Team();
        new Passphrases(team.Given.Folder, TimeProvider.System).Set("ada", Team.Passphrase);
        Say(team.As("bob"), team.One, "fine");
        Say(team.As("eve"), team.One, "arrest");
        team.As("bob").Queue.Defer(team.Unit("two"), "ask the lawyer");
        await using var app = await RunningApp.Start(team.Given.Folder.Root);
        await using var visit = await browser.Open();
        await visit.Enter(app.Host.OpeningAddress());
        var shots = Environment.GetEnvironmentVariable("PLUMB_SHOTS");
        foreach (var path in new[] { "signin", "people", "queue?kind=uncertain", "queue?kind=random", "queue?kind=deferred", "queue?kind=disagreements", "queue?kind=duplicates", $"adjudicate/{team.One}/outcome", $"unit/{team.One}" })
        {
            if (path == "people")
            {
                await visit.Page.Locator("input[value=ada]").CheckAsync();
                await visit.Page.FillAsync("#passphrase", Team.Passphrase);
                await visit.Page.Locator("form button.main").ClickAsync();
                await Assertions.Expect(visit.Page.Locator("footer")).ToContainTextAsync("ada, editor");
            }

            foreach (var (width, dark) in new[] { (1440, false), (1440, true), (390, false), (390, true) })
            {
                await visit.Go(path, width, dark);
                Assert.Empty((await visit.Violations()).Select(v => $"{path} {width} {v}"));
                Assert.Equal(0, await visit.Page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
                if (shots is not null)
                {
                    await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(shots, $"{path.Split('/')[0].Replace('?', '-').Replace('=', '-')}-{width}-{(dark ? "dark" : "light")}.png"), FullPage = true });
                }
            }
        }

        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task The_second_of_two_at_one_document_is_told_and_can_save_theirs_beside_it()
    {
        Assert.SkipUnless(Browser.IsHere, "needs chromium");
        using var team = new Team();
        new Passphrases(team.Given.Folder, TimeProvider.System).Set("eve", Team.Passphrase);
        await using var app = await RunningApp.Start(team.Given.Folder.Root);
        await using var eve = await SignIn(app, "eve");
        await eve.Go($"unit/{team.Unit("two")}?variable=outcome");
        var seat = new Seat("b", "b");
        seat.Sit(team.Given.Folder.Root, "bob");
        seat.Of(app.Host.Room.Case!).Units.Say(new Saying { Unit = team.Unit("two"), Variable = "outcome", Values = ["arrest"], Quote = "arrest" });
        await eve.Page.Keyboard.PressAsync("KeyA");
        await Assertions.Expect(eve.Page.Locator(".problem")).ToContainTextAsync("bob decided this meanwhile");
        Assert.Single(app.Host.Room.Case!.Decisions.Log.Live);
        await eve.Page.Keyboard.PressAsync("KeyA");
        await Assertions.Expect(eve.Page.Locator(".said")).ToContainTextAsync("Arrest");
        Assert.Equal(2, app.Host.Room.Case.Decisions.Log.Live.Count);
    }

    private Task<Visit> SignIn(RunningApp app, string person) => PeopleSteps.SignIn(browser, app, person);

    private static async Task Code(Visit visit, string unit, string value, string words)
    {
        await visit.Go($"unit/{unit}?variable=outcome");
        await Assertions.Expect(visit.Page.Locator(".notice").First).ToContainTextAsync("blind");
        await PeopleSteps.CodeBlind(visit, value, words);
        await Assertions.Expect(visit.Page.Locator("#v0")).ToContainTextAsync("yours");
    }

    private static void Say(OpenCase open, string unit, string value) =>
        open.Units.Say(new Saying { Unit = unit, Variable = "outcome", Values = [value], Quote = "a fine, and no arrest" });
}
