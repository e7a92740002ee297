using BorgerPortal.Domain.Persistence.Queries;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.ExternalBooking.Embedded;

/// <summary>Turns the rows of an offer's times into a listing of those that are free for a citizen.</summary>
internal sealed class TimeslotLister(
    PlannedOption option,
    List<CaseWorker> workers,
    Calendar calendar,
    HashSet<DateTimeOffset> ownStarts,
    TimeslotQuery query,
    CaseWorkerNumbers numbers,
    Moment moment)
{
    private readonly Dictionary<long, CaseWorker> _workers = workers.ToDictionary(worker => worker.Id);

    /// <param name="times">Earliest first.</param>
    public List<BookingTimeslot> List(List<TimeslotRow> times)
    {
        var timeslots = new List<BookingTimeslot>(times.Count);
        foreach (var time in times)
        {
            if (TellIfFree(time) is { } timeslot)
            {
                timeslots.Add(timeslot);
            }
        }

        return timeslots;
    }

    private BookingTimeslot? TellIfFree(TimeslotRow time)
    {
        if ((query.ContactType is { } contactType && !time.ContactTypes.Contains(contactType)) || ownStarts.Contains(time.Start))
        {
            return null;
        }

        var isGroup = time.TotalSeats is not null;
        var seatsTaken = time.SeatsTaken - (isGroup && IsSeatOfMoving(time) ? 1 : 0);
        var free = time.CaseWorkerIds.FindAll(
            worker => calendar.HasSeat(option, time, worker, seatsTaken)
                && (query.SupervisorIdentifier is null || IsWishedFor(worker)));
        return free.Count == 0 ? null : Tell(time, isGroup ? time.TotalSeats - seatsTaken : null, free);
    }

    private BookingTimeslot Tell(TimeslotRow time, int? availableSeats, List<long> free)
    {
        var rebooking = SeatDeadlines.Rebooking(option, time.Start, moment);
        var cancellation = SeatDeadlines.Cancellation(option, time.Start, moment);
        return new BookingTimeslot(
            time.Start, time.ContactTypes, rebooking.Possible, cancellation.Possible, time.TotalSeats, availableSeats, free.ConvertAll(NumberOf))
        {
            RebookUntil = rebooking.Possible ? rebooking.Deadline : null,
            CancelUntil = cancellation.Possible ? cancellation.Deadline : null,
        };
    }

    private bool IsSeatOfMoving(TimeslotRow time) =>
        query.Moving is { OptionId: { } from, Details: { } details } && (from, details.Start) == (option.Id, time.Start);

    private bool IsWishedFor(long caseWorkerId) => option.GivesChoice && _workers[caseWorkerId].Identifier == query.SupervisorIdentifier;

    /// <summary>A caseworker whom the citizen may not choose appears by number, the name hidden.</summary>
    private int NumberOf(long caseWorkerId) => numbers.Of(_workers[caseWorkerId], option.GivesChoice);
}
