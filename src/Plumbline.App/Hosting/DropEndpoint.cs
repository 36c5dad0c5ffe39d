using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Plumbline.App.Cases;
using Plumbline.App.Texts;
using Plumbline.Claims.Drafts;
using Plumbline.Evidence;

namespace Plumbline.App.Hosting;

/// <summary>Takes the files that somebody drops on a page: a folder for the drop, then one request for each file, its bytes as they are.</summary>
internal static class DropEndpoint
{
    /// <summary>The header that proves that a page of the app asks.</summary>
    public const string TokenHeader = "X-Plumb-Form";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/drop", async (HttpContext context, IAntiforgery forms, Desk desk) =>
        {
            if (!await forms.IsRequestValidAsync(context).ConfigureAwait(false) || desk.Case is not { } open || !open.May(Act.TakeIn))
            {
                return Results.StatusCode(StatusCodes.Status403Forbidden);
            }

            var day = DateOnly.FromDateTime(open.Options.Clock.GetUtcNow().UtcDateTime);
            return Results.Text(Path.GetFileName(DroppedFiles.NewFolder(open.Folder.Sources, day)));
        });
        routes.MapPost("/draft", async (HttpContext context, string name, IAntiforgery forms, Desk desk) =>
        {
            if (!await forms.IsRequestValidAsync(context).ConfigureAwait(false) || desk.Case is not { } open)
            {
                return Results.StatusCode(StatusCodes.Status403Forbidden);
            }

            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            {
                size.MaxRequestBodySize = DraftReader.MaxBytes;
            }

            try
            {
                using var bytes = new MemoryStream();
                await context.Request.Body.CopyToAsync(bytes, context.RequestAborted).ConfigureAwait(false);
                return Results.Json(DraftDesk.TakeIn(open, name, bytes.ToArray()));
            }
            catch (PlumblineException e)
            {
                var problem = e.ToProblem();
                var (what, advice) = ProblemWords.Of(desk.Language, problem.Code) is { } words ? (words.What, words.Try) : (problem.Sentence, problem.Try);
                return Results.Text($"{what} {advice}", statusCode: StatusCodes.Status422UnprocessableEntity);
            }
        });
        routes.MapPost("/drop/{folder}", async (HttpContext context, string folder, string name, IAntiforgery forms, Desk desk) =>
        {
            if (!await forms.IsRequestValidAsync(context).ConfigureAwait(false) || desk.Case is not { } open || !open.May(Act.TakeIn) || !DroppedFiles.IsFolder(folder))
            {
                return Results.StatusCode(StatusCodes.Status403Forbidden);
            }

            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            {
                size.MaxRequestBodySize = null; // The person's own files, onto their own disk.
            }

            var path = DroppedFiles.PathOf(Path.Combine(open.Folder.Sources, folder), name);
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
                await using (file.ConfigureAwait(false))
                {
                    await context.Request.Body.CopyToAsync(file, context.RequestAborted).ConfigureAwait(false);
                }

                return Results.NoContent();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or OperationCanceledException)
            {
                File.Delete(path);
                return Results.StatusCode(StatusCodes.Status507InsufficientStorage);
            }
        });
    }
}
