using System.Globalization;
using BorgerPortal.Web.Components.Shared.Calendar;
using CsCheck;
using Xunit;

namespace BorgerPortal.Tests.Components.Shared.Calendar;

public sealed class MonthTests
{
    [Theory]
    [InlineData(2027, 2, 4, "2027-02-01", "2027-02-28")]
    [InlineData(2028, 2, 5, "2028-02-01", "2028-02-29")]
    [InlineData(2027, 8, 6, "2027-08-01", "2027-08-31")]
    [InlineData(2026, 12, 5, "2026-12-01", "2026-12-31")]
    public void Weeks_Month_AreThoseOfTheCalendar(int year, int number, int weeks, string first, string last)
    {
        var month = new Month(new DateOnly(year, number, 1));

        var days = month.Weeks.SelectMany(week => week).OfType<DateOnly>().ToList();

        Assert.Equal(weeks, month.Weeks.Count());
        Assert.Equal((Date(first), Date(last)), (days[0], days[^1]));
    }

    [Fact]
    public void Weeks_AnyMonth_HoldEachDayOnceUnderItsWeekday() =>
        Gen.Date[new DateTime(2000, 1, 1), new DateTime(2100, 1, 1)].Sample(date =>
        {
            var month = Month.Of(DateOnly.FromDateTime(date));
            var placed = month.Weeks.SelectMany(week => week.Index()).Where(place => place.Item is not null).ToList();
            Assert.Equal(DateTime.DaysInMonth(date.Year, date.Month), placed.Count);
            Assert.All(placed, place => Assert.Equal((DayOfWeek)((place.Index + 1) % 7), place.Item!.Value.DayOfWeek));
            Assert.Equal(month, month.Next.Previous);
        });

    [Fact]
    public void WeekDays_Danish_BeginOnMonday() =>
        Assert.Equal(["mandag", "søndag"], Month.WeekDays(CultureInfo.GetCultureInfo("da-DK")).Select(day => day.Long).Where((_, index) => index is 0 or 6));

    private static DateOnly Date(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
