using System.Globalization;
using BorgerPortal.Domain.Scenarios.Reading;
using BorgerPortal.Tests.Support;
using Xunit;

namespace BorgerPortal.Tests.Scenarios;

public abstract class ScenarioDatesTests
{
    public sealed class OnSqlite : ScenarioDatesTests;

    public sealed class OnPostgreSql : ScenarioDatesTests;

    [Theory]
    [InlineData("2026-12-30", "@0", "2026-12-30")]
    [InlineData("2026-12-30", "@+3", "2027-01-02")]
    [InlineData("2027-01-01", "@-2", "2026-12-30")]
    [InlineData("2028-02-28", "@+1", "2028-02-29")]
    [InlineData("2027-01-01", "2026-12-01", "2026-12-01")]
    public void ReadDate_DateOrRelative_IsThatDay(string today, string text, string expected) =>
        Assert.Equal(Date(expected), new ScenarioDates(Date(today)).ReadDate(text));

    [Theory]
    [InlineData("@3")]
    [InlineData("@")]
    [InlineData("@+3T09:00")]
    [InlineData("@+3 ")]
    [InlineData("@-999999")]
    [InlineData("@+99999999999")]
    [InlineData("2027-02-30")]
    [InlineData("2027-2-3")]
    [InlineData("01-02-2027")]
    [InlineData("")]
    public void ReadDate_AnythingElse_IsNone(string text) => Assert.Null(new ScenarioDates(new DateOnly(2027, 1, 1)).ReadDate(text));

    [Theory]
    [InlineData("2027-03-26", "@+1T09:00", "2027-03-27T08:00:00Z")] // Winter time still,
    [InlineData("2027-03-26", "@+3T09:00", "2027-03-29T07:00:00Z")] // and summer time two days later.
    [InlineData("2027-10-30", "@+1T02:30", "2027-10-31T00:30:00Z")] // Exists twice: the first.
    [InlineData("2027-10-30", "@+2T09:00:30", "2027-11-01T08:00:30Z")]
    [InlineData("2026-12-31", "@+1T00:00", "2026-12-31T23:00:00Z")]
    [InlineData("2027-01-01", "2027-06-01T09:00", "2027-06-01T07:00:00Z")]
    [InlineData("2027-01-01", "2027-06-01T09:00:00-02:00", "2027-06-01T11:00:00Z")]
    [InlineData("2027-01-01", "2027-06-01T09:00:00.1234567Z", "2027-06-01T09:00:00.123Z")]
    public void ReadInstant_DanishTime_IsThatInstant(string today, string text, string expected) => Assert.Equal(
        DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), new ScenarioDates(Date(today)).ReadInstant(text));

    [Theory]
    [InlineData("@+27T02:30", true)]
    [InlineData("2027-03-28T02:00", true)]
    [InlineData("2027-03-28T03:00:00+02:00", false)]
    [InlineData("@+3", false)]
    [InlineData("@+3T9:00", false)]
    [InlineData("@+3T25:00", false)]
    [InlineData("@+3T09:00Z", false)]
    [InlineData("@-999999T09:00", false)]
    public void IsSkippedByTheClocks_OnlyALocalTimeThatDoesNotExist_Is(string text, bool expected) =>
        Assert.Equal(expected, new ScenarioDates(new DateOnly(2027, 3, 1)).IsSkippedByTheClocks(text));

    [Fact]
    public async Task Import_LateInTheEvening_CountsFromTodayInDenmark()
    {
        // 1 March, half past midnight in Denmark, is still February in UTC.
        await using var portal = await TestPortal.StartAsync(new DateTimeOffset(2027, 2, 28, 23, 30, 0, TimeSpan.Zero));

        await portal.LoadAsync();

        var timeslot = Assert.Single(await portal.ReadAsync(context => Task.FromResult(context.Timeslots.ToList())));
        Assert.Equal(World.Danish(2027, 3, 4, 9), timeslot.Start);
    }

    private static DateOnly Date(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
