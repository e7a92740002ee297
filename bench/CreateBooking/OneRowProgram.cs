using BorgerPortal.Domain.Persistence.Sqlite;
using BorgerPortal.Domain.Security;
using Microsoft.Data.Sqlite;

namespace BorgerPortal.Bench.CreateBooking;

/// <summary>A bare program that writes one short row with each durable commit: as fast as the disk lets anybody be.</summary>
internal sealed class OneRowProgram : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly IdSource _ids = new();
    private readonly SqliteConnection _connection;
    private readonly Statement _occupancy;
    private readonly Schedule _schedule;

    public OneRowProgram(SqliteSettings settings, Schedule schedule)
    {
        _schedule = schedule;
        _connection = settings.OpenWriter();
        _occupancy = Statement.Insert(_connection, "occupancies", "case_worker_id", "starts_at", "ends_at", "session");
    }

    public async Task WriteAsync(int booking)
    {
        var start = _schedule.StartOf(booking).ToUnixTimeMilliseconds();
        await _gate.WaitAsync();
        try
        {
            _occupancy.Execute(
                Schedule.CaseWorkerOf(Schedule.OptionOf(booking), 0), start, start + (Schedule.DurationMinutes * 60_000L), _ids.Next());
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose()
    {
        _occupancy.Dispose();
        _connection.Dispose();
        _gate.Dispose();
    }
}
