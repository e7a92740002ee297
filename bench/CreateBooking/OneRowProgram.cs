using BorgerPortal.Bench.Serving;
using BorgerPortal.Domain.Persistence.Sqlite;
using BorgerPortal.Domain.Security;

namespace BorgerPortal.Bench.CreateBooking;

/// <summary>A bare program that writes one short row with each durable commit: as fast as the disk lets anybody be.</summary>
internal sealed class OneRowProgram : IDisposable
{
    private readonly IdSource _ids = new();
    private readonly BareWriter _writer;
    private readonly Statement _occupancy;
    private readonly Schedule _schedule;

    public OneRowProgram(SqliteSettings settings, Schedule schedule)
    {
        _schedule = schedule;
        _writer = new BareWriter(settings);
        _occupancy = Statement.Insert(_writer.Connection, "occupancies", "case_worker_id", "starts_at", "ends_at", "session");
    }

    public async Task WriteAsync(int booking)
    {
        var start = _schedule.StartOf(booking).ToUnixTimeMilliseconds();
        await _writer.WriteAsync(() => _occupancy.Execute(
            Schedule.CaseWorkerOf(Schedule.OptionOf(booking), 0), start, start + (Schedule.DurationMinutes * 60_000L), _ids.Next()));
    }

    public void Dispose()
    {
        _occupancy.Dispose();
        _writer.Dispose();
    }
}
