using BorgerPortal.Domain.Persistence.Writes;
using Xunit;

namespace BorgerPortal.Tests.Contention;

/// <summary>
/// No seat is sold twice by moving either: against each other, against those who book, and against cancelling; whoever gets
/// none keeps their old one. And the proof can fail.
/// </summary>
public abstract class MoveRushTests
{
    public sealed class OnSqlite : MoveRushTests;

    public sealed class OnPostgreSql : MoveRushTests;

    [Theory]
    [InlineData(1, MoveRush.Callers)]
    [InlineData(3, MoveRush.Callers)]
    [InlineData(3, MoveRush.Callers / 2)]
    public async Task RescheduleBooking_200CallersForOneTime_SellsEachCaseWorkerOnce(int seats, int movers)
    {
        var report = await MoveRush.ForOneTimeAsync(seats, movers);
        Assert.True(report.IsSound(seats), report.ToString());
    }

    [Theory]
    [InlineData(1, MoveRush.Callers)]
    [InlineData(3, MoveRush.Callers / 2)]
    public async Task RescheduleBooking_200CallersForOneGroupTime_SellsEachSeatOnce(int seats, int movers)
    {
        var report = await MoveRush.ForOneTimeAsync(seats, movers, isGroup: true);
        Assert.True(report.IsSound(seats), report.ToString());
    }

    [Fact]
    public async Task RescheduleBooking_WithoutGuard_IsReportedAsSoldTwice() =>
        AssertSoldToAll(await MoveRush.ForOneTimeAsync(1, MoveRush.Callers / 2, sabotage: database => database.WithoutOverlapGuard));

    [Fact]
    public async Task RescheduleBooking_GroupTimeWithoutCheck_IsReportedAsSoldTwice() =>
        AssertSoldToAll(await MoveRush.ForOneTimeAsync(1, MoveRush.Callers / 2, isGroup: true, database => database.WithoutSeatCheck));

    [Fact]
    public async Task CancelBooking_AgainstMovingTheSameBookings_EachIsOneOrTheOther()
    {
        var (faults, misled) = await MoveRush.AgainstCancellingAsync(50);
        Assert.Empty(faults);
        Assert.Equal(0, misled);
    }

    [Fact]
    public async Task CancelBooking_AgainstMovingWithoutTheBookingsState_IsReported()
    {
        var (faults, misled) = await MoveRush.AgainstCancellingAsync(10, write => write is not MoveBookingState);
        Assert.NotEmpty(faults);
        Assert.NotEqual(0, misled);
    }

    private static void AssertSoldToAll(MoveReport report)
    {
        Assert.False(report.IsSound(1), report.ToString());
        Assert.True(report.AtTheTarget == MoveRush.Callers, report.ToString());
        Assert.NotEmpty(report.Faults);
    }
}
