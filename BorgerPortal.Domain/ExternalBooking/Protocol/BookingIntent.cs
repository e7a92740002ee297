using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Requests;

namespace BorgerPortal.Domain.ExternalBooking.Protocol;

/// <summary>How far the portal and a planner have come with a booking.</summary>
public enum IntentStep
{
    /// <summary>Written down before the planner is asked to hold a seat.</summary>
    Reserving = 1,

    /// <summary>The seat is held and the booking is sound; the planner is asked to make it the booking's.</summary>
    Confirming = 2,

    /// <summary>Asked to confirm, and nobody knows whether it did.</summary>
    Unknown = 3,

    /// <summary>The booking came to nothing; the planner is yet to hear that the seat is free.</summary>
    Releasing = 4,

    Settled = 5,
}

/// <summary>
/// What the portal has asked a planner to do, written down before it asks: whatever breaks in between, the booking is
/// settled from here. It stays when all is settled, as evidence of what was asked and when.
/// </summary>
public sealed class BookingIntent
{
    public required Guid BookingId { get; set; }

    public required long CitizenId { get; set; }

    /// <summary>Whose planner is asked, also when the citizen has moved meanwhile.</summary>
    public required string JobCentreCode { get; set; }

    public required IntentStep Step { get; set; }

    /// <summary>The request id of each step, used again only when that very step is tried again.</summary>
    public required string ReserveRequest { get; set; }

    public required string ConfirmRequest { get; set; }

    public required string ReleaseRequest { get; set; }

    /// <summary>When the citizen asked, an instant.</summary>
    public required DateTimeOffset AskedAt { get; set; }

    /// <summary>Who asked, for the audit log: whoever settles it, it is theirs.</summary>
    public required ActorKind ActorKind { get; set; }

    public string? Actor { get; set; }

    public Caller Caller => new(ActorKind, Actor);

    /// <summary>When the reconciler may take it up: not while the citizen's own request is still at it.</summary>
    public required DateTimeOffset NextTryAt { get; set; }

    public int Tries { get; set; }
}
