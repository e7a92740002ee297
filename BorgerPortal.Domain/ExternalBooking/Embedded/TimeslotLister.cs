using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.ExternalBooking.Embedded;

/// <summary>Turns the rows of an offer's times into a listing of those that are free for a citizen.</summary>
internal sealed class TimeslotLister(
    PlannedOption option,
    List<CaseWorker> workers,
    Calendar calendar,
    List<DateTimeOffset> ownStarts,
    TimeslotQuery query,
    Moment moment)
{
    private readonly Dictionary<long, CaseWorker> _workers = workers.ToDictionary(worker => worker.Id);
    private readonly Dictionary<long, int> _numbers = [];

    /// <param name="rows">In order of start and position.</param>
    public TimeslotListing List(List<TimeslotRow> rows)
    {
        var timeslots = new List<BookingTimeslot>();
        for (var first = 0; first < rows.Count;)
        {
            var next = first;
            while (next < rows.Count && rows[next].Id == rows[first].Id)
            {
                next++;
            }

            if (TellIfFree(rows[first..next]) is { } timeslot)
            {
                timeslots.Add(timeslot);
            }

            first = next;
        }

        return new TimeslotListing(
            [.. _numbers.Select(pair => new SupervisorToBook(pair.Value, NameOf(_workers[pair.Key])))],
            timeslots);
    }

    private BookingTimeslot? TellIfFree(List<TimeslotRow> rows)
    {
        var time = rows[0];
        if ((query.ContactType is { } contactType && !time.ContactTypes.Contains(contactType)) || ownStarts.Contains(time.Start))
        {
            return null;
        }

        // A group's seats are told by its counter, and its caseworkers' time is its own already.
        var isGroup = time.TotalSeats is not null;
        var free = rows
            .Where(row => isGroup ? time.SeatsTaken < time.TotalSeats : calendar.IsFree(row.CaseWorkerId, row.Start, row.Start + option.BlockLength))
            .Where(row => query.SupervisorIdentifier is null || IsWishedFor(row))
            .Select(row => row.CaseWorkerId)
            .ToList();
        return free.Count == 0 ? null : new BookingTimeslot(
            time.Start,
            time.ContactTypes,
            SeatDeadlines.Rebooking(option, time.Start, moment).Possible,
            SeatDeadlines.Cancellation(option, time.Start, moment).Possible,
            time.TotalSeats,
            isGroup ? time.TotalSeats - time.SeatsTaken : null,
            free.ConvertAll(NumberOf));
    }

    private bool IsWishedFor(TimeslotRow row) => option.GivesChoice && _workers[row.CaseWorkerId].Identifier == query.SupervisorIdentifier;

    private int NumberOf(long caseWorkerId)
    {
        if (!_numbers.TryGetValue(caseWorkerId, out var number))
        {
            _numbers[caseWorkerId] = number = _numbers.Count + 1;
        }

        return number;
    }

    /// <summary>A caseworker whom the citizen may not choose appears by number, the name hidden.</summary>
    private Supervisor NameOf(CaseWorker worker) => option.GivesChoice ? worker.ToSupervisor() : Supervisor.Hidden;
}
