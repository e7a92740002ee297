using BorgerPortal.Domain;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Tests.Support;
using BorgerPortal.Tests.Support.Remote;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Operations;

/// <summary>GetOmbookingSagsbehandlere: who could hold a booking, and each code of its row.</summary>
public abstract class GetRescheduleCaseWorkersTests
{
    public sealed class OnSqlite : GetRescheduleCaseWorkersTests;

    public sealed class OnPostgreSql : GetRescheduleCaseWorkersTests;

    [Fact]
    public async Task GetRescheduleCaseWorkers_AChoice_NamesAllOfTheOfferInItsOrder()
    {
        await using var scene = await MoveScene.SetAsync(option => option.AllowChoiceOfSupervisor = true);
        var second = await scene.Portal.World.AddCaseWorkerAsync("RID-0");
        await scene.Portal.SaveAsync(context => context.OptionCaseWorkers.Add(new() { OptionId = scene.Option.Id, CaseWorkerId = second.Id, Position = 1 }));

        var choice = (await AskAsync(scene)).Value;

        Assert.Equal((true, "RID-1,RID-0"), (choice.MayChoose, string.Join(',', choice.Supervisors.Select(supervisor => supervisor.Identifier))));
    }

    [Fact]
    public async Task GetRescheduleCaseWorkers_NoChoiceGroupOrNoOffer_IsNoList()
    {
        await using var scene = await MoveScene.SetAsync();
        Assert.Equal(SupervisorChoice.None, (await AskAsync(scene)).Value);
        await scene.ChangeOfferAsync(option => (option.AllowChoiceOfSupervisor, option.InterviewFormType) = (true, InterviewFormType.Group));
        Assert.Equal(SupervisorChoice.None, (await AskAsync(scene)).Value);
        await scene.ChangeAsync(booking => booking.OptionId = null);
        Assert.Equal(SupervisorChoice.None, (await AskAsync(scene)).Value);
    }

    [Fact]
    public async Task GetRescheduleCaseWorkers_1014_NamesEveryBrokenField()
    {
        await using var scene = await MoveScene.SetAsync();
        var result = await AskAsync(scene, new(CitizenReference.ByPersonnummer("x"), null));
        Assert.Equal(["personnummer", "indkaldelseId"], result.Errors.Select(error => error.Field));
        Assert.All(result.Errors, error => Assert.Equal(1014, error.Code.Number));
    }

    [Fact]
    public async Task GetRescheduleCaseWorkers_4400_UnknownCitizen() =>
        await RefusesAsync(4400, request: scene => new(CitizenReference.ByPersonnummer("3112575999"), scene.Booking.Id));

    [Fact]
    public async Task GetRescheduleCaseWorkers_4768_UnknownOrCancelled()
    {
        await RefusesAsync(4768, request: scene => new(CitizenReference.ById(scene.Scene.Citizen.Id), Guid.Empty));
        await RefusesAsync(4768, scene => scene.ChangeAsync(booking => booking.State = BookingState.Cancelled));
    }

    [Fact]
    public async Task GetRescheduleCaseWorkers_8107_AnothersBooking()
    {
        await using var scene = await MoveScene.SetAsync();
        var other = await scene.Portal.World.AddCitizenAsync();
        await scene.Scene.AssertRefusedAsync([8107], () => AskAsync(scene, new(CitizenReference.ById(other.Id), scene.Booking.Id)));
    }

    [Fact]
    public Task GetRescheduleCaseWorkers_9018_TheBookingsJobcentreHasNoBookingSystem() =>
        RefusesAsync(9018, scene => scene.ChangeAsync(booking => booking.JobCentreCode = TestPortal.Unconfigured));

    [Fact]
    public async Task GetRescheduleCaseWorkers_4783_TheBookingStartsBeforeToday()
    {
        await using var scene = await MoveScene.SetAsync();
        scene.Portal.Clock.SetUtcNow(World.Danish(2027, 3, 8, 23, 59));
        Assert.Empty((await AskAsync(scene)).Errors);
        scene.Portal.Clock.SetUtcNow(World.Danish(2027, 3, 9, 0));
        await scene.Scene.AssertRefusedAsync([4783], () => AskAsync(scene));
    }

    [Fact]
    public Task GetRescheduleCaseWorkers_4770_AChoiceAndNobodyToChoose() => RefusesAsync(4770, async scene =>
    {
        await scene.ChangeOfferAsync(option => option.AllowChoiceOfSupervisor = true);
        await scene.Portal.SaveAsync(context => context.OptionCaseWorkers.RemoveRange(context.OptionCaseWorkers));
    });

    [Fact]
    public Task GetRescheduleCaseWorkers_4769_BookingSystemIsNotReached() => RefusesAnswerAsync(PlannerFault.CallLost, 4769);

    [Fact]
    public async Task GetRescheduleCaseWorkers_9303_FaultOrCodeOutsideTheRow()
    {
        await RefusesAnswerAsync(PlannerFault.Unexplained, 9303);
        await RefusesAnswerAsync(PlannerFault.Refuse(Errors.TimeNoLongerAvailable), 9303);
    }

    [Fact]
    public async Task GetRescheduleCaseWorkers_9329_AnswerBreaksTheContract()
    {
        await RefusesAnswerAsync(PlannerFault.Unreadable, 9329);
        foreach (var broken in new[]
        {
            SoundAnswers.Supervisor with { Identifier = "" },
            SoundAnswers.Supervisor with { Surname = null },
        })
        {
            await using var scene = await RemoteScene.SetAsync();
            var booking = await scene.BookedAsync();
            scene.Planner.SendSupervisors = answer => answer with { Supervisors = [broken, SoundAnswers.Supervisor] };
            Assert.Single((await AskAsync(scene, booking)).Value.Supervisors);
            Assert.Equal("sagsbehandlere", (await scene.ReportsAsync()).Single().Text);
            scene.Planner.SendSupervisors = answer => answer with { Supervisors = [broken] };
            Assert.Equal([9329], (await AskAsync(scene, booking)).Errors.Select(error => error.Code.Number));
            scene.Planner.SendSupervisors = answer => answer with { MayChoose = null };
            Assert.Equal([9329], (await AskAsync(scene, booking)).Errors.Select(error => error.Code.Number));
        }
    }

    private static async Task RefusesAnswerAsync(PlannerFault fault, int code)
    {
        await using var scene = await RemoteScene.SetAsync();
        var booking = await scene.BookedAsync();
        scene.Planner.Fail("GetSupervisorsAsync", fault);
        Assert.Equal([code], (await AskAsync(scene, booking)).Errors.Select(error => error.Code.Number));
    }

    private static async Task RefusesAsync(int code, Func<MoveScene, Task>? change = null, Func<MoveScene, GetRescheduleCaseWorkersRequest>? request = null)
    {
        await using var scene = await MoveScene.SetAsync();
        await (change?.Invoke(scene) ?? Task.CompletedTask);
        await scene.Scene.AssertRefusedAsync([code], () => AskAsync(scene, request?.Invoke(scene)));
    }

    private static Task<Result<SupervisorChoice>> AskAsync(RemoteScene scene, Booking booking) => scene.Portal.Get<GetRescheduleCaseWorkers>().ExecuteAsync(
        new(CitizenReference.ById(scene.Citizen.Id), booking.Id), TestContext.Current.CancellationToken);

    private static Task<Result<SupervisorChoice>> AskAsync(MoveScene scene, GetRescheduleCaseWorkersRequest? request = null) =>
        scene.Portal.Get<GetRescheduleCaseWorkers>().ExecuteAsync(
            request ?? new(CitizenReference.ById(scene.Scene.Citizen.Id), scene.Booking.Id), TestContext.Current.CancellationToken);
}
