using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Sessions;
using BorgerPortal.Tests.Support;
using BorgerPortal.Tests.Support.Remote;
using BorgerPortal.Tests.Support.Statements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BorgerPortal.Tests.Sessions;

public abstract class LogInSessionsTests
{
    public sealed class OnSqlite : LogInSessionsTests;

    public sealed class OnPostgreSql : LogInSessionsTests;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    [Fact]
    public async Task Begin_TwoLogIns_HaveIdsOfTheirOwnThatTheDatabaseDoesNotHold()
    {
        await using var portal = await TestPortal.StartAsync();
        var citizen = await AddCitizenAsync(portal);
        var first = await Of(portal).BeginAsync(SubjectKind.Citizen, citizen.Id);
        var second = await Of(portal).BeginAsync(SubjectKind.Citizen, citizen.Id);

        var rows = await portal.ReadAsync(context => context.LogInSessions.AsNoTracking().ToListAsync());

        Assert.NotEqual(first, second);
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Equal((SubjectKind.Citizen, citizen.Id, null), (row.Kind, row.SubjectId, row.JobCentreCode)));
        Assert.DoesNotContain(rows, row => Convert.ToHexStringLower(row.IdHash) == first || Convert.ToHexStringLower(row.IdHash) == second);
        Assert.Equal("Anna Berg", (await FindAsync(portal, first))!.User.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("' OR 1=1 --")]
    public async Task Find_UnknownId_IsNobodys(string id)
    {
        await using var portal = await TestPortal.StartAsync();
        await Of(portal).BeginAsync(SubjectKind.Citizen, (await AddCitizenAsync(portal)).Id);

        Assert.Null(await FindAsync(portal, id));
    }

    [Fact]
    public async Task Find_CitizenIsGone_IsNobodys()
    {
        await using var portal = await TestPortal.StartAsync();
        var id = await Of(portal).BeginAsync(SubjectKind.Citizen, (await AddCitizenAsync(portal)).Id);
        await portal.SaveAsync(context => context.Citizens.ExecuteDelete());

        Assert.Null(await FindAsync(portal, id));
    }

    [Fact]
    public async Task Find_CaseWorkersSession_IsOfTheCaseWorkerAndNotOfTheCitizenOfThatNumber()
    {
        await using var portal = await TestPortal.StartAsync();
        var citizen = await AddCitizenAsync(portal);
        var worker = await portal.World.AddCaseWorkerAsync("RID-1", TestPortal.Aarhus, CaseWorkerRoles.Reads, CaseWorkerRoles.Books);
        Assert.Equal(citizen.Id, worker.Id);

        var state = await FindAsync(portal, await Of(portal).BeginAsync(SubjectKind.CaseWorker, worker.Id, worker.JobCentreCode));

        Assert.Equal((SubjectKind.CaseWorker, worker.Id, TestPortal.Aarhus), (state!.Session.Kind, state.Session.SubjectId, state.Session.JobCentreCode));
        Assert.Equal("Mette Holm RID-1", state.User.Name);
        Assert.Equal([CaseWorkerRoles.Reads, CaseWorkerRoles.Books], state.User.Roles);
        Assert.Equal("Jobcenter Aarhus", state.User.JobCentreName);
    }

    [Fact]
    public async Task Find_CaseWorkersRoleIsTakenAway_IsGoneAtOnce()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.World.AddJobCentresAsync();
        var worker = await portal.World.AddCaseWorkerAsync("RID-1");
        var id = await Of(portal).BeginAsync(SubjectKind.CaseWorker, worker.Id, worker.JobCentreCode);

        await portal.SaveAsync(context => context.CaseWorkers.Single().Roles = [CaseWorkerRoles.Reads]);
        Assert.Equal([CaseWorkerRoles.Reads], (await FindAsync(portal, id))!.User.Roles);
        await portal.SaveAsync(context => context.CaseWorkers.Single().Roles = []);
        Assert.Empty((await FindAsync(portal, id))!.User.Roles);
    }

    [Fact]
    public async Task Find_CaseWorkerIsGoneOrAtAnotherJobCentre_IsNobodys()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.World.AddJobCentresAsync();
        var worker = await portal.World.AddCaseWorkerAsync("RID-1");
        var id = await Of(portal).BeginAsync(SubjectKind.CaseWorker, worker.Id, worker.JobCentreCode);

        await portal.SaveAsync(context => context.CaseWorkers.Single().JobCentreCode = TestPortal.Odense);
        Assert.Null(await FindAsync(portal, id));
        await portal.SaveAsync(context => context.CaseWorkers.ExecuteDelete());
        Assert.Null(await FindAsync(portal, id));
    }

    /// <summary>An idle time is a length of time: neither midnight nor a change of clocks makes it longer or shorter.</summary>
    [Theory]
    [InlineData("2027-03-01T10:00:00+01:00")]
    [InlineData("2027-03-01T23:59:00+01:00")]
    [InlineData("2027-12-31T23:59:59+01:00")]
    [InlineData("2027-03-28T01:45:00+01:00")]
    [InlineData("2027-10-31T02:45:00+02:00")]
    [InlineData("2027-10-31T02:45:00+01:00")]
    public async Task Find_IdleForHalfAnHour_EndsThenAndNotASecondEarlier(string begun)
    {
        await using var portal = await TestPortal.StartAsync(DateTimeOffset.Parse(begun, System.Globalization.CultureInfo.InvariantCulture));
        var id = await Of(portal).BeginAsync(SubjectKind.Citizen, (await AddCitizenAsync(portal)).Id);

        portal.Clock.Advance(Idle - Second);
        var before = await FindAsync(portal, id);
        portal.Clock.Advance(Second);
        var after = await FindAsync(portal, id);

        Assert.Equal((null, Second, true), (before!.Ended, before.Left, before.CanBeProlonged));
        Assert.Equal((SessionEnd.Idle, TimeSpan.Zero), (after!.Ended, after.Left));
        var row = await ReadAsync(portal);
        Assert.Equal((SessionEnd.Idle, portal.Clock.GetUtcNow()), (row.EndReason, row.EndedAt!.Value));
    }

    [Fact]
    public async Task Use_AgainAndAgain_HoldsUntilTheLongestTimeAndNoLonger()
    {
        await using var portal = await TestPortal.StartAsync();
        var id = await Of(portal).BeginAsync(SubjectKind.Citizen, (await AddCitizenAsync(portal)).Id);
        for (var minutes = 20; minutes < 8 * 60; minutes += 20)
        {
            portal.Clock.Advance(TimeSpan.FromMinutes(20));
            await Of(portal).UseAsync((await FindAsync(portal, id))!);
        }

        var last = await FindAsync(portal, id);
        portal.Clock.Advance(last!.Left);

        Assert.Equal((null, TimeSpan.FromMinutes(20), false), (last.Ended, last.Left, last.CanBeProlonged));
        Assert.Equal(SessionEnd.TooLong, (await FindAsync(portal, id))!.Ended);
    }

    [Fact]
    public async Task Use_WithinAMinute_IsWrittenOnce()
    {
        using var log = new StatementLog();
        await using var portal = await TestPortal.StartAsync(configure: log.Listen);
        var id = await Of(portal).BeginAsync(SubjectKind.Citizen, (await AddCitizenAsync(portal)).Id);
        portal.Clock.Advance(LogInSessions.UsePause);
        log.Clear();

        for (var use = 0; use < 6; use++)
        {
            await Of(portal).UseAsync((await FindAsync(portal, id))!);
            portal.Clock.Advance(LogInSessions.UsePause / 6 - Second);
        }

        Assert.Single(log.All, sql => sql.StartsWith("UPDATE log_in_sessions SET used_at", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Use_EndedByAnotherPortalMeanwhile_StaysEnded()
    {
        await using var portal = await TestPortal.StartAsync();
        var id = await Of(portal).BeginAsync(SubjectKind.Citizen, (await AddCitizenAsync(portal)).Id);
        portal.Clock.Advance(LogInSessions.UsePause);
        var seen = await FindAsync(portal, id);

        await Of(portal).EndAsync(seen!.Session.IdHash, SessionEnd.LoggedOff);
        await Of(portal).UseAsync(seen);
        await Of(portal).EndAsync(seen.Session.IdHash, SessionEnd.Idle);

        Assert.Equal(SessionEnd.LoggedOff, (await FindAsync(portal, id))!.Ended);
        Assert.NotEqual(portal.Clock.GetUtcNow(), (await ReadAsync(portal)).UsedAt);
    }

    /// <summary>One portal finds it idle while its user does something at another.</summary>
    [Fact]
    public async Task EndSession_UsedAfterItWasFoundIdle_Stands()
    {
        await using var portal = await TestPortal.StartAsync();
        var id = await Of(portal).BeginAsync(SubjectKind.Citizen, (await AddCitizenAsync(portal)).Id);
        var before = (await ReadAsync(portal)).UsedAt;
        portal.Clock.Advance(LogInSessions.UsePause);
        var used = await Of(portal).UseAsync((await FindAsync(portal, id))!);

        await portal.Get<IBookingWriter>().ApplyAsync(
            new WritePlan([new EndSession(used.Session.IdHash, portal.Clock.GetUtcNow(), SessionEnd.Idle, LastUse: before)]));

        Assert.Null((await FindAsync(portal, id))!.Ended);
    }

    /// <summary>An import keeps everything from being written for minutes: whoever only looks must not lose the page for that.</summary>
    [Fact]
    public async Task Use_NothingCanBeWritten_GoesOnWithTheTimeThatWasLeft()
    {
        await using var portal = await TestPortal.StartAsync(configure: services => services.WrapWriter(inner => new FailingWriter(inner)));
        var id = await Of(portal).BeginAsync(SubjectKind.Citizen, (await AddCitizenAsync(portal)).Id);
        portal.Clock.Advance(TimeSpan.FromMinutes(20));
        portal.Get<FailingWriter>().IsDown = true;

        var used = await Of(portal).UseAsync((await FindAsync(portal, id))!);
        portal.Clock.Advance(used.Left);

        Assert.Equal((null, TimeSpan.FromMinutes(10)), (used.Ended, used.Left));
        Assert.Equal(SessionEnd.Idle, (await FindAsync(portal, id))!.Ended);
    }

    [Fact]
    public async Task DeleteOld_AWeekAfterTheLongestTime_KeepsTheYounger()
    {
        await using var portal = await TestPortal.StartAsync();
        var citizen = await AddCitizenAsync(portal);
        var now = portal.Clock.GetUtcNow();
        var oldest = now - TimeSpan.FromHours(8) - LogInSessions.KeptFor;
        await portal.SaveAsync(context => context.LogInSessions.AddRange(
            Enumerable.Range(0, 2500).Select(number => new LogInSession
            {
                IdHash = BitConverter.GetBytes(number),
                Kind = SubjectKind.Citizen,
                SubjectId = citizen.Id,
                BegunAt = number == 0 ? oldest : oldest - (Second * number),
                UsedAt = now,
            })));

        await Of(portal).DeleteOldAsync(TestContext.Current.CancellationToken);

        Assert.Equal(oldest, (await ReadAsync(portal)).BegunAt);
    }

    [Fact]
    public async Task Session_EveryStatement_GoesByAnIndex()
    {
        using var log = new StatementLog();
        await using var portal = await TestPortal.StartAsync(configure: log.Listen);
        var id = await Of(portal).BeginAsync(SubjectKind.Citizen, (await AddCitizenAsync(portal)).Id);
        log.Clear();

        portal.Clock.Advance(LogInSessions.UsePause);
        await Of(portal).UseAsync((await FindAsync(portal, id))!);
        portal.Clock.Advance(Idle);
        await FindAsync(portal, id);
        await Of(portal).DeleteOldAsync(TestContext.Current.CancellationToken);

        Assert.Equal(4, log.All.Distinct(StringComparer.Ordinal).Count());
        Assert.Empty(await QueryPlans.WholeTablesAsync(portal.Services, log.All, log.Lengths.Keys));
    }

    private static LogInSessions Of(TestPortal portal) => portal.Services.GetRequiredService<LogInSessions>();

    private static Task<SessionState?> FindAsync(TestPortal portal, string id) => Of(portal).FindAsync(id, TestContext.Current.CancellationToken);

    private static Task<LogInSession> ReadAsync(TestPortal portal) => portal.ReadAsync(context => context.LogInSessions.AsNoTracking().SingleAsync());

    private static async Task<Citizen> AddCitizenAsync(TestPortal portal)
    {
        await portal.World.AddJobCentresAsync();
        return await portal.World.AddCitizenAsync();
    }
}
