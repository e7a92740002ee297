using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Notices;
using Xunit;

namespace BorgerPortal.E2E.Contention;

/// <summary>Two processes on one PostgreSQL sell no seat twice; and without the database's guard they would, which a test demands.</summary>
public sealed class TwoPortalsTests
{
    private const string Closed = $"audit_entries WHERE operation = '{AuditNames.CloseDeadline}'";
    private static readonly string Reminded = $"outbox_notices WHERE kind = {(int)NoticeKind.Reminder}";

    private readonly CancellationToken _cancelled = TestContext.Current.CancellationToken;

    [Fact]
    public async Task CreateBooking_200CallersAtTwoPortals_SellEachSeatOnce()
    {
        await using var portals = await TwoPortals.StartAsync(isDurable: true, _cancelled);
        await portals.RushAsync(RushScenario.WarmUp, _cancelled);

        foreach (var prize in RushScenario.Prizes)
        {
            var outcome = Tell(prize, await portals.RushAsync(prize, _cancelled));

            Assert.True(outcome.IsSound, $"{prize.Name}, {outcome}");
        }
    }

    [Fact]
    public async Task CreateBooking_GuardsTakenAway_AreReportedAsSoldTwice()
    {
        await using var portals = await TwoPortals.StartAsync(isDurable: false, _cancelled);
        await portals.SabotageAsync("ALTER TABLE occupancies DROP CONSTRAINT ex_occupancies; ALTER TABLE timeslots DROP CONSTRAINT ck_timeslots_seats", _cancelled);

        foreach (var prize in RushScenario.Prizes.Where(prize => prize.Seats == 1))
        {
            var outcome = Tell(prize, await portals.RushBlindlyAsync(prize, _cancelled));

            Assert.False(outcome.IsSound, $"{prize.Name}, {outcome}");
            Assert.True(outcome.Sold > outcome.Seats, $"{prize.Name}, {outcome}");
        }
    }

    [Fact]
    public async Task CreateBooking_ManyDecideBeforeTheFirstIsWritten_SellEachSeatOnce()
    {
        await using var portals = await TwoPortals.StartAsync(isDurable: false, _cancelled);

        foreach (var prize in RushScenario.Prizes)
        {
            var outcome = Tell(prize, await portals.RushBlindlyAsync(prize, _cancelled));

            Assert.True(outcome.IsSound, $"{prize.Name}, {outcome}");
        }
    }

    [Fact]
    public async Task RescheduleBooking_200CallersAtTwoPortals_SellEachSeatOnceAndTheOthersKeepTheirOwn()
    {
        await using var portals = await TwoPortals.StartAsync(isDurable: false, _cancelled);

        foreach (var prize in RushScenario.Moves)
        {
            var outcome = await portals.MoveAsync(prize, _cancelled);

            Assert.True(outcome.IsSound, $"{prize}, {outcome}");
        }
    }

    [Fact]
    public async Task CreateBooking_OneCitizens50JobInterviewsAtTwoPortals_MakesOneAndRefusesTheOthers()
    {
        await using var portals = await TwoPortals.StartAsync(isDurable: false, _cancelled);

        var outcome = await portals.AskForJobInterviewsAsync(_cancelled);

        Assert.True(outcome.IsSound, outcome.ToString());
    }

    [Fact]
    public async Task CancelBooking_MovedAtTheOtherPortalAtOnce_EachIsAsEverybodyWasTold()
    {
        await using var portals = await TwoPortals.StartAsync(isDurable: false, _cancelled);

        var (misled, cancelled) = await portals.ContradictAsync(RushScenario.Contradicted, _cancelled);

        Assert.Empty(misled);
        Assert.NotEqual(0, cancelled);
    }

    [Fact]
    public async Task RescheduleBooking_GuardsTakenAway_AreReportedAsSoldTwice()
    {
        await using var portals = await TwoPortals.StartAsync(isDurable: false, _cancelled);
        await portals.SabotageAsync("ALTER TABLE occupancies DROP CONSTRAINT ex_occupancies", _cancelled);

        // Until many have seen the time free at once it may go well by chance.
        var outcome = await portals.MoveBlindlyAsync(RushScenario.Moves[0], _cancelled);

        Assert.True(outcome.Sold > outcome.Seats, outcome.ToString());
        Assert.False(outcome.IsSound);
    }

    [Fact]
    public async Task DailyJob_TwoPortalsWakeAtOnce_IsDoneOnce()
    {
        await using var portals = await TwoPortals.StartAsync(isDurable: false, _cancelled);
        Assert.Equal(0, await portals.CountAsync(Closed, _cancelled));

        Assert.Equal(1, await portals.WakeOnAsync(RushScenario.DayOfWork, _cancelled));

        Assert.Equal(RushScenario.DeadlinesToClose, await portals.CountAsync(Closed, _cancelled));
        Assert.Equal(1, await portals.CountAsync(Reminded, _cancelled));
    }

    private static RushOutcome Tell(Prize prize, RushOutcome outcome)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{prize.Name}, {outcome}");
        return outcome;
    }
}
