using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.ExternalBooking.Protocol;
using BorgerPortal.Domain.Notices;
using BorgerPortal.Tests.Support.Remote;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.ExternalBooking.Protocol;

/// <summary>Whatever breaks between the portal and a planner ends: with a booking and its seat, or with neither.</summary>
public abstract class ReconcilerTests
{
    public sealed class OnSqlite : ReconcilerTests;

    public sealed class OnPostgreSql : ReconcilerTests;

    [Fact]
    public async Task Settle_TheRequestEndedWhileReserving_GivesTheSeatBackAndALateAnswerChangesNothing()
    {
        await using var scene = await RemoteScene.SetAsync();
        scene.Planner.ReserveGate = new TaskCompletionSource();
        var request = scene.BookAsync();
        await scene.Planner.ReserveAsked.Task;

        // Not while the citizen's own request may still be at it.
        await scene.SettleAsync();
        Assert.Equal(BookingState.Pending, Assert.Single(await scene.BookingsAsync()).State);

        scene.Portal.Clock.Advance(TimeSpan.FromMinutes(3));
        await scene.SettleAsync();
        Assert.Empty(await scene.BookingsAsync());
        Assert.Equal(IntentStep.Settled, (await scene.IntentAsync()).Step);

        // The planner remembers the release: a reserve that reaches it late holds nothing.
        scene.Planner.ReserveGate.SetResult();
        Assert.True((await request).IsError);
        Assert.Equal(0, scene.Planner.Held);
        Assert.Empty(await scene.BookingsAsync());
    }

    [Fact]
    public async Task Settle_ThePlannerActedAndItsAnswerIsLate_TheBookingIsNotMade()
    {
        await using var scene = await RemoteScene.SetAsync();
        scene.Planner.AfterReserve = () =>
        {
            scene.Portal.Clock.Advance(TimeSpan.FromMinutes(3));
            SettleInBetween(scene);
        };

        var result = await scene.BookAsync();
        await scene.SettleAsync();

        Assert.Equal([4769], result.Errors.Select(error => error.Code.Number));
        Assert.Empty(await scene.BookingsAsync());
        Assert.Equal(0, scene.Planner.Held);
    }

    [Fact]
    public async Task Settle_ConfirmNeverArrived_ConfirmsAgainWithTheSameRequestId()
    {
        await using var scene = await RemoteScene.SetAsync();
        scene.Planner.Fail("ConfirmAsync", PlannerFault.CallLost);
        await scene.BookAsync();

        await scene.SettleAsync();

        Assert.Equal(BookingState.Active, Assert.Single(await scene.BookingsAsync()).State);
        var confirms = scene.Planner.Calls.FindAll(call => call.Call == "Confirm");
        Assert.Equal(2, confirms.Count);
        Assert.Single(confirms.Select(call => call.RequestId).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Settle_TheSeatExpiredMeanwhile_CancelsAndTellsTheCitizen()
    {
        await using var scene = await RemoteScene.SetAsync();
        scene.Planner.Options[0] = SoundAnswers.Option with { InterviewType = 7 };
        scene.Planner.Fail("ConfirmAsync", PlannerFault.CallLost);
        var pending = (await scene.BookAsync()).Value;
        scene.Planner.Expire(pending.BookingId);

        await scene.SettleAsync();

        Assert.Equal(BookingState.Cancelled, Assert.Single(await scene.BookingsAsync()).State);
        var notice = await scene.Portal.ReadAsync(context => context.OutboxNotices.AsNoTracking().SingleAsync());
        Assert.Equal((NoticeKind.NotBooked, pending.BookingId), (notice.Kind, notice.BookingId));
        Assert.Equal([4819], await scene.Portal.ReadAsync(context => context.AuditEntries.OrderByDescending(e => e.Id).Select(e => e.Codes).FirstAsync()));

        // And the citizen may book the type again.
        Assert.Null((await scene.BookAsync()).Value.PendingSince);
    }

    [Fact]
    public async Task Settle_ThePlannerIsDownForHours_TriesWithGrowingPausesUntilItAnswers()
    {
        await using var scene = await RemoteScene.SetAsync();
        scene.Planner.Fail("ConfirmAsync", PlannerFault.AnswerLost);
        scene.Planner.Fail("GetAsync", [.. Enumerable.Repeat(PlannerFault.CallLost, 6)]);
        await scene.BookAsync();

        var tries = new List<TimeSpan>();
        var since = scene.Portal.Clock.GetUtcNow();
        while (Assert.Single(await scene.BookingsAsync()).State == BookingState.Pending)
        {
            var before = (await scene.IntentAsync()).Tries;
            await scene.Portal.Get<Reconciler>().SettleAsync(TestContext.Current.CancellationToken);
            if ((await scene.IntentAsync()).Tries > before)
            {
                tries.Add(scene.Portal.Clock.GetUtcNow() - since);
            }

            scene.Portal.Clock.Advance(TimeSpan.FromSeconds(15));
        }

        Assert.Equal([0, 15, 45, 105, 225, 465], tries.Select(wait => (int)wait.TotalSeconds));
    }

    [Fact]
    public async Task Settle_ThePlannersBookingIsAnotherOne_IsLeftForACaseWorker()
    {
        await using var scene = await RemoteScene.SetAsync();
        scene.Planner.Fail("ConfirmAsync", PlannerFault.AnswerLost);
        var pending = (await scene.BookAsync()).Value;
        scene.Planner.Move(pending.BookingId, scene.Start.AddHours(1));

        await scene.SettleAsync();

        Assert.Equal(BookingState.Pending, Assert.Single(await scene.BookingsAsync()).State);
        Assert.Equal(IntentStep.Unknown, (await scene.IntentAsync()).Step);
    }

    [Fact]
    public async Task Settle_SeveralPortalsAtOnce_OneTakesTheIntentUp()
    {
        await using var scene = await RemoteScene.SetAsync();
        scene.Planner.Fail("ReserveAsync", PlannerFault.AnswerLost);
        await scene.BookAsync();

        var reconciler = scene.Portal.Get<Reconciler>();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => reconciler.SettleAsync(CancellationToken.None))));
        await scene.SettleAsync();

        Assert.Single(scene.Planner.Calls, call => call.Call == "Release");
    }

    [Fact]
    public async Task Settle_ReleaseHasNoCertainAnswer_IsTriedAgainWithTheSameRequestId()
    {
        await using var scene = await RemoteScene.SetAsync();
        scene.Planner.Fail("ReserveAsync", PlannerFault.AnswerLost);
        scene.Planner.Fail("ReleaseAsync", PlannerFault.CallLost, PlannerFault.LineBreaks);
        await scene.BookAsync();

        for (var round = 0; round < 3; round++)
        {
            await scene.SettleAsync();
            scene.Portal.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(0, scene.Planner.Held);
        var releases = scene.Planner.Calls.FindAll(call => call.Call == "Release");
        Assert.Equal((3, 1), (releases.Count, releases.Select(call => call.RequestId).Distinct(StringComparer.Ordinal).Count()));
        Assert.Equal(IntentStep.Settled, (await scene.IntentAsync()).Step);
    }

    private static void SettleInBetween(RemoteScene scene) => scene.SettleAsync().GetAwaiter().GetResult();
}
