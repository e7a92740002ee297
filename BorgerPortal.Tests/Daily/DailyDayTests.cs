using System.Globalization;
using BorgerPortal.Domain.Daily;
using BorgerPortal.Domain.Time;
using Xunit;

namespace BorgerPortal.Tests.Daily;

public sealed class DailyDayTests
{
    [Theory]
    [InlineData("2027-03-01T07:59:59+01:00", "2027-02-28")]
    [InlineData("2027-03-01T08:00:00+01:00", "2027-03-01")]
    [InlineData("2027-03-01T23:59:59+01:00", "2027-03-01")]
    [InlineData("2027-03-28T07:59:59+02:00", "2027-03-27")] // clocks go forward
    [InlineData("2027-03-28T08:00:00+02:00", "2027-03-28")]
    [InlineData("2027-10-31T02:30:00+02:00", "2027-10-30")] // the hour that there is twice
    [InlineData("2027-10-31T02:30:00+01:00", "2027-10-30")]
    [InlineData("2027-10-31T08:00:00+01:00", "2027-10-31")]
    [InlineData("2028-01-01T00:30:00+01:00", "2027-12-31")]
    [InlineData("2028-02-29T08:00:00+01:00", "2028-02-29")]
    [InlineData("2028-03-01T07:00:00+01:00", "2028-02-29")]
    public void DueBy_InstantOfADanishDay_IsTheLastDayWhoseHourHasCome(string now, string day) => Assert.Equal(
        DateOnly.Parse(day, CultureInfo.InvariantCulture),
        DailyDay.DueBy(Moment.At(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture))));

    [Fact]
    public void At_EveryDayOfFourYears_IsThereAndIsDue() => Assert.All(
        Enumerable.Range(0, 4 * 366).Select(new DateOnly(2027, 1, 1).AddDays),
        day => Assert.Equal(day, DailyDay.DueBy(Moment.At(DailyDay.At(day)))));
}
