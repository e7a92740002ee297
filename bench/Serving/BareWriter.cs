using BorgerPortal.Domain.Persistence.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace BorgerPortal.Bench.Serving;

/// <summary>
/// How a bare program writes to SQLite: by one connection behind a gate, with the log emptied beside it, as the portal does.
/// </summary>
internal sealed class BareWriter(SqliteSettings settings) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly SqliteCheckpointer _checkpointer = new(settings, NullLogger.Instance);

    public SqliteConnection Connection { get; } = settings.OpenWriter();

    /// <summary>Lets something be written, with one commit, while nobody else writes.</summary>
    public async Task<T> WriteAsync<T>(Func<T> commit)
    {
        await _gate.WaitAsync();
        try
        {
            var result = commit();
            _checkpointer.Note(1);
            return result;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose()
    {
        _checkpointer.Dispose();
        Connection.Dispose();
        _gate.Dispose();
    }
}
