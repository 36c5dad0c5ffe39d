using System.Net;
using System.Net.WebSockets;
using Plumbline.App.Hosting;

namespace Plumbline.Tests.LocalApp;

/// <summary>The attacks on a local web app: other programs, other pages, other names for this computer.</summary>
public sealed class GuardTests
{
    [Fact]
    public async Task It_listens_on_this_computer_alone_and_on_no_port_of_its_own()
    {
        await using var one = await RunningApp.Start();
        await using var other = await RunningApp.Start();
        Assert.Equal("127.0.0.1", new Uri(one.Host.Address).Host);
        Assert.NotEqual(one.Port, other.Port);
        Assert.NotEqual(one.Host.Door.Path, other.Host.Door.Path);
        var listeners = System.Net.NetworkInformation.IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(l => l.Port == one.Port);
        Assert.All(listeners, l => Assert.Equal(IPAddress.Loopback, l.Address));
    }

    [Fact]
    public async Task A_token_lets_one_browser_in_once_and_leaves_the_address()
    {
        await using var app = await RunningApp.Start();
        var address = new Uri(app.Host.OpeningAddress()).PathAndQuery;
        var first = await app.Ask(address, r => r.Headers.Remove("Cookie"));
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        var cookie = Assert.Single(first.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"path={app.Host.Door.Path}", cookie, StringComparison.OrdinalIgnoreCase);
        var body = await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(address.Split('=')[1], body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.Ask(address, r => r.Headers.Remove("Cookie"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.Ask("/enter?token=x")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.Ask("/enter")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.Page("/start")).StatusCode);
    }

    [Fact]
    public async Task Without_cookie_and_secret_path_nothing_is_answered()
    {
        await using var app = await RunningApp.Start();
        Assert.Equal(HttpStatusCode.Forbidden, (await app.Page("/start", r => r.Headers.Remove("Cookie"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.Page("/start", With("Cookie", "plumb=" + new string('A', 43)))).StatusCode);
        foreach (var path in new[] { "/", "/start", "/_blazor/negotiate", "/frame/x/0", "/assets/x/app.js", "/AAAA/start" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await app.Ask(path)).StatusCode);
        }
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("plumbline.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("[::1]")]
    public async Task Another_name_for_this_computer_is_refused(string name)
    {
        await using var app = await RunningApp.Start();
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await app.Page("/start", r => r.Headers.Host = $"{name}:{app.Port}")).StatusCode);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await app.Ask(new Uri(app.Host.OpeningAddress()).PathAndQuery, r => r.Headers.Host = $"{name}:{app.Port}")).StatusCode);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Another_page_is_refused_though_the_browser_sends_the_cookie(string header, string value)
    {
        await using var app = await RunningApp.Start();
        Assert.Equal(HttpStatusCode.Forbidden, (await app.Page("/start", With(header, value))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.Page("/_blazor/negotiate?negotiateVersion=1", With(header, value), HttpMethod.Post)).StatusCode);
    }

    [Fact]
    public async Task What_changes_something_must_say_where_it_comes_from()
    {
        await using var app = await RunningApp.Start();
        Assert.Equal(HttpStatusCode.Forbidden, (await app.Page("/_blazor/negotiate?negotiateVersion=1", null, HttpMethod.Post)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.Page("/_blazor/negotiate?negotiateVersion=1", With("Origin", app.Host.Address), HttpMethod.Post)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await app.Page("/drop", With("Origin", app.Host.Address), HttpMethod.Post)).StatusCode); // No token of a form.
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("https://evil.example", false)]
    [InlineData("http://127.0.0.1:1", false)]
    [InlineData("own", true)]
    public async Task A_socket_opens_for_a_page_of_the_app_alone(string? origin, bool opens)
    {
        await using var app = await RunningApp.Start();
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Cookie", app.Cookie);
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin == "own" ? app.Host.Address : origin);
        }

        var address = new Uri($"{app.Host.Address.Replace("http", "ws", StringComparison.Ordinal)}{app.Host.Door.Path}/_blazor");
        if (opens)
        {
            await socket.ConnectAsync(address, TestContext.Current.CancellationToken);
            Assert.Equal(WebSocketState.Open, socket.State);
        }
        else
        {
            await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(address, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Every_answer_keeps_itself_to_itself()
    {
        await using var app = await RunningApp.Start();
        foreach (var response in new[] { await app.Page("/start"), await app.Page("/assets/x/app.js"), await app.Page("/no-such"), await app.Ask("/"), await app.Page("/frame/none/0") })
        {
            string Header(string name) => string.Join(",", response.Headers.GetValues(name));
            Assert.Equal("no-referrer", Header("Referrer-Policy"));
            Assert.Equal("no-store", Header("Cache-Control"));
            Assert.Equal("nosniff", Header("X-Content-Type-Options"));
            Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
            Assert.Equal("same-origin", Header("Cross-Origin-Resource-Policy"));
            var policy = Header("Content-Security-Policy");
            Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
            Assert.False(response.Headers.Contains("Server"));
        }

        Assert.Contains("frame-ancestors 'none'", Guard.PagePolicy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self'", Guard.PagePolicy, StringComparison.Ordinal);
        Assert.Contains("connect-src 'self'", Guard.PagePolicy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_names_nothing_outside_the_app()
    {
        await using var app = await RunningApp.Start();
        var page = await (await app.Page("/start")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotMatch("(src|href|action)=\"(https?:)?//", page);
        Assert.DoesNotMatch("<style|style=\"|\\son[a-z]+=\"|<script(?![^>]*src=)", page);
    }

    [Fact]
    public void The_file_that_opens_the_browser_is_for_one_person_and_goes()
    {
        string path;
        using (var file = RedirectFile.Write("http://127.0.0.1:1/enter?token=secret"))
        {
            path = file.Path;
            Assert.Contains("token=secret", File.ReadAllText(path), StringComparison.Ordinal);
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(path)!));
            }
        }

        Assert.False(Directory.Exists(Path.GetDirectoryName(path)));
    }

    private static Action<HttpRequestMessage> With(string header, string value) => request =>
    {
        request.Headers.Remove(header);
        request.Headers.TryAddWithoutValidation(header, value);
    };
}
