using System.Globalization;
using BorgerPortal.Domain.Planner;
using Microsoft.Extensions.Localization;

namespace BorgerPortal.Web.Resources;

/// <summary>The code lists' names in the page's language.</summary>
public static class CodeListTexts
{
    public static string InterviewType(this IStringLocalizer<Texts> texts, int id) => NameOf(CodeList.InterviewTypes, id) ?? texts["InterviewType_Unknown"];

    public static string ContactType(this IStringLocalizer<Texts> texts, int id) => NameOf(CodeList.ContactTypes, id) ?? texts["ContactType_Unknown"];

    /// <summary>personligt fremmøde eller telefon</summary>
    public static string ContactTypes(this IStringLocalizer<Texts> texts, IEnumerable<int> ids) =>
        string.Join(texts["ContactType_Or"], ids.Select(id => texts.ContactType(id).ToLower(CultureInfo.CurrentCulture)));

    private static string? NameOf(CodeList list, int id) =>
        list.Find(id) is { } entry ? PageLanguage.IsDanish ? entry.Danish : entry.English : null;
}
