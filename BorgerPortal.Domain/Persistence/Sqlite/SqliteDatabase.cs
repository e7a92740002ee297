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
    /// <summary>Readers share a pool of connections; in WAL mode they never wait for the writer.</summary>
    public string ReaderConnectionString => new SqliteConnectionStringBuilder
    {
        DataSource = File,
        ForeignKeys = true,
        Pooling = true,
    }.ToString();

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
        pragmas.CommandText = Synchronous == "OFF"
            ? "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA busy_timeout=5000;"
            : "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000;";
        pragmas.ExecuteNonQuery();
        return connection;
    }

    public static void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlite(connectionString).UseSnakeCaseNamingConvention();
}
