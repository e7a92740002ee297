using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;

namespace BorgerPortal.Bench.Serving;

/// <summary>
/// Makes the cookie of a citizen who has logged in, with the portal's own keys: in Production nobody can log in by typing
/// a personnummer, and it is Production that is measured.
/// </summary>
internal sealed class CitizenCookie(Portal portal, TimeProvider clock)
{
    private const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private readonly TicketDataFormat _tickets = new(DataProtectionProvider
        .Create(new DirectoryInfo(portal.KeyFolder), keys => keys.SetApplicationName("BorgerPortal"))
        .CreateProtector("Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationMiddleware", Scheme, "v2"));

    /// <summary>As the value of a Cookie header.</summary>
    /// <param name="citizen">The portal's own id.</param>
    public string Of(long citizen)
    {
        Claim[] claims = [new(ClaimTypes.NameIdentifier, citizen.ToString(CultureInfo.InvariantCulture)), new(ClaimTypes.Name, "Anna Berg")];
        var now = clock.GetUtcNow();
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + Lifetime };
        return "borgerportal=" + _tickets.Protect(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)), properties, Scheme));
    }
}
