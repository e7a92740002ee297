using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.PostgreSql;
using BorgerPortal.Tests.Support.Databases;
using Npgsql;
using Xunit;

namespace BorgerPortal.Tests.Persistence;

public abstract class PostgreSqlStoreTests
{
    public sealed class OnPostgreSql : PostgreSqlStoreTests;

    [Fact]
    public async Task OpenAsync_NoSchemaYet_RefusesAndNamesTheCommand()
    {
        var refusal = await Assert.ThrowsAsync<StoreRefusedException>(() => OpenAsync(NewDatabase()));

        Assert.Contains("run the command `migrate`", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MigrateAsync_NewDatabase_MakesItFitToStartOn()
    {
        var database = NewDatabase();

        var migrations = await MigrateAsync(database);

        Assert.EndsWith("_Initial", Assert.Single(migrations), StringComparison.Ordinal);
        await OpenAsync(database);
        Assert.Empty(await MigrateAsync(database));
    }

    [Fact]
    public async Task MigrateAsync_TwoAtOnce_OneWaitsForTheOther()
    {
        var database = NewDatabase();

        var migrations = await Task.WhenAll(MigrateAsync(database), MigrateAsync(database));

        Assert.Single(migrations.SelectMany(migration => migration));
    }

    [Fact]
    public async Task MigrateAsync_HeldByAnotherForTooLong_SaysSo()
    {
        var database = NewDatabase();
        await using var other = await ConnectAsync(database);
        await PostgreSqlGate.TakeForMigrationAsync(other, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<StoreRefusedException>(() =>
            new PostgreSqlStore(new PostgreSqlSettings(database)) { Patience = TimeSpan.FromMilliseconds(1) }.MigrateAsync(TestContext.Current.CancellationToken));

        Assert.Contains("Something else holds the PostgreSQL database", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ALTER TABLE occupancies DROP CONSTRAINT ex_occupancies", "ex_occupancies")]
    [InlineData("ALTER TABLE occupancies DROP CONSTRAINT ck_occupancies_length", "ck_occupancies_length")]
    [InlineData("ALTER TABLE timeslots DROP CONSTRAINT ck_timeslots_seats", "ck_timeslots_seats")]
    [InlineData("DROP INDEX ux_bookings_citizen_option_start", "ux_bookings_citizen_option_start")]
    [InlineData(
        """
        DROP INDEX ux_bookings_citizen_option_start;
        CREATE INDEX ux_bookings_citizen_option_start ON bookings (citizen_id, option_id, starts_at) WHERE state <> 3
        """,
        "ux_bookings_citizen_option_start")]
    [InlineData(
        """
        ALTER TABLE occupancies DROP CONSTRAINT ex_occupancies;
        ALTER TABLE occupancies ADD CONSTRAINT ex_occupancies EXCLUDE USING gist (case_worker_id WITH =, session WITH =)
        """,
        "ex_occupancies")]
    public async Task OpenAsync_GuardMissingOrChanged_RefusesUntilMigrateHasMadeItAgain(string damage, string guard)
    {
        var database = NewDatabase();
        await MigrateAsync(database);
        await ExecuteAsync(database, damage);

        var refusal = await Assert.ThrowsAsync<StoreRefusedException>(() => OpenAsync(database));
        Assert.Contains(guard, refusal.Message, StringComparison.Ordinal);

        await MigrateAsync(database);
        await OpenAsync(database);
    }

    [Fact]
    public async Task MigrateAsync_RowsThatBreakAGuard_RefusesAndNamesIt()
    {
        var database = NewDatabase();
        await MigrateAsync(database);
        await ExecuteAsync(database, """
            ALTER TABLE timeslots DROP CONSTRAINT ck_timeslots_seats;
            SET session_replication_role = replica;
            INSERT INTO timeslots (option_id, starts_at, contact_types, total_seats, seats_taken) VALUES (gen_random_uuid(), now(), '1', 1, 2)
            """);

        var refusal = await Assert.ThrowsAsync<StoreRefusedException>(() => MigrateAsync(database));

        Assert.Contains("ck_timeslots_seats", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_SchemaOfANewerRelease_RefusesAndNamesIt()
    {
        var database = NewDatabase();
        await MigrateAsync(database);
        await ExecuteAsync(database, """INSERT INTO "__EFMigrationsHistory" VALUES ('99991231235959_Later', '99.0')""");

        var refusals = new[]
        {
            await Assert.ThrowsAsync<StoreRefusedException>(() => OpenAsync(database)),
            await Assert.ThrowsAsync<StoreRefusedException>(() => MigrateAsync(database)),
        };

        Assert.All(refusals, refusal => Assert.Contains("newer release (it has 99991231235959_Later)", refusal.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task OpenAsync_CommitsAreNotKept_Refuses()
    {
        var database = NewDatabase();
        await MigrateAsync(database);
        await ExecuteAsync(database, $"ALTER DATABASE {new NpgsqlConnectionStringBuilder(database).Database} SET synchronous_commit = off");

        var refusal = await Assert.ThrowsAsync<StoreRefusedException>(() => OpenAsync(database));

        Assert.Contains("synchronous_commit", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_NobodyListens_NamesTheKeyAndNotThePassword()
    {
        var refusal = await Assert.ThrowsAsync<StoreRefusedException>(() => OpenAsync("Host=127.0.0.1;Port=1;Username=portal;Password=hemmeligt"));

        Assert.StartsWith("ConnectionStrings:BorgerPortal: the PostgreSQL database 'portal' at 127.0.0.1:1 cannot be opened: ", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hemmeligt", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_HostThatNobodyKnows_NamesTheKey()
    {
        var refusal = await Assert.ThrowsAsync<StoreRefusedException>(() => OpenAsync("Host=ingen.invalid;Username=portal"));

        Assert.StartsWith("ConnectionStrings:BorgerPortal: the PostgreSQL database 'portal' at ingen.invalid:5432 cannot be opened: ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_RoleThatMayNotRead_RefusesAndSaysWhy()
    {
        var database = NewDatabase();
        await MigrateAsync(database);
        var role = new NpgsqlConnectionStringBuilder(database).Database + "_reader";
        await ExecuteAsync(database, $"CREATE ROLE {role} LOGIN");

        var refusal = await Assert.ThrowsAsync<StoreRefusedException>(() => OpenAsync($"{database};Username={role}"));

        Assert.Contains("can be opened, but not used: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("permission denied for table __EFMigrationsHistory", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>A server that stops while it is asked says so to each session, in the middle of whatever that waits for.</summary>
    [Theory]
    [InlineData(false, "can be opened, but not used: ")]
    [InlineData(true, "Run `migrate` again when that is settled")]
    public async Task EveryStart_ServerStopsMeanwhile_RefusesAndSaysWhy(bool migrates, string says)
    {
        var database = NewDatabase();
        await MigrateAsync(database);
        await using var other = await ConnectAsync(database);
        await using var transaction = await other.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await RunAsync(other, """LOCK TABLE "__EFMigrationsHistory" IN ACCESS EXCLUSIVE MODE""");

        var start = migrates ? MigrateAsync(database) : OpenAsync(database);
        const string stop = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
        await using var third = await ConnectAsync(database);
        while (await RunAsync(third, stop) == 0)
        {
            Assert.False(start.IsCompleted, "It was to wait.");
        }

        var refusal = await Assert.ThrowsAsync<StoreRefusedException>(() => start);
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }

    private static string NewDatabase() => PostgreSqlTestDatabase.Server.CreateDatabase();

    private static Task OpenAsync(string database) =>
        new PostgreSqlStore(new PostgreSqlSettings(database)).OpenAsync(TestContext.Current.CancellationToken);

    private static Task<IReadOnlyList<string>> MigrateAsync(string database) =>
        new PostgreSqlStore(new PostgreSqlSettings(database)).MigrateAsync(TestContext.Current.CancellationToken);

    private static async Task<NpgsqlConnection> ConnectAsync(string database)
    {
        var connection = new NpgsqlConnection(database + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    private static async Task<long> RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) as long? ?? 0;
    }

    private static async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = await ConnectAsync(database);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
