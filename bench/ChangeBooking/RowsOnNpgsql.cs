using System.Collections.Concurrent;
using BorgerPortal.Bench.CreateBooking.PostgreSql;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.PostgreSql;

namespace BorgerPortal.Bench.ChangeBooking;

/// <summary>The same on bare Npgsql: as many connections as the portal writes on; all rows are one round trip, the commit another.</summary>
internal sealed class RowsOnNpgsql(PostgreSqlSettings settings, Func<int, Write[]> rows) : IAsyncDisposable
{
    private readonly SemaphoreSlim _turns = new(settings.Writers);
    private readonly ConcurrentBag<PreparedWrites> _idle = [];

    public async Task WriteAsync(int number)
    {
        await _turns.WaitAsync();
        try
        {
            var writes = rows(number);
            var prepared = _idle.TryTake(out var idle) ? idle : await PreparedWrites.PrepareAsync(settings, writes);
            await prepared.ExecuteAsync(writes);
            _idle.Add(prepared);
        }
        finally
        {
            _turns.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (_idle.TryTake(out var prepared))
        {
            await prepared.DisposeAsync();
        }

        _turns.Dispose();
    }
}
