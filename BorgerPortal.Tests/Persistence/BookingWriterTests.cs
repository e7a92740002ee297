using System.Data.Common;
using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BorgerPortal.Tests.Persistence;

/// <summary>What every writer promises.</summary>
public abstract class BookingWriterTests
{
    public sealed class OnSqlite : BookingWriterTests;

    public sealed class OnPostgreSql : BookingWriterTests;

    private static readonly DateTimeOffset Start = World.Danish(2027, 3, 8, 9);

    [Fact]
    public async Task ApplyAsync_RowInTheMiddleIsRefused_WritesNothingOfThePlan()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.World.AddJobCentresAsync();
        var worker = await portal.World.AddCaseWorkerAsync("RID-1");
        var writer = portal.Get<IBookingWriter>();

        Assert.Null(await writer.ApplyAsync(new WritePlan([Occupy(worker.Id, Start, 1), Audit("first")])));
        Assert.Equal(
            WriteRefusal.SeatTaken,
            await writer.ApplyAsync(new WritePlan([Audit("refused"), Occupy(worker.Id, Start.AddMinutes(15), 2), Audit("never reached")])));

        Assert.Equal(["first"], await AuditsAsync(portal));
        Assert.Equal(1, await portal.ReadAsync(context => context.Occupancies.CountAsync()));
    }

    [Fact]
    public async Task ApplyAsync_TwoRowsAreRefused_GivesTheFirstReason()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.World.AddJobCentresAsync();
        var worker = await portal.World.AddCaseWorkerAsync("RID-1");
        var citizen = await portal.World.AddCitizenAsync();
        var writer = portal.Get<IBookingWriter>();
        await writer.ApplyAsync(new WritePlan([Occupy(worker.Id, Start, 1)]));

        var stale = new ExpectCitizen(citizen.Id, citizen.Version + 1);
        Assert.Equal(WriteRefusal.Stale, await writer.ApplyAsync(new WritePlan([stale, Occupy(worker.Id, Start, 2)])));
        Assert.Equal(WriteRefusal.SeatTaken, await writer.ApplyAsync(new WritePlan([Occupy(worker.Id, Start, 2), stale])));
        Assert.Equal(WriteRefusal.Stale, await writer.ApplyAsync(new WritePlan([stale, Occupy(caseWorker: 999, Start, 2)])));
    }

    [Fact]
    public async Task ApplyAsync_RowThatRefersToNothing_ThrowsAndWritesNothing()
    {
        await using var portal = await TestPortal.StartAsync();

        await Assert.ThrowsAnyAsync<DbException>(() =>
            portal.Get<IBookingWriter>().ApplyAsync(new WritePlan([Audit("lost"), Occupy(caseWorker: 999, Start, 1)])));

        Assert.Empty(await AuditsAsync(portal));
    }

    [Fact]
    public async Task ApplyAsync_UpdateOfNoRow_IsRefusedAsStale()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.World.AddJobCentresAsync();
        var citizen = await portal.World.AddCitizenAsync();
        var writer = portal.Get<IBookingWriter>();

        Assert.Null(await writer.ApplyAsync(new WritePlan([new ExpectCitizen(citizen.Id, citizen.Version)])));
        Assert.Equal(WriteRefusal.Stale, await writer.ApplyAsync(new WritePlan([new ExpectCitizen(citizen.Id, citizen.Version)])));
    }

    [Fact]
    public async Task RunAloneAsync_WorkThrows_RollsBackAndDoesNotBlockTheQueue()
    {
        await using var portal = await TestPortal.StartAsync();
        var writer = portal.Get<IBookingWriter>();

        await Assert.ThrowsAsync<InvalidOperationException>(() => writer.RunAloneAsync<int>(
            async (context, cancellationToken) =>
            {
                context.AuditEntries.Add(Entry("rolled back"));
                await context.SaveChangesAsync(cancellationToken);
                throw new InvalidOperationException("The import has a fault.");
            },
            TestContext.Current.CancellationToken));

        Assert.Null(await writer.ApplyAsync(new WritePlan([Audit("after")])));
        Assert.Equal(["after"], await AuditsAsync(portal));
    }

    [Fact]
    public async Task RunAloneAsync_WorkReturns_CommitsAndGivesItsResult()
    {
        await using var portal = await TestPortal.StartAsync();

        var written = await portal.SaveAsync(context => context.AuditEntries.Add(Entry("imported")));

        Assert.Equal(1, written);
        Assert.Equal(["imported"], await AuditsAsync(portal));
    }

    [Fact]
    public async Task ApplyAsync_OfferHasChanged_IsRefusedAsStale()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.World.AddJobCentresAsync();
        var option = await portal.World.AddOptionAsync([]);
        var writer = portal.Get<IBookingWriter>();

        Assert.Null(await writer.ApplyAsync(new WritePlan([new ExpectOption(option.Id, option.Version), Audit("as decided")])));
        Assert.Equal(
            WriteRefusal.Stale, await writer.ApplyAsync(new WritePlan([new ExpectOption(option.Id, option.Version + 1), Audit("otherwise")])));

        Assert.Equal(["as decided"], await AuditsAsync(portal));
    }

    [Fact]
    public async Task RunAloneAsync_PlansCome_AreWrittenAfterIt()
    {
        await using var portal = await TestPortal.StartAsync();
        var writer = portal.Get<IBookingWriter>();
        var begun = new TaskCompletionSource();
        var mayEnd = new TaskCompletionSource();
        var alone = writer.RunAloneAsync(
            async (context, cancellationToken) =>
            {
                begun.SetResult();
                await mayEnd.Task.WaitAsync(cancellationToken);
                context.AuditEntries.Add(Entry("alone"));
                return await context.SaveChangesAsync(cancellationToken);
            },
            TestContext.Current.CancellationToken);
        await begun.Task;

        var plans = Enumerable.Range(0, 20).Select(_ => writer.ApplyAsync(new WritePlan([Audit("plan")]))).ToList();
        mayEnd.SetResult();
        await alone;

        Assert.All(await Task.WhenAll(plans), Assert.Null);
        Assert.Equal(["alone", .. Enumerable.Repeat("plan", 20)], await AuditsAsync(portal));
    }

    private static OccupyCaseWorker Occupy(long caseWorker, DateTimeOffset start, int session) =>
        new(caseWorker, start, start.AddMinutes(45), new Guid(session, 0, 0, new byte[8]));

    private static WriteAudit Audit(string operation) => new(Entry(operation));

    private static AuditEntry Entry(string operation) =>
        new() { At = Start, ActorKind = ActorKind.System, Operation = operation, Codes = [] };

    private static Task<List<string>> AuditsAsync(TestPortal portal) => portal.ReadAsync(context =>
        context.AuditEntries.OrderBy(entry => entry.Id).Select(entry => entry.Operation).ToListAsync());
}
