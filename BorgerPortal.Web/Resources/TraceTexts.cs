using System.Collections;
using System.Globalization;
using System.Resources;
using BorgerPortal.Domain;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Tracing;
using Microsoft.Extensions.Localization;

namespace BorgerPortal.Web.Resources;

/// <summary>
/// What a gate or rule demands, what a caseworker can do where it is broken, and the values that decided, in the page's
/// language. Every line of a trace has all of it.
/// </summary>
public static class TraceTexts
{
    private static readonly ResourceManager Words = new(typeof(TraceTexts));

    /// <summary>What the rule demands: Mødet begynder i dag eller senere.</summary>
    public static string Rule(TraceLine line) => Find($"{KeyOf(line.Code, line.Aspect)}_Rule");

    /// <summary>What a caseworker can do about it.</summary>
    public static string Mend(TraceLine line) => Mend(line.Code, line.Aspect);

    public static string Mend(ErrorCode code, string? aspect = null) => Find($"{KeyOf(code, aspect)}_Mend");

    /// <summary>The name of a value that decided.</summary>
    public static string NameOf(string value) => Find($"Value_{value}");

    /// <summary>A value that decided: dates and instants in Danish time, numbers of a code list by their name.</summary>
    public static string Write(IStringLocalizer<Texts> texts, string name, object? value) => value switch
    {
        null => Find("Word_None"),
        string text => text,
        bool or Enum => Find($"Word_{value}"),
        DateOnly date => texts.DayAndYear(date),
        DateTimeOffset instant => texts.DayYearAndClock(instant),
        IEnumerable<Guid> ids => ids.Count().ToString(CultureInfo.CurrentCulture),
        IEnumerable all => Join(all.Cast<object?>().Select(one => Write(texts, name, one))),
        int number => NameOf(texts, name, number),
        _ => Convert.ToString(value, CultureInfo.CurrentCulture)!,
    };

    private static string Join(IEnumerable<string> values) => string.Join(", ", values) is { Length: > 0 } all ? all : Find("Word_Empty");

    private static string NameOf(IStringLocalizer<Texts> texts, string name, int number) => name switch
    {
        "samtaleType" => WithNumber(CodeList.InterviewTypes, texts.InterviewType(number), number),
        "samtaleformType" or "samtaleformer" => WithNumber(CodeList.ContactTypes, texts.ContactType(number), number),
        _ => number.ToString(CultureInfo.CurrentCulture),
    };

    // A number outside its list is what is wrong: then it is told.
    private static string WithNumber(CodeList list, string text, int number) => list.Contains(number) ? text : $"{text} ({number})";

    private static string KeyOf(ErrorCode code, string? aspect) => aspect is null ? $"{code}" : $"{code}_{aspect}";

    private static string Find(string key) =>
        Words.GetString(key, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException($"A trace has no text {key}.");
}
