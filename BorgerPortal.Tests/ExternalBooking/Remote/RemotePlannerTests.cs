using BorgerPortal.Domain;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.ExternalBooking.Remote.Answers;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Tests.Support.Remote;
using Xunit;

namespace BorgerPortal.Tests.ExternalBooking.Remote;

/// <summary>The portal answers for what it shows, whatever a planner sends along.</summary>
public sealed class RemotePlannerTests
{
    private static readonly SupervisorToBookAnswer Second = new()
    {
        Id = 2,
        Supervisor = SoundAnswers.Supervisor with { Surname = "Lind", Identifier = "RID-2" },
    };

    [Fact]
    public async Task GetSelfbookTimeslots_OfferWithoutChoice_HidesTheNamesAndFindsNobodyByThem()
    {
        await using var scene = await RemoteScene.SetAsync();
        scene.Planner.Options[0] = SoundAnswers.Option with { AllowChoiceOfSupervisor = false };

        Assert.All((await ListAsync(scene)).Value.Supervisors, supervisor => Assert.Equal("skjult", supervisor.Supervisor.Identifier));
        Assert.Equal(4770, (await ListAsync(scene, supervisor: "RID-1")).Leading!.Code.Number);
    }

    [Fact]
    public async Task GetSelfbookTimeslots_OfferThatThePlannerDoesNotShowTheCitizen_Is8107()
    {
        await using var scene = await RemoteScene.SetAsync();
        scene.Planner.Options.Clear();

        Assert.Equal(8107, (await ListAsync(scene)).Leading!.Code.Number);
    }

    [Fact]
    public async Task GetSelfbookTimeslots_TimesThatWereNotAskedFor_AreLeftOut()
    {
        await using var scene = await RemoteScene.SetAsync();
        var sound = SoundAnswers.Timeslot(scene.Start);
        scene.Planner.SendTimeslots = answer => answer with
        {
            Supervisors = [SoundAnswers.SupervisorToBook, Second],
            Timeslots =
            [
                sound with { Start = scene.Start.AddHours(3), SupervisorIds = [1, 2] },
                sound with { TotalSeats = 5, AvailableSeats = 0 },
                sound with { Start = scene.Start.AddHours(1), ContactTypes = [7] },
                sound with { Start = scene.Start.AddHours(2), SupervisorIds = [1] },
                sound with { Start = scene.Start.AddDays(-30) },
                sound with { Start = scene.Start.AddDays(30) },
            ],
        };

        var time = Assert.Single((await ListAsync(scene, contactType: 1, supervisor: "RID-2")).Value.Timeslots);

        Assert.Equal(scene.Start.AddHours(3), time.Start);
        Assert.Equal([2], time.SupervisorIds);
    }

    [Fact]
    public async Task CreateBooking_CaseWorkerWhomOnlyTheTimesName_MayBeChosen()
    {
        await using var scene = await RemoteScene.SetAsync();
        scene.Planner.Options[0] = SoundAnswers.Option with { Supervisors = null };

        Assert.Empty((await scene.BookAsync(scene.Request with { SupervisorIdentifier = "RID-1" })).Errors);
    }

    [Fact]
    public async Task CreateBooking_AnotherCaseWorkerThanAskedFor_9329()
    {
        await using var scene = await RemoteScene.SetAsync();
        scene.Planner.Assemble = booking => booking with { Supervisor = Second.Supervisor };

        await scene.AssertRefusedAsync([9329], scene.Request with { SupervisorIdentifier = "RID-1" });
    }

    private static Task<Result<TimeslotListing>> ListAsync(RemoteScene scene, int? contactType = null, string? supervisor = null) =>
        scene.Portal.Get<GetSelfbookTimeslots>().ExecuteAsync(
            new GetSelfbookTimeslotsRequest(
                CitizenReference.ById(scene.Citizen.Id), SoundAnswers.OptionId, scene.Start, scene.Start.AddDays(1), contactType, supervisor),
            TestContext.Current.CancellationToken);
}
