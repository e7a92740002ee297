using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Rules;

/// <summary>What CreateBooking's rules read before a seat is asked for.</summary>
/// <param name="Moment">When the request arrived.</param>
/// <param name="File">The citizen.</param>
/// <param name="SelfBooking">The citizen's right, and whether booking at once is required.</param>
/// <param name="Ground">What the planner says of the offer and the time.</param>
/// <param name="Start">The start that was asked for, UTC.</param>
/// <param name="ContactType">The contact form that was asked for.</param>
/// <param name="Options">What configuration decides.</param>
public sealed record BookingFacts(
    Moment Moment,
    CitizenFile File,
    SelfBooking SelfBooking,
    BookingGround Ground,
    DateTimeOffset Start,
    int ContactType,
    RuleOptions Options)
{
    public InterviewOption Option => Ground.Option;

    public DateOnly StartDate { get; } = Start.DanishDate();

    /// <summary>Booking at once is required, and this offer is of an overdue deadline's type.</summary>
    public bool IsImmediateBooking => SelfBooking.Overdue.Any(deadline => deadline.InterviewType == Option.InterviewType);

    /// <summary>Whether the deadline is one of the overdue ones that force this immediate booking.</summary>
    public bool ForcesThisBooking(Deadline deadline) => IsImmediateBooking && SelfBooking.Overdue.Contains(deadline);

    /// <summary>The open deadlines of the offer's type.</summary>
    public IEnumerable<Deadline> OpenDeadlinesOfType =>
        File.OpenDeadlines(Moment.Today).Where(deadline => deadline.InterviewType == Option.InterviewType);
}
