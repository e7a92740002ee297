using BorgerPortal.Domain.Daily;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Sessions;
using BorgerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BorgerPortal.Tests.Daily;

/// <summary>When the day's work is done, by whom, and what goes with it.</summary>
public abstract class DailyJobTests
{
    public sealed class OnSqlite : DailyJobTests;

    public sealed class OnPostgreSql : DailyJobTests;

    private const int Portals = 8;

    [Fact]
    public async Task RunAsync_FirstStart_DoesItAtOnceAndThenNotUntilTheHour()
    {
        await using var portal = await TestPortal.StartAsync(World.Danish(2027, 3, 1, 3));

        Assert.Equal(new DateOnly(2027, 2, 28), (await RunAsync(portal))!.Day);
        portal.Clock.SetUtcNow(World.Danish(2027, 3, 1, 7, 59));
        Assert.Null(await RunAsync(portal));
        portal.Clock.SetUtcNow(World.Danish(2027, 3, 1, 8));
        Assert.Equal(new DateOnly(2027, 3, 1), (await RunAsync(portal))!.Day);
        Assert.Null(await RunAsync(portal));
    }

    [Fact]
    public async Task RunAsync_SeveralPortalsAtOnce_OneDoesIt()
    {
        await using var portal = await TestPortal.StartAsync();

        Assert.Equal(1, await RunEverywhereAsync(portal));
        Assert.Equal(0, await RunEverywhereAsync(portal));
        portal.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await RunEverywhereAsync(portal));
    }

    /// <summary>The count of the other test would notice a day that is done twice.</summary>
    [Fact]
    public async Task RunAsync_DayIsForgotten_IsDoneAgain()
    {
        await using var portal = await TestPortal.StartAsync();
        Assert.Equal(1, await RunEverywhereAsync(portal));

        await portal.SaveAsync(context => context.DailyRuns.RemoveRange(context.DailyRuns));

        Assert.Equal(1, await RunEverywhereAsync(portal));
    }

    [Fact]
    public async Task RunAsync_PortalWasKilledAtIt_AnotherTakesItUpAfterTheLease()
    {
        await using var portal = await TestPortal.StartAsync();
        var now = portal.Clock.GetUtcNow();
        var turn = new DailyTurn(new Guid("00000000-0000-4000-8000-000000000001"), new DateOnly(2027, 3, 1));
        Assert.Null(await portal.Get<IBookingWriter>().ApplyAsync(new WritePlan([new ClaimDailyRun(turn, now, now.AddMinutes(10))])));

        Assert.Null(await RunAsync(portal));
        portal.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.NotNull(await RunAsync(portal));
    }

    [Fact]
    public async Task RunAsync_IsStopped_LetsItGoAndDoesItNextTime()
    {
        await using var portal = await TestPortal.StartAsync();
        using var stopping = new CancellationTokenSource();
        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => portal.Get<DailyJob>().RunAsync(stopping.Token));

        Assert.NotNull(await RunAsync(portal));
    }

    [Fact]
    public async Task RunAsync_AnswersOfRequestIds_GoAfterSevenDaysUnlessTheyWait()
    {
        await using var portal = await TestPortal.StartAsync();
        var now = portal.Clock.GetUtcNow();
        await portal.SaveAsync(context =>
        {
            context.AddRange(Enumerable.Range(0, 1_200).Select(number => Answer($"old-{number}", now.AddDays(-7).AddSeconds(-1))));
            context.AddRange(Answer("young", now.AddDays(-7)), Answer("waits", now.AddDays(-30), pending: true));
        });

        Assert.Equal(3, (await RunAsync(portal))!.AnswersRemoved);

        Assert.Equal(["waits", "young"], await portal.ReadAsync(
            context => context.StoredAnswers.Select(answer => answer.RequestId).Order().ToListAsync()));
    }

    [Fact]
    public async Task RunAsync_SessionsOfWhichNobodyAsksAnyMore_Go()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.World.AddJobCentresAsync();
        var citizen = await portal.World.AddCitizenAsync();
        var now = portal.Clock.GetUtcNow();
        await portal.SaveAsync(context => context.LogInSessions.AddRange(Session(1, now.AddDays(-30)), Session(2, now.AddDays(-1))));

        await RunAsync(portal);

        Assert.Equal([2], await portal.ReadAsync(context => context.LogInSessions.Select(session => session.IdHash[0]).ToListAsync()));

        LogInSession Session(byte id, DateTimeOffset at) =>
            new() { IdHash = [id], Kind = SubjectKind.Citizen, SubjectId = citizen.Id, BegunAt = at, UsedAt = at };
    }

    private static StoredAnswer Answer(string id, DateTimeOffset at, bool pending = false) => new()
    {
        Client = "test",
        Operation = "CreateBooking",
        RequestId = id,
        PayloadHash = [1],
        AnsweredAt = at,
        Pending = pending,
        Errors = [],
    };

    private static Task<DailyOutcome?> RunAsync(TestPortal portal) => portal.Get<DailyJob>().RunAsync(TestContext.Current.CancellationToken);

    /// <summary>How many of several portals that look at once did the day's work.</summary>
    private static async Task<int> RunEverywhereAsync(TestPortal portal)
    {
        var jobs = Enumerable.Range(0, Portals).Select(_ => ActivatorUtilities.CreateInstance<DailyJob>(portal.Services)).ToList();
        var outcomes = await Task.WhenAll(jobs.Select(job => Task.Run(() => job.RunAsync(TestContext.Current.CancellationToken))));
        return outcomes.Count(outcome => outcome is not null);
    }
}
