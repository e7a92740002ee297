namespace BorgerPortal.Web.Security;

/// <summary>Addresses that somebody sent us to come back to: only our own are followed.</summary>
internal static class LocalAddress
{
    /// <summary>The address where it is one of this site, else the other one.</summary>
    public static string Or(string? address, string otherwise) => IsLocal(address) ? address! : otherwise;

    // Browsers read a backslash as a slash and drop control characters, so "//host", "/\host" and "/<tab>/host" leave the site. A header holds ASCII alone.
    private static bool IsLocal(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && address.All(character => char.IsAscii(character) && !char.IsControl(character));
}
