using BorgerPortal.Bench.CreateBooking;
using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Notices;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Security;

namespace BorgerPortal.Bench.ChangeBooking;

/// <summary>
/// Which booking moves where: each to a time of its own offer that nobody else wants. And the rows that moving and cancelling
/// write, for the bare programs: the domain's own, so that the two cannot drift apart.
/// </summary>
internal sealed class Changes(Schedule schedule, int bookings, TimeProvider clock)
{
    private readonly IdSource _ids = new();

    /// <summary>How many times there must be: one for each booking, and one to move to.</summary>
    public int Times => FirstTarget + bookings;

    // A whole round of the offers, so that a booking's second time is of its own.
    private int FirstTarget => (bookings + Schedule.Options - 1) / Schedule.Options * Schedule.Options;

    public DateTimeOffset TargetOf(int number) => schedule.StartOf(FirstTarget + number);

    public Write[] MoveOf(int number, MadeBooking made)
    {
        var (citizen, option, start, now) = (Schedule.CitizenOf(number), Schedule.OptionId(Schedule.OptionOf(number)), TargetOf(number), clock.GetUtcNow());
        var moved = SampleBooking.Of(made.Id, citizen, option, made.CaseWorkerId, start, now);
        return
        [
            new ExpectCitizen(citizen, Version: 1),
            new ExpectOption(option, Version: 0),
            new OccupyCaseWorker(made.CaseWorkerId, start, start.AddMinutes(Schedule.DurationMinutes), made.Id),
            new FreeFormerTime(made.Id, Kept: 1),
            new RewriteBooking(moved, BookingState.Active),
            new MoveExclusiveKind(citizen, made.Id, schedule.DateOf(FirstTarget + number)),
            .. After(OperationNames.RescheduleBooking, NoticeKind.Moved, number, moved, now),
        ];
    }

    public Write[] CancelOf(int number, MadeBooking made)
    {
        var (citizen, option, start, now) = (Schedule.CitizenOf(number), Schedule.OptionId(Schedule.OptionOf(number)), schedule.StartOf(number), clock.GetUtcNow());
        return
        [
            new ExpectCitizen(citizen, Version: 1),
            new MoveBookingState(made.Id, BookingState.Active, BookingState.Cancelled),
            new FreeCaseWorker(made.Id),
            new FreeExclusiveKind(citizen, made.Id),
            .. After(OperationNames.CancelBooking, NoticeKind.Cancelled, number, SampleBooking.Of(made.Id, citizen, option, made.CaseWorkerId, start, now), now),
        ];
    }

    private Write[] After(string operation, NoticeKind kind, int number, Booking booking, DateTimeOffset now) =>
    [
        QueueNotice.Of(_ids.Next(), kind, booking, now),
        new WriteAudit(new AuditEntry
        {
            At = now,
            ActorKind = ActorKind.Client,
            Actor = DomainProgram.Client,
            CitizenId = booking.CitizenId,
            JobCentreCode = SeedFile.JobCentre,
            Operation = operation,
            OptionId = booking.OptionId,
            BookingId = booking.Id,
            Codes = [],
        }),
        new StoreAnswer(new StoredAnswer
        {
            Client = DomainProgram.Client,
            Operation = operation,
            RequestId = $"request-{number:D8}",
            PayloadHash = new byte[32],
            AnsweredAt = now,
            BookingId = booking.Id,
            Errors = [],
        }),
    ];
}
