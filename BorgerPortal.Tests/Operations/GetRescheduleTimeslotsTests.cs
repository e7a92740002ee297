using BorgerPortal.Domain;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Tests.Support;
using Xunit;

namespace BorgerPortal.Tests.Operations;

/// <summary>GetOmbookingMoedetider: the times of a booking's own offer, and each code of its row.</summary>
public abstract class GetRescheduleTimeslotsTests
{
    public sealed class OnSqlite : GetRescheduleTimeslotsTests;

    public sealed class OnPostgreSql : GetRescheduleTimeslotsTests;

    [Fact]
    public async Task GetRescheduleTimeslots_OwnSeat_CountsAsFreeAndOthersDoNot()
    {
        await using var scene = await MoveScene.SetAsync();
        var beside = scene.Booking.Details.Start.AddMinutes(15);
        var taken = scene.Later.AddDays(1);
        foreach (var start in new[] { beside, taken })
        {
            await scene.Portal.World.AddTimeslotAsync(scene.Option, start, [scene.Scene.Worker]);
        }

        var other = await scene.Portal.World.AddCitizenAsync();
        await scene.Scene.AssertBookedAsync(scene.Scene.Request with { Citizen = CitizenReference.ById(other.Id), StartTime = taken });

        var answer = (await AskAsync(scene)).Value;

        Assert.Equal([scene.Booking.Details.Start, beside, scene.Later], answer.Listing.Timeslots.Select(timeslot => timeslot.Start));
        Assert.Equal(12, answer.InterviewType);
    }

    [Fact]
    public async Task GetRescheduleTimeslots_OnesOwnOtherBooking_IsLeftOut()
    {
        await using var scene = await MoveScene.SetAsync();
        await scene.Scene.AssertBookedAsync(scene.Scene.Request with { StartTime = scene.Later });
        Assert.Equal([scene.Booking.Details.Start], (await AskAsync(scene)).Value.Listing.Timeslots.Select(timeslot => timeslot.Start));
    }

    [Fact]
    public async Task GetRescheduleTimeslots_OwnGroupSession_HasItsSeatFree()
    {
        await using var scene = await BookingScene.SetAsync(option => option.InterviewFormType = InterviewFormType.Group);
        var start = scene.Start.AddDays(1);
        await scene.Portal.World.AddTimeslotAsync(scene.Option, start, [scene.Worker], seats: 1);
        var booking = await scene.AssertBookedAsync(scene.Request with { StartTime = start });

        var timeslots = (await scene.Portal.Get<GetRescheduleTimeslots>().ExecuteAsync(
            new(CitizenReference.ById(scene.Citizen.Id), booking.Id, scene.Option.Id, start, start.AddDays(1)), TestContext.Current.CancellationToken)).Value.Listing.Timeslots;

        Assert.Equal((start, 1), (timeslots.Single().Start, timeslots.Single().AvailableSeats!.Value));
    }

    [Fact]
    public async Task GetRescheduleTimeslots_EveryTimeThatIsListed_CanBeTaken()
    {
        await using var scene = await MoveScene.SetAsync(option => option.AllowChoiceOfSupervisor = true);
        foreach (var timeslot in (await AskAsync(scene)).Value.Listing.Timeslots)
        {
            Assert.Empty((await scene.MoveAsync(scene.Request with { StartTime = timeslot.Start })).Errors);
        }
    }

    [Fact]
    public async Task GetRescheduleTimeslots_1014_NamesEveryBrokenField()
    {
        await using var scene = await MoveScene.SetAsync();
        var result = await AskAsync(scene, _ => new(CitizenReference.ByPersonnummer("x"), null, null, scene.Later, scene.Later, 99, ""));
        Assert.All(result.Errors, error => Assert.Equal(1014, error.Code.Number));
        Assert.Equal(
            ["personnummer", "indkaldelseId", "moedetilbudId", "slutMoedetidsinterval", "samtaleformType", "eksterntId"],
            result.Errors.Select(error => error.Field));
        Assert.Equal(
            ["startMoedetidsinterval"], (await AskAsync(scene, request => request with { From = null })).Errors.Select(error => error.Field));
    }

    [Fact]
    public Task GetRescheduleTimeslots_4400_UnknownCitizen() =>
        RefusesAsync([4400], ask: request => request with { Citizen = CitizenReference.ByPersonnummer("3112575999"), BookingId = Guid.Empty });

    [Fact]
    public async Task GetRescheduleTimeslots_4768_UnknownCancelledOrAnothers()
    {
        await RefusesAsync([4768], ask: request => request with { BookingId = Guid.Empty });
        await RefusesAsync([4768], scene => scene.ChangeAsync(booking => booking.State = BookingState.Cancelled));
        await using var scene = await MoveScene.SetAsync();
        var other = await scene.Portal.World.AddCitizenAsync();
        await scene.Scene.AssertRefusedAsync([4768], () => AskAsync(scene, request => request with { Citizen = CitizenReference.ById(other.Id) }));
    }

    [Fact]
    public Task GetRescheduleTimeslots_9018_TheBookingsJobcentreHasNoBookingSystem() => RefusesAsync(
        [9018], scene => scene.ChangeAsync(booking => (booking.JobCentreCode, booking.ImmediateBooking) = (TestPortal.Unconfigured, true)));

    [Fact]
    public async Task GetRescheduleTimeslots_4812_MayNotBeMovedOrNotItsOffer()
    {
        await RefusesAsync([4812], ask: request => request with { OptionId = Guid.Empty });
        Action<Booking>[] changes =
        [
            booking => booking.ImmediateBooking = true,
            booking => booking.State = BookingState.Changing,
            booking => booking.OptionId = null,
            booking => booking.Details = booking.Details with { RebookingPossible = false },
            booking => booking.Details = booking.Details with { RebookingDeadline = World.Danish(2027, 3, 1, 9, 59) },
            booking => booking.Details = booking.Details with { RebookingDeadline = World.Danish(2027, 2, 28, 9) },
            booking => booking.Details = booking.Details with { InterviewType = InterviewType.RehabTeam },
            booking => booking.Details = booking.Details with { Start = World.Danish(2027, 3, 1, 9, 59), RebookingDeadline = null },
        ];
        foreach (var change in changes)
        {
            await RefusesAsync([4812], scene => scene.ChangeAsync(change));
        }

        await RefusesAsync([4812, 4783], ask: request => request with { OptionId = Guid.Empty, From = World.Danish(2027, 2, 1, 9), To = World.Danish(2027, 2, 28, 9) });
    }

    [Fact]
    public async Task GetRescheduleTimeslots_4783_TheIntervalEndsBeforeToday()
    {
        await RefusesAsync([4783], ask: request => request with { From = World.Danish(2027, 2, 1, 9), To = World.Danish(2027, 2, 28, 23, 59) });
        await RefusesAsync([4770], ask: request => request with { From = World.Danish(2027, 2, 1, 9), To = World.Danish(2027, 3, 1, 0) });
    }

    [Fact]
    public async Task GetRescheduleTimeslots_4770_NoneIsFree()
    {
        await RefusesAsync([4770], ask: request => request with { From = request.To!.Value.AddDays(1), To = request.To.Value.AddDays(2) });
        await RefusesAsync([4770], ask: request => request with { SupervisorIdentifier = "RID-9" });
        await RefusesAsync([4770], scene => scene.ChangeOfferAsync(option => option.Active = false));
    }

    [Fact]
    public Task GetRescheduleTimeslots_4769_BookingSystemIsNotReached() => RefusesAnswerAsync(Errors.BookingSystemUnreachable, 4769);

    [Fact]
    public Task GetRescheduleTimeslots_9329_AnswerBreaksTheContract() => RefusesAnswerAsync(Errors.BookingSystemBrokeContract, 9329);

    [Fact]
    public async Task GetRescheduleTimeslots_9303_FaultOrCodeOutsideTheRow()
    {
        await RefusesAnswerAsync(Errors.BookingSystemFault, 9303);
        await RefusesAnswerAsync(Errors.UnknownInterviewOption, 9303);
    }

    private static async Task RefusesAnswerAsync(ErrorCode answer, int code)
    {
        await using var scene = await MoveScene.SetAsync(services: PlannerDouble.Replace);
        scene.Portal.Get<PlannerDouble>().Refusal = answer;
        await scene.Scene.AssertRefusedAsync([code], () => AskAsync(scene));
    }

    private static async Task RefusesAsync(
        IReadOnlyList<int> codes, Func<MoveScene, Task>? change = null, Func<GetRescheduleTimeslotsRequest, GetRescheduleTimeslotsRequest>? ask = null)
    {
        await using var scene = await MoveScene.SetAsync();
        await (change?.Invoke(scene) ?? Task.CompletedTask);
        await scene.Scene.AssertRefusedAsync(codes, () => AskAsync(scene, ask));
    }

    private static Task<Result<RescheduleTimeslots>> AskAsync(
        MoveScene scene, Func<GetRescheduleTimeslotsRequest, GetRescheduleTimeslotsRequest>? change = null)
    {
        var request = new GetRescheduleTimeslotsRequest(
            CitizenReference.ById(scene.Scene.Citizen.Id), scene.Booking.Id, scene.Option.Id, scene.Booking.Details.Start, scene.Later.AddDays(2));
        return scene.Portal.Get<GetRescheduleTimeslots>().ExecuteAsync(change?.Invoke(request) ?? request, TestContext.Current.CancellationToken);
    }
}
