using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Citizens;

/// <summary>Which open deadlines a meeting meets.</summary>
public static class DeadlinesMet
{
    /// <summary>
    /// Those of its type whose last date for holding it is not before its start. A meeting that was booked at once meets
    /// the deadlines that forced it (overdue when it was asked for) whatever their last date.
    /// </summary>
    public static IEnumerable<Deadline> By(Booking booking, CitizenFile file, Moment moment)
    {
        var startDate = booking.Details.Start.DanishDate();
        var askedOn = booking.CreatedAt.DanishDate();
        return file.OpenDeadlines(moment.Today)
            .Where(deadline => deadline.InterviewType == booking.Details.InterviewType)
            .Where(deadline => startDate <= deadline.HoldBy || (booking.ImmediateBooking && deadline.BookBy < askedOn));
    }
}
