namespace BorgerPortal.Domain.Notices;

/// <summary>What a notice tells.</summary>
public enum NoticeKind
{
    Confirmation = 1,

    /// <summary>A booking whose outcome was not known came to nothing.</summary>
    NotBooked = 2,

    /// <summary>A booking has another time, form or caseworker.</summary>
    Moved = 3,
    Cancelled = 4,

    /// <summary>A change whose outcome was not known came to nothing: the booking stands as it was.</summary>
    NotMoved = 5,
    NotCancelled = 6,

    /// <summary>The meeting is tomorrow.</summary>
    Reminder = 7,
}

/// <summary>
/// A notice to a citizen that waits to be sent. It is queued in the commit of the change that it tells of, so that
/// neither can be without the other.
/// </summary>
public sealed class OutboxNotice
{
    /// <summary>Also the message's id, so that a receiver can tell a repeat.</summary>
    public required Guid Id { get; set; }

    public required NoticeKind Kind { get; set; }

    public required long CitizenId { get; set; }

    public required Guid BookingId { get; set; }

    /// <summary>Of a reminder: the start that it reminds of, so that there is one for each; whoever sends it looks whether the meeting still starts then.</summary>
    public DateTimeOffset? StartsAt { get; set; }

    public required DateTimeOffset QueuedAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }
}
