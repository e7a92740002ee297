using System.Globalization;
using System.Resources;
using BorgerPortal.Domain;

namespace BorgerPortal.Web.Resources;

/// <summary>What an error means to a citizen, and what to do about it, in Danish and English. Every code has both.</summary>
internal static class ErrorTexts
{
    private static readonly ResourceManager Texts = new(typeof(ErrorTexts));

    public static string What(ErrorCode code, CultureInfo language) => Find(code, "What", language);

    public static string Do(ErrorCode code, CultureInfo language) => Find(code, "Do", language);

    /// <summary>What happened, where one code has several reasons: the one that it was.</summary>
    public static string What(Error error, CultureInfo language) => Find(error, "What", language);

    public static string Do(Error error, CultureInfo language) => Find(error, "Do", language);

    private static string Find(Error error, string part, CultureInfo language) =>
        error.Reason is { } reason ? Find(error.Code, $"{reason}_{part}", language) : Find(error.Code, part, language);

    private static string Find(ErrorCode code, string part, CultureInfo language) =>
        Texts.GetString($"{code}_{part}", language) ?? throw new MissingManifestResourceException($"Error {code} has no text ({part}).");
}
