using BorgerPortal.Web.Journeys;
using Microsoft.AspNetCore.Authentication;

namespace BorgerPortal.Web.Previews;

/// <summary>
/// A preview's pages lie below a path of its own, which names it: there the very same addresses lead to the very same pages.
/// Comes before routing. What names no preview of whoever asks leads to a page that says so.
/// </summary>
internal sealed class PreviewPaths(RequestDelegate next, PreviewTokens tokens)
{
    private static readonly PathString Root = Urls.From("", Urls.Previews);

    /// <summary>How a session stands, and its end, are answered to a preview's page as to any.</summary>
    private static readonly PathString[] OfTheSession = [Urls.From("", Urls.Session), Urls.From("", Urls.LogOff)];

    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase, out var matched, out var rest) || TokenOf(rest) is not { } token)
        {
            await next(context);
            return;
        }

        var (root, page) = (context.Request.PathBase, new PathString(rest.Value![(token.Length + 1)..]));
        var user = (await context.AuthenticateAsync()).Principal;
        if (user is not null && tokens.Read(token, user) is { } ticket)
        {
            context.Features.Set(new PreviewVisit(token, ticket, root));
            (context.Request.PathBase, context.Request.Path) = (root + matched + $"/{token}", page.HasValue ? page : "/");
        }
        else
        {
            context.Request.Path = Array.Exists(OfTheSession, address => address == page) ? page : Urls.From("", Urls.PreviewOver);
        }

        await next(context);
    }

    private static string? TokenOf(PathString rest) =>
        rest.Value?.Split('/') is ["", { Length: >= PreviewTokens.Shortest } token, ..] ? token : null;
}
