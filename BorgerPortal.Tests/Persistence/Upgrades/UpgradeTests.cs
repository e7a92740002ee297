using System.Data.Common;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.PostgreSql;
using BorgerPortal.Domain.Persistence.Sqlite;
using BorgerPortal.Tests.Support.Databases;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit;

namespace BorgerPortal.Tests.Persistence.Upgrades;

/// <summary>A later release comes to a kept database that people have booked on; see <see cref="LaterRelease"/>.</summary>
public abstract class UpgradeTests
{
    private static readonly string[] Later = ["99990101000000_Notes", "99990102000000_Rooms"];

    private readonly CancellationToken _cancelled = TestContext.Current.CancellationToken;

    public sealed class OnSqlite : UpgradeTests
    {
        [Theory]
        [MemberData(nameof(ReleasedSchemaTests.Kept), MemberType = typeof(ReleasedSchemaTests))]
        public async Task MigrateAsync_RowThatRefersToNone_RefusesAndChangesNothing(string schema)
        {
            using var database = Open(schema);
            await using var connection = await ConnectAsync(database);
            await ExecuteAsync(connection, "PRAGMA foreign_keys = OFF; DELETE FROM case_workers");
            var before = await SchemaAsync(connection);

            var refusal = await Assert.ThrowsAsync<StoreRefusedException>(() => MigrateAsync(database));

            Assert.Contains("refers to one that is not there", refusal.Message, StringComparison.Ordinal);
            Assert.Equal(before, await SchemaAsync(connection));
        }

        private async Task<string> SchemaAsync(DbConnection connection)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT group_concat(sql) FROM sqlite_master";
            return (string)(await command.ExecuteScalarAsync(_cancelled))!;
        }
    }

    public sealed class OnPostgreSql : UpgradeTests
    {
        [Theory]
        [MemberData(nameof(ReleasedSchemaTests.Kept), MemberType = typeof(ReleasedSchemaTests))]
        public async Task OpenAsync_OlderReleaseWithRows_SaysWhatToDoAndChangesNothing(string schema)
        {
            using var database = Open(schema);
            await using var connection = await ConnectAsync(database);
            var before = await KeptRows.ReadAsync(connection, _cancelled);

            var refusal = await Assert.ThrowsAsync<StoreRefusedException>(() => StoreOf(database).OpenAsync(_cancelled));

            Assert.Contains("that of an older release", refusal.Message, StringComparison.Ordinal);
            Assert.Contains("make a backup, and run the command `migrate` once", refusal.Message, StringComparison.Ordinal);
            Assert.Equal(before, await KeptRows.ReadAsync(connection, _cancelled));
            await new PostgreSqlStore(new PostgreSqlSettings(((PostgreSqlTestDatabase)database).ConnectionString)).OpenAsync(_cancelled);
        }
    }

    [Theory]
    [MemberData(nameof(ReleasedSchemaTests.Kept), MemberType = typeof(ReleasedSchemaTests))]
    public async Task MigrateAsync_DatabaseOfAnOlderRelease_KeepsEveryRowAndMakesTheGuardsAgain(string schema)
    {
        using var database = Open(schema);
        await using var connection = await ConnectAsync(database);
        var before = await KeptRows.ReadAsync(connection, _cancelled);
        Assert.Contains(before, row => row.StartsWith("occupancies: ", StringComparison.Ordinal));

        Assert.Equal(Later, (await MigrateAsync(database)).TakeLast(2));

        Assert.Equal(before, await KeptRows.ReadAsync(connection, _cancelled));
        var refusal = await Assert.ThrowsAnyAsync<DbException>(() => KeptRows.OccupyTwiceAsync(connection, _cancelled));
        Assert.True(
            refusal is SqliteException { SqliteExtendedErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT_TRIGGER }
                or PostgresException { SqlState: PostgresErrorCodes.ExclusionViolation },
            refusal.Message);
        var store = StoreOf(database);
        using (store as IDisposable)
        {
            await store.OpenAsync(_cancelled);
            Assert.Empty(await store.MigrateAsync(_cancelled));
        }
    }

    /// <summary>Somebody goes back to the release before.</summary>
    [Theory]
    [MemberData(nameof(ReleasedSchemaTests.Kept), MemberType = typeof(ReleasedSchemaTests))]
    public async Task OpenAsync_DatabaseOfALaterRelease_IsRefused(string schema)
    {
        using var database = Open(schema);
        await MigrateAsync(database);
        IBookingStore store = database is SqliteTestDatabase file
            ? new SqliteStore(file.File)
            : new PostgreSqlStore(new PostgreSqlSettings(((PostgreSqlTestDatabase)database).ConnectionString));

        using (store as IDisposable)
        {
            var refusal = await Assert.ThrowsAsync<StoreRefusedException>(() => store.OpenAsync(_cancelled));

            Assert.Contains("newer release (it has 99990101000000_Notes)", refusal.Message, StringComparison.Ordinal);
        }
    }

    private static TestDatabase Open(string schema) => TestDatabase.Kept(Path.Combine(ReleasedSchemaTests.Folder, schema));

    private static IBookingStore StoreOf(TestDatabase database) => database is SqliteTestDatabase file
        ? LaterRelease.On(file.File)
        : LaterRelease.On(new PostgreSqlSettings(((PostgreSqlTestDatabase)database).ConnectionString));

    private async Task<IReadOnlyList<string>> MigrateAsync(TestDatabase database)
    {
        var store = StoreOf(database);
        using (store as IDisposable)
        {
            return await store.MigrateAsync(_cancelled);
        }
    }

    private async Task<DbConnection> ConnectAsync(TestDatabase database)
    {
        DbConnection connection = database is SqliteTestDatabase file
            ? new SqliteConnection(file.File.WriterConnectionString)
            : new NpgsqlConnection(((PostgreSqlTestDatabase)database).ConnectionString + ";Pooling=false");
        await connection.OpenAsync(_cancelled);
        return connection;
    }

    private async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(_cancelled);
    }
}
