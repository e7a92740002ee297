using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Tests.Support.Databases;
using Xunit;

namespace BorgerPortal.Tests.Contention;

/// <summary>The proof can fail: the same rushes with a guard taken away, and the report shows what was sold twice.</summary>
public abstract class SabotagedRushTests
{
    public sealed class OnSqlite : SabotagedRushTests;

    public sealed class OnPostgreSql : SabotagedRushTests;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    public async Task CreateBooking_IndividualTimeWithoutGuard_IsReportedAsSoldTwice(int seats) =>
        AssertSoldToAll(await SeatRush.ForAnIndividualTimeAsync(seats, WithoutGuard), seats);

    [Fact]
    public async Task CreateBooking_OverlappingTimesWithoutGuard_AreReportedAsSoldTwice() =>
        AssertSoldToAll(await SeatRush.ForOverlappingTimesAsync(1, WithoutGuard), 1);

    [Fact]
    public async Task CreateBooking_OneCaseWorkerWithoutGuard_IsReportedAsSoldTwice() =>
        AssertSoldToAll(await SeatRush.ForOneCaseWorkerAsync(3, WithoutGuard), 1);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    public async Task CreateBooking_GroupTimeWithoutCheck_IsReportedAsSoldTwice(int seats) =>
        AssertSoldToAll(await SeatRush.ForAGroupTimeAsync(seats, WithoutCheck), seats);

    [Fact]
    public async Task CreateBooking_OneCitizensJobInterviewsWithoutVersionAndKind_AreReportedAsTooMany()
    {
        var report = await CitizenRush.ForJobInterviewsAsync(write => write is not (ExpectCitizen or TakeExclusiveKind));

        Assert.False(report.IsSound(CitizenRush.Callers), report.ToString());
        Assert.Equal((1, CitizenRush.Callers), (report.Expected, report.Sold));
    }

    private static string WithoutGuard(TestDatabase database) => database.WithoutOverlapGuard;

    private static string WithoutCheck(TestDatabase database) => database.WithoutSeatCheck;

    private static void AssertSoldToAll(RushReport report, int seats)
    {
        Assert.False(report.IsSound(SeatRush.Callers), report.ToString());
        Assert.Equal((seats, SeatRush.Callers), (report.Expected, report.Sold));
        Assert.True(report.DoublySold == SeatRush.Callers - seats, report.ToString());
    }
}
