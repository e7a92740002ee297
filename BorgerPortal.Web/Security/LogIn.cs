using System.Security.Claims;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Web.Hosting;
using BorgerPortal.Web.Journeys;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace BorgerPortal.Web.Security;

/// <summary>Who has logged in: a cookie that holds the citizen's id and name, and never a personnummer.</summary>
internal static class LogIn
{
    private const string ModeKey = "Authentication:Mode";
    private const string DemoMode = "Demo";

    private static readonly TimeSpan IdleTime = TimeSpan.FromMinutes(30);

    public static void AddLogIn(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(FindMode(builder.Configuration, builder.Environment));
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = "borgerportal";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = builder.Environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            options.ExpireTimeSpan = IdleTime;
            options.SlidingExpiration = true;

            // After log-in comes the citizen's own page, so no address to come back to is carried along.
            options.Events.OnRedirectToLogin = context => Redirect(context.Response, Urls.LogIn);
            options.Events.OnRedirectToAccessDenied = context => Redirect(context.Response, Urls.LogIn);
        });
    }

    public static void MapLogOff(this IEndpointRouteBuilder routes) => routes.MapPost(Urls.LogOff, async (HttpContext context, IAntiforgery antiforgery) =>
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        await context.SignOutAsync();
        return Results.LocalRedirect(Urls.LoggedOff);
    });

    public static Task SignInAsync(this HttpContext context, Citizen citizen) => context.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, citizen.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            new Claim(ClaimTypes.Name, $"{citizen.GivenNames} {citizen.Surname}"),
        ],
        CookieAuthenticationDefaults.AuthenticationScheme)));

    /// <summary>Our own id of the citizen who has logged in; null where nobody has.</summary>
    public static long? CitizenId(this ClaimsPrincipal principal) =>
        long.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : null;

    private static LogInMode FindMode(ConfigurationManager configuration, IHostEnvironment environment) => configuration[ModeKey] switch
    {
        null or "" => LogInMode.None,
        DemoMode when environment.IsDevelopment() => LogInMode.Demo,
        DemoMode => throw new StartRefusedException(
            $"{ModeKey} is {DemoMode}: anybody could log in as anybody, so that is for Development only. Take the setting away, or start in Development."),
        var other => throw new StartRefusedException($"{ModeKey}: '{other}' is not a log-in of this release, which has {DemoMode} (in Development)."),
    };

    private static Task Redirect(HttpResponse response, string address)
    {
        response.Redirect(address);
        return Task.CompletedTask;
    }
}
