using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace BorgerPortal.Domain.Persistence.Sqlite;

/// <summary>
/// Brings what was committed from the log into the database file, beside the writer. SQLite by itself would do so within
/// every fortieth commit or so, which then waits until each page lies in its place: the larger the file, the more places.
/// </summary>
internal sealed class SqliteCheckpointer : IDisposable
{
    /// <summary>Plans between two checkpoints: some 12,000 pages of the log.</summary>
    private const int Often = 512;

    private readonly SqliteSettings _settings;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _due = new(0);
    private readonly Task _loop;
    private int _written;
    private volatile bool _isStopping;

    public SqliteCheckpointer(SqliteSettings settings, ILogger logger)
    {
        (_settings, _logger) = (settings, logger);
        _loop = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>So many plans were committed; told by whoever writes, one at a time.</summary>
    public void Note(int plans)
    {
        _written += plans;
        if (_written >= Often && _due.CurrentCount == 0)
        {
            _written = 0;
            _due.Release();
        }
    }

    /// <summary>Waits for a checkpoint that is under way.</summary>
    public void Dispose()
    {
        _isStopping = true;
        _due.Release();
        _loop.Wait();
        _due.Dispose();
    }

    private void Run()
    {
        SqliteConnection? connection = null;
        for (_due.Wait(); !_isStopping; _due.Wait())
        {
            try
            {
                connection ??= _settings.OpenWriter();
                using var checkpoint = new SqliteStatement(connection, "PRAGMA wal_checkpoint(PASSIVE)");
                checkpoint.Execute();
            }
            catch (SqliteException exception)
            {
                // Nothing is lost: it stands in the log, and the next one brings it along.
                _logger.LogWarning(exception, "What stands in the log could not be brought into {File}.", _settings.File);
                connection?.Dispose();
                connection = null;
            }
        }

        connection?.Dispose();
    }
}
