using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace BorgerPortal.Web.Api.Answers;

/// <summary>The language that a caller asks for by Accept-Language: Danish or English, and Danish where it asks for neither.</summary>
internal static class AcceptedLanguage
{
    private static readonly CultureInfo Danish = CultureInfo.GetCultureInfo("da");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static CultureInfo Of(HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList([.. request.Headers.AcceptLanguage.OfType<string>()], out var wishes))
        {
            return Danish;
        }

        return wishes
            .Where(wish => wish.Quality is not 0)
            .OrderByDescending(wish => wish.Quality ?? 1)
            .Select(wish => Find(wish.Value.AsSpan()))
            .FirstOrDefault(language => language is not null) ?? Danish;
    }

    // The first part of a tag is the language: en-GB is English.
    private static CultureInfo? Find(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOf('-');
        var language = end < 0 ? tag : tag[..end];
        return language.Equals("da", StringComparison.OrdinalIgnoreCase) ? Danish
            : language.Equals("en", StringComparison.OrdinalIgnoreCase) ? English
            : null;
    }
}
