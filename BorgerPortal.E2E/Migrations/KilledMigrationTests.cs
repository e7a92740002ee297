using BorgerPortal.E2E.Durability;
using BorgerPortal.E2E.Support;
using BorgerPortal.Tests.Support;
using BorgerPortal.Tests.Support.Databases;
using Npgsql;
using Xunit;

namespace BorgerPortal.E2E.Migrations;

/// <summary>A migration is killed half-way, and the next one finishes what it left.</summary>
public sealed class KilledMigrationTests
{
    private readonly CancellationToken _cancelled = TestContext.Current.CancellationToken;

    /// <summary>The further the file has grown, the further the migration has come.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(100_000)]
    [InlineData(200_000)]
    public async Task Sqlite_KilledAsItsFileGrows_StartsAgain(long bytes)
    {
        using var folder = new TempFolder();
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Data__Directory"] = folder.Path("data"),
            ["Planner__Scenario"] = "",
        };
        await using (var killed = PortalProcess.Begin("migrate", settings))
        {
            var log = new FileInfo(folder.Path("data", "borgerportal.db-wal"));
            while (!killed.HasEnded && !(log.Exists && log.Length >= bytes))
            {
                log.Refresh();
            }

            await killed.KillAsync();
        }

        await using var portal = await PortalProcess.StartAsync(settings, traceTo: null, _cancelled);
        using var page = await portal.Http.GetAsync(new Uri("/", UriKind.Relative), _cancelled);
        Assert.True(page.IsSuccessStatusCode, $"{page.StatusCode}");
    }

    /// <summary>Somebody else makes the same table first, and holds the migration up in the middle of its work.</summary>
    [Theory]
    [InlineData("CREATE TABLE bookings (id text)")]
    [InlineData("CREATE TABLE timeslot_case_workers (id text)")]
    public async Task PostgreSql_KilledBetweenTwoTables_IsFinishedByTheNext(string obstacle)
    {
        if (PostgreSqlServer.Programs is null)
        {
            Requirement.Missing(PostgreSqlServer.HowToGetIt);
        }

        using var folder = new TempFolder();
        using var server = PostgreSqlServer.Start(isDurable: false);
        var database = server.CreateDatabase();
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Data__Directory"] = folder.Path("data"),
            ["Planner__Scenario"] = "",
            ["Database__Provider"] = "PostgreSql",
            ["ConnectionStrings__BorgerPortal"] = database,
        };
        await using var other = new NpgsqlConnection(database);
        await other.OpenAsync(_cancelled);
        await using (var transaction = await other.BeginTransactionAsync(_cancelled))
        {
            await using var obstruct = new NpgsqlCommand(obstacle, other);
            await obstruct.ExecuteNonQueryAsync(_cancelled);
            await using var killed = PortalProcess.Begin("migrate", settings);
            await UntilItWaitsAsync(database, killed);
            await killed.KillAsync();
            await transaction.RollbackAsync(_cancelled);
        }

        var next = await PortalProcess.RunAsync("migrate", settings, _cancelled);

        Assert.True(next.ExitCode == 0, next.Output);
        await using var portal = await PortalProcess.StartAsync(settings, traceTo: null, _cancelled);
    }

    private async Task UntilItWaitsAsync(string database, PortalProcess portal)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(_cancelled);
        await using var waits = new NpgsqlCommand(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'", connection);
        while ((long)(await waits.ExecuteScalarAsync(_cancelled))! == 0)
        {
            Assert.False(portal.HasEnded, "The migration was to be held up, and has ended.");
        }
    }
}
