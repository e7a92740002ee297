using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BorgerPortal.Domain.Persistence.Sqlite;

/// <summary>
/// The database file of one running portal: held by a lock, so that no second process writes beside it, and brought to
/// the schema of this release before anybody reads.
/// </summary>
public sealed class SqliteStore : IBookingStore, IDisposable
{
    private readonly SqliteSettings _settings;
    private FileStream? _lock;

    public SqliteStore(SqliteSettings settings) => _settings = settings;

    /// <summary>Changes the context that migrates: so a test brings a migration that no release has yet.</summary>
    internal Action<DbContextOptionsBuilder> Adapt { get; init; } = _ => { };

    /// <summary>
    /// Takes the lock, migrates where something is pending, and refuses when a guard is missing.
    /// </summary>
    /// <exception cref="StoreRefusedException">
    /// Another process has the file, it is of a newer release, a guard is missing, or SQLite cannot use it.
    /// </exception>
    public Task OpenAsync(CancellationToken cancellationToken) => MigrateAsync(cancellationToken);

    /// <summary>As <see cref="OpenAsync"/>: SQLite is brought up to date by each start.</summary>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_settings.File)!);
        _lock ??= TakeLock();
        try
        {
            return await BringUpToDateAsync(cancellationToken);
        }
        catch (SqliteException exception)
        {
            throw new StoreRefusedException($"The database {_settings.File} cannot be used: {exception.Message} It was left as it was.", exception);
        }
    }

    public void Dispose()
    {
        _lock?.Dispose();
        _lock = null;
    }

    private async Task<IReadOnlyList<string>> BringUpToDateAsync(CancellationToken cancellationToken)
    {
        await using var connection = _settings.OpenWriter();
        var options = new DbContextOptionsBuilder<SqliteBookingDbContext>();
        options.UseSqlite(connection).UseSnakeCaseNamingConvention();
        Adapt(options);
        await using var context = new SqliteBookingDbContext(options.Options);

        var pending = await SchemaVersion.PendingAsync(context, cancellationToken);
        if (pending.Count > 0)
        {
            await SqliteMigration.RunAsync(context, connection, cancellationToken);
        }

        var missing = await SqliteGuards.MissingAsync(connection, cancellationToken);
        return missing.Count == 0 ? pending : throw new StoreRefusedException(
            $"The database {_settings.File} lacks what keeps a time from being sold twice: {string.Join(", ", missing)}. "
            + "Restore it from a backup; the portal does not start without them.");
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
