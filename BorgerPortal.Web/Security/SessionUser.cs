using System.Globalization;
using System.Security.Claims;
using BorgerPortal.Domain.Sessions;

namespace BorgerPortal.Web.Security;

/// <summary>Who has logged in, as the pages see it. It holds our own id and never a personnummer.</summary>
internal static class SessionUser
{
    private const string SessionClaim = "session";

    public static ClaimsPrincipal Of(SessionState state) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, state.Session.SubjectId.ToString(CultureInfo.InvariantCulture)),
            new Claim(ClaimTypes.Name, state.UserName),
            new Claim(SessionClaim, Convert.ToHexStringLower(state.Session.IdHash)),
        ],
        SessionCookie.SchemeName));

    /// <summary>Our own id of the citizen who has logged in; null where nobody has.</summary>
    public static long? CitizenId(this ClaimsPrincipal principal) =>
        long.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>The hash of the session's id; null where nobody has logged in.</summary>
    public static byte[]? SessionHash(this ClaimsPrincipal principal) =>
        principal.FindFirstValue(SessionClaim) is { } hash ? Convert.FromHexString(hash) : null;

    /// <summary>Tells the tabs of a browser whether they are of the same session; nobody can do anything else with it.</summary>
    public static string Tag(this SessionState state) => Convert.ToHexStringLower(state.Session.IdHash.AsSpan(0, 4));
}
