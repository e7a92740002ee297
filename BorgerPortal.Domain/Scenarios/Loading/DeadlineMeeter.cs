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
    /// <returns>True where a deadline is met that was not before.</returns>
    public static bool Meet(Citizen citizen, IReadOnlyList<BookingRow> meetings, DateOnly today)
    {
        var starts = meetings.ToDictionary(meeting => meeting.Id, meeting => (DateTimeOffset?)meeting.Start);
        var isChanged = false;
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
            if (fitting is not null)
            {
                deadline.MetBy = fitting.Id;
                isChanged = true;
            }
        }

        return isChanged;
    }
}
