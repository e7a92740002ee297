using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BorgerPortal.Domain.Persistence.Sqlite;

/// <summary>How the portal opens its SQLite file.</summary>
/// <param name="File">The database file, an absolute path.</param>
/// <param name="Synchronous">
/// FULL: an acknowledged booking survives a power cut. OFF exists for the durability harness alone, which must go red with it.
/// </param>
public sealed record SqliteSettings(string File, string Synchronous = "FULL")
{
    // As much of the file as SQLite can is read where the system keeps it, instead of being copied page by page through a
    // cache of 2 MB; what lies in the log is cached still (decision 40).
    private const string Tuning = "PRAGMA mmap_size = 2147418112; PRAGMA cache_size = -8000";

    /// <summary>Readers share a pool of connections; in WAL mode they never wait for the writer.</summary>
    public string ReaderConnectionString => new SqliteConnectionStringBuilder { DataSource = File, Pooling = true }.ToString();

    /// <summary>Opens a connection for reading that its owner keeps.</summary>
    public SqliteConnection OpenReader()
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = File, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        Tune(connection);
        return connection;
    }

    /// <summary>The writer owns one connection that no pool gives to anybody else.</summary>
    public string WriterConnectionString => new SqliteConnectionStringBuilder
    {
        DataSource = File,
        ForeignKeys = true,
        Pooling = false,
    }.ToString();

    /// <summary>Opens the writer's connection with everything that durability rests on.</summary>
    public SqliteConnection OpenWriter()
    {
        var connection = new SqliteConnection(WriterConnectionString);
        connection.Open();
        using var pragmas = connection.CreateCommand();

        // What a plan's savepoint sets aside stays in memory: as a file it would cost more than the plan. The log is emptied
        // beside the writer; only where it has grown to 64 MB meanwhile, a commit does it.
        pragmas.CommandText = $"""
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = {(Synchronous == "OFF" ? "OFF" : "FULL")};
            PRAGMA temp_store = MEMORY;
            PRAGMA wal_autocheckpoint = 16000;
            PRAGMA busy_timeout = 5000;
            """;
        pragmas.ExecuteNonQuery();
        Tune(connection);
        return connection;
    }

    private static void Tune(SqliteConnection connection)
    {
        using var pragmas = connection.CreateCommand();
        pragmas.CommandText = Tuning;
        pragmas.ExecuteNonQuery();
    }

    public static void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlite(connectionString).UseSnakeCaseNamingConvention();
}
