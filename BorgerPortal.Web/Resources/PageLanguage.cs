using System.Globalization;

namespace BorgerPortal.Web.Resources;

/// <summary>The languages of the pages.</summary>
public static class PageLanguage
{
    public const string Danish = "da";
    public const string English = "en";

    /// <summary>The culture of each: dates and numbers follow it.</summary>
    public static readonly IReadOnlyDictionary<string, string> Cultures = new Dictionary<string, string>
    {
        [Danish] = "da-DK",
        [English] = "en-GB",
    };

    public static bool IsDanish => Current == Danish;

    /// <summary>da or en, as html's lang says it.</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == English ? English : Danish;
}
