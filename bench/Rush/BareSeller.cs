using BorgerPortal.Bench.CreateBooking;
using BorgerPortal.Bench.Serving;
using BorgerPortal.Domain.Persistence.Sqlite;
using BorgerPortal.Domain.Security;
using Microsoft.Data.Sqlite;

namespace BorgerPortal.Bench.Rush;

/// <summary>
/// Sells times with the statements of CreateBooking: one connection behind a gate, everything prepared, one durable commit
/// for each citizen. Who comes too late gets the rows that the portal writes for a refusal: the audit's and the answer's.
/// </summary>
internal sealed class BareSeller : IDisposable
{
    private const long Hour = 3_600_000;

    private readonly IdSource _ids = new();
    private readonly TimeProvider _clock;
    private readonly BareWriter _writer;
    private readonly BookingStatements _statements;
    private readonly SqliteCommand _find;
    private readonly SqliteCommand _taken;

    public BareSeller(SqliteSettings settings, TimeProvider clock)
    {
        _clock = clock;
        _writer = new BareWriter(settings);
        _statements = new BookingStatements(_writer.Connection);
        _find = Prepare(
            "SELECT c.id, d.id, w.id FROM citizens AS c JOIN deadlines AS d ON d.citizen_id = c.id, case_workers AS w WHERE c.personnummer_lookup = @lookup",
            "@lookup");
        _taken = Prepare(
            "SELECT 1 FROM occupancies WHERE case_worker_id = @worker AND starts_at < @end AND starts_at > @start - 86400000 AND ends_at > @start",
            "@worker",
            "@start",
            "@end");
    }

    /// <returns>The booking; null where the time is gone.</returns>
    public Task<Guid?> SellAsync(byte[] lookup, Guid offer, DateTimeOffset start, string requestId) =>
        _writer.WriteAsync(() => Sell(lookup, offer, start.ToUnixTimeMilliseconds(), requestId));

    public void Dispose()
    {
        _find.Dispose();
        _taken.Dispose();
        _statements.Dispose();
        _writer.Dispose();
    }

    private Guid? Sell(byte[] lookup, Guid offer, long start, string requestId)
    {
        var (citizen, deadline, worker) = Find(lookup);
        var end = start + (Town.Minutes * 60_000L);
        var now = _clock.GetUtcNow().ToUnixTimeMilliseconds();
        var id = _ids.Next();

        _statements.Begin.Execute();
        var isFree = IsFree(worker, start, end);
        if (isFree)
        {
            _statements.Citizen.Execute(citizen);
            _statements.Option.Execute(offer);
            _statements.Occupancy.Execute(worker, start, end, id);
            _statements.Booking.Execute(id, citizen, offer, worker, now, start, end, start - (24 * Hour), start - (24 * Hour));
            _statements.Kind.Execute(citizen, DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(start).UtcDateTime), id);
            _statements.Deadline.Execute(id, deadline);
            _statements.Notice.Execute(_ids.Next(), citizen, id, now);
        }

        _statements.Audit.Execute(now, citizen, offer, isFree ? id : DBNull.Value);
        _statements.Answer.Execute(requestId, now, isFree ? id : DBNull.Value);
        _statements.Commit.Execute();
        return isFree ? id : null;
    }

    private (long Citizen, long Deadline, long Worker) Find(byte[] lookup)
    {
        _find.Parameters[0].Value = lookup;
        using var reader = _find.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)) : throw new InvalidOperationException("Nobody is known by that number.");
    }

    private bool IsFree(long worker, long start, long end)
    {
        (_taken.Parameters[0].Value, _taken.Parameters[1].Value, _taken.Parameters[2].Value) = (worker, start, end);
        return _taken.ExecuteScalar() is null;
    }

    private SqliteCommand Prepare(string sql, params string[] parameters)
    {
        var command = new SqliteCommand(sql, _writer.Connection);
        command.Parameters.AddRange(parameters.Select(name => new SqliteParameter { ParameterName = name }));
        return command;
    }
}
