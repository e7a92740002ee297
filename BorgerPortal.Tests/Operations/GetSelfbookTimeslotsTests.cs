using BorgerPortal.Domain;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Tests.Support;
using Xunit;

namespace BorgerPortal.Tests.Operations;

public abstract class GetSelfbookTimeslotsTests
{
    public sealed class OnSqlite : GetSelfbookTimeslotsTests;

    public sealed class OnPostgreSql : GetSelfbookTimeslotsTests;

    [Fact]
    public async Task GetSelfbookTimeslots_1014_NamesEveryBrokenField()
    {
        await using var scene = await BookingScene.SetAsync();
        var request = new GetSelfbookTimeslotsRequest(CitizenReference.ByPersonnummer(""), null, null, null, 99, new string('x', 256));
        await scene.AssertRefusedAsync([1014, 1014, 1014, 1014, 1014, 1014], () => AskAsync(scene, request));
        var result = await AskAsync(scene, request);
        Assert.Equal(
            ["personnummer", "moedetilbudId", "startMoedetidsinterval", "slutMoedetidsinterval", "samtaleformType", "eksterntId"],
            result.Errors.Select(error => error.Field));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, true)]
    [InlineData(366 * 24, false)]
    [InlineData((366 * 24) + 1, true)]
    public async Task GetSelfbookTimeslots_1014_IntervalThatEndsTooSoonOrSpansTooMuch(int hours, bool isRefused)
    {
        await using var scene = await BookingScene.SetAsync();
        var request = RequestOf(scene);
        var result = await AskAsync(scene, request with { To = request.From!.Value.AddHours(hours) });
        Assert.Equal(isRefused ? "slutMoedetidsinterval" : null, result.Leading?.Field);
    }

    [Fact]
    public async Task GetSelfbookTimeslots_8111_UnknownCitizen()
    {
        await using var scene = await BookingScene.SetAsync();
        await AssertRefusedAsync(scene, 8111, RequestOf(scene) with { Citizen = CitizenReference.ById(4711), OptionId = Guid.Empty });
    }

    [Fact]
    public async Task GetSelfbookTimeslots_9018_JobcentreWithoutBookingSystem()
    {
        await using var scene = await BookingScene.SetAsync(citizen: citizen => (citizen.JobCentreCode, citizen.CustomerNumber) = (TestPortal.Unconfigured, null));
        await AssertRefusedAsync(scene, 9018);
        await AssertRefusedAsync(scene, 9018, RequestOf(scene) with { OptionId = Guid.Empty });
    }

    [Fact]
    public async Task GetSelfbookTimeslots_8107_OfferUnknownInactiveOrNotThisCitizens()
    {
        await using var scene = await BookingScene.SetAsync();
        await AssertRefusedAsync(scene, 8107, RequestOf(scene) with { OptionId = Guid.Empty, ContactType = ContactType.Video });
        await using var inactive = await BookingScene.SetAsync(option => option.Active = false);
        await AssertRefusedAsync(inactive, 8107);
        await using var other = await BookingScene.SetAsync(option => option.ContactGroups = [9]);
        await AssertRefusedAsync(other, 8107);
    }

    [Fact]
    public async Task GetSelfbookTimeslots_8107_NoRightToSelfBook()
    {
        await using var scene = await BookingScene.SetAsync(citizen: citizen => citizen.CustomerNumber = null);
        await AssertRefusedAsync(scene, 8107);
    }

    [Fact]
    public async Task GetSelfbookTimeslots_4770_NoneIsFree()
    {
        await using var scene = await BookingScene.SetAsync(option => option.AllowChoiceOfSupervisor = true);
        await AssertRefusedAsync(scene, 4770, RequestOf(scene) with { SupervisorIdentifier = "RID-2" });
        await AssertRefusedAsync(scene, 4770, RequestOf(scene) with { ContactType = ContactType.Video });
        await AssertRefusedAsync(scene, 4770, RequestOf(scene) with { From = scene.Start.AddMinutes(1) });
        var other = await scene.Portal.World.AddCitizenAsync();
        await scene.AssertBookedAsync(scene.Request with { Citizen = CitizenReference.ById(other.Id) });
        await AssertRefusedAsync(scene, 4770);
    }

    [Fact]
    public Task GetSelfbookTimeslots_4769_BookingSystemIsNotReached() => RefusesAsync(Errors.BookingSystemUnreachable, 4769);

    [Fact]
    public async Task GetSelfbookTimeslots_9303_FaultOrBrokenContract()
    {
        await RefusesAsync(Errors.BookingSystemFault, 9303);
        await RefusesAsync(Errors.BookingSystemBrokeContract, 9303);
    }

    [Fact]
    public async Task GetSelfbookTimeslots_FreeTimes_ComeInOrderWithTheirCaseworkers()
    {
        await using var scene = await BookingScene.SetAsync(option => option.AllowChoiceOfSupervisor = true);
        var second = await scene.Portal.World.AddCaseWorkerAsync("RID-2");
        await scene.Portal.World.AddTimeslotAsync(scene.Option, scene.Start.AddHours(-1), [second, scene.Worker]);
        var listing = (await AskAsync(scene, RequestOf(scene))).Value;
        Assert.Equal([scene.Start.AddHours(-1), scene.Start], listing.Timeslots.Select(timeslot => timeslot.Start));
        Assert.Equal(["RID-2", "RID-1"], listing.Supervisors.Select(supervisor => supervisor.Supervisor.Identifier));
        Assert.Equal([1, 2], listing.Timeslots[0].SupervisorIds);
        Assert.Equal([2], listing.Timeslots[1].SupervisorIds);
        Assert.Equal((null, null), (listing.Timeslots[0].TotalSeats, listing.Timeslots[0].AvailableSeats));
    }

    [Fact]
    public async Task GetSelfbookTimeslots_OneOfTwoCaseworkersIsTaken_TheTimeStaysWithTheOther()
    {
        await using var scene = await BookingScene.SetAsync(option => option.AllowChoiceOfSupervisor = true);
        var second = await scene.Portal.World.AddCaseWorkerAsync("RID-2");
        var start = scene.Start.AddDays(1);
        await scene.Portal.World.AddTimeslotAsync(scene.Option, start, [scene.Worker, second]);
        var overlapping = await scene.Portal.World.AddOptionAsync([scene.Worker]);
        await scene.Portal.World.AddTimeslotAsync(overlapping, start.AddMinutes(-30), [scene.Worker]);
        await scene.AssertBookedAsync(scene.Request with { OptionId = overlapping.Id, StartTime = start.AddMinutes(-30) });
        var listing = (await AskAsync(scene, RequestOf(scene) with { From = start })).Value;
        Assert.Equal(["RID-2"], listing.Supervisors.Select(supervisor => supervisor.Supervisor.Identifier));
    }

    [Fact]
    public async Task GetSelfbookTimeslots_NoChoiceOfCaseworker_HidesTheName()
    {
        await using var scene = await BookingScene.SetAsync();
        var listing = (await AskAsync(scene, RequestOf(scene))).Value;
        Assert.Equal([new SupervisorToBook(1, Supervisor.Hidden)], listing.Supervisors);
    }

    [Fact]
    public async Task GetSelfbookTimeslots_GroupTime_TellsItsSeats()
    {
        await using var scene = await BookingScene.SetAsync();
        var group = await scene.Portal.World.AddOptionAsync([scene.Worker], option => option.InterviewFormType = InterviewFormType.Group);
        await scene.Portal.World.AddTimeslotAsync(group, scene.Start.AddDays(1), [scene.Worker], seats: 3);
        var other = await scene.Portal.World.AddCitizenAsync();
        await scene.AssertBookedAsync(new CreateBookingRequest(
            CitizenReference.ById(other.Id), group.Id, scene.Start.AddDays(1), ContactType.Personal));
        var timeslot = (await AskAsync(scene, RequestOf(scene) with { OptionId = group.Id })).Value.Timeslots.Single();
        Assert.Equal((3, 2), (timeslot.TotalSeats, timeslot.AvailableSeats));
    }

    [Fact]
    public async Task GetSelfbookTimeslots_TimesBeforeNow_AreLeftOut()
    {
        await using var scene = await BookingScene.SetAsync(start: World.Danish(2027, 3, 1, 10));
        Assert.Single((await AskAsync(scene, RequestOf(scene))).Value.Timeslots);
        scene.Portal.Clock.Advance(TimeSpan.FromSeconds(1));
        await AssertRefusedAsync(scene, 4770);
    }

    [Fact]
    public async Task GetSelfbookTimeslots_DeadlineHasPassed_TellsThatTheTimeCannotBeChanged()
    {
        await using var scene = await BookingScene.SetAsync(
            option => option.CancellationDeadlineHours = 2, start: World.Danish(2027, 3, 1, 13));
        var timeslot = (await AskAsync(scene, RequestOf(scene))).Value.Timeslots.Single();
        Assert.Equal((false, true), (timeslot.RebookingPossible, timeslot.CancellationPossible));
    }

    private static GetSelfbookTimeslotsRequest RequestOf(BookingScene scene) => new(
        CitizenReference.ById(scene.Citizen.Id), scene.Option.Id, scene.Portal.Clock.GetUtcNow().AddDays(-1), scene.Start.AddDays(30));

    private static Task<Result<TimeslotListing>> AskAsync(BookingScene scene, GetSelfbookTimeslotsRequest request) =>
        scene.Portal.Get<GetSelfbookTimeslots>().ExecuteAsync(request, TestContext.Current.CancellationToken);

    private static async Task RefusesAsync(ErrorCode answer, int code)
    {
        await using var scene = await BookingScene.SetAsync(services: PlannerDouble.Replace);
        scene.Portal.Get<PlannerDouble>().Refusal = answer;
        await AssertRefusedAsync(scene, code);
    }

    private static Task AssertRefusedAsync(BookingScene scene, int code, GetSelfbookTimeslotsRequest? request = null) =>
        scene.AssertRefusedAsync([code], () => AskAsync(scene, request ?? RequestOf(scene)));
}
