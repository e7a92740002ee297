using BorgerPortal.Domain.Persistence.Writes;
using Xunit;

namespace BorgerPortal.Tests.Contention;

/// <summary>The proof can fail: the same rushes with a guard taken away, and the report shows what was sold twice.</summary>
public sealed class SabotagedRushTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    public async Task CreateBooking_IndividualTimeWithoutTriggers_IsReportedAsSoldTwice(int seats) =>
        AssertSoldToAll(await SeatRush.ForAnIndividualTimeAsync(seats, SeatRush.WithoutTriggers), seats);

    [Fact]
    public async Task CreateBooking_OverlappingTimesWithoutTriggers_AreReportedAsSoldTwice() =>
        AssertSoldToAll(await SeatRush.ForOverlappingTimesAsync(1, SeatRush.WithoutTriggers), 1);

    [Fact]
    public async Task CreateBooking_OneCaseWorkerWithoutTriggers_IsReportedAsSoldTwice() =>
        AssertSoldToAll(await SeatRush.ForOneCaseWorkerAsync(3, SeatRush.WithoutTriggers), 1);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    public async Task CreateBooking_GroupTimeWithoutCheck_IsReportedAsSoldTwice(int seats) =>
        AssertSoldToAll(await SeatRush.ForAGroupTimeAsync(seats, SeatRush.WithoutChecks), seats);

    [Fact]
    public async Task CreateBooking_OneCitizensJobInterviewsWithoutVersionAndKind_AreReportedAsTooMany()
    {
        var report = await CitizenRush.ForJobInterviewsAsync(write => write is not (ExpectCitizen or TakeExclusiveKind));

        Assert.False(report.IsSound(CitizenRush.Callers), report.ToString());
        Assert.Equal((1, CitizenRush.Callers), (report.Expected, report.Sold));
    }

    private static void AssertSoldToAll(RushReport report, int seats)
    {
        Assert.False(report.IsSound(SeatRush.Callers), report.ToString());
        Assert.Equal((seats, SeatRush.Callers), (report.Expected, report.Sold));
        Assert.True(report.DoublySold == SeatRush.Callers - seats, report.ToString());
    }
}
