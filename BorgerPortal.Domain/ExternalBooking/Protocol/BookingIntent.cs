using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Security;

namespace BorgerPortal.Domain.ExternalBooking.Protocol;

/// <summary>What the portal wants of a planner.</summary>
public enum IntentKind
{
    Book = 1,
    Move = 2,
    Cancel = 3,
    Accept = 4,
}

/// <summary>A booking as it will be once it is moved.</summary>
/// <param name="Details">What its planner has assembled.</param>
/// <param name="CaseWorkerChoice">Whether its offer lets the citizen choose a caseworker.</param>
public sealed record MovedBooking(BookingDetails Details, bool CaseWorkerChoice);

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
    /// <summary>How long a citizen's own request may be at it before the reconciler takes over.</summary>
    private static readonly TimeSpan OwnTime = TimeSpan.FromMinutes(2);

    /// <summary>Its own; that of making a booking is the booking's.</summary>
    public required Guid Id { get; set; }

    public required IntentKind Kind { get; set; }

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

    /// <summary>What the planner has assembled of a booking that is to be moved; the booking itself stays as it is until that is settled.</summary>
    public MovedBooking? Moved { get; set; }

    /// <param name="kind">What is wanted.</param>
    /// <param name="id">Its own id.</param>
    /// <param name="booking">Of which booking.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="askedAt">When.</param>
    /// <param name="ids">Where request ids come from.</param>
    internal static BookingIntent Of(IntentKind kind, Guid id, Booking booking, Caller caller, DateTimeOffset askedAt, IdSource ids) => new()
    {
        Id = id,
        Kind = kind,
        BookingId = booking.Id,
        CitizenId = booking.CitizenId,
        JobCentreCode = booking.JobCentreCode,
        Step = kind is IntentKind.Book or IntentKind.Move ? IntentStep.Reserving : IntentStep.Confirming,
        ReserveRequest = NextRequest(ids),
        ConfirmRequest = NextRequest(ids),
        ReleaseRequest = NextRequest(ids),
        AskedAt = askedAt,
        ActorKind = caller.Kind,
        Actor = caller.Name,
        NextTryAt = askedAt + OwnTime,
    };

    private static string NextRequest(IdSource ids) => ids.Next().ToString("N");
}
