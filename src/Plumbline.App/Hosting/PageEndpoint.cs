using Plumbline.App.Cases;
using Plumbline.Evidence;

namespace Plumbline.App.Hosting;

/// <summary>Pages of documents as pictures: bytes of a picture and nothing else, whatever the document is.</summary>
internal static class PageEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/page/{unit}/{member:int}/{page:int}", async (HttpContext context, string unit, int member, int page, Desk desk) =>
    {
        var picture = desk.Case is { } open ? await Task.Run(() => Draw(open, unit, member, page, context.RequestAborted), context.RequestAborted).ConfigureAwait(false) : null;
        return picture is null ? Results.NotFound() : Results.Bytes(picture, "image/jpeg");
    });

    private static byte[]? Draw(OpenCase open, string unit, int member, int page, CancellationToken cancellation)
    {
        try
        {
            return open.Pages.Draw(unit, member, page, cancellation);
        }
        catch (UsageException)
        {
            return null;
        }
    }
}
