using BorgerPortal.Domain;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Rules;
using BorgerPortal.Tests.Support;
using BorgerPortal.Tests.Support.Remote;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BorgerPortal.Tests.Operations;

/// <summary>GetStraksbookingMoedetider: the times of which one must be booked at once, and each code of its row.</summary>
public abstract class GetImmediateBookingTimeslotsTests
{
    public sealed class OnSqlite : GetImmediateBookingTimeslotsTests;

    public sealed class OnPostgreSql : GetImmediateBookingTimeslotsTests;

    [Fact]
    public async Task GetImmediateBookingTimeslots_Required_ListsTheTimesOfTheTypeWithTheirOffersAndTheBookings()
    {
        await using var scene = await BookingScene.SetAsync(option => option.AllowChoiceOfSupervisor = true, Overdue);
        var world = scene.Portal.World;
        var second = await world.AddOptionAsync([scene.Worker], option => option.Title = "Uden valg");
        await world.AddTimeslotAsync(second, scene.Start.AddHours(-2), [scene.Worker]);
        var otherType = await world.AddOptionAsync([scene.Worker], option => option.InterviewType = 10);
        await world.AddTimeslotAsync(otherType, scene.Start.AddHours(3), [scene.Worker]);
        var booked = await scene.AssertBookedAsync(scene.Request with { OptionId = otherType.Id, StartTime = scene.Start.AddHours(3) });
        var notMeant = await world.AddOptionAsync([scene.Worker], option => option.ContactGroups = [9]);
        await world.AddTimeslotAsync(notMeant, scene.Start.AddHours(4), [scene.Worker]);

        var answer = (await AskAsync(scene)).Value;

        Assert.Equal(
            [(second.Id, scene.Start.AddHours(-2), false), (scene.Option.Id, scene.Start, true)],
            answer.Listing.Timeslots.Select(time => (time.Option.Id, time.Timeslot.Start, time.Option.AllowChoiceOfSupervisor)));
        var names = answer.Listing.Supervisors.ToDictionary(supervisor => supervisor.Id, supervisor => supervisor.Supervisor);
        Assert.Equal(Supervisor.Hidden, names[answer.Listing.Timeslots[0].Timeslot.SupervisorIds.Single()]);
        Assert.Equal("RID-1", names[answer.Listing.Timeslots[1].Timeslot.SupervisorIds.Single()].Identifier);
        Assert.Equal([booked.Id], answer.Bookings.Select(booking => booking.Id));
    }

    [Fact]
    public async Task GetImmediateBookingTimeslots_NotRequired_IsEmpty()
    {
        await using var scene = await BookingScene.SetAsync();
        await scene.AssertBookedAsync();
        var answer = (await AskAsync(scene)).Value;
        Assert.Empty(answer.Listing.Timeslots);
        Assert.Empty(answer.Bookings);
    }

    [Theory]
    [InlineData(10, 10, true)]
    [InlineData(10, 11, false)]
    [InlineData(3, 3, true)]
    [InlineData(3, 4, false)]
    public async Task GetImmediateBookingTimeslots_WithinTheDaysThatAreConfigured_IsListed(int days, int day, bool isListed)
    {
        await using var scene = await BookingScene.SetAsync(
            citizen: Overdue, start: World.Danish(2027, 3, 1 + day, 23, 59), services: services => services.Configure<RuleOptions>(options => options.ImmediateBookingDays = days));
        var result = await AskAsync(scene);
        Assert.Equal(isListed ? [] : [4770], result.Errors.Select(error => error.Code.Number));
    }

    [Fact]
    public async Task GetImmediateBookingTimeslots_1014_NoPersonnummer()
    {
        await using var scene = await BookingScene.SetAsync(citizen: Overdue);
        await scene.AssertRefusedAsync([1014], () => AskAsync(scene, CitizenReference.ByPersonnummer("0000000000")));
    }

    [Fact]
    public async Task GetImmediateBookingTimeslots_8111_UnknownCitizen()
    {
        await using var scene = await BookingScene.SetAsync(citizen: Overdue);
        await scene.AssertRefusedAsync([8111], () => AskAsync(scene, CitizenReference.ByPersonnummer("3112575999")));
    }

    [Fact]
    public Task GetImmediateBookingTimeslots_4400_NoCustomerNumber() =>
        RefusesAsync(4400, citizen => (citizen.CustomerNumber, citizen.JobCentreCode) = (null, TestPortal.Unconfigured));

    [Fact]
    public async Task GetImmediateBookingTimeslots_4769_NotReachedOrNotConfigured()
    {
        await RefusesAsync(4769, citizen => citizen.JobCentreCode = TestPortal.Unconfigured);
        await RefusesAnswerAsync(PlannerFault.CallLost, 4769);
    }

    [Fact]
    public async Task GetImmediateBookingTimeslots_4770_NoneIsFree()
    {
        await using var scene = await BookingScene.SetAsync(citizen: Overdue);
        var other = await scene.Portal.World.AddCitizenAsync();
        await scene.AssertBookedAsync(scene.Request with { Citizen = CitizenReference.ById(other.Id) });
        await scene.AssertRefusedAsync([4770], () => AskAsync(scene));
    }

    [Fact]
    public async Task GetImmediateBookingTimeslots_8107_AnOfferThatIsNotThisCitizens()
    {
        await using var scene = await RemoteScene.SetAsync(Overdue);
        Assert.Single((await AskAsync(scene)).Value.Listing.Timeslots);
        scene.Planner.Options[0] = SoundAnswers.Option with { Id = "5b1f6f0a-0002-4000-8000-000000000002" };
        Assert.Equal([8107], (await AskAsync(scene)).Errors.Select(error => error.Code.Number));
    }

    [Fact]
    public async Task GetImmediateBookingTimeslots_9303_FaultOrCodeOutsideTheRow()
    {
        await RefusesAnswerAsync(PlannerFault.Unexplained, 9303);
        await RefusesAnswerAsync(PlannerFault.Refuse(Errors.UnknownBooking), 9303);
    }

    [Fact]
    public async Task GetImmediateBookingTimeslots_9329_AnswerBreaksTheContract()
    {
        await RefusesAnswerAsync(PlannerFault.Unreadable, 9329);
        await using var scene = await RemoteScene.SetAsync(Overdue);
        var timeslot = scene.Planner.Timeslots[0];
        scene.Planner.Timeslots.Add(timeslot with { ContactTypes = [] });
        Assert.Single((await AskAsync(scene)).Value.Listing.Timeslots);
        Assert.Single(await scene.ReportsAsync());

        scene.Planner.Timeslots[0] = timeslot with { SupervisorIds = [7] };
        Assert.Equal([9329], (await AskAsync(scene)).Errors.Select(error => error.Code.Number));
        scene.Planner.SendImmediate = answer => answer with { Timeslots = null };
        Assert.Equal([9329], (await AskAsync(scene)).Errors.Select(error => error.Code.Number));
        scene.Planner.SendImmediate = answer => answer with
        {
            Timeslots = [new(timeslot, SoundAnswers.Option with { Title = "" })],
        };
        Assert.Equal([9329], (await AskAsync(scene)).Errors.Select(error => error.Code.Number));
    }

    [Fact]
    public async Task GetImmediateBookingTimeslots_WhatThePlannerSendsAlong_IsNotShown()
    {
        await using var scene = await RemoteScene.SetAsync(Overdue);
        scene.Planner.Timeslots.Add(SoundAnswers.Timeslot(scene.Portal.Clock.GetUtcNow().AddMinutes(-1)));
        scene.Planner.Timeslots.Add(SoundAnswers.Timeslot(scene.Portal.Clock.GetUtcNow().AddDays(11)));
        scene.Planner.Timeslots.Add(SoundAnswers.Timeslot(scene.Later) with { TotalSeats = 5, AvailableSeats = 0 });
        Assert.Equal([scene.Start], (await AskAsync(scene)).Value.Listing.Timeslots.Select(time => time.Timeslot.Start));
    }

    private static async Task RefusesAnswerAsync(PlannerFault fault, int code)
    {
        await using var scene = await RemoteScene.SetAsync(Overdue);
        scene.Planner.Fail("GetImmediateTimeslotsAsync", fault);
        Assert.Equal([code], (await AskAsync(scene)).Errors.Select(error => error.Code.Number));
    }

    private static async Task RefusesAsync(int code, Action<Citizen> change)
    {
        await using var scene = await BookingScene.SetAsync(citizen: citizen =>
        {
            Overdue(citizen);
            change(citizen);
        });
        await scene.AssertRefusedAsync([code], () => AskAsync(scene));
    }

    private static void Overdue(Citizen citizen) =>
        citizen.Deadlines.Add(new Deadline { InterviewType = 12, BookBy = new DateOnly(2027, 2, 20), HoldBy = new DateOnly(2027, 3, 30) });

    private static Task<Result<ImmediateBookingTimeslots>> AskAsync(RemoteScene scene) => scene.Portal.Get<GetImmediateBookingTimeslots>()
        .ExecuteAsync(new(CitizenReference.ById(scene.Citizen.Id)), TestContext.Current.CancellationToken);

    private static Task<Result<ImmediateBookingTimeslots>> AskAsync(BookingScene scene, CitizenReference? citizen = null) =>
        scene.Portal.Get<GetImmediateBookingTimeslots>().ExecuteAsync(
            new(citizen ?? CitizenReference.ById(scene.Citizen.Id)), TestContext.Current.CancellationToken);
}
