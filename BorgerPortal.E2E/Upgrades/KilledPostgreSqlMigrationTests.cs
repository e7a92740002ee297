using BorgerPortal.Domain.Persistence.PostgreSql;
using BorgerPortal.E2E.Durability;
using BorgerPortal.E2E.Support;
using BorgerPortal.Tests.Persistence.Upgrades;
using BorgerPortal.Tests.Support;
using BorgerPortal.Tests.Support.Databases;
using Npgsql;
using Xunit;

namespace BorgerPortal.E2E.Upgrades;

/// <summary>
/// A migration of a PostgreSQL database is killed at a statement where somebody else holds it up, and the next one
/// finishes what it left.
/// </summary>
public sealed class KilledPostgreSqlMigrationTests : IDisposable
{
    private const string FirstTable = "CREATE TABLE audit_entries (id text)";
    private const string MiddleTable = "CREATE TABLE bookings (id text)";
    private const string LastTable = "CREATE TABLE timeslot_case_workers (id text)";
    private const string FirstGuard = "CREATE TABLE ex_occupancies (id text)";
    private const string MiddleGuard = "CREATE TABLE ux_bookings_citizen_option_start (id text)";
    private const string LastGuard = "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'";
    private const string ChangedTable = "LOCK TABLE occupancies IN ACCESS SHARE MODE";
    private const string TableOfTheNextMigration = "CREATE TABLE rooms (id text)";
    private const string CommitLock = "SELECT pg_advisory_lock(1)";

    /// <summary>Holds the COMMIT of a migration up for as long as somebody has <see cref="CommitLock"/>.</summary>
    private const string HoldCommit = """
        CREATE TABLE "__EFMigrationsHistory" (migration_id varchar(150) PRIMARY KEY, product_version varchar(32) NOT NULL);
        CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_advisory_xact_lock(1); RETURN NULL; END';
        CREATE CONSTRAINT TRIGGER hold AFTER INSERT ON "__EFMigrationsHistory" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION hold();
        """;

    private static readonly string Kept = Path.Combine(SolutionFolder.Path, "BorgerPortal.Tests", "Persistence", "Released", "0001.sql");

    private readonly CancellationToken _cancelled = TestContext.Current.CancellationToken;
    private readonly TempFolder _folder = new();
    private readonly PostgreSqlServer? _server;

    public KilledPostgreSqlMigrationTests()
    {
        if (PostgreSqlServer.Programs is null)
        {
            Requirement.Missing(PostgreSqlServer.HowToGetIt);
        }

        _server = PostgreSqlServer.Start(isDurable: false);
    }

    private PostgreSqlServer Server => _server!;

    public void Dispose()
    {
        _server?.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task NewDatabase_KilledAtAStatement_IsFinishedByTheNext()
    {
        foreach (var obstacle in (string[])[FirstTable, MiddleTable, LastTable, FirstGuard, MiddleGuard, LastGuard])
        {
            var settings = Settings();
            await KillAsync(settings, obstacle);
            await AssertNextFinishesAsync(settings, obstacle);
        }
    }

    /// <summary>The COMMIT is on its way when its sender is gone: the server carries it out.</summary>
    [Fact]
    public async Task NewDatabase_KilledInItsCommit_IsFinishedByTheNext()
    {
        var settings = Settings();
        await using (var connection = await ConnectAsync(settings))
        {
            await ExecuteAsync(connection, HoldCommit);
        }

        await KillAsync(settings, CommitLock);

        var next = await AssertNextFinishesAsync(settings, "COMMIT");
        Assert.Contains("already", next, StringComparison.Ordinal);
    }

    /// <summary>Two migrations are pending, on rows, and a guard is lost: it is killed in the first, before the second, and among the guards.</summary>
    [Fact]
    public async Task KeptDatabase_KilledInAnUpgrade_IsUpgradedByTheNext()
    {
        foreach (var obstacle in (string[])[ChangedTable, TableOfTheNextMigration, MiddleGuard])
        {
            var settings = Settings();
            var database = settings["ConnectionStrings__BorgerPortal"];
            Server.Run("psql", new NpgsqlConnectionStringBuilder(database).Database!, "-q", "-v", "ON_ERROR_STOP=1", "-f", Kept);
            await using var connection = await ConnectAsync(settings);
            await ExecuteAsync(connection, "DROP INDEX ux_bookings_citizen_option_start");
            var before = await KeptRows.ReadAsync(connection, _cancelled);
            settings.Add(StartupHook.Setting.Key, StartupHook.Setting.Value);

            await KillAsync(settings, obstacle);
            var store = LaterRelease.On(new PostgreSqlSettings(database));
            await store.MigrateAsync(_cancelled);

            await store.OpenAsync(_cancelled);
            Assert.Equal(before, await KeptRows.ReadAsync(connection, _cancelled));
        }
    }

    private async Task KillAsync(Dictionary<string, string> settings, string obstacle)
    {
        await using var other = await ConnectAsync(settings);
        await using var transaction = await other.BeginTransactionAsync(_cancelled);
        await ExecuteAsync(other, obstacle);
        await using var killed = PortalProcess.Begin("migrate", settings);
        await UntilItWaitsAsync(settings, killed, obstacle);
        await killed.KillAsync();
        Assert.True(killed.ExitCode == PortalProcess.Killed, $"{obstacle}: ended with {killed.ExitCode}.");
        await transaction.RollbackAsync(_cancelled);
    }

    private async Task<string> AssertNextFinishesAsync(Dictionary<string, string> settings, string obstacle)
    {
        var next = await PortalProcess.RunAsync("migrate", settings, _cancelled);
        Assert.True(next.ExitCode == 0, $"{obstacle}: {next.Output}");

        // A start refuses another schema and a missing guard.
        await new PostgreSqlStore(new PostgreSqlSettings(settings["ConnectionStrings__BorgerPortal"])).OpenAsync(_cancelled);
        return next.Output;
    }

    private async Task UntilItWaitsAsync(Dictionary<string, string> settings, PortalProcess portal, string obstacle)
    {
        await using var connection = await ConnectAsync(settings);
        await using var waits = new NpgsqlCommand(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'", connection);
        while ((long)(await waits.ExecuteScalarAsync(_cancelled))! == 0)
        {
            Assert.False(portal.HasEnded, $"{obstacle}: the migration was to be held up, and has ended: {portal.Output}");
        }
    }

    private async Task<NpgsqlConnection> ConnectAsync(Dictionary<string, string> settings)
    {
        var connection = new NpgsqlConnection(settings["ConnectionStrings__BorgerPortal"] + ";Pooling=false");
        await connection.OpenAsync(_cancelled);
        return connection;
    }

    private async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(_cancelled);
    }

    private Dictionary<string, string> Settings() => new(StringComparer.Ordinal)
    {
        ["Data__Directory"] = _folder.Path("data"),
        ["Planner__Scenario"] = "",
        ["Database__Provider"] = "PostgreSql",
        ["ConnectionStrings__BorgerPortal"] = Server.CreateDatabase(),
    };
}
