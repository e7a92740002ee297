using System.Globalization;
using BorgerPortal.Domain.Time;
using BorgerPortal.Web.Components.Shared.Calendar;
using BorgerPortal.Web.Journeys.Book;
using Microsoft.Extensions.Localization;

namespace BorgerPortal.Web.Resources;

/// <summary>Dates and times as a citizen reads them, always in Danish time.</summary>
public static class TimeTexts
{
    /// <summary>mandag den 8. marts</summary>
    public static string Day(this IStringLocalizer<Texts> texts, DateOnly date) => date.ToString(texts["Time_Day"].Value, CultureInfo.CurrentCulture);

    /// <summary>marts 2027</summary>
    public static string Month(this IStringLocalizer<Texts> texts, Month month) =>
        month.First.ToString(texts["Calendar_Month"].Value, CultureInfo.CurrentCulture);

    /// <summary>mandag den 8. marts 2027</summary>
    public static string DayAndYear(this IStringLocalizer<Texts> texts, DateOnly date) =>
        date.ToString(texts["Time_DayAndYear"].Value, CultureInfo.CurrentCulture);

    /// <summary>kl. 09.05; where the clock shows that time twice, with which of the two it is.</summary>
    public static string Clock(this IStringLocalizer<Texts> texts, DateTimeOffset instant) => texts.Clock(instant, texts["Time_Clock"]);

    private static string Clock(this IStringLocalizer<Texts> texts, DateTimeOffset instant, string format)
    {
        var danish = instant.ToDanish();
        var clock = danish.ToString(format, CultureInfo.CurrentCulture);
        if (!AddressTime.IsShownTwice(instant))
        {
            return clock;
        }

        var season = danish.Offset == DanishTime.Zone.BaseUtcOffset ? texts["Time_Winter"] : texts["Time_Summer"];
        return $"{clock} ({season})";
    }

    /// <summary>mandag den 8. marts kl. 09.05</summary>
    public static string DayAndClock(this IStringLocalizer<Texts> texts, DateTimeOffset instant) =>
        texts["Time_DayAndClock", texts.Day(instant.DanishDate()), texts.Clock(instant)];

    /// <summary>mandag den 8. marts 2027 kl. 09.05.07: what is to be proof says when to the second.</summary>
    public static string DayYearAndSecond(this IStringLocalizer<Texts> texts, DateTimeOffset instant) =>
        texts["Time_DayAndClock", texts.DayAndYear(instant.DanishDate()), texts.Clock(instant, texts["Time_ClockWithSeconds"])];

    /// <summary>mandag den 8. marts 2027 kl. 09.05</summary>
    public static string DayYearAndClock(this IStringLocalizer<Texts> texts, DateTimeOffset instant) =>
        texts["Time_DayAndClock", texts.DayAndYear(instant.DanishDate()), texts.Clock(instant)];
}
