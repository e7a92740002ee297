using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Sqlite;
using Microsoft.Data.Sqlite;
using Xunit;

namespace BorgerPortal.Tests.Persistence;

public sealed class SqliteStoreTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("borgerportal-store-");
    private readonly SqliteSettings _settings;

    public SqliteStoreTests() => _settings = new SqliteSettings(Path.Combine(_folder.FullName, "test.db"));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task OpenAsync_NewFile_MakesTheSchemaAndItsGuards()
    {
        await OpenAndCloseAsync();

        Assert.Equal(
            ["evidence_receipts_delete", "evidence_receipts_update", "occupancies_insert", "occupancies_update", "work_handlings_delete", "work_handlings_update"],
            Read("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name"));
        Assert.Equal(["ux_bookings_citizen_option_start"], Read("SELECT name FROM sqlite_master WHERE name LIKE 'ux%'"));
        Assert.Equal(["wal"], Read("PRAGMA journal_mode"));
    }

    [Fact]
    public async Task OpenAsync_Again_ChangesNothing()
    {
        await OpenAndCloseAsync();
        var schema = Read("SELECT sql FROM sqlite_master ORDER BY name");

        await OpenAndCloseAsync();

        Assert.Equal(schema, Read("SELECT sql FROM sqlite_master ORDER BY name"));
    }

    [Theory]
    [InlineData("DROP TRIGGER occupancies_insert", "occupancies_insert")]
    [InlineData("DROP TRIGGER occupancies_update", "occupancies_update")]
    [InlineData("DROP INDEX ux_bookings_citizen_option_start", "ux_bookings_citizen_option_start")]
    [InlineData(
        """
        DROP TRIGGER occupancies_insert;
        CREATE TRIGGER occupancies_insert BEFORE INSERT ON occupancies BEGIN SELECT 1; END
        """,
        "occupancies_insert")]
    public async Task OpenAsync_GuardMissingOrChanged_RefusesAndNamesIt(string damage, string guard)
    {
        await OpenAndCloseAsync();
        Execute(damage);

        var refusal = await Assert.ThrowsAsync<StoreRefusedException>(OpenAndCloseAsync);

        Assert.Contains(guard, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_SchemaOfANewerRelease_RefusesAndNamesIt()
    {
        await OpenAndCloseAsync();
        Execute("INSERT INTO __EFMigrationsHistory VALUES ('99991231235959_Later', '99.0')");

        var refusal = await Assert.ThrowsAsync<StoreRefusedException>(OpenAndCloseAsync);

        Assert.Contains("99991231235959_Later", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenAsync_AnotherHasTheFile_RefusesUntilItIsClosed()
    {
        using (var first = new SqliteStore(_settings))
        {
            await first.OpenAsync(TestContext.Current.CancellationToken);
            await Assert.ThrowsAsync<StoreRefusedException>(OpenAndCloseAsync);
        }

        await OpenAndCloseAsync();
    }

    [Fact]
    public async Task OpenAsync_FileThatIsNoDatabase_RefusesAndLeavesIt()
    {
        await File.WriteAllTextAsync(_settings.File, new string('x', 5000), TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<StoreRefusedException>(OpenAndCloseAsync);

        Assert.StartsWith($"The database {_settings.File} cannot be used: ", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(_settings.File, TestContext.Current.CancellationToken));
    }

    private async Task OpenAndCloseAsync()
    {
        using var store = new SqliteStore(_settings);
        await store.OpenAsync(TestContext.Current.CancellationToken);
    }

    private void Execute(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private List<string> Read(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
        {
            values.Add(reader.IsDBNull(0) ? "" : reader.GetString(0));
        }

        return values;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_settings.WriterConnectionString);
        connection.Open();
        return connection;
    }
}
