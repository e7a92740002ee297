using Microsoft.AspNetCore.CookiePolicy;

namespace BorgerPortal.Web.Security;

/// <summary>What holds for every cookie of the portal.</summary>
internal static class Cookies
{
    /// <summary>A browser takes a cookie of that name only over TLS, for this host alone and for all of it.</summary>
    private const string HostPrefix = "__Host-";

    /// <summary>In Development there is no TLS as a rule.</summary>
    public static string CookieName(this IHostEnvironment environment, string name) => environment.IsDevelopment() ? name : HostPrefix + name;

    public static void AddCookieRules(this WebApplicationBuilder builder)
    {
        builder.Services.AddAntiforgery(options =>
        {
            options.Cookie.Name = builder.Environment.CookieName("borgerportal-formular");
            options.Cookie.Path = "/";
        });

        // Here and not at each cookie: what ends TLS in front of the portal makes a request look as if it came without.
        builder.Services.Configure<CookiePolicyOptions>(options =>
        {
            options.HttpOnly = HttpOnlyPolicy.Always;
            options.MinimumSameSitePolicy = SameSiteMode.Lax;
            options.Secure = builder.Environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        });
    }
}
