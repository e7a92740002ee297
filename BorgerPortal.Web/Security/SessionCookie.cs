using System.Text.Encodings.Web;
using BorgerPortal.Domain.Sessions;
using BorgerPortal.Web.Components.Theme;
using BorgerPortal.Web.Journeys;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;

namespace BorgerPortal.Web.Security;

/// <summary>The cookie that holds the random id of a session.</summary>
internal sealed class SessionCookieOptions : AuthenticationSchemeOptions
{
    public CookieBuilder Cookie { get; } = new() { Path = "/", HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true };
}

/// <summary>
/// Knows who asks by the session that their cookie names, which is read anew with every request: one that has ended
/// anywhere has ended here. Everything else that a cookie could say is a row of the database.
/// </summary>
internal sealed class SessionCookie(
    IOptionsMonitor<SessionCookieOptions> options, ILoggerFactory logger, UrlEncoder encoder, LogInSessions sessions)
    : SignInAuthenticationHandler<SessionCookieOptions>(options, logger, encoder)
{
    public const string SchemeName = "Session";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (IsForAnybody(Context) || Request.Cookies[Options.Cookie.Name!] is not { } id
            || await sessions.FindAsync(id, Context.RequestAborted) is not { } state)
        {
            return AuthenticateResult.NoResult();
        }

        Context.Features.Set(state);
        return state.Ended is null
            ? AuthenticateResult.Success(new AuthenticationTicket(SessionUser.Of(state), SchemeName))
            : AuthenticateResult.NoResult();
    }

    /// <summary>Every log-in is a session with an id of its own, so that nobody can bring along an id that they know.</summary>
    protected override async Task HandleSignInAsync(System.Security.Claims.ClaimsPrincipal user, AuthenticationProperties? properties)
    {
        if (Context.Features.Get<SessionState>() is { } former)
        {
            await sessions.EndAsync(former.Session.IdHash, SessionEnd.Replaced);
        }

        var id = user switch
        {
            _ when user.CitizenId() is { } citizen => await sessions.BeginAsync(SubjectKind.Citizen, citizen),
            _ when user.Desk() is { } desk => await sessions.BeginAsync(SubjectKind.CaseWorker, desk.CaseWorkerId, desk.JobCentreCode),
            _ => throw new InvalidOperationException("Only a citizen or a caseworker can log in."),
        };
        Response.Cookies.Append(Options.Cookie.Name!, id, Options.Cookie.Build(Context));
    }

    protected override async Task HandleSignOutAsync(AuthenticationProperties? properties)
    {
        if (Context.Features.Get<SessionState>() is { } state)
        {
            await sessions.EndAsync(state.Session.IdHash, SessionEnd.LoggedOff);
        }

        Response.Cookies.Delete(Options.Cookie.Name!, Options.Cookie.Build(Context));
    }

    /// <summary>Whoever was here until a moment ago is told why they no longer are, and comes back to where they were.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Redirect(Context.AddressOf(Context.Features.Get<SessionState>()?.Ended is { } why
            ? Urls.LoggedOffBecause(why, HttpMethods.IsGet(Request.Method) ? Request.PathBase + Request.Path + Request.QueryString : null)
            : Urls.LogIn));
        return Task.CompletedTask;
    }

    /// <summary>Whoever is logged in, and not as somebody who may be here, is told so in the page's place: a log-in would lead back here for ever.</summary>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    // Style sheets and scripts; and the page that says that something failed, which may be the database itself.
    private static bool IsForAnybody(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
        || context.Request.Path == ThemeSheet.Path
        || context.Features.Get<Microsoft.AspNetCore.Diagnostics.IExceptionHandlerFeature>() is not null;
}
