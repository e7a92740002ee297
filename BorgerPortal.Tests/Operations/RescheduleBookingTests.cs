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

/// <summary>What CreateOmbooking changes, and what stays as it was.</summary>
public abstract class RescheduleBookingTests
{
    public sealed class OnSqlite : RescheduleBookingTests;

    public sealed class OnPostgreSql : RescheduleBookingTests;

    private static readonly DateOnly Today = new(2027, 3, 1);

    [Fact]
    public async Task RescheduleBooking_AnotherTime_MovesTheSeatAndKeepsTheBooking()
    {
        await using var scene = await MoveScene.SetAsync(citizen: citizen => citizen.Deadlines.Add(NewDeadline(holdBy: 30)));

        var result = await scene.MoveAsync();

        Assert.Equal(new BookingChange(scene.Booking.Id), result.Value);
        var moved = await scene.ReadAsync();
        Assert.Equal((scene.Later, scene.Later.AddMinutes(45), BookingState.Active), (moved.Details.Start, moved.Details.End!.Value, moved.State));
        Assert.Equal((scene.Later.AddHours(-24), scene.Later.AddHours(-24)), (moved.Details.RebookingDeadline!.Value, moved.Details.CancellationDeadline!.Value));
        Assert.Equal(
            (scene.Booking.CreatedAt, scene.Booking.OptionId, scene.Booking.Details.ContactType, scene.Booking.CaseWorkerId, true, true),
            (moved.CreatedAt, moved.OptionId, moved.Details.ContactType, moved.CaseWorkerId, moved.SelfBooked, moved.Accepted));
        var occupancy = await scene.Portal.ReadAsync(context => context.Occupancies.SingleAsync());
        Assert.Equal((scene.Later, scene.Later.AddMinutes(45), scene.Booking.Id), (occupancy.Start, occupancy.End, occupancy.Session));
        Assert.Equal(moved.Id, await scene.Portal.ReadAsync(context => context.Deadlines.Select(deadline => deadline.MetBy).SingleAsync()));
        Assert.Equal(
            [NoticeKind.Confirmation, NoticeKind.Moved],
            await scene.Portal.ReadAsync(context => context.OutboxNotices.Select(notice => notice.Kind).Order().ToListAsync()));
        var entry = await scene.Portal.ReadAsync(context => context.AuditEntries.OrderByDescending(audit => audit.Id).FirstAsync());
        Assert.Equal(("CreateOmbooking", moved.Id), (entry.Operation, entry.BookingId!.Value));
        Assert.Empty(entry.Codes);

        // The old time is anybody's.
        var other = await scene.Portal.World.AddCitizenAsync();
        await scene.Scene.AssertBookedAsync(scene.Scene.Request with { Citizen = CitizenReference.ById(other.Id) });
    }

    [Theory]
    [InlineData(15)]
    [InlineData(-15)]
    [InlineData(0)]
    public async Task RescheduleBooking_ByFifteenMinutes_DoesNotCollideWithItself(int minutes)
    {
        await using var scene = await MoveScene.SetAsync();
        var start = scene.Booking.Details.Start.AddMinutes(minutes);
        if (minutes != 0)
        {
            await scene.Portal.World.AddTimeslotAsync(scene.Option, start, [scene.Scene.Worker]);
        }

        Assert.Empty((await scene.MoveAsync(scene.Request with { StartTime = start })).Errors);

        var occupancy = await scene.Portal.ReadAsync(context => context.Occupancies.SingleAsync());
        Assert.Equal((start, start.AddMinutes(45)), (occupancy.Start, occupancy.End));
    }

    [Fact]
    public async Task RescheduleBooking_ToAnotherGroupSession_MovesOneSeat()
    {
        await using var scene = await BookingScene.SetAsync(option => option.InterviewFormType = InterviewFormType.Group);
        DateTimeOffset[] starts = [scene.Start.AddDays(1), scene.Start.AddDays(2)];
        foreach (var start in starts)
        {
            await scene.Portal.World.AddTimeslotAsync(scene.Option, start, [scene.Worker], seats: 1);
        }

        var booking = await scene.AssertBookedAsync(scene.Request with { StartTime = starts[0] });
        foreach (var start in starts.Reverse())
        {
            Assert.Empty((await scene.MoveAsync(new(CitizenReference.ById(scene.Citizen.Id), booking.Id, start))).Errors);
            Assert.Equal(
                [start == starts[0] ? 1 : 0, start == starts[1] ? 1 : 0],
                await scene.Portal.ReadAsync(context => context.Timeslots.Where(time => time.TotalSeats != null).OrderBy(time => time.Start).Select(time => time.SeatsTaken).ToListAsync()));
        }

        // Within its own session, which is full with it, the form may change.
        Assert.Empty((await scene.MoveAsync(new(CitizenReference.ById(scene.Citizen.Id), booking.Id, starts[0], ContactType.Telephone))).Errors);
        var moved = await scene.ReadAsync(booking.Id);
        Assert.Equal((starts[0], ContactType.Telephone), (moved.Details.Start, moved.Details.ContactType));
        Assert.Equal((1, 2), ((await scene.CountAsync()).SeatsTaken, (await scene.CountAsync()).Occupancies));
    }

    [Fact]
    public async Task RescheduleBooking_FormAndCaseworkerLeftOut_StayAsTheyWere()
    {
        await using var scene = await BookingScene.SetAsync(option => option.AllowChoiceOfSupervisor = true);
        var (booking, later) = await BookWithSecondAsync(scene);

        Assert.Empty((await scene.MoveAsync(new(CitizenReference.ById(scene.Citizen.Id), booking.Id, later))).Errors);

        var moved = await scene.ReadAsync(booking.Id);
        Assert.Equal(("RID-2", ContactType.Telephone), (moved.Details.Supervisor.Identifier, moved.Details.ContactType));
    }

    [Fact]
    public async Task RescheduleBooking_FormAndCaseworkerNamed_AreTaken()
    {
        await using var scene = await BookingScene.SetAsync(option => option.AllowChoiceOfSupervisor = true);
        var (booking, later) = await BookWithSecondAsync(scene);

        Assert.Empty((await scene.MoveAsync(new(CitizenReference.ById(scene.Citizen.Id), booking.Id, later, ContactType.Personal, "RID-1"))).Errors);

        var moved = await scene.ReadAsync(booking.Id);
        Assert.Equal(("RID-1", ContactType.Personal, scene.Worker.Id), (moved.Details.Supervisor.Identifier, moved.Details.ContactType, moved.CaseWorkerId!.Value));
    }

    [Fact]
    public async Task RescheduleBooking_NoChoiceAndTheCaseworkerIsBusy_AnotherOneHoldsIt()
    {
        await using var scene = await MoveScene.SetAsync();
        var second = await scene.Portal.World.AddCaseWorkerAsync("RID-2");
        var start = scene.Later.AddDays(1);
        await scene.Portal.World.AddTimeslotAsync(scene.Option, start, [second]);

        Assert.Empty((await scene.MoveAsync(scene.Request with { StartTime = start })).Errors);

        Assert.Equal(second.Id, (await scene.ReadAsync()).CaseWorkerId);
    }

    [Fact]
    public async Task RescheduleBooking_ASummonsThatIsToBeAccepted_IsAcceptedByIt()
    {
        await using var scene = await MoveScene.SetAsync();
        await scene.ChangeAsync(summons => (summons.SelfBooked, summons.CitizenShouldAccept, summons.Accepted) = (false, true, false));

        Assert.Empty((await scene.MoveAsync()).Errors);

        var moved = await scene.ReadAsync();
        Assert.Equal((true, false, true), (moved.Accepted, moved.SelfBooked, moved.CitizenShouldAccept));
    }

    [Fact]
    public async Task RescheduleBooking_OfferChangedItsType_DeadlinesOpenAgainAndOthersAreMet()
    {
        await using var scene = await MoveScene.SetAsync(citizen: citizen =>
        {
            citizen.Deadlines.Add(NewDeadline(holdBy: 30));
            citizen.Deadlines.Add(NewDeadline(holdBy: 30, type: 10, position: 1));
        });
        await scene.ChangeOfferAsync(option => option.InterviewType = 10);

        Assert.Empty((await scene.MoveAsync()).Errors);

        Assert.Equal(
            [null, scene.Booking.Id],
            await scene.Portal.ReadAsync(context => context.Deadlines.OrderBy(deadline => deadline.Position).Select(deadline => deadline.MetBy).ToListAsync()));
    }

    [Fact]
    public async Task RescheduleBooking_ADeadlineThatIsOpenAndFits_IsMetAnew()
    {
        await using var scene = await MoveScene.SetAsync();
        await scene.Portal.SaveAsync(context => context.Citizens.Single(citizen => citizen.Id == scene.Scene.Citizen.Id).Deadlines.Add(NewDeadline(holdBy: 30)));

        await scene.MoveAsync();

        Assert.Equal(scene.Booking.Id, await scene.Portal.ReadAsync(context => context.Deadlines.Select(deadline => deadline.MetBy).SingleAsync()));
    }

    [Fact]
    public async Task RescheduleBooking_OfAnExclusiveKind_KeepsItsPlaceUntilTheNewDate()
    {
        await using var scene = await MoveScene.SetAsync(option => option.InterviewType = InterviewType.JobInterview);

        await scene.MoveAsync();

        var kind = await scene.Portal.ReadAsync(context => context.ExclusiveKinds.SingleAsync());
        Assert.Equal((Today.AddDays(8), scene.Booking.Id), (kind.StartDate, kind.BookingId));
    }

    [Fact]
    public async Task RescheduleBooking_TheCitizenHasMovedAwayAndTheOfferIsForOthers_TheBookingsOwnCount()
    {
        await using var scene = await MoveScene.SetAsync();
        await scene.ChangeOfferAsync(option => (option.ContactGroups, option.ForNamedCitizens) = ([9], true));
        await scene.Portal.SaveAsync(context =>
        {
            var citizen = context.Citizens.Single(row => row.Id == scene.Scene.Citizen.Id);
            (citizen.JobCentreCode, citizen.CustomerNumber) = (TestPortal.Unconfigured, null);
        });

        Assert.Empty((await scene.MoveAsync()).Errors);
        Assert.Equal(TestPortal.Aarhus, (await scene.ReadAsync()).JobCentreCode);
    }

    [Fact]
    public async Task RescheduleBooking_RepeatedUnderItsRequestId_GivesTheFirstAnswerAgain()
    {
        await using var scene = await MoveScene.SetAsync();
        var caller = Caller.Citizen with { Request = new RequestKey("test", OperationNames.RescheduleBooking, "1", [1]) };
        var first = await scene.MoveAsync(caller: caller);
        var before = await scene.Scene.CountAsync();

        Assert.Equal((first.Value, before), ((await scene.MoveAsync(caller: caller)).Value, await scene.Scene.CountAsync()));
    }

    [Fact]
    public async Task RescheduleBooking_RefusedUnderItsRequestId_GivesTheReasonAgain()
    {
        await using var scene = await MoveScene.SetAsync(option => option.RebookingPossible = false);
        var caller = Caller.Citizen with { Request = new RequestKey("test", OperationNames.RescheduleBooking, "1", [1]) };
        var first = await scene.MoveAsync(caller: caller);

        Assert.Equal(first.Errors, (await scene.MoveAsync(caller: caller)).Errors);
        Assert.Equal(("indkaldelseId", "NotPossible"), (first.Leading!.Field, first.Leading.Reason));
    }

    private static async Task<(Booking Booking, DateTimeOffset Later)> BookWithSecondAsync(BookingScene scene)
    {
        var second = await scene.Portal.World.AddCaseWorkerAsync("RID-2");
        await scene.Portal.SaveAsync(context => context.OptionCaseWorkers.Add(new() { OptionId = scene.Option.Id, CaseWorkerId = second.Id, Position = 1 }));
        var (first, later) = (scene.Start.AddDays(1), scene.Start.AddDays(2));
        foreach (var start in new[] { first, later })
        {
            await scene.Portal.World.AddTimeslotAsync(scene.Option, start, [scene.Worker, second]);
        }

        return (await scene.AssertBookedAsync(scene.Request with { StartTime = first, ContactType = ContactType.Telephone, SupervisorIdentifier = "RID-2" }), later);
    }

    private static Deadline NewDeadline(int holdBy, int type = 12, int position = 0) =>
        new() { InterviewType = type, BookBy = Today.AddDays(5), HoldBy = Today.AddDays(holdBy), Position = position };
}
