using BorgerPortal.Domain.Sessions;
using BorgerPortal.Web.Journeys;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;

namespace BorgerPortal.Web.Security;

/// <summary>How the session stands, told to js/session.js; and its end.</summary>
internal static class SessionEndpoints
{
    public static void MapSession(this IEndpointRouteBuilder routes)
    {
        // To ask is no use of the session: a page that only lies open asks too.
        routes.MapGet(Urls.Session, (HttpContext context) => Tell(context.Features.Get<SessionState>()));
        routes.MapPost(Urls.Session, UseAsync);
        routes.MapPost(Urls.LogOff, LogOffAsync);
    }

    /// <summary>Counts it as a use when the user goes to a page. A page that a script loads again, as after a lost connection, is none.</summary>
    public static void UseSessions(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.Features.Get<SessionState>() is { Ended: null } state && IsByTheUser(context))
        {
            context.Features.Set(await context.RequestServices.GetRequiredService<LogInSessions>().UseAsync(state));
        }

        await next(context);
    });

    private static async Task<IResult> UseAsync(HttpContext context, IAntiforgery antiforgery, LogInSessions sessions)
    {
        if (context.Features.Get<SessionState>() is not { Ended: null } state)
        {
            return Tell(context.Features.Get<SessionState>());
        }

        return await antiforgery.IsRequestValidAsync(context) ? Tell(await sessions.UseAsync(state)) : Results.BadRequest();
    }

    private static async Task<IResult> LogOffAsync(HttpContext context, IAntiforgery antiforgery)
    {
        // Where nobody is logged in any more, no form's token can be theirs, and nothing is left to guard.
        if (context.Features.Get<SessionState>() is { Ended: null } && !await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        await context.SignOutAsync();
        return Results.LocalRedirect(context.AddressOf(Urls.LoggedOff));
    }

    private static IResult Tell(SessionState? state) => Results.Json(state switch
    {
        { Ended: null } => new SessionAnswer(state.Tag(), Seconds(state.Left), state.CanBeProlonged, Grund: null),
        { Ended: { } why } => new SessionAnswer(Session: null, 0, KanForlaenges: false, Urls.WordOf(why)),
        null => new SessionAnswer(Session: null, 0, KanForlaenges: false, Grund: null),
    });

    public static int Seconds(TimeSpan left) => (int)Math.Ceiling(left.TotalSeconds);

    // Browsers say of a navigation whether the user began it; where they say nothing at all, a page counts.
    private static bool IsByTheUser(HttpContext context) => context.Request.Headers["Sec-Fetch-Mode"].ToString() switch
    {
        // The page of an error is shown in place of what was asked for.
        _ when context.Features.Get<IStatusCodeReExecuteFeature>() is not null => false,
        "navigate" => context.Request.Headers["Sec-Fetch-User"] == "?1",
        "" => context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null,
        _ => false,
    };

    private sealed record SessionAnswer(string? Session, int Sekunder, bool KanForlaenges, string? Grund);
}
