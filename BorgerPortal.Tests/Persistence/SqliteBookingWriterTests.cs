using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Queries;
using BorgerPortal.Domain.Persistence.Sqlite;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Tests.Support;
using BorgerPortal.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace BorgerPortal.Tests.Persistence;

/// <summary>What is SQLite's own: plans that have gathered share a commit. The rest is in <see cref="BookingWriterTests"/>.</summary>
public sealed class SqliteBookingWriterTests
{
    private static readonly DateTimeOffset Start = World.Danish(2027, 3, 8, 9);

    [Fact]
    public async Task ApplyAsync_OnePlanOfAGroupIsRefused_LeavesTheOthersUntouched()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.World.AddJobCentresAsync();
        var worker = await portal.World.AddCaseWorkerAsync("RID-1");

        var refusals = await ApplyTogetherAsync(
            portal,
            new WritePlan([Occupy(worker.Id, Start, 1), Audit("first")]),
            new WritePlan([Audit("refused"), Occupy(worker.Id, Start.AddMinutes(15), 2), Audit("never reached")]),
            new WritePlan([Occupy(worker.Id, Start.AddHours(1), 3), Audit("last")]));

        Assert.Equal([null, WriteRefusal.SeatTaken, null], refusals.Select(refusal => refusal.Result));
        Assert.Equal([Session(1), Session(3)], await SessionsAsync(portal));
        Assert.Equal(["first", "last"], await AuditsAsync(portal));
    }

    [Fact]
    public async Task ApplyAsync_OnePlanOfAGroupRefersToNothing_FailsThatPlanAlone()
    {
        await using var portal = await TestPortal.StartAsync();

        var answers = await ApplyTogetherAsync(
            portal, new WritePlan([Audit("first")]), new WritePlan([Audit("lost"), Occupy(caseWorker: 999, Start, 1)]), new WritePlan([Audit("last")]));

        Assert.Equal([false, true, false], answers.Select(answer => answer.IsFaulted));
        Assert.Equal(["first", "last"], await AuditsAsync(portal));
    }

    [Fact]
    public async Task ApplyAsync_CommitFails_FailsEveryPlanOfTheGroupAndWritesNone()
    {
        await using var portal = await TestPortal.StartAsync();

        var answers = await ApplyTogetherAsync(
            portal, new WritePlan([Audit("first")]), new WritePlan([new BrokenAtCommit()]), new WritePlan([Audit("last")]));

        Assert.All(answers, answer => Assert.IsType<BookingStoreUnavailableException>(answer.Exception?.InnerException));
        Assert.Empty(await AuditsAsync(portal));
    }

    [Fact]
    public async Task ApplyAsync_AfterAFailedCommit_WritesAgain()
    {
        await using var portal = await TestPortal.StartAsync();
        var writer = portal.Get<IBookingWriter>();
        await Assert.ThrowsAsync<BookingStoreUnavailableException>(() => writer.ApplyAsync(new WritePlan([new BrokenAtCommit()])));

        Assert.Null(await writer.ApplyAsync(new WritePlan([Audit("after")])));

        Assert.Equal(["after"], await AuditsAsync(portal));
    }

    [Fact]
    public async Task DisposeAsync_PlansInTheQueue_AreWrittenFirst()
    {
        await using var portal = await TestPortal.StartAsync();
        var writer = new SqliteBookingWriter(SettingsOf(portal), NullLogger<SqliteBookingWriter>.Instance);
        var answers = Enumerable.Range(0, 300).Select(number => writer.ApplyAsync(new WritePlan([Audit($"{number:D3}")]))).ToList();

        await writer.DisposeAsync();

        Assert.All(await Task.WhenAll(answers), Assert.Null);
        Assert.Equal(Enumerable.Range(0, 300).Select(number => $"{number:D3}"), await AuditsAsync(portal));
    }

    [Fact]
    public async Task DisposeAsync_OthersHaveTheFileOpen_LeavesEverythingInTheFileItself()
    {
        await using var portal = await TestPortal.StartAsync();
        await AuditsAsync(portal);
        await portal.Get<IBookingReader>().ReadAsync(new FindCitizen(new CitizenKey(1, [])), TestContext.Current.CancellationToken);
        var writer = new SqliteBookingWriter(SettingsOf(portal), NullLogger<SqliteBookingWriter>.Instance);
        await writer.ApplyAsync(new WritePlan([Audit("last")]));

        await writer.DisposeAsync();

        Assert.Equal(0, new FileInfo(SettingsOf(portal).File + "-wal").Length);
    }

    private static SqliteSettings SettingsOf(TestPortal portal) => ((SqliteTestDatabase)portal.Database).File;

    /// <summary>Queues the plans while the writer is busy with something else, so that they share a commit.</summary>
    private static async Task<IReadOnlyList<Task<WriteRefusal?>>> ApplyTogetherAsync(TestPortal portal, params WritePlan[] plans)
    {
        var writer = portal.Get<IBookingWriter>();
        var queued = new TaskCompletionSource();
        var busy = writer.RunAloneAsync(
            async (_, _) =>
            {
                await queued.Task;
                return true;
            },
            CancellationToken.None);
        var answers = plans.Select(writer.ApplyAsync).ToList();
        queued.SetResult();
        await busy;
        await Task.WhenAll(answers.Select(answer => answer.ContinueWith(_ => { }, TaskScheduler.Default)));
        return answers;
    }

    private static OccupyCaseWorker Occupy(long caseWorker, DateTimeOffset start, int session) =>
        new(caseWorker, start, start.AddMinutes(45), Session(session));

    private static Guid Session(int number) => new(number, 0, 0, new byte[8]);

    private static WriteAudit Audit(string operation) => new(Entry(operation));

    private static AuditEntry Entry(string operation) =>
        new() { At = Start, ActorKind = ActorKind.System, Operation = operation, Codes = [] };

    private static Task<List<Guid>> SessionsAsync(TestPortal portal) => portal.ReadAsync(context =>
        context.Occupancies.OrderBy(occupancy => occupancy.Id).Select(occupancy => occupancy.Session).ToListAsync());

    private static Task<List<string>> AuditsAsync(TestPortal portal) => portal.ReadAsync(context =>
        context.AuditEntries.OrderBy(entry => entry.Id).Select(entry => entry.Operation).ToListAsync());

    /// <summary>A row that refers to nothing, which the database is told to notice at the commit only.</summary>
    private sealed record BrokenAtCommit : Write
    {
        public override string Sql => """
            PRAGMA defer_foreign_keys = ON;
            INSERT INTO occupancies (case_worker_id, starts_at, ends_at, session) VALUES (999, 0, 60000, 'nobody')
            """;

        public override WriteRefusal? Refusal => null;

        public override void Bind(IWriteParameters parameters)
        {
        }
    }
}
