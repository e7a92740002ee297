using System.Security.Claims;

namespace BorgerPortal.Web.Previews;

/// <summary>A request for a page of a preview.</summary>
/// <param name="Token">What the address says.</param>
/// <param name="Ticket">The same, read.</param>
/// <param name="Root">The path that the portal itself lies below.</param>
internal sealed record PreviewVisit(string Token, PreviewTicket Ticket, PathString Root);

/// <summary>Whoever uses a page of a preview: the citizen, as far as the page knows, and nobody's citizen without the caseworker.</summary>
internal static class PreviewUser
{
    private const string TokenClaim = "preview";
    private const string ByClaim = "preview-by";

    /// <param name="caseWorker">Who has logged in.</param>
    /// <param name="token">The preview's address.</param>
    /// <param name="ticket">The same, read.</param>
    public static ClaimsPrincipal Of(ClaimsPrincipal caseWorker, string token, PreviewTicket ticket) => Security.SessionUser.AsCitizen(
        caseWorker,
        ticket.ToPreview().Citizen.Id!.Value,
        [
            new Claim(ClaimTypes.Name, ticket.Name),
            new Claim(TokenClaim, token),
            new Claim(ByClaim, caseWorker.Identity?.Name ?? ""),
        ]);

    /// <summary>The preview's address; null for everybody who uses a page as themselves.</summary>
    public static string? PreviewToken(this ClaimsPrincipal user) => user.FindFirstValue(TokenClaim);
}
