using BorgerPortal.Web.Journeys;
using BorgerPortal.Web.Previews;

namespace BorgerPortal.Web.Security;

/// <summary>Where the server itself sends a browser: below the path that the whole portal lies below, if any, and out of a preview.</summary>
internal static class SiteRoot
{
    /// <summary>One of <see cref="Urls"/>, as an address that begins with a slash.</summary>
    public static string AddressOf(this HttpContext context, string address) => Urls.From(context.Features.Get<PreviewVisit>()?.Root ?? context.Request.PathBase, address);
}
