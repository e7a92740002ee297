using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.PostgreSql;
using BorgerPortal.Domain.Persistence.Queries;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Tests.Support;
using BorgerPortal.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace BorgerPortal.Tests.Persistence;

/// <summary>What is PostgreSQL's own: plans that run at once, and connections that break. The rest is in <see cref="BookingWriterTests"/>.</summary>
public abstract class PostgreSqlBookingWriterTests
{
    public sealed class OnPostgreSql : PostgreSqlBookingWriterTests;

    [Fact]
    public async Task ApplyAsync_LosesADeadlock_IsWrittenInTheEnd()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.World.AddJobCentresAsync();
        var (first, second) = (await portal.World.AddCitizenAsync(), await portal.World.AddCitizenAsync());
        await using var other = await ConnectAsync(portal);

        // The other one never gives in, so the plan is the one that is thrown out.
        await ExecuteAsync(other, "SET deadlock_timeout = '10min'; BEGIN");
        await ExecuteAsync(other, $"UPDATE citizens SET version = version WHERE id = {second.Id}");
        var plan = portal.Get<IBookingWriter>().ApplyAsync(
            new WritePlan([new ExpectCitizen(first.Id, first.Version), new ExpectCitizen(second.Id, second.Version)]));
        await UntilSomebodyWaitsAsync(other);
        await ExecuteAsync(other, $"UPDATE citizens SET version = version WHERE id = {first.Id}");
        await ExecuteAsync(other, "COMMIT");

        Assert.Null(await plan);
        Assert.Equal(
            [first.Version + 1, second.Version + 1],
            await portal.ReadAsync(context => context.Citizens.OrderBy(citizen => citizen.Id).Select(citizen => citizen.Version).ToListAsync()));
    }

    [Fact]
    public async Task EveryRoad_ConnectionsWereCut_GoesOnWithoutAnError()
    {
        await using var portal = await TestPortal.StartAsync();
        await WriteAndReadAsync(portal);
        await using var other = await ConnectAsync(portal);

        await ExecuteAsync(other, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");

        await WriteAndReadAsync(portal);
        Assert.Equal(2, await portal.ReadAsync(context => context.AuditEntries.CountAsync()));
    }

    [Fact]
    public async Task EveryRoad_ServerIsAwayAndComesBack_SaysSoMeanwhileAndThenGoesOn()
    {
        using var server = PostgreSqlServer.Start(isDurable: false);
        await using var portal = await TestPortal.StartAsync(database: new PostgreSqlTestDatabase(server));
        await WriteAndReadAsync(portal);

        server.Stop();
        await Assert.ThrowsAsync<BookingStoreUnavailableException>(() => WriteAsync(portal));
        await Assert.ThrowsAsync<BookingStoreUnavailableException>(() => AskAsync(portal));
        await Assert.ThrowsAsync<BookingStoreUnavailableException>(() => portal.ReadAsync(context => context.AuditEntries.CountAsync()));
        await Assert.ThrowsAsync<BookingStoreUnavailableException>(() => portal.SaveAsync(context => context.AuditEntries.Add(Entry())));

        server.StartAgain();
        await WriteAndReadAsync(portal);
        Assert.Equal(2, await portal.ReadAsync(context => context.AuditEntries.CountAsync()));
    }

    [Fact]
    public async Task ApplyAsync_MoreAtOnceThanConnections_AllAreWritten()
    {
        await using var portal = await TestPortal.StartAsync();
        var writer = portal.Get<IBookingWriter>();

        Assert.All(await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => writer.ApplyAsync(new WritePlan([new WriteAudit(Entry())])))), Assert.Null);

        Assert.Equal(500, await portal.ReadAsync(context => context.AuditEntries.CountAsync()));
    }

    /// <summary>An import can take minutes: whoever wants to book meanwhile must be told so, and whoever wants to look must not wait behind them.</summary>
    [Fact]
    public async Task ApplyAsync_ALargerChangeIsUnderWay_SaysSoMeanwhileAndThenGoesOn()
    {
        await using var portal = await TestPortal.StartAsync(database: new PostgreSqlTestDatabase { Options = "-c lock_timeout=100ms" });
        await using var import = await ConnectAsync(portal);
        await PostgreSqlGate.TakeForMigrationAsync(import, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        var refused = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => RefusalAsync(portal)));

        Assert.All(refused, exception => Assert.IsType<BookingStoreUnavailableException>(exception));
        Assert.Null(await AskAsync(portal));
        Assert.Equal(0, await portal.ReadAsync(context => context.AuditEntries.CountAsync()));

        await ExecuteAsync(import, "SELECT pg_advisory_unlock_all()");
        await WriteAndReadAsync(portal);
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => WriteAsync(portal))), Assert.Null);
        Assert.Equal(101, await portal.ReadAsync(context => context.AuditEntries.CountAsync()));
    }

    /// <summary>Five hundred plans that each waited at the gate, a few at a time, would have one behind them wait for minutes.</summary>
    [Fact]
    public async Task ApplyAsync_ALargerChangeIsUnderWay_OneAtMostWaitsForItsEnd()
    {
        await using var portal = await TestPortal.StartAsync(database: new PostgreSqlTestDatabase { Options = "-c lock_timeout=100ms" });
        await using var import = await ConnectAsync(portal);
        await PostgreSqlGate.TakeForMigrationAsync(import, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<BookingStoreUnavailableException>(() => WriteAsync(portal));

        var plans = Enumerable.Range(0, 500).Select(_ => RefusalAsync(portal)).ToList();

        Assert.InRange(plans.Count(plan => !plan.IsCompleted), 0, 1);
        Assert.DoesNotContain(null, await Task.WhenAll(plans));
    }

    private static async Task WriteAndReadAsync(TestPortal portal)
    {
        Assert.Null(await WriteAsync(portal));
        Assert.Null(await AskAsync(portal));
        Assert.NotEqual(0, await portal.ReadAsync(context => context.AuditEntries.CountAsync()));
    }

    private static Task<WriteRefusal?> WriteAsync(TestPortal portal) =>
        portal.Get<IBookingWriter>().ApplyAsync(new WritePlan([new WriteAudit(Entry())]));

    private static Task<Exception?> RefusalAsync(TestPortal portal) => Record.ExceptionAsync(() => WriteAsync(portal)).AsTask();

    private static Task<long?> AskAsync(TestPortal portal) =>
        portal.Get<IBookingReader>().ReadAsync(new FindCitizen(new CitizenKey(1, [])), TestContext.Current.CancellationToken).AsTask();

    private static AuditEntry Entry() =>
        new() { At = World.Danish(2027, 3, 8, 9), ActorKind = ActorKind.System, Operation = "test", Codes = [] };

    private static async Task<NpgsqlConnection> ConnectAsync(TestPortal portal)
    {
        var connection = new NpgsqlConnection(((PostgreSqlTestDatabase)portal.Database).ConnectionString + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task UntilSomebodyWaitsAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            "SELECT pg_stat_clear_snapshot(); SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'", connection);
        while (true)
        {
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            await reader.NextResultAsync(TestContext.Current.CancellationToken);
            await reader.ReadAsync(TestContext.Current.CancellationToken);
            if (reader.GetInt64(0) > 0)
            {
                return;
            }
        }
    }
}
