namespace BorgerPortal.Domain.Bookings;

/// <summary>
/// A citizen has at most one current booking of these types by CreateBooking (8273, 9220). The row is taken in the
/// booking's own commit; a meeting that has been held does not block the next.
/// </summary>
public sealed class ExclusiveKind
{
    public required long CitizenId { get; set; }

    public required int InterviewType { get; set; }

    /// <summary>The date on which the meeting starts, Danish calendar.</summary>
    public required DateOnly StartDate { get; set; }

    public required Guid BookingId { get; set; }

    public static bool Covers(int interviewType) => interviewType is Planner.InterviewType.JobInterview or Planner.InterviewType.FollowUp;
}
