using System.Collections.Concurrent;
using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Notices;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.PostgreSql;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Security;

namespace BorgerPortal.Bench.CreateBooking.PostgreSql;

/// <summary>
/// A bare program that writes what CreateBooking writes, with the same statements under the same guards, and does nothing
/// else. As many connections as the portal writes on, everything prepared; all rows are one round trip, and the commit,
/// once each row is seen to be touched, is another.
/// </summary>
internal sealed class SameRowsOnNpgsql(PostgreSqlSettings settings, Schedule schedule, TimeProvider clock) : IAsyncDisposable
{
    private readonly SemaphoreSlim _turns = new(settings.Writers);
    private readonly ConcurrentBag<PreparedWrites> _idle = [];
    private readonly IdSource _ids = new();

    public async Task WriteAsync(int booking)
    {
        await _turns.WaitAsync();
        try
        {
            var writes = Writes(booking);
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

    private Write[] Writes(int number)
    {
        var citizen = Schedule.CitizenOf(number);
        var option = Schedule.OptionId(Schedule.OptionOf(number));
        var caseWorker = Schedule.CaseWorkerOf(Schedule.OptionOf(number), number % Schedule.CaseWorkersPerOption);
        var start = schedule.StartOf(number);
        var now = clock.GetUtcNow();
        var id = _ids.Next();
        return
        [
            new ExpectCitizen(citizen, Version: 0),
            new ExpectOption(option, Version: 0),
            new OccupyCaseWorker(caseWorker, start, start.AddMinutes(Schedule.DurationMinutes), id),
            new InsertBooking(SampleBooking.Of(id, citizen, option, caseWorker, start, now)),
            new TakeExclusiveKind(citizen, InterviewType.JobInterview, schedule.DateOf(number), id, schedule.Today),
            new MeetDeadline(citizen, id),
            new QueueNotice(new OutboxNotice { Id = _ids.Next(), Kind = NoticeKind.Confirmation, CitizenId = citizen, BookingId = id, QueuedAt = now }),
            new WriteAudit(new AuditEntry
            {
                At = now,
                ActorKind = ActorKind.Client,
                Actor = DomainProgram.Client,
                CitizenId = citizen,
                JobCentreCode = SeedFile.JobCentre,
                Operation = OperationNames.CreateBooking,
                OptionId = option,
                BookingId = id,
                Codes = [],
            }),
            new StoreAnswer(new StoredAnswer
            {
                Client = DomainProgram.Client,
                Operation = OperationNames.CreateBooking,
                RequestId = $"request-{number:D8}",
                PayloadHash = new byte[32],
                AnsweredAt = now,
                BookingId = id,
                Errors = [],
            }),
        ];
    }
}
