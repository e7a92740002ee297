using BorgerPortal.Domain;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.ExternalBooking.Protocol;
using BorgerPortal.Domain.Notices;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Tests.Support.Remote;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.ExternalBooking.Protocol;

/// <summary>Moving, cancelling and accepting with a planner that is a system of its own; what is not done leaves the booking untouched.</summary>
public abstract class ChangeProtocolTests
{
    public sealed class OnSqlite : ChangeProtocolTests;

    public sealed class OnPostgreSql : ChangeProtocolTests;

    private static readonly Caller WithId = Caller.Citizen with { Request = new RequestKey("test", OperationNames.RescheduleBooking, "1", [1]) };

    public static readonly TheoryData<string, PlannerFault, int> LostReserves = BookingProtocolTests.LostReserves;

    [Fact]
    public async Task RescheduleBooking_ThePlannerConfirms_MovesWithAllThatFollows()
    {
        await using var scene = await RemoteScene.SetAsync(citizen => citizen.Deadlines.Add(
            new Deadline { InterviewType = 12, BookBy = new DateOnly(2027, 3, 5), HoldBy = new DateOnly(2027, 3, 30) }));
        var booking = await scene.BookedAsync();

        var result = await scene.MoveAsync(booking);

        Assert.Equal(new BookingChange(booking.Id), result.Value);
        var moved = await scene.BookingAsync();
        Assert.Equal((booking.Id, scene.Later, BookingState.Active), (moved.Id, moved.Details.Start, moved.State));
        Assert.Equal((scene.Later, 1), (scene.Planner.StartOf(booking.Id), scene.Planner.Held));
        Assert.Equal(["Reserve", "Confirm", "Reserve", "Rebook"], scene.Planner.Calls.Select(call => call.Call));
        Assert.Equal(4, scene.Planner.Calls.Select(call => call.RequestId).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(IntentStep.Settled, (await scene.LastIntentAsync()).Step);
        await scene.Portal.ReadAsync(async context =>
        {
            Assert.Equal(booking.Id, (await context.Deadlines.SingleAsync()).MetBy);
            Assert.Equal([NoticeKind.Confirmation, NoticeKind.Moved], await context.OutboxNotices.Select(notice => notice.Kind).Order().ToListAsync());
            return 0;
        });
    }

    [Theory]
    [InlineData(4819, 4767)]
    [InlineData(8109, 4767)]
    [InlineData(9003, 4822)]
    [InlineData(8134, 8134)]
    [InlineData(4804, 9303)]
    public async Task RescheduleBooking_ThePlannerRefusesTheNewSeat_TheOldOneStands(int refused, int code)
    {
        await using var scene = await RemoteScene.SetAsync();
        var booking = await scene.BookedAsync();
        scene.Planner.Fail("ReserveAsync", PlannerFault.Refuse(Errors.ByNumber[refused]));
        await AssertStandsAsync(scene, booking, [code], () => scene.MoveAsync(booking));
    }

    [Theory]
    [MemberData(nameof(LostReserves), DisableDiscoveryEnumeration = true)]
    public async Task RescheduleBooking_ReserveHasNoCertainAnswer_LetsTheNewSeatGoAndTheOldOneStands(string what, PlannerFault fault, int code)
    {
        Assert.NotEmpty(what);
        await using var scene = await RemoteScene.SetAsync();
        var booking = await scene.BookedAsync();
        scene.Planner.Fail("ReserveAsync", fault);
        await AssertStandsAsync(scene, booking, [code], () => scene.MoveAsync(booking));
        Assert.Equal("Release", scene.Planner.Calls[^1].Call);

        // And it may be tried again.
        Assert.Null((await scene.MoveAsync(booking)).Value.PendingSince);
    }

    [Fact]
    public async Task RescheduleBooking_TheReleaseOfAnEarlierTryIsLate_TheNextTryKeepsItsSeat()
    {
        await using var scene = await RemoteScene.SetAsync();
        var booking = await scene.BookedAsync();
        scene.Planner.Fail("ReserveAsync", PlannerFault.AnswerLost);
        await scene.MoveAsync(booking);

        Assert.Null((await scene.MoveAsync(booking)).Value.PendingSince);
        await scene.SettleAsync();

        Assert.Equal(scene.Later, scene.Planner.StartOf(booking.Id));
        Assert.DoesNotContain(scene.Planner.Calls, call => call.Call == "Release");
    }

    [Fact]
    public async Task RescheduleBooking_TheAssembledBookingBreaksRules_ReturnsAllReportsThemAndLetsTheNewSeatGo()
    {
        await using var scene = await RemoteScene.SetAsync();
        var booking = await scene.BookedAsync();
        scene.Planner.Assemble = answer => answer with { Location = null, RebookingDeadline = null, PrintComment = "<b>" };
        await AssertStandsAsync(scene, booking, [8126, 8129], () => scene.MoveAsync(booking));
        Assert.Equal([8126, 8129], (await scene.ReportsAsync()).Select(report => report.Code));
    }

    [Fact]
    public async Task RescheduleBooking_TheNewBookingIsNotWhatWasAskedFor_9329()
    {
        await using var scene = await RemoteScene.SetAsync();
        var booking = await scene.BookedAsync();
        scene.Planner.Assemble = answer => answer with { Start = scene.Start };
        await AssertStandsAsync(scene, booking, [9329], () => scene.MoveAsync(booking));
    }

    [Fact]
    public async Task RescheduleBooking_ThePlannerRefusesToConfirm_TheOldOneStands()
    {
        await using var scene = await RemoteScene.SetAsync();
        var booking = await scene.BookedAsync();
        scene.Planner.Fail("RebookAsync", PlannerFault.Refuse(Errors.TimeNoLongerAvailable));
        await AssertStandsAsync(scene, booking, [4767], () => scene.MoveAsync(booking));
    }

    [Fact]
    public async Task RescheduleBooking_OutcomeUnknown_IsPendingUntilItIsReadBack()
    {
        await using var scene = await RemoteScene.SetAsync();
        var booking = await scene.BookedAsync();
        scene.Planner.Fail("RebookAsync", PlannerFault.AnswerLost);
        var asked = scene.Portal.Clock.GetUtcNow();

        var result = await scene.MoveAsync(booking, WithId);

        Assert.Equal(new BookingChange(booking.Id, asked), result.Value);
        var pending = await scene.BookingAsync();
        Assert.Equal((BookingState.Changing, scene.Start), (pending.State, pending.Details.Start));
        Assert.Equal(BookingState.Pending, (await ViewAsync(scene, booking)).State);
        Assert.Equal(result.Value, (await scene.MoveAsync(booking, WithId)).Value);

        // Meanwhile nobody else changes it, and it counts.
        Assert.Equal([4820], (await scene.CancelAsync(booking)).Errors.Select(error => error.Code.Number));
        Assert.Equal("Pending", (await scene.MoveAsync(booking)).Leading!.Reason);

        await scene.SettleAsync();
        var moved = await scene.BookingAsync();
        Assert.Equal((BookingState.Active, scene.Later), (moved.State, moved.Details.Start));
        Assert.Equal(new BookingChange(booking.Id), (await scene.MoveAsync(booking, WithId)).Value);
        Assert.Equal(1, scene.Planner.Held);
    }

    [Fact]
    public async Task RescheduleBooking_TheRebookNeverArrived_IsSaidAgainWithTheSameRequestId()
    {
        await using var scene = await RemoteScene.SetAsync();
        var booking = await scene.BookedAsync();
        scene.Planner.Fail("RebookAsync", PlannerFault.CallLost);
        await scene.MoveAsync(booking);

        await scene.SettleAsync();

        Assert.Equal(scene.Later, (await scene.BookingAsync()).Details.Start);
        Assert.Single(scene.Planner.Calls.Where(call => call.Call == "Rebook").Select(call => call.RequestId).Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task RescheduleBooking_TheNewSeatExpiredMeanwhile_TheOldOneStandsAndTheCitizenIsTold()
    {
        await using var scene = await RemoteScene.SetAsync();
        var booking = await scene.BookedAsync();
        scene.Planner.Fail("RebookAsync", PlannerFault.CallLost);
        await scene.MoveAsync(booking, WithId);
        scene.Planner.Expire(booking.Id);

        await scene.SettleAsync();

        await AssertUntouchedAsync(scene, booking);
        Assert.Equal([4767], (await scene.MoveAsync(booking, WithId)).Errors.Select(error => error.Code.Number));
        Assert.Equal(NoticeKind.NotMoved, (await NoticesAsync(scene))[^1]);
    }

    [Fact]
    public async Task RescheduleBooking_ThePlannerLostTheBookingMeanwhile_ItIsClosed()
    {
        await using var scene = await RemoteScene.SetAsync();
        var booking = await scene.BookedAsync();
        scene.Planner.Fail("RebookAsync", PlannerFault.CallLost);
        await scene.MoveAsync(booking);
        scene.Planner.Expire(booking.Id);
        scene.Planner.Lose(booking.Id);

        await scene.SettleAsync();

        Assert.Equal(BookingState.Cancelled, (await scene.BookingAsync()).State);
        Assert.Equal(NoticeKind.Cancelled, (await NoticesAsync(scene))[^1]);
    }

    [Fact]
    public async Task RescheduleBooking_TheRequestEndedWhileReserving_TheReconcilerLetsTheOldOneStand()
    {
        await using var scene = await RemoteScene.SetAsync();
        var booking = await scene.BookedAsync();
        scene.Planner.ReserveGate = new TaskCompletionSource();
        var request = scene.MoveAsync(booking);
        while (scene.Planner.Calls.Count(call => call.Call == "Reserve") < 2)
        {
            await Task.Yield();
        }

        await scene.SettleAsync();
        Assert.Equal(BookingState.Changing, (await scene.BookingAsync()).State);
        scene.Portal.Clock.Advance(TimeSpan.FromMinutes(3));
        await scene.SettleAsync();
        await AssertUntouchedAsync(scene, booking, held: 1);

        scene.Planner.ReserveGate.SetResult();
        Assert.Equal([4769], (await request).Errors.Select(error => error.Code.Number));
        Assert.Equal((scene.Start, BookingState.Active), ((await scene.BookingAsync()).Details.Start, (await scene.BookingAsync()).State));
    }

    [Fact]
    public async Task RescheduleBooking_TheDatabaseIsAwayAfterThePlannerConfirmed_IsPendingAndSettled()
    {
        await using var scene = await RemoteScene.SetAsync();
        var booking = await scene.BookedAsync();
        scene.Planner.AfterConfirm = () => scene.Writer.IsDown = true;

        var result = await scene.MoveAsync(booking);

        Assert.NotNull(result.Value.PendingSince);
        scene.Writer.IsDown = false;
        scene.Planner.AfterConfirm = () => { };
        scene.Portal.Clock.Advance(TimeSpan.FromMinutes(3));
        await scene.SettleAsync();
        Assert.Equal((BookingState.Active, scene.Later), ((await scene.BookingAsync()).State, (await scene.BookingAsync()).Details.Start));
    }

    [Fact]
    public async Task RescheduleBooking_TheOfferIsNotMeantForTheCitizenAnyMore_MovesByItsTimes()
    {
        await using var scene = await RemoteScene.SetAsync();
        var booking = await scene.BookedAsync();
        scene.Planner.Options.Clear();
        Assert.Empty((await scene.MoveAsync(booking)).Errors);
    }

    [Fact]
    public async Task CreateBooking_OnTheOfferOfABookingThatIsMoving_IsABookingOfItsOwn()
    {
        await using var scene = await RemoteScene.SetAsync();
        var booking = await scene.BookedAsync();
        scene.Planner.Timeslots.Add(SoundAnswers.Timeslot(scene.Later.AddDays(1)));
        scene.Planner.Fail("RebookAsync", PlannerFault.AnswerLost);
        await scene.MoveAsync(booking);

        var second = await scene.BookAsync(scene.Request with { StartTime = scene.Later.AddDays(1) });

        Assert.NotEqual(booking.Id, second.Value.BookingId);
    }

    [Fact]
    public async Task CancelBooking_ThePlannerConfirms_CancelsWithAllThatFollows()
    {
        await using var scene = await RemoteScene.SetAsync();
        var booking = await scene.BookedAsync();

        Assert.Equal(new BookingChange(booking.Id), (await scene.CancelAsync(booking)).Value);

        Assert.Equal((BookingState.Cancelled, SeatState.Cancelled, 0), ((await scene.BookingAsync()).State, scene.Planner.StateOf(booking.Id), scene.Planner.Held));
        Assert.Equal(NoticeKind.Cancelled, (await NoticesAsync(scene))[^1]);
    }

    [Fact]
    public async Task CancelBooking_ThePlannerKnowsOfNone_IsGoneAlreadyAndClosed()
    {
        await using var scene = await RemoteScene.SetAsync();
        var booking = await scene.BookedAsync();
        scene.Planner.Lose(booking.Id);

        Assert.Equal(new BookingChange(booking.Id), (await scene.CancelAsync(booking)).Value);
        Assert.Equal(BookingState.Cancelled, (await scene.BookingAsync()).State);
    }

    [Fact]
    public Task CancelBooking_4769_ThePlannerSaysThatItsOwnSystemIsAway() => AssertCancelRefusedAsync(4769, 4769);

    [Fact]
    public async Task CancelBooking_9303_ThePlannerRefusesForAReasonOutsideTheRow()
    {
        await AssertCancelRefusedAsync(9303, 9303);
        await AssertCancelRefusedAsync(8288, 9303);
    }

    [Fact]
    public Task CancelBooking_ThePlannerRefusesWithACodeOfTheRow_PassesItOn() => AssertCancelRefusedAsync(4820, 4820);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CancelBooking_OutcomeUnknown_IsPendingUntilItIsSettled(bool hasActed)
    {
        await using var scene = await RemoteScene.SetAsync();
        var booking = await scene.BookedAsync();
        scene.Planner.Fail("CancelAsync", hasActed ? PlannerFault.AnswerLost : PlannerFault.CallLost);

        Assert.NotNull((await scene.CancelAsync(booking)).Value.PendingSince);
        Assert.Equal([4820], (await scene.CancelAsync(booking)).Errors.Select(error => error.Code.Number));
        await scene.SettleAsync();

        Assert.Equal((BookingState.Cancelled, 0), ((await scene.BookingAsync()).State, scene.Planner.Held));
        Assert.Equal([4768], (await scene.CancelAsync(booking)).Errors.Select(error => error.Code.Number));
    }

    [Fact]
    public async Task CancelBooking_UnknownAndThenRefused_StandsAndTheCitizenIsTold()
    {
        await using var scene = await RemoteScene.SetAsync();
        var booking = await scene.BookedAsync();
        scene.Planner.Fail("CancelAsync", PlannerFault.CallLost, PlannerFault.Refuse(Errors.CancellationNotAllowed));
        await scene.CancelAsync(booking);

        await scene.SettleAsync();

        await AssertUntouchedAsync(scene, booking);
        Assert.Equal(NoticeKind.NotCancelled, (await NoticesAsync(scene))[^1]);
    }

    [Fact]
    public async Task AcceptBooking_ThePlannerConfirms_IsAccepted()
    {
        await using var scene = await RemoteScene.SetAsync();
        var booking = await scene.BookedAsync();
        await scene.SummonAsync(booking);

        Assert.Equal(new BookingChange(booking.Id), (await scene.AcceptAsync(booking)).Value);

        Assert.True((await scene.BookingAsync()).Accepted);
        Assert.Contains(booking.Id, scene.Planner.Accepted);
    }

    [Fact]
    public Task AcceptBooking_4769_ThePlannerSaysThatItsOwnSystemIsAway() => AssertAcceptRefusedAsync(4769, 4769);

    [Fact]
    public async Task AcceptBooking_9303_ThePlannerRefusesForAReasonOutsideTheRow()
    {
        await AssertAcceptRefusedAsync(9303, 9303);
        await AssertAcceptRefusedAsync(4820, 9303);
    }

    [Fact]
    public async Task AcceptBooking_OutcomeUnknown_IsPendingUntilItIsSaidAgain()
    {
        await using var scene = await RemoteScene.SetAsync();
        var booking = await scene.BookedAsync();
        await scene.SummonAsync(booking);
        scene.Planner.Fail("AcceptAsync", PlannerFault.CallLost);

        Assert.NotNull((await scene.AcceptAsync(booking)).Value.PendingSince);
        Assert.NotNull((await scene.AcceptAsync(booking)).Value.PendingSince);
        await scene.SettleAsync();

        Assert.Equal((true, BookingState.Active), ((await scene.BookingAsync()).Accepted, (await scene.BookingAsync()).State));
        Assert.Null((await scene.AcceptAsync(booking)).Value.PendingSince);
    }

    private static async Task AssertCancelRefusedAsync(int refused, int code)
    {
        await using var scene = await RemoteScene.SetAsync();
        var booking = await scene.BookedAsync();
        scene.Planner.Fail("CancelAsync", PlannerFault.Refuse(Errors.ByNumber[refused]));
        await AssertStandsAsync(scene, booking, [code], () => scene.CancelAsync(booking));
    }

    private static async Task AssertAcceptRefusedAsync(int refused, int code)
    {
        await using var scene = await RemoteScene.SetAsync();
        var booking = await scene.BookedAsync();
        await scene.SummonAsync(booking);
        scene.Planner.Fail("AcceptAsync", PlannerFault.Refuse(Errors.ByNumber[refused]));
        await AssertStandsAsync(scene, booking, [code], () => scene.AcceptAsync(booking));
        Assert.False((await scene.BookingAsync()).Accepted);
    }

    /// <summary>Exactly these codes; and once all is settled the booking and its one seat are as they were, and nobody was told anything else.</summary>
    private static async Task AssertStandsAsync(RemoteScene scene, Booking booking, IReadOnlyList<int> codes, Func<Task<Result<BookingChange>>> ask)
    {
        var notices = await NoticesAsync(scene);
        var result = await ask();
        Assert.Equal(codes, result.Errors.Select(error => error.Code.Number));
        await scene.SettleAsync();
        await AssertUntouchedAsync(scene, booking);
        Assert.Equal(notices, await NoticesAsync(scene));
        Assert.Equal(IntentStep.Settled, (await scene.LastIntentAsync()).Step);
        var entry = await scene.Portal.ReadAsync(context => context.AuditEntries.OrderByDescending(audit => audit.Id).FirstAsync());
        Assert.Equal(booking.Id, entry.BookingId);
        Assert.Equal(codes, entry.Codes);
    }

    private static async Task AssertUntouchedAsync(RemoteScene scene, Booking booking, int held = 1)
    {
        var now = await scene.BookingAsync();
        Assert.Equal((BookingState.Active, booking.Details with { Participants = now.Details.Participants }), (now.State, now.Details));
        Assert.Equal(booking.Details.Participants, now.Details.Participants);
        Assert.Equal((SeatState.Booked, scene.Start, held), (scene.Planner.StateOf(booking.Id), scene.Planner.StartOf(booking.Id)!.Value, scene.Planner.Held));
    }

    private static Task<List<NoticeKind>> NoticesAsync(RemoteScene scene) =>
        scene.Portal.ReadAsync(context => context.OutboxNotices.OrderBy(notice => notice.QueuedAt).ThenBy(notice => notice.Kind).Select(notice => notice.Kind).ToListAsync());

    private static async Task<BookingView> ViewAsync(RemoteScene scene, Booking booking) => (await scene.Portal.Get<GetBooking>().ExecuteAsync(
        new GetBookingRequest(CitizenReference.ById(scene.Citizen.Id), booking.Id), TestContext.Current.CancellationToken)).Value;
}
