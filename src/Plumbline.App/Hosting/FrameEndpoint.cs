using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using Plumbline.App.Cases;
using Plumbline.Evidence;

namespace Plumbline.App.Hosting;

/// <summary>
/// Documents, to be shown in a frame that has no scripts and no origin. What is sent is made of our own model of the text, letter by letter,
/// never of the document's own markup; and by its policy it loads nothing, wherever it is opened.
/// </summary>
internal static class FrameEndpoint
{
    /// <summary>In the query: with the codings of all, for who adjudicates.</summary>
    public const string All = "all";

    /// <summary>What the frame may do: nothing but look as its one style says. The style is named by its hash.</summary>
    public static string Policy(string style) =>
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/frame/{unit}/{part:int}", (HttpContext context, string unit, int part, Desk desk, AppAssets assets) =>
            Send(context, desk, assets, (open, style) => Page(open, desk, unit, part, style, context.Request.Query.ContainsKey(All))));
        routes.MapGet("/attached/{unit}/{number:int}", (HttpContext context, string unit, int number, Desk desk, AppAssets assets) =>
            Send(context, desk, assets, (open, style) => Attached(open, desk, unit, number, style)));
    }

    private static async Task Send(HttpContext context, Desk desk, AppAssets assets, Func<OpenCase, string, string?> write)
    {
        var style = assets.Text("frame.css");
        var headers = context.Response.Headers;
        headers[HeaderNames.ContentSecurityPolicy] = Policy(style);
        headers[HeaderNames.XFrameOptions] = "SAMEORIGIN";
        if (desk.Case is not { } open || write(open, style) is not { } page)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(page, context.RequestAborted).ConfigureAwait(false);
    }

    private static string? Attached(OpenCase open, Desk desk, string unit, int number, string style)
    {
        try
        {
            open.Require(Act.Read);
            var files = open.Units.AttachedTo(open.Units.Text(unit));
            return number < 0 || number >= files.Count ? null : DocumentPage.Write(files[number], style, desk.Language);
        }
        catch (UsageException)
        {
            return null;
        }
    }

    private static string? Page(OpenCase open, Desk desk, string unit, int part, string style, bool all)
    {
        try
        {
            var view = all && open.May(Act.Adjudicate) ? open.Units.ViewAll(unit) : open.Units.View(unit);
            if (part < 0 || part >= view.Text.Parts.Count)
            {
                return null;
            }

            open.Units.WasShown(view.Unit.Id, view.Text.Version, part);
            return DocumentPage.Write(view, part, style, desk.Language);
        }
        catch (UsageException)
        {
            return null;
        }
    }
}
