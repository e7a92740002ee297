using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Scenarios.Loading;

/// <summary>
/// Lets current bookings meet the deadlines that they fit: a booking that is imported meets open deadlines, and a deadline
/// that is issued later is met at once.
/// </summary>
internal static class DeadlineMeeter
{
    public static void Meet(ImportWork work)
    {
        var stored = work.Rows.Bookings.Values.Where(row => row.State != BookingState.Cancelled).ToLookup(
            row => row.CitizenId, row => new Meeting(row.Id, row.InterviewType, row.Start, row.State));
        var imported = work.Bookings.Where(booking => !booking.IsCancelled).ToLookup(
            booking => booking.Citizen,
            booking => new Meeting(booking.Row.Id, booking.Details.InterviewType, booking.Details.Start, booking.Row.State));
        foreach (var citizen in work.Rows.Citizens.Values.Where(citizen => citizen.Deadlines.Count > 0))
        {
            Meet(citizen, [.. stored[citizen.Id], .. imported[citizen]], work.Moment.Today);
        }
    }

    private static void Meet(Citizen citizen, List<Meeting> meetings, DateOnly today)
    {
        var starts = meetings.ToDictionary(meeting => meeting.Id, meeting => (DateTimeOffset?)meeting.Start);
        foreach (var deadline in citizen.Deadlines)
        {
            var metAt = deadline.MetBy is { } id ? starts.GetValueOrDefault(id) : null;
            if (new DeadlineState(deadline, metAt).StatusOf(citizen.Absences, today) != DeadlineStatus.Active)
            {
                continue;
            }

            var fitting = meetings
                .Where(meeting => meeting.State == BookingState.Active
                    && meeting.InterviewType == deadline.InterviewType
                    && meeting.Start.DanishDate() >= today
                    && meeting.Start.DanishDate() <= deadline.HoldBy)
                .MinBy(meeting => meeting.Start);
            deadline.MetBy = fitting?.Id ?? deadline.MetBy;
        }
    }

    private sealed record Meeting(Guid Id, int InterviewType, DateTimeOffset Start, BookingState State);
}
