using System.Globalization;

namespace BorgerPortal.Web.Components.Shared.Calendar;

/// <summary>A month of the Danish calendar.</summary>
/// <param name="First">Its first day.</param>
public readonly record struct Month(DateOnly First)
{
    private const int DaysOfAWeek = 7;

    public static Month Of(DateOnly day) => new(new DateOnly(day.Year, day.Month, 1));

    public Month Next => new(First.AddMonths(1));

    public Month Previous => new(First.AddMonths(-1));

    public DateOnly Last => Next.First.AddDays(-1);

    /// <summary>Its weeks from Monday to Sunday; null for the days of other months.</summary>
    public IEnumerable<DateOnly?[]> Weeks
    {
        get
        {
            var before = ((int)First.DayOfWeek + DaysOfAWeek - 1) % DaysOfAWeek;
            var monday = First.AddDays(-before);
            for (; monday <= Last; monday = monday.AddDays(DaysOfAWeek))
            {
                var start = monday;
                yield return [.. Enumerable.Range(0, DaysOfAWeek).Select(day => start.AddDays(day)).Select(Within)];
            }
        }
    }

    /// <summary>Monday first, as Danes and calendars in English in Denmark have it.</summary>
    public static IEnumerable<(string Short, string Long)> WeekDays(CultureInfo culture) => Enumerable.Range(1, DaysOfAWeek)
        .Select(day => (DayOfWeek)(day % DaysOfAWeek))
        .Select(day => (culture.DateTimeFormat.GetShortestDayName(day), culture.DateTimeFormat.GetDayName(day)));

    public bool Contains(DateOnly day) => Of(day) == this;

    private DateOnly? Within(DateOnly day) => Contains(day) ? day : null;
}
