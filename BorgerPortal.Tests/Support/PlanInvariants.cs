using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace BorgerPortal.Tests.Support;

/// <summary>What holds of the plan whatever was booked, moved and cancelled; reckoned from the rows, not from what guards them.</summary>
internal static class PlanInvariants
{
    /// <summary>What does not hold; nothing where all is well.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(BookingDbContext context, DateOnly today)
    {
        var bookings = await context.Bookings.AsNoTracking().Where(booking => booking.State != BookingState.Cancelled).ToListAsync();
        var timeslots = await context.Timeslots.AsNoTracking().ToListAsync();
        var occupancies = await context.Occupancies.AsNoTracking().ToListAsync();
        var citizens = await context.Citizens.AsNoTracking().Include(citizen => citizen.Deadlines).Include(citizen => citizen.Absences).ToListAsync();
        var kinds = await context.ExclusiveKinds.AsNoTracking().ToListAsync();
        return
        [
            .. OfSeats(bookings, timeslots, occupancies),
            .. OfGroups(bookings, timeslots),
            .. OfKinds(bookings, kinds, today),
            .. citizens.SelectMany(citizen => OfDeadlines(citizen, bookings, today)),
        ];
    }

    private static IEnumerable<string> OfSeats(List<Booking> bookings, List<PlannedTimeslot> timeslots, List<Occupancy> occupancies)
    {
        var pieces = occupancies.ToLookup(occupancy => occupancy.Session);
        foreach (var booking in bookings.Where(booking => booking.Details.InterviewFormType == InterviewFormType.Individual))
        {
            var expected = (booking.CaseWorkerId, booking.Details.Start, booking.Details.End);
            if (pieces[booking.Id].ToList() is not [var only] || ((long?)only.CaseWorkerId, only.Start, (DateTimeOffset?)only.End) != expected)
            {
                yield return $"Booking {booking.Id} has not its own time.";
            }
        }

        var sessions = bookings.Where(booking => booking.Details.InterviewFormType == InterviewFormType.Individual).Select(booking => booking.Id)
            .Concat(timeslots.Select(timeslot => timeslot.Session ?? Guid.Empty)).ToHashSet();
        foreach (var stray in occupancies.Where(occupancy => !sessions.Contains(occupancy.Session)))
        {
            yield return $"Time at {stray.Start} is taken for nothing.";
        }

        foreach (var own in occupancies.GroupBy(occupancy => occupancy.CaseWorkerId))
        {
            foreach (var (earlier, later) in own.OrderBy(piece => piece.Start).Zip(own.OrderBy(piece => piece.Start).Skip(1)))
            {
                if (later.Start < earlier.End)
                {
                    yield return $"Time at {later.Start} is sold twice.";
                }
            }
        }
    }

    private static IEnumerable<string> OfGroups(List<Booking> bookings, List<PlannedTimeslot> timeslots) =>
        from timeslot in timeslots.Where(timeslot => timeslot.IsGroup)
        let seats = bookings.Count(booking => booking.OptionId == timeslot.OptionId && booking.Details.Start == timeslot.Start)
        where seats != timeslot.SeatsTaken || seats > timeslot.TotalSeats
        select $"The session at {timeslot.Start} has {seats} bookings, {timeslot.SeatsTaken} seats taken and {timeslot.TotalSeats} seats.";

    private static IEnumerable<string> OfKinds(List<Booking> bookings, List<ExclusiveKind> kinds, DateOnly today)
    {
        var exclusive = bookings.Where(booking => ExclusiveKind.Covers(booking.Details.InterviewType)).ToDictionary(booking => booking.Id);
        foreach (var booking in exclusive.Values.Where(booking => booking.Details.Start.DanishDate() >= today))
        {
            if (!kinds.Exists(kind => kind.BookingId == booking.Id && kind.StartDate == booking.Details.Start.DanishDate()))
            {
                yield return $"Booking {booking.Id} has not its one place.";
            }
        }

        foreach (var kind in kinds.Where(kind => !exclusive.ContainsKey(kind.BookingId)))
        {
            yield return $"A place is kept for {kind.BookingId}, which is not there.";
        }
    }

    /// <summary>Met by a booking that is there and fits; open only where none fits.</summary>
    private static IEnumerable<string> OfDeadlines(Citizen citizen, List<Booking> bookings, DateOnly today)
    {
        var own = bookings.Where(booking => booking.CitizenId == citizen.Id).ToList();
        foreach (var deadline in citizen.Deadlines)
        {
            var meeting = own.Find(booking => booking.Id == deadline.MetBy);
            bool Fits(Booking booking) =>
                booking.Details.InterviewType == deadline.InterviewType
                && booking.Details.Start.DanishDate() <= deadline.HoldBy
                && booking.Details.Start.DanishDate() >= today;
            if (meeting is null ? own.Exists(Fits) : !Fits(meeting))
            {
                yield return $"The deadline of {deadline.HoldBy} is {(meeting is null ? "open" : "met")} and should not be.";
            }
        }
    }
}
