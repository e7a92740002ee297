using System.Globalization;
using System.Resources;

namespace BorgerPortal.Web.Resources;

/// <summary>What a status without a code of its own means to a client, and what to do.</summary>
internal static class ApiTexts
{
    private static readonly ResourceManager Texts = new(typeof(ApiTexts));

    /// <summary>Null for a status that needs no more words than its name.</summary>
    public static string? OfStatus(int status, CultureInfo language) => Texts.GetString($"Status_{status}", language);
}
