using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Plumbline.Tests.LocalApp;

/// <summary>Debian's Chromium, without a screen, as somebody at this computer would use it. Everything that it complains of is kept.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";

    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly string axe = new BundledAxeScriptProvider().GetScript();
    private IPlaywright? playwright;
    private IBrowser? browser;

    public static bool IsHere => File.Exists(Program);

    public async ValueTask InitializeAsync()
    {
        if (IsHere)
        {
            Assertions.SetDefaultExpectTimeout(30_000);
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Arguments });
        }
    }

    /// <summary>A browser window that knows nothing yet.</summary>
    internal async Task<Visit> Open()
    {
        Assert.SkipUnless(IsHere, "needs chromium");
        var context = await browser!.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        return new Visit(context, await context.NewPageAsync(), axe);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}

/// <summary>A window on the app.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly string axe;
    private string root = "";
    private TaskCompletionSource heard = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Visit(IBrowserContext context, IPage page, string axe)
    {
        (this.context, Page, this.axe) = (context, page, axe);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                Complaints.Add(message.Text);
            }
        };
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) =>
        {
            if (frame.Binary is { } bytes && bytes.AsSpan().IndexOf("JS.RenderBatch"u8) >= 0)
            {
                heard.TrySetResult();
            }
        };
        page.Request += (_, request) =>
        {
            if (request.Url.StartsWith("http", StringComparison.Ordinal))
            {
                Hosts.Add(new Uri(request.Url).Authority);
            }
        };
    }

    public IPage Page { get; }

    /// <summary>What the browser refused or could not do: breaches of the policy among it.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>All that was asked for anything.</summary>
    public HashSet<string> Hosts { get; } = [];

    /// <summary>Comes in, through the address or the file that the app opens browsers with.</summary>
    public async Task Enter(string address)
    {
        await Page.GotoAsync(address);
        await Page.WaitForURLAsync(u => u.StartsWith("http://127.0.0.1", StringComparison.Ordinal) && !u.Contains("/enter", StringComparison.Ordinal));
        var parts = new Uri(Page.Url);
        root = $"{parts.Scheme}://{parts.Authority}/{parts.AbsolutePath.Split('/')[1]}/";
    }

    /// <summary>Goes to a page, and waits until its keys and buttons work.</summary>
    public async Task Go(string path, int width = 1440, bool dark = false)
    {
        await Page.SetViewportSizeAsync(width, width < 500 ? 844 : 900);
        await Page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
        heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await Page.GotoAsync(root + path);
        await heard.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        await Page.WaitForFunctionAsync("() => window.Blazor && document.querySelector('h1')");
        if (path.StartsWith("unit/", StringComparison.Ordinal))
        {
            await Page.WaitForFunctionAsync("() => document.documentElement.dataset.keys === 'on'");
        }

        await Page.WaitForTimeoutAsync(1_000);
    }

    /// <summary>What somebody has before their eyes, at a desk and in a hand, by day and by night; where PLUMB_SHOTS says, and nothing else.</summary>
    public async Task Look(string name, string path)
    {
        if (Environment.GetEnvironmentVariable("PLUMB_SHOTS") is { Length: > 0 } folder)
        {
            foreach (var (width, dark) in new[] { (1440, false), (390, false), (1440, true) })
            {
                await Go(path, width, dark);
                if (await Page.Locator("#document").CountAsync() > 0)
                {
                    await Assertions.Expect(Page.FrameLocator("#document").Locator("p").First).ToBeAttachedAsync();
                }

                await Page.WaitForTimeoutAsync(1_500);
                await Page.ScreenshotAsync(new() { Path = System.IO.Path.Combine(folder, $"{name}-{width}{(dark ? "-dark" : "")}.png") });
            }
        }
    }

    /// <summary>What axe finds against WCAG on the page: the document's frame has no scripts, so that axe can't look into it.</summary>
    public async Task<string[]> Violations()
    {
        await Page.EvaluateAsync(axe + ";0");
        return await Page.EvaluateAsync<string[]>(
            "async () => (await axe.run(document, { iframes: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })).violations.map(v => v.id + ' x' + v.nodes.length + ' ' + v.nodes[0].target)");
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
