using BorgerPortal.Domain;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Tests.Support;
using BorgerPortal.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;

namespace BorgerPortal.Tests.Contention;

/// <summary>The rushes for a seat: 200 citizens want the same few seats.</summary>
internal static class SeatRush
{
    public const int Callers = 200;

    private static readonly DateTimeOffset Start = World.Danish(2027, 3, 8, 9);

    /// <summary>An individual time with as many caseworkers as seats.</summary>
    public static async Task<RushReport> ForAnIndividualTimeAsync(int seats, Func<TestDatabase, string>? sabotage = null)
    {
        await using var rush = await Rush.PrepareAsync(Callers);
        var workers = await rush.AddCaseWorkersAsync(seats);
        var option = await rush.World.AddOptionAsync(workers);
        await rush.World.AddTimeslotAsync(option, Start, workers);
        return await RunAsync(rush, _ => (option, Start), seats, sabotage: sabotage);
    }

    /// <summary>The same, but everybody wishes for the same caseworker of them: one seat, however many caseworkers there are.</summary>
    public static async Task<RushReport> ForOneCaseWorkerAsync(int caseWorkers, Func<TestDatabase, string>? sabotage = null)
    {
        await using var rush = await Rush.PrepareAsync(Callers);
        var workers = await rush.AddCaseWorkersAsync(caseWorkers);
        var option = await rush.World.AddOptionAsync(workers, option => option.AllowChoiceOfSupervisor = true);
        await rush.World.AddTimeslotAsync(option, Start, workers);
        return await RunAsync(rush, _ => (option, Start), seats: 1, workers[^1].Identifier, sabotage);
    }

    /// <summary>A time of each of two offers that the same caseworkers serve, half an hour apart: 45 minutes overlap by 15.</summary>
    public static async Task<RushReport> ForOverlappingTimesAsync(int seats, Func<TestDatabase, string>? sabotage = null)
    {
        await using var rush = await Rush.PrepareAsync(Callers);
        var workers = await rush.AddCaseWorkersAsync(seats);
        var (early, late) = (await rush.World.AddOptionAsync(workers), await rush.World.AddOptionAsync(workers));
        await rush.World.AddTimeslotAsync(early, Start, workers);
        await rush.World.AddTimeslotAsync(late, Start.AddMinutes(30), workers);
        return await RunAsync(rush, caller => caller % 2 == 0 ? (early, Start) : (late, Start.AddMinutes(30)), seats, sabotage: sabotage);
    }

    /// <summary>A group time.</summary>
    public static async Task<RushReport> ForAGroupTimeAsync(int seats, Func<TestDatabase, string>? sabotage = null)
    {
        await using var rush = await Rush.PrepareAsync(Callers);
        var workers = await rush.AddCaseWorkersAsync(1);
        var option = await rush.World.AddOptionAsync(workers, option => option.InterviewFormType = InterviewFormType.Group);
        await rush.World.AddTimeslotAsync(option, Start, workers, seats);
        return await RunAsync(rush, _ => (option, Start), seats, sabotage: sabotage);
    }

    private static async Task<RushReport> RunAsync(
        Rush rush, Func<int, (PlannedOption Option, DateTimeOffset Start)> wanted, int seats, string? wish = null, Func<TestDatabase, string>? sabotage = null)
    {
        var citizens = await rush.AddCitizensAsync(wanted(0).Option.InterviewType);
        if (sabotage is not null)
        {
            await rush.Portal.Get<IBookingWriter>().RunAloneAsync(
                (context, cancellationToken) => context.Database.ExecuteSqlRawAsync(sabotage(rush.Portal.Database), cancellationToken), CancellationToken.None);
        }

        return await rush.RunAsync(
            citizens.Select((citizen, caller) => new CreateBookingRequest(
                CitizenReference.ById(citizen.Id), wanted(caller).Option.Id, wanted(caller).Start, ContactType.Personal, wish)),
            seats,
            Errors.TimeNoLongerAvailable);
    }
}
