using BorgerPortal.Domain;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Tests.Support;
using Xunit;

namespace BorgerPortal.Tests.Operations;

public abstract class GetSelfbookInterviewOptionsTests
{
    public sealed class OnSqlite : GetSelfbookInterviewOptionsTests;

    public sealed class OnPostgreSql : GetSelfbookInterviewOptionsTests;

    private static readonly DateOnly Today = new(2027, 3, 1);

    [Fact]
    public async Task GetSelfbookInterviewOptions_1014_NotAPersonnummer()
    {
        await using var scene = await BookingScene.SetAsync();
        await AssertRefusedAsync(scene, 1014, CitizenReference.ByPersonnummer("6101505321"));
    }

    [Fact]
    public async Task GetSelfbookInterviewOptions_8111_UnknownCitizen()
    {
        await using var scene = await BookingScene.SetAsync();
        await AssertRefusedAsync(scene, 8111, CitizenReference.ById(4711));
    }

    [Fact]
    public async Task GetSelfbookInterviewOptions_9018_JobcentreWithoutBookingSystem()
    {
        await using var scene = await BookingScene.SetAsync(citizen: citizen => (citizen.JobCentreCode, citizen.Dead) = (TestPortal.Unconfigured, true));
        await AssertRefusedAsync(scene, 9018);
    }

    [Fact]
    public Task GetSelfbookInterviewOptions_4769_BookingSystemIsNotReached() => RefusesAsync(Errors.BookingSystemUnreachable, 4769);

    [Fact]
    public Task GetSelfbookInterviewOptions_9329_AnswerBreaksTheContract() => RefusesAsync(Errors.BookingSystemBrokeContract, 9329);

    [Fact]
    public async Task GetSelfbookInterviewOptions_9303_FaultOrCodeOutsideTheRow()
    {
        await RefusesAsync(Errors.BookingSystemFault, 9303);
        await RefusesAsync(Errors.BookingAlreadyTaken, 9303);
    }

    [Fact]
    public async Task GetSelfbookInterviewOptions_WhomAnOfferIsMeantFor_SeesIt()
    {
        (Action<PlannedOption> Change, bool IsSeen)[] cases =
        [
            (_ => { }, true),
            (option => option.Active = false, false),
            (option => option.JobCentreCode = TestPortal.Odense, false),
            (option => option.ContactGroups = [1, 2], true),
            (option => option.ContactGroups = [2, 11], false),
            (option => (option.ValidFrom, option.ValidTo) = (Today, Today), true),
            (option => option.ValidFrom = Today.AddDays(1), false),
            (option => option.ValidTo = Today.AddDays(-1), false),
            (option => option.ForNamedCitizens = true, false),
        ];
        foreach (var (change, isSeen) in cases)
        {
            await using var scene = await BookingScene.SetAsync(change);
            Assert.Equal(isSeen, (await AskAsync(scene)).Value.Options.Any(option => option.Id == scene.Option.Id));
        }
    }

    [Fact]
    public async Task GetSelfbookInterviewOptions_NamedCitizen_SeesTheOffer()
    {
        await using var scene = await BookingScene.SetAsync(option => option.ForNamedCitizens = true);
        await scene.Portal.SaveAsync(context => context.OptionCitizens.Add(
            new PlannedOptionCitizen { OptionId = scene.Option.Id, CitizenId = scene.Citizen.Id }));
        Assert.Single((await AskAsync(scene)).Value.Options);
        await scene.AssertBookedAsync();
    }

    [Fact]
    public async Task GetSelfbookInterviewOptions_NoRightToBook_GivesNone()
    {
        Action<Citizen>[] changes =
        [
            citizen => citizen.Dead = true,
            citizen => citizen.CustomerNumber = null,
            citizen => citizen.Absences.Add(new Absence { Type = 57, From = Today }),
        ];
        foreach (var change in changes)
        {
            await using var scene = await BookingScene.SetAsync(citizen: change);
            Assert.Empty((await AskAsync(scene)).Value.Options);
        }
    }

    [Fact]
    public async Task GetSelfbookInterviewOptions_FirstTime_IsTheFirstFreeOne()
    {
        await using var scene = await BookingScene.SetAsync(start: World.Danish(2027, 3, 1, 9, 30));
        var world = scene.Portal.World;
        Assert.Null((await AskAsync(scene)).Value.Options.Single().FirstTimeslot);
        await world.AddTimeslotAsync(scene.Option, World.Danish(2027, 3, 5, 9), [scene.Worker]);
        await world.AddTimeslotAsync(scene.Option, World.Danish(2027, 3, 5, 10), [scene.Worker]);
        Assert.Equal(World.Danish(2027, 3, 5, 9), (await AskAsync(scene)).Value.Options.Single().FirstTimeslot);

        var overlapping = await world.AddOptionAsync([scene.Worker]);
        await world.AddTimeslotAsync(overlapping, World.Danish(2027, 3, 5, 8, 30), [scene.Worker]);
        await scene.AssertBookedAsync(scene.Request with { OptionId = overlapping.Id, StartTime = World.Danish(2027, 3, 5, 8, 30) });
        var first = (await AskAsync(scene)).Value.Options.Single(option => option.Id == scene.Option.Id).FirstTimeslot;
        Assert.Equal(World.Danish(2027, 3, 5, 10), first);
    }

    [Fact]
    public async Task GetSelfbookInterviewOptions_GroupOffer_TellsItsOwnBounds()
    {
        var (first, last) = (World.Danish(2027, 3, 10, 9), World.Danish(2027, 3, 10, 9));
        await using var scene = await BookingScene.SetAsync(option =>
            (option.InterviewFormType, option.FirstTimeslot, option.LastTimeslot) = (InterviewFormType.Group, first, last));
        var option = (await AskAsync(scene)).Value.Options.Single();
        Assert.Equal((first, last), (option.FirstTimeslot, option.LastTimeslot));
    }

    [Theory]
    [InlineData(true, InterviewFormType.Individual, 1)]
    [InlineData(false, InterviewFormType.Individual, 0)]
    [InlineData(true, InterviewFormType.Group, 0)]
    public async Task GetSelfbookInterviewOptions_Caseworkers_AreListedOnlyWhereTheCitizenMayChoose(bool choice, int group, int listed)
    {
        await using var scene = await BookingScene.SetAsync(option => (option.AllowChoiceOfSupervisor, option.InterviewFormType) = (choice, group));
        var option = (await AskAsync(scene)).Value.Options.Single();
        Assert.Equal(listed, option.Supervisors.Count);
        Assert.Equal(listed == 1, option.AllowChoiceOfSupervisor);
    }

    private static async Task RefusesAsync(ErrorCode answer, int code)
    {
        await using var scene = await BookingScene.SetAsync(services: PlannerDouble.Replace);
        scene.Portal.Get<PlannerDouble>().Refusal = answer;
        await AssertRefusedAsync(scene, code);
    }

    private static Task<Result<SelfbookInterviewOptions>> AskAsync(BookingScene scene, CitizenReference? citizen = null) =>
        scene.Portal.Get<GetSelfbookInterviewOptions>().ExecuteAsync(
            new GetSelfbookInterviewOptionsRequest(citizen ?? CitizenReference.ById(scene.Citizen.Id)), TestContext.Current.CancellationToken);

    private static Task AssertRefusedAsync(BookingScene scene, int code, CitizenReference? citizen = null) =>
        scene.AssertRefusedAsync([code], () => AskAsync(scene, citizen));
}
