using BorgerPortal.Bench.Serving;
using BorgerPortal.Domain.Persistence.Sqlite;
using BorgerPortal.Domain.Security;

namespace BorgerPortal.Bench.CreateBooking;

/// <summary>
/// A bare program that writes what CreateBooking writes, with the same statements under the same guards, and does nothing
/// else: it reads nothing and decides nothing. One connection behind a gate, everything prepared, one durable commit each.
/// </summary>
internal sealed class SameRowsProgram : IDisposable
{
    private const long Hour = 3_600_000;

    private readonly IdSource _ids = new();
    private readonly TimeProvider _clock;
    private readonly Schedule _schedule;
    private readonly BareWriter _writer;
    private readonly BookingStatements _statements;

    public SameRowsProgram(SqliteSettings settings, Schedule schedule, TimeProvider clock)
    {
        (_clock, _schedule) = (clock, schedule);
        _writer = new BareWriter(settings);
        _statements = new BookingStatements(_writer.Connection);
    }

    public Task WriteAsync(int booking) => _writer.WriteAsync(() => Write(booking));

    public void Dispose()
    {
        _statements.Dispose();
        _writer.Dispose();
    }

    private int Write(int booking)
    {
        var citizen = Schedule.CitizenOf(booking);
        var option = Schedule.OptionId(Schedule.OptionOf(booking));
        var caseWorker = Schedule.CaseWorkerOf(Schedule.OptionOf(booking), booking % Schedule.CaseWorkersPerOption);
        var start = _schedule.StartOf(booking).ToUnixTimeMilliseconds();
        var end = start + (Schedule.DurationMinutes * 60_000);
        var now = _clock.GetUtcNow().ToUnixTimeMilliseconds();
        var id = _ids.Next();

        _statements.Begin.Execute();
        Expect(_statements.Citizen.Execute(citizen));
        Expect(_statements.Option.Execute(option));
        Expect(_statements.Occupancy.Execute(caseWorker, start, end, id));
        Expect(_statements.Booking.Execute(id, citizen, option, caseWorker, now, start, end, start - (24 * Hour), start - (24 * Hour)));
        Expect(_statements.Kind.Execute(citizen, _schedule.DateOf(booking), id));
        Expect(_statements.Deadline.Execute(id, citizen));
        Expect(_statements.Notice.Execute(_ids.Next(), citizen, id, now));
        Expect(_statements.Audit.Execute(now, citizen, option, id));
        Expect(_statements.Answer.Execute($"request-{booking:D8}", now, id));
        return _statements.Commit.Execute();
    }

    private static void Expect(int touched)
    {
        if (touched != 1)
        {
            throw new InvalidOperationException($"A statement touched {touched} rows.");
        }
    }
}
