using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Plumbline.App.Cases;

namespace Plumbline.App.Hosting;

/// <summary>
/// Stands before everything: refuses what does not come from a page of the app itself, and gives every answer the headers that
/// keep a page, and what it shows, to itself.
/// </summary>
internal sealed class Guard(RequestDelegate next, Door door)
{
    /// <summary>Where a browser brings its token.</summary>
    public const string Entrance = "/enter";

    /// <summary>
    /// What a page of the app may load: its own script, style and pictures, its own frames; it may be framed by nobody, and no text in it is
    /// run as script or taken for style.
    /// </summary>
    public const string PagePolicy =
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var host = $"127.0.0.1:{context.Connection.LocalPort}";
        Protect(context.Response.Headers);

        // Blazor and forms have a word of their own on caching: ours is the stricter one.
        context.Response.OnStarting(static response => Task.FromResult(((HttpResponse)response).Headers[HeaderNames.CacheControl] = "no-store"), context.Response);

        // A name that was made to point here (DNS rebinding) arrives as its own Host.
        if (request.Headers.Host.Count != 1 || request.Headers.Host[0] != host)
        {
            return Refuse(context, StatusCodes.Status421MisdirectedRequest);
        }

        if (request.Path == "/favicon.ico")
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent; // Browsers ask for it beside the entrance, without being told to.
            return Task.CompletedTask;
        }

        if (request.Path == Entrance)
        {
            return HttpMethods.IsGet(request.Method) ? Enter(context) : Refuse(context, StatusCodes.Status405MethodNotAllowed);
        }

        return IsOwn(context, "http://" + host) && request.Path.StartsWithSegments(door.Path, out var rest) && door.Knows(request.Cookies[Door.CookieName]) is { } seat
            ? Pass(context, rest, seat)
            : Refuse(context, StatusCodes.Status403Forbidden);
    }

    /// <summary>True for what a page of the app asks, or a person by an address; false for other sites, other ports, and pages without an origin.</summary>
    private static bool IsOwn(HttpContext context, string origin)
    {
        var headers = context.Request.Headers;
        var from = headers.Origin;
        var mustSay = context.WebSockets.IsWebSocketRequest || headers.Upgrade.Count > 0 || !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method));
        return (StringValues.IsNullOrEmpty(from) ? !mustSay : from.Count == 1 && from[0] == origin)
            && headers["Sec-Fetch-Site"] is var site && (StringValues.IsNullOrEmpty(site) || (site.Count == 1 && site[0] is "same-origin" or "none"));
    }

    private Task Pass(HttpContext context, PathString rest, Seat seat)
    {
        context.RequestServices.GetRequiredService<Desk>().Sit(seat);
        context.Request.PathBase = door.Path;
        context.Request.Path = rest.HasValue ? rest : "/";
        return next(context);
    }

    /// <summary>
    /// The token came in from outside, where a strict cookie does not go along; so the answer is a page that goes on by itself, and the
    /// address with the token is replaced.
    /// </summary>
    private async Task Enter(HttpContext context)
    {
        if (context.Request.Headers.Origin.Count > 0 || door.Take(context.Request.Query["token"]) is not { } seat)
        {
            await Refuse(context, StatusCodes.Status403Forbidden).ConfigureAwait(false);
            return;
        }

        context.Response.Cookies.Append(Door.CookieName, seat.Key, new CookieOptions { HttpOnly = true, SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Strict, Path = door.Path, IsEssential = true });
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync($"<!doctype html><title>Plumbline</title><meta http-equiv=\"refresh\" content=\"0;url={door.Path}/\">").ConfigureAwait(false);
    }

    private static void Protect(IHeaderDictionary headers)
    {
        headers[HeaderNames.ContentSecurityPolicy] = PagePolicy;
        headers[HeaderNames.CacheControl] = "no-store";
        headers[HeaderNames.XContentTypeOptions] = "nosniff";
        headers[HeaderNames.XFrameOptions] = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), usb=(), serial=(), clipboard-read=(), display-capture=()";
    }

    private static async Task Refuse(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync("Plumbline answers only the browser that it opened itself. Start it again: plumb app\n").ConfigureAwait(false);
    }
}
