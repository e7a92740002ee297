namespace BorgerPortal.Domain.Bookings;

/// <summary>Tilstand: where a booking stands.</summary>
public enum BookingState
{
    /// <summary>The booking system's answer is not known yet; it counts as current in every rule.</summary>
    Pending = 1,
    Active = 2,
    Cancelled = 3,
}

/// <summary>
/// A meeting of a citizen (indkaldelse): summoned by a caseworker or booked by the citizen. It keeps the jobcentre and
/// the offer that it was made from.
/// </summary>
public sealed class Booking
{
    public required Guid Id { get; set; }

    public required long CitizenId { get; set; }

    public required string JobCentreCode { get; set; }

    /// <summary>The offer that it was made from; null for a summons without one.</summary>
    public Guid? OptionId { get; set; }

    /// <summary>The embedded planner's caseworker, where it is one of its own.</summary>
    public long? CaseWorkerId { get; set; }

    /// <summary>Whether its offer let the citizen choose a caseworker; false for a summons without an offer.</summary>
    public required bool CaseWorkerChoice { get; set; }

    public required BookingState State { get; set; }

    public required DateTimeOffset CreatedAt { get; set; }

    public required bool SelfBooked { get; set; }

    public required bool Accepted { get; set; }

    public required bool CitizenShouldAccept { get; set; }

    /// <summary>Straksbooket: can be neither moved nor cancelled by the citizen (9130).</summary>
    public required bool ImmediateBooking { get; set; }

    public required BookingDetails Details { get; set; }
}
