using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BorgerPortal.Domain.Persistence.Sqlite;

/// <summary>
/// The database file of one running portal: held by a lock, so that no second process writes beside it, and brought to
/// the schema of this release before anybody reads.
/// </summary>
public sealed class SqliteStore : IDisposable
{
    private readonly SqliteSettings _settings;
    private FileStream? _lock;

    public SqliteStore(SqliteSettings settings) => _settings = settings;

    /// <summary>
    /// Takes the lock, migrates where something is pending, and refuses when a guard is missing.
    /// </summary>
    /// <exception cref="StoreRefusedException">Another process has the file, it is of a newer release, or a guard is missing.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_settings.File)!);
        _lock ??= TakeLock();
        await using var connection = _settings.OpenWriter();
        var options = new DbContextOptionsBuilder<SqliteBookingDbContext>();
        options.UseSqlite(connection).UseSnakeCaseNamingConvention();
        await using var context = new SqliteBookingDbContext(options.Options);

        await MigrateAsync(context, connection, cancellationToken);

        var missing = await SqliteGuards.MissingAsync(connection, cancellationToken);
        if (missing.Count > 0)
        {
            throw new StoreRefusedException(
                $"The database {_settings.File} lacks what keeps a time from being sold twice: {string.Join(", ", missing)}. "
                + "Restore it from a backup; the portal does not start without them.");
        }
    }

    public void Dispose()
    {
        _lock?.Dispose();
        _lock = null;
    }

    private static async Task MigrateAsync(SqliteBookingDbContext context, SqliteConnection connection, CancellationToken cancellationToken)
    {
        var known = context.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        var unknown = applied.Find(migration => !known.Contains(migration));
        if (unknown is not null)
        {
            throw new StoreRefusedException($"The database is of a newer release (it has {unknown}). Start that release, or restore an older backup.");
        }

        if (applied.Count == known.Count)
        {
            return;
        }

        // The lock file is ours, so a lock that EF left in the database is that of a process which was killed.
        await context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS __EFMigrationsLock", cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
        await SqliteGuards.MakeAsync(connection, cancellationToken);
    }

    private FileStream TakeLock()
    {
        try
        {
            return new FileStream(_settings.File + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new StoreRefusedException(
                $"Another process has the database {_settings.File} open. Stop it first: one process writes to a SQLite file.", exception);
        }
    }
}
