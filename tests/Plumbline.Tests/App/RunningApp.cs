using System.Net;
using System.Net.Http.Headers;
using Plumbline.App.Cases;
using Plumbline.App.Hosting;
using Plumbline.Tests.Support;

namespace Plumbline.Tests.LocalApp;

/// <summary>The app in this process, on a port of its own, and somebody who asks it as a browser would.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });

    private readonly Seat seat;

    private RunningApp(AppHost host) => (Host, seat) = (host, host.Door.Take(host.Door.MakeToken())!);

    public AppHost Host { get; }

    public int Port => new Uri(Host.Address).Port;

    /// <summary>The cookie of somebody who came in.</summary>
    public string Cookie => $"{Door.CookieName}={seat.Key}";

    public static async Task<RunningApp> Start(string? folder = null, string? home = null, string? drawer = null) => new(await AppHost.StartAsync(
        new AppOptions { Case = folder, Home = home ?? Path.Combine(Path.GetTempPath(), "plumb-no-home"), Child = TestCase.Hidden, PageDrawer = drawer }, TextWriter.Null));

    /// <summary>Asks for a path as a page of the app does: with the cookie, from the same origin; <paramref name="change"/> makes it another's.</summary>
    public Task<HttpResponseMessage> Ask(string path, Action<HttpRequestMessage>? change = null, HttpMethod? method = null)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, Host.Address + path);
        request.Headers.Add("Cookie", Cookie);
        change?.Invoke(request);
        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Asks for a page under the secret path.</summary>
    public Task<HttpResponseMessage> Page(string path, Action<HttpRequestMessage>? change = null, HttpMethod? method = null) => Ask(Host.Door.Path + path, change, method);

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await Host.DisposeAsync();
    }
}
