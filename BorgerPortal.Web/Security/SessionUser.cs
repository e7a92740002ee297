using System.Globalization;
using System.Security.Claims;
using BorgerPortal.Domain.CaseWorkers;
using BorgerPortal.Domain.Sessions;

namespace BorgerPortal.Web.Security;

/// <summary>Who has logged in, as the pages see it. It holds our own id and never a personnummer.</summary>
internal static class SessionUser
{
    private const string SessionClaim = "session";
    private const string JobCentreClaim = "jobcentre";
    private const string JobCentreNameClaim = "jobcentre-name";

    // An id says whose it is: a caseworker's is never taken for the citizen who has the same number.
    private const string CitizenPrefix = "citizen-";
    private const string CaseWorkerPrefix = "caseworker-";

    public static ClaimsPrincipal Of(SessionState state)
    {
        var (session, user) = (state.Session, state.User);
        return Of(session.Kind, session.SubjectId, session.JobCentreCode,
        [
            new Claim(ClaimTypes.Name, user.Name),
            new Claim(SessionClaim, Convert.ToHexStringLower(session.IdHash)),
            .. user.Roles.Select(role => new Claim(ClaimTypes.Role, role)),
            .. user.JobCentreName is { } name ? [new Claim(JobCentreNameClaim, name)] : Array.Empty<Claim>(),
        ]);
    }

    /// <summary>Somebody who is about to log in.</summary>
    public static ClaimsPrincipal Of(SubjectKind kind, long id, string? jobCentreCode = null, params IEnumerable<Claim> more) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, (kind == SubjectKind.CaseWorker ? CaseWorkerPrefix : CitizenPrefix) + id.ToString(CultureInfo.InvariantCulture)),
            .. jobCentreCode is null ? Array.Empty<Claim>() : [new Claim(JobCentreClaim, jobCentreCode)],
            .. more,
        ],
        SessionCookie.SchemeName));

    /// <summary>A caseworker as the citizen whose pages they preview: of the same session, and with nothing else of their own.</summary>
    public static ClaimsPrincipal AsCitizen(ClaimsPrincipal caseWorker, long citizenId, IEnumerable<Claim> more) =>
        Of(SubjectKind.Citizen, citizenId, jobCentreCode: null, [caseWorker.FindFirst(SessionClaim)!, .. more]);

    /// <summary>Our own id of the citizen who has logged in; null where nobody has, or a caseworker has.</summary>
    public static long? CitizenId(this ClaimsPrincipal principal) => IdAfter(CitizenPrefix, principal);

    /// <summary>Our own id of the caseworker who has logged in; null where nobody has, or a citizen has.</summary>
    public static long? CaseWorkerId(this ClaimsPrincipal principal) => IdAfter(CaseWorkerPrefix, principal);

    /// <summary>The caseworker's jobcentre; null for everybody else.</summary>
    public static string? JobCentreCode(this ClaimsPrincipal principal) => principal.FindFirstValue(JobCentreClaim);

    /// <summary>What the caseworker's jobcentre is called; null for everybody else.</summary>
    public static string? JobCentreName(this ClaimsPrincipal principal) => principal.FindFirstValue(JobCentreNameClaim);

    /// <summary>What a caseworker asks everything with; null for everybody else.</summary>
    public static Desk? Desk(this ClaimsPrincipal principal) =>
        principal.CaseWorkerId() is { } id && principal.JobCentreCode() is { } jobCentre ? new Desk(id, jobCentre) : null;

    /// <summary>The hash of the session's id; null where nobody has logged in.</summary>
    public static byte[]? SessionHash(this ClaimsPrincipal principal) =>
        principal.FindFirstValue(SessionClaim) is { } hash ? Convert.FromHexString(hash) : null;

    /// <summary>Tells the tabs of a browser whether they are of the same session; nobody can do anything else with it.</summary>
    public static string Tag(this SessionState state) => Convert.ToHexStringLower(state.Session.IdHash.AsSpan(0, 4));

    private static long? IdAfter(string prefix, ClaimsPrincipal principal) =>
        principal.FindFirstValue(ClaimTypes.NameIdentifier) is { } text && text.StartsWith(prefix, StringComparison.Ordinal)
        && long.TryParse(text.AsSpan(prefix.Length), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;
}
