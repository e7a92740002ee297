using BorgerPortal.Web.Resources;
using Microsoft.AspNetCore.Localization;

namespace BorgerPortal.Web.Security;

/// <summary>The language of the pages: Danish, or what the citizen chose, kept in a cookie.</summary>
internal static class Languages
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    public static void AddPortalLanguages(this IServiceCollection services) => services.Configure<RequestLocalizationOptions>(options =>
    {
        string[] cultures = [.. PageLanguage.Cultures.Values];
        options.AddSupportedCultures(cultures).AddSupportedUICultures(cultures).SetDefaultCulture(cultures[0]);
        options.RequestCultureProviders = [new CookieRequestCultureProvider()];
    });

    public static void MapLanguages(this IEndpointRouteBuilder routes) => routes.MapGet(
        "/sprog/{language}",
        (string language, string? retur, HttpContext context) =>
        {
            if (!PageLanguage.Cultures.TryGetValue(language, out var culture))
            {
                return Results.NotFound();
            }

            context.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
                new CookieOptions { MaxAge = Lifetime, HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true });
            return Results.LocalRedirect(context.Request.PathBase + LocalAddress.Or(retur, "/"));
        });
}
