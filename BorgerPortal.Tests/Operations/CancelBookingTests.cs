using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Notices;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Operations;

/// <summary>DeleteBooking: what it changes, and each code of its row that the embedded planner can bring.</summary>
public abstract class CancelBookingTests
{
    public sealed class OnSqlite : CancelBookingTests;

    public sealed class OnPostgreSql : CancelBookingTests;

    private static readonly DateOnly Today = new(2027, 3, 1);

    [Fact]
    public async Task CancelBooking_OwnBooking_FreesTheSeatOpensTheDeadlineAndTells()
    {
        await using var scene = await BookingScene.SetAsync(citizen: WithDeadline);
        var booking = await scene.AssertBookedAsync();

        var result = await scene.CancelAsync(booking.Id);

        Assert.Equal(new BookingChange(booking.Id), result.Value);
        Assert.Equal(BookingState.Cancelled, (await scene.ReadAsync(booking.Id)).State);
        Assert.Equal(0, (await scene.CountAsync()).Occupancies);
        var deadline = Assert.Single((await StatusAsync(scene)).Deadlines);
        Assert.Equal(booking.Id, deadline.MetBy);
        var notices = await scene.Portal.ReadAsync(context => context.OutboxNotices.OrderBy(notice => notice.Kind).ToListAsync());
        Assert.Equal([(NoticeKind.Confirmation, booking.Id), (NoticeKind.Cancelled, booking.Id)], notices.Select(notice => (notice.Kind, notice.BookingId)));
        var entry = await scene.Portal.ReadAsync(context => context.AuditEntries.OrderByDescending(audit => audit.Id).FirstAsync());
        Assert.Equal(("DeleteBooking", booking.Id, scene.Option.Id), (entry.Operation, entry.BookingId!.Value, entry.OptionId!.Value));
        Assert.Empty(entry.Codes);

        // And the time is anybody's again, also the citizen's own.
        await scene.AssertBookedAsync();
    }

    [Fact]
    public async Task CancelBooking_GroupMeeting_GivesTheSeatBack()
    {
        await using var scene = await BookingScene.SetAsync(option => option.InterviewFormType = InterviewFormType.Group);
        var start = scene.Start.AddDays(1);
        await scene.Portal.World.AddTimeslotAsync(scene.Option, start, [scene.Worker], seats: 1);
        var booking = await scene.AssertBookedAsync(scene.Request with { StartTime = start });

        await scene.CancelAsync(booking.Id);

        var counts = await scene.CountAsync();
        Assert.Equal((0, 1), (counts.SeatsTaken, counts.Occupancies));
        await scene.AssertBookedAsync(scene.Request with { StartTime = start });
    }

    [Theory]
    [InlineData(InterviewType.JobInterview)]
    [InlineData(InterviewType.FollowUp)]
    public async Task CancelBooking_OfAnExclusiveKind_LetsTheCitizenBookTheNext(int type)
    {
        await using var scene = await BookingScene.SetAsync(option => option.InterviewType = type);
        var booking = await scene.AssertBookedAsync();

        await scene.CancelAsync(booking.Id);

        Assert.Equal(0, (await scene.CountAsync()).ExclusiveKinds);
        await scene.AssertBookedAsync();
    }

    [Fact]
    public async Task CancelBooking_AnotherBookingFitsTheDeadline_IsMetByThatOne()
    {
        await using var scene = await BookingScene.SetAsync(citizen: WithDeadline);
        await scene.Portal.World.AddTimeslotAsync(scene.Option, scene.Start.AddHours(2), [scene.Worker]);
        var first = await scene.AssertBookedAsync();
        var second = await scene.AssertBookedAsync(scene.Request with { StartTime = scene.Start.AddHours(2) });

        await scene.CancelAsync(first.Id);

        Assert.Empty((await StatusAsync(scene)).Deadlines);
        Assert.Equal(second.Id, await scene.Portal.ReadAsync(context => context.Deadlines.Select(deadline => deadline.MetBy).SingleAsync()));
    }

    [Fact]
    public async Task CancelBooking_ASummonsWithoutAnOffer_IsCancelled()
    {
        await using var scene = await BookingScene.SetAsync();
        var booking = await scene.AssertBookedAsync();
        await scene.ChangeAsync(booking, summons => (summons.OptionId, summons.SelfBooked) = (null, false));

        Assert.Empty((await scene.CancelAsync(booking.Id)).Errors);
        Assert.Equal(0, (await scene.CountAsync()).Occupancies);
    }

    [Fact]
    public async Task CancelBooking_TheCitizenHasMovedAway_TheBookingsJobcentreCounts()
    {
        await using var scene = await BookingScene.SetAsync();
        var booking = await scene.AssertBookedAsync();
        await scene.Portal.SaveAsync(context => context.Citizens.Single(citizen => citizen.Id == scene.Citizen.Id).JobCentreCode = TestPortal.Unconfigured);

        Assert.Empty((await scene.CancelAsync(booking.Id)).Errors);
    }

    [Fact]
    public async Task CancelBooking_RepeatedUnderItsRequestId_GivesTheFirstAnswerAgain()
    {
        await using var scene = await BookingScene.SetAsync();
        var booking = await scene.AssertBookedAsync();
        var caller = Caller.Citizen with { Request = new RequestKey("test", OperationNames.CancelBooking, "1", [1]) };
        var first = await scene.CancelAsync(booking.Id, caller: caller);
        var before = await scene.CountAsync();

        var again = await scene.CancelAsync(booking.Id, caller: caller);

        Assert.Equal((first.Value, before), (again.Value, await scene.CountAsync()));
    }

    [Fact]
    public async Task CancelBooking_1014_NamesEveryBrokenField()
    {
        await using var scene = await BookingScene.SetAsync();
        await RefusedAsync(scene, null, [1014, 1014], CitizenReference.ByPersonnummer("0000000000"));
        Assert.Equal(["indkaldelseId"], (await scene.CancelAsync(null)).Errors.Select(error => error.Field));
    }

    [Fact]
    public async Task CancelBooking_4768_UnknownBookingOrCitizenAndCancellingTwice()
    {
        await using var scene = await BookingScene.SetAsync();
        var booking = await scene.AssertBookedAsync();
        await RefusedAsync(scene, Guid.Empty, [4768]);
        await RefusedAsync(scene, booking.Id, [4768], CitizenReference.ByPersonnummer("3112575999"));
        Assert.Empty((await scene.CancelAsync(booking.Id)).Errors);
        await RefusedAsync(scene, booking.Id, [4768]);
    }

    [Fact]
    public async Task CancelBooking_8107_AnothersBooking_IsAloneBeforeAllThatFollows()
    {
        await using var scene = await BookingScene.SetAsync(option => option.CancellationPossible = false);
        var booking = await scene.AssertBookedAsync();
        await scene.ChangeAsync(booking, other => other.JobCentreCode = TestPortal.Unconfigured);
        var other = await scene.Portal.World.AddCitizenAsync();
        await RefusedAsync(scene, booking.Id, [8107], CitizenReference.ById(other.Id));
    }

    [Fact]
    public async Task CancelBooking_9018_TheBookingsJobcentreHasNoBookingSystem()
    {
        await using var scene = await BookingScene.SetAsync(option => option.CancellationPossible = false);
        var booking = await scene.AssertBookedAsync();
        await scene.ChangeAsync(booking, other => other.JobCentreCode = TestPortal.Unconfigured);
        await RefusedAsync(scene, booking.Id, [9018]);
    }

    [Fact]
    public async Task CancelBooking_9130_AnImmediateBooking()
    {
        await using var scene = await BookingScene.SetAsync(citizen: citizen =>
            citizen.Deadlines.Add(new Deadline { InterviewType = 12, BookBy = Today.AddDays(-1), HoldBy = Today.AddDays(30) }));
        var booking = await scene.AssertBookedAsync();
        await RefusedAsync(scene, booking.Id, [9130, 4820]);
        await scene.ChangeAsync(booking, fixedOne => fixedOne.Details = fixedOne.Details with { CancellationPossible = true });
        await RefusedAsync(scene, booking.Id, [9130]);
    }

    [Fact]
    public async Task CancelBooking_4650_ItHasStarted()
    {
        await using var scene = await BookingScene.SetAsync(option => option.CancellationDeadlineHours = 0);
        var booking = await scene.AssertBookedAsync();
        scene.Portal.Clock.SetUtcNow(scene.Start.AddMilliseconds(1));
        await RefusedAsync(scene, booking.Id, [4650, 4820]);
    }

    [Fact]
    public async Task CancelBooking_OnItsVeryStart_IsNotPast()
    {
        await using var scene = await BookingScene.SetAsync(option => option.CancellationDeadlineHours = 0);
        var booking = await scene.AssertBookedAsync();
        scene.Portal.Clock.SetUtcNow(scene.Start);
        Assert.Empty((await scene.CancelAsync(booking.Id)).Errors);
    }

    [Fact]
    public async Task CancelBooking_4820_NotPossibleDeadlinePassedOrPending()
    {
        await using var scene = await BookingScene.SetAsync();
        var booking = await scene.AssertBookedAsync();
        scene.Portal.Clock.SetUtcNow(booking.Details.CancellationDeadline!.Value.AddMilliseconds(1));
        await RefusedAsync(scene, booking.Id, [4820]);

        await using var impossible = await BookingScene.SetAsync(option => option.CancellationPossible = false);
        await RefusedAsync(impossible, (await impossible.AssertBookedAsync()).Id, [4820]);

        foreach (var state in new[] { BookingState.Pending, BookingState.Changing })
        {
            await using var pending = await BookingScene.SetAsync();
            var unsettled = await pending.AssertBookedAsync();
            await pending.ChangeAsync(unsettled, row => row.State = state);
            await RefusedAsync(pending, unsettled.Id, [4820]);
        }
    }

    [Fact]
    public async Task CancelBooking_OnTheDeadlinesInstant_IsCancelled()
    {
        await using var scene = await BookingScene.SetAsync();
        var booking = await scene.AssertBookedAsync();
        scene.Portal.Clock.SetUtcNow(booking.Details.CancellationDeadline!.Value);
        Assert.Empty((await scene.CancelAsync(booking.Id)).Errors);
    }

    private static Task RefusedAsync(BookingScene scene, Guid? bookingId, IReadOnlyList<int> codes, CitizenReference? citizen = null) =>
        scene.AssertChangeRefusedAsync(OperationNames.CancelBooking, bookingId, codes, () => scene.CancelAsync(bookingId, citizen));

    private static void WithDeadline(Citizen citizen) =>
        citizen.Deadlines.Add(new Deadline { InterviewType = 12, BookBy = Today.AddDays(5), HoldBy = Today.AddDays(30) });

    private static async Task<CitizenStatus> StatusAsync(BookingScene scene) => (await scene.Portal.Get<GetCitizenStatus>().ExecuteAsync(
        new GetCitizenStatusRequest(CitizenReference.ById(scene.Citizen.Id)), TestContext.Current.CancellationToken)).Value;
}
