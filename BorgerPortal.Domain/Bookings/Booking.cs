namespace BorgerPortal.Domain.Bookings;

/// <summary>Tilstand: where a booking stands.</summary>
public enum BookingState
{
    /// <summary>The booking system's answer is not known yet; it counts as current in every rule.</summary>
    Pending = 1,
    Active = 2,
    Cancelled = 3,

    /// <summary>It stands, and what its booking system has made of a change to it is not known yet; to everybody outside it reads as pending.</summary>
    Changing = 4,
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

    /// <summary>How many times it has moved: a calendar that holds it tells by this which of two is newer.</summary>
    public int Moves { get; set; }

    public required BookingDetails Details { get; set; }

    /// <summary>As it is once the citizen has accepted it.</summary>
    public Booking AsAccepted() => With(Details, CaseWorkerId, CaseWorkerChoice, Moves);

    /// <summary>As it is once it has moved: the same booking, with details anew. To move it is to accept it.</summary>
    /// <param name="details">What its planner has assembled.</param>
    /// <param name="caseWorkerId">The embedded planner's caseworker, where it is one of its own.</param>
    /// <param name="caseWorkerChoice">Whether its offer lets the citizen choose a caseworker.</param>
    public Booking AsMoved(BookingDetails details, long? caseWorkerId, bool caseWorkerChoice) =>
        With(details, caseWorkerId, caseWorkerChoice, Moves + 1);

    /// <summary>A change of it is under way, or it is not made for certain: it can be neither moved nor cancelled until that is settled.</summary>
    public bool IsUnsettled => State is BookingState.Pending or BookingState.Changing;

    private Booking With(BookingDetails details, long? caseWorkerId, bool caseWorkerChoice, int moves) => new()
    {
        Id = Id,
        CitizenId = CitizenId,
        JobCentreCode = JobCentreCode,
        OptionId = OptionId,
        CaseWorkerId = caseWorkerId,
        CaseWorkerChoice = caseWorkerChoice,
        State = BookingState.Active,
        CreatedAt = CreatedAt,
        SelfBooked = SelfBooked,
        Accepted = true,
        CitizenShouldAccept = CitizenShouldAccept,
        ImmediateBooking = ImmediateBooking,
        Moves = moves,
        Details = details,
    };
}
