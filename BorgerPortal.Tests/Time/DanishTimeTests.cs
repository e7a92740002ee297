using BorgerPortal.Domain.Time;
using CsCheck;
using Xunit;

namespace BorgerPortal.Tests.Time;

public sealed class DanishTimeTests
{
    [Theory]
    [InlineData("2026-12-01T09:00:00+01:00", "2026-12-01T08:00:00Z")]
    [InlineData("2026-12-01T09:00:00Z", "2026-12-01T09:00:00Z")]
    [InlineData("2026-12-01T09:00:00", "2026-12-01T08:00:00Z")]
    [InlineData("2026-12-01T09:00", "2026-12-01T08:00:00Z")]
    [InlineData("2026-07-01T09:00:00", "2026-07-01T07:00:00Z")]
    [InlineData("2026-12-01T09:00:00.5+01:00", "2026-12-01T08:00:00.5Z")]
    [InlineData("2026-10-25T02:30:00+02:00", "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25T02:30:00+01:00", "2026-10-25T01:30:00Z")]
    [InlineData("2028-02-29T12:00:00", "2028-02-29T11:00:00Z")]
    public void Parse_DateTime_IsAnInstant(string text, string instant) =>
        Assert.Equal(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), DanishTime.Parse(text));

    [Theory]
    [InlineData("2026-03-29T02:30:00", "does not exist")]
    [InlineData("2026-10-25T02:30:00", "exists twice")]
    [InlineData("2027-02-29T12:00:00", "no such day")]
    [InlineData("2026-12-01 09:00:00", "no T")]
    [InlineData("2026-12-01", "a date")]
    [InlineData("2026-12-01T24:00:00", "no such hour")]
    [InlineData("2026-12-01T09:00:00+0100", "no such offset")]
    [InlineData("2026-12-01T09:00:00+25:00", "no such offset")]
    [InlineData("2026-12-01T09:00:00\n", "a line more")]
    [InlineData("0001-01-01T00:00:00+14:00", "before all instants")]
    [InlineData("9999-12-31T23:59:59-14:00", "after all instants")]
    [InlineData("", "nothing")]
    [InlineData(null, "nothing")]
    public void Parse_NoDateTime_IsNull(string? text, string why) => Assert.True(DanishTime.Parse(text) is null, why);

    [Fact]
    public void ParseFirst_TimeThatExistsTwice_IsTheFirst() =>
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero), DanishTime.ParseFirst("2026-10-25T02:30"));

    [Fact]
    public void ParseFirst_TimeThatDoesNotExist_IsNull() => Assert.Null(DanishTime.ParseFirst("2026-03-29T02:30"));

    [Theory]
    [InlineData("2026-12-31T22:59:59Z", 2026, 12, 31)]
    [InlineData("2026-12-31T23:00:00Z", 2027, 1, 1)]
    [InlineData("2026-06-30T22:00:00Z", 2026, 7, 1)]
    [InlineData("2028-02-28T23:30:00Z", 2028, 2, 29)]
    public void DanishDate_AroundMidnight_IsThatOfADanishCalendar(string instant, int year, int month, int day) =>
        Assert.Equal(
            new DateOnly(year, month, day),
            DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture).DanishDate());

    [Theory]
    [InlineData(2026, 3, 29, 23)]
    [InlineData(2026, 10, 25, 25)]
    [InlineData(2026, 6, 1, 24)]
    public void StartOfDay_DaysOfAYear_AreAsLongAsTheClocksSay(int year, int month, int day, int hours)
    {
        var date = new DateOnly(year, month, day);
        Assert.Equal(TimeSpan.FromHours(hours), DanishTime.StartOfDay(date.AddDays(1)) - DanishTime.StartOfDay(date));
    }

    [Fact]
    public void ToWire_AnyInstant_ReadsBackAsTheSame() =>
        Gen.Long[new DateTime(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks, new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks]
            .Select(ticks => new DateTimeOffset(ticks, TimeSpan.Zero))
            .Sample(instant => Assert.Equal(instant, DanishTime.Parse(instant.ToWire())));

    [Fact]
    public void ToWire_WinterAndSummer_CarryTheirOffset()
    {
        Assert.Equal("2026-12-01T09:00:00+01:00", new DateTimeOffset(2026, 12, 1, 8, 0, 0, TimeSpan.Zero).ToWire());
        Assert.Equal("2026-07-01T09:00:00+02:00", new DateTimeOffset(2026, 7, 1, 7, 0, 0, TimeSpan.Zero).ToWire());
    }
}
