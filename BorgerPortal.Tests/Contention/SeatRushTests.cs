using Xunit;

namespace BorgerPortal.Tests.Contention;

/// <summary>The proof that no seat is sold twice: 200 callers decide on the same state, and only as many as there are seats get one.</summary>
public abstract class SeatRushTests
{
    public sealed class OnSqlite : SeatRushTests;

    public sealed class OnPostgreSql : SeatRushTests;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    public async Task CreateBooking_200CallersForAnIndividualTime_SellsEachCaseWorkerOnce(int seats) =>
        AssertSound(await SeatRush.ForAnIndividualTimeAsync(seats));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    public async Task CreateBooking_200CallersForAGroupTime_SellsEachSeatOnce(int seats) =>
        AssertSound(await SeatRush.ForAGroupTimeAsync(seats));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    public async Task CreateBooking_200CallersForOverlappingTimesOfTwoOffers_SellsEachCaseWorkerOnce(int seats) =>
        AssertSound(await SeatRush.ForOverlappingTimesAsync(seats));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    public async Task CreateBooking_200CallersWishForOneCaseWorker_SellsThatTimeOnce(int caseWorkers) =>
        AssertSound(await SeatRush.ForOneCaseWorkerAsync(caseWorkers));

    private static void AssertSound(RushReport report) => Assert.True(report.IsSound(SeatRush.Callers), report.ToString());
}
