using System.Text;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Scenarios;
using BorgerPortal.Domain.Security;
using BorgerPortal.Tests.Support;
using BorgerPortal.Tests.Support.Databases;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace BorgerPortal.Tests.Scenarios;

/// <summary>An export is of one state of the database, or it fails.</summary>
public abstract class ScenarioExporterStateTests
{
    public sealed class OnSqlite : ScenarioExporterStateTests;

    public sealed class OnPostgreSql : ScenarioExporterStateTests
    {
        [Fact]
        public async Task Export_ServerEndsTheConnection_FailsAndDoesNotGoOnWithAnotherState()
        {
            await using var portal = await TestPortal.StartAsync();
            await portal.LoadAsync();

            var lost = await Assert.ThrowsAsync<BookingStoreUnavailableException>(() => ExportAsync(portal, () => EndOthers(portal)));

            Assert.Equal("The PostgreSQL database cannot be used at the moment.", lost.Message);
        }

        [Fact]
        public async Task Read_ServerEndsTheConnection_IsAskedAgain()
        {
            await using var portal = await TestPortal.StartAsync();
            await portal.LoadAsync();

            Assert.Equal(1, await portal.ReadAsync(context =>
            {
                EndOthers(portal);
                return context.Bookings.CountAsync();
            }));
        }

        private static void EndOthers(TestPortal portal)
        {
            using var other = new NpgsqlConnection(((PostgreSqlTestDatabase)portal.Database).ConnectionString + ";Pooling=false");
            other.Open();
            using var end = new NpgsqlCommand(
                "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", other);
            end.ExecuteNonQuery();
        }
    }

    [Fact]
    public async Task Export_ChangedMeanwhile_IsOfTheStateAtItsBeginning()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.LoadAsync();
        var before = await portal.ExportAsync();

        var meanwhile = await ExportAsync(portal, () => portal.SaveAsync(context =>
        {
            context.Timeslots.Single().ContactTypes = [7];
            context.Bookings.Single().Accepted = true;
        }).GetAwaiter().GetResult());

        Assert.Equal(before, meanwhile);
        Assert.NotEqual(before, await portal.ExportAsync());
    }

    [Fact]
    public async Task Export_ConnectionLostBetweenTwoQuestions_Fails()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.LoadAsync();
        var contexts = new KnownContexts(portal.Get<IDbContextFactory<BookingDbContext>>());

        var lost = await Assert.ThrowsAsync<BookingStoreUnavailableException>(() => ExportAsync(portal, () => contexts.Last!.Database.GetDbConnection().Close(), contexts));

        Assert.Contains("not of one state", lost.Message, StringComparison.Ordinal);
    }

    /// <summary>Exports, and does something once after the citizens.</summary>
    private static async Task<string> ExportAsync(TestPortal portal, Action afterCitizens, IDbContextFactory<BookingDbContext>? contexts = null)
    {
        var exporter = new ScenarioExporter(contexts ?? portal.Get<IDbContextFactory<BookingDbContext>>(), portal.Get<PersonnummerVault>());
        using var stream = new MemoryStream();
        await exporter.ExportAsync(stream, new Once(afterCitizens), TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private sealed class Once(Action act) : IProgress<ScenarioProgress>
    {
        private bool _isDone;

        public void Report(ScenarioProgress value)
        {
            if (!_isDone)
            {
                _isDone = true;
                act();
            }
        }
    }

    private sealed class KnownContexts(IDbContextFactory<BookingDbContext> inner) : IDbContextFactory<BookingDbContext>
    {
        public BookingDbContext? Last { get; private set; }

        public BookingDbContext CreateDbContext() => Last = inner.CreateDbContext();
    }
}
