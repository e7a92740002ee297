using System.Data.Common;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace BorgerPortal.Tests.Persistence;

/// <summary>What the database refuses, whoever writes: here beside a meeting of 45 minutes.</summary>
public abstract class GuardsTests
{
    public sealed class OnSqlite : GuardsTests;

    public sealed class OnPostgreSql : GuardsTests;

    private static readonly DateTimeOffset Start = World.Danish(2027, 3, 8, 9);
    private static readonly Guid Meeting = new("00000000-0000-4000-8000-000000000001");
    private static readonly Guid Another = new("00000000-0000-4000-8000-000000000002");

    [Theory]
    [InlineData(-45, 0, null)]
    [InlineData(45, 90, null)]
    [InlineData(44, 90, WriteRefusal.SeatTaken)]
    [InlineData(-45, 1, WriteRefusal.SeatTaken)]
    [InlineData(-10, 100, WriteRefusal.SeatTaken)]
    [InlineData(10, 20, WriteRefusal.SeatTaken)]
    [InlineData(0, 45, WriteRefusal.SeatTaken)]
    [InlineData(200, 200, WriteRefusal.SeatTaken)]
    [InlineData(200, 199, WriteRefusal.SeatTaken)]
    [InlineData(200, 1640, null)]
    [InlineData(200, 1641, WriteRefusal.SeatTaken)]
    public async Task Occupancies_InsertOfAnotherSession_IsRefusedWhereItOverlapsOrHasNoProperLength(int from, int to, WriteRefusal? refusal)
    {
        await using var portal = await TestPortal.StartAsync();
        var worker = await OccupyAsync(portal);

        Assert.Equal(refusal, await InsertAsync(portal, worker, from, to, Another));
    }

    [Fact]
    public async Task Occupancies_InsertOfTheSameSession_MayOverlap()
    {
        await using var portal = await TestPortal.StartAsync();
        var worker = await OccupyAsync(portal);

        Assert.Null(await InsertAsync(portal, worker, 15, 60, Meeting));
    }

    [Fact]
    public async Task Occupancies_InsertForAnotherCaseWorker_MayOverlap()
    {
        await using var portal = await TestPortal.StartAsync();
        await OccupyAsync(portal);
        var other = await portal.World.AddCaseWorkerAsync("RID-2");

        Assert.Null(await InsertAsync(portal, other.Id, 0, 45, Another));
    }

    [Theory]
    [InlineData(0, 46)]
    [InlineData(-1, 45)]
    [InlineData(0, 0)]
    public async Task Occupancies_UpdateIntoAnotherSessionOrToNoLength_IsRefused(int from, int to)
    {
        await using var portal = await TestPortal.StartAsync();
        var worker = await OccupyAsync(portal);
        await InsertAsync(portal, worker, 45, 90, Another);
        await InsertAsync(portal, worker, -45, 0, Another);

        var refusal = await Assert.ThrowsAnyAsync<DbException>(() => portal.Get<IBookingWriter>().RunAloneAsync(
            (context, cancellationToken) => context.Occupancies.Where(piece => piece.Session == Meeting).ExecuteUpdateAsync(
                set => set.SetProperty(piece => piece.Start, Start.AddMinutes(from)).SetProperty(piece => piece.End, Start.AddMinutes(to)),
                cancellationToken),
            TestContext.Current.CancellationToken));

        Assert.True(
            refusal is SqliteException { SqliteExtendedErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT_TRIGGER }
                or PostgresException { SqlState: PostgresErrorCodes.ExclusionViolation or PostgresErrorCodes.CheckViolation },
            refusal.Message);
    }

    [Fact]
    public async Task TakeGroupSeat_LastSeatIsTaken_IsRefused()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.World.AddJobCentresAsync();
        var worker = await portal.World.AddCaseWorkerAsync("RID-1");
        var option = await portal.World.AddOptionAsync([worker], option => option.InterviewFormType = Domain.Planner.InterviewFormType.Group);
        var timeslot = await portal.World.AddTimeslotAsync(option, Start, [worker], seats: 1);
        var writer = portal.Get<IBookingWriter>();

        Assert.Null(await writer.ApplyAsync(new WritePlan([new TakeGroupSeat(timeslot.Id)])));
        Assert.Equal(WriteRefusal.SeatTaken, await writer.ApplyAsync(new WritePlan([new TakeGroupSeat(timeslot.Id)])));
    }

    /// <summary>A caseworker with a meeting from <see cref="Start"/>.</summary>
    private static async Task<long> OccupyAsync(TestPortal portal)
    {
        await portal.World.AddJobCentresAsync();
        var worker = await portal.World.AddCaseWorkerAsync("RID-1");
        Assert.Null(await InsertAsync(portal, worker.Id, 0, 45, Meeting));
        return worker.Id;
    }

    private static Task<WriteRefusal?> InsertAsync(TestPortal portal, long worker, int from, int to, Guid session) =>
        portal.Get<IBookingWriter>().ApplyAsync(
            new WritePlan([new OccupyCaseWorker(worker, Start.AddMinutes(from), Start.AddMinutes(to), session)]));
}
