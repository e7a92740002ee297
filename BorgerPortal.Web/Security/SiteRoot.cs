using BorgerPortal.Web.Journeys;

namespace BorgerPortal.Web.Security;

/// <summary>Where the server itself sends a browser: below the path that the whole portal lies below, if any.</summary>
internal static class SiteRoot
{
    /// <summary>One of <see cref="Urls"/>, as an address that begins with a slash.</summary>
    public static string AddressOf(this HttpContext context, string address) => Urls.From(context.Request.PathBase, address);
}
