using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Citizens;

/// <summary>What a booking that is cancelled or moved does to the deadlines that it met, and to those that are open.</summary>
public static class DeadlinesFreed
{
    /// <summary>Those that the citizen must book for again once the booking is cancelled.</summary>
    /// <param name="bookingId">The booking that meets them now.</param>
    /// <param name="file">The citizen.</param>
    /// <param name="moment">When.</param>
    public static IReadOnlyList<Deadline> Reopened(Guid bookingId, CitizenFile file, Moment moment) =>
    [
        .. MetBy(bookingId, file).Where(deadline => IsOpenElse(deadline, file, moment) && Successor(deadline, bookingId, file, moment) is null),
    ];

    /// <summary>They open again by themselves, since their booking is cancelled; one that another booking fits is met by that.</summary>
    internal static IEnumerable<Write> ByCancelling(Booking booking, CitizenFile file, Moment moment) =>
        from deadline in MetBy(booking.Id, file)
        let other = Successor(deadline, booking.Id, file, moment)
        where other is not null
        select new MeetDeadline(deadline.Id, other.Id);

    /// <param name="booking">As it is once it has moved.</param>
    /// <param name="file">The citizen as before.</param>
    /// <param name="moment">When.</param>
    internal static IEnumerable<Write> ByMoving(Booking booking, CitizenFile file, Moment moment)
    {
        foreach (var deadline in MetBy(booking.Id, file).Where(deadline => !Fits(booking.Details.InterviewType, booking.Details.Start, deadline)))
        {
            yield return Successor(deadline, booking.Id, file, moment) is { } other
                ? new MeetDeadline(deadline.Id, other.Id)
                : new ReopenDeadline(deadline.Id, booking.Id);
        }

        foreach (var deadline in DeadlinesMet.By(booking, file, moment))
        {
            yield return new MeetDeadline(deadline.Id, booking.Id);
        }
    }

    private static IEnumerable<Deadline> MetBy(Guid bookingId, CitizenFile file) => file.Deadlines
        .Select(state => state.Deadline)
        .Where(deadline => deadline.MetBy == bookingId && !deadline.AdministrativelyClosed);

    /// <summary>The citizen's earliest other booking that meets it, where it would be open else.</summary>
    private static CurrentBooking? Successor(Deadline deadline, Guid bookingId, CitizenFile file, Moment moment) =>
        !IsOpenElse(deadline, file, moment)
            ? null
            : file.CurrentBookings.FirstOrDefault(other => other.Id != bookingId
                && other.State != BookingState.Pending
                && other.Start.DanishDate() >= moment.Today
                && Fits(other.InterviewType, other.Start, deadline));

    private static bool IsOpenElse(Deadline deadline, CitizenFile file, Moment moment) =>
        new DeadlineState(deadline, MeetingStart: null).StatusOf(file.Absences, moment.Today) == DeadlineStatus.Active;

    private static bool Fits(int interviewType, DateTimeOffset start, Deadline deadline) =>
        interviewType == deadline.InterviewType && start.DanishDate() <= deadline.HoldBy;
}
