using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Rules;

/// <summary>What CreateOmbooking's rules read before a seat is asked for.</summary>
/// <param name="Moment">When the request arrived.</param>
/// <param name="File">The citizen.</param>
/// <param name="Booking">As it is.</param>
/// <param name="Ground">What the planner says of the offer and the new time; null where it could not be asked.</param>
/// <param name="Start">The start that was asked for, UTC.</param>
/// <param name="ContactType">The contact form that was asked for, or the one that stays.</param>
/// <param name="Options">What configuration decides.</param>
public sealed record RescheduleFacts(
    Moment Moment, CitizenFile File, Booking Booking, BookingGround? Ground, DateTimeOffset Start, int ContactType, RuleOptions Options)
{
    public RebookingObstacle Obstacle { get; } = Rebooking.ObstacleOf(Booking, Moment);

    public DateOnly StartDate => Start.DanishDate();

    /// <summary>What the booking will be of.</summary>
    public int InterviewType => Ground?.Option.InterviewType ?? Booking.Details.InterviewType;

    /// <summary>The deadlines of its type that are open or that this booking meets.</summary>
    public IEnumerable<Deadline> Deadlines => File.OpenDeadlines(Moment.Today)
        .Concat(File.Deadlines.Select(state => state.Deadline).Where(deadline => deadline.MetBy == Booking.Id && !deadline.AdministrativelyClosed))
        .Where(deadline => deadline.InterviewType == InterviewType);
}
