using BorgerPortal.Domain.Bookings;

namespace BorgerPortal.Domain.ExternalBooking;

/// <summary>
/// The writing side of a planner that is a system of its own: it holds a seat for some minutes while the portal judges
/// the assembled booking, and gives it away when the portal confirms. Each call carries a request id of its own, at most
/// 46 characters, that is used again only when that very step is tried again. All instants are UTC.
/// </summary>
public interface IReservations
{
    /// <summary>Asks the planner to hold a seat for a booking that is to have the given id.</summary>
    /// <returns>The assembled booking, checked against the contract. Refused with 4819 or another code where there is no seat.</returns>
    Task<PlannerAnswer<Reservation>> ReserveAsync(ReserveCall call, CancellationToken cancellationToken);

    /// <summary>Makes a held seat the booking's.</summary>
    /// <returns>
    /// Refused where the seat is not held any more. A planner that knows the request id and says only that (412) has not
    /// said what became of it: unknown, here as for every step.
    /// </returns>
    Task<PlannerAnswer<Confirmed>> ConfirmAsync(SeatCall call, CancellationToken cancellationToken);

    /// <summary>Makes a held seat the booking's in the place of the seat that it had, in one step.</summary>
    /// <returns>Refused where the new seat is not held any more: the booking has its old one.</returns>
    Task<PlannerAnswer<Confirmed>> RebookAsync(SeatCall call, CancellationToken cancellationToken);

    /// <summary>Cancels a booking.</summary>
    /// <returns>Refused with 4768 where it is gone already.</returns>
    Task<PlannerAnswer<Confirmed>> CancelAsync(SeatCall call, CancellationToken cancellationToken);

    /// <summary>Notes that the citizen has accepted a summons; to say it again changes nothing.</summary>
    Task<PlannerAnswer<Confirmed>> AcceptAsync(SeatCall call, CancellationToken cancellationToken);

    /// <summary>Passes on an error that a citizen has reported.</summary>
    Task<PlannerAnswer<Confirmed>> ReportAsync(ErrorReportCall call, CancellationToken cancellationToken);

    /// <summary>
    /// Lets a held seat go for good: a planner that has heard it refuses a late reserve or confirm of that booking. One that
    /// has a seat already keeps that, and what a late reserve holds for it ends by itself.
    /// </summary>
    Task<PlannerAnswer<Released>> ReleaseAsync(SeatCall call, CancellationToken cancellationToken);

    /// <summary>Reads back how a booking stands with the planner.</summary>
    Task<PlannerAnswer<SeatStanding>> GetAsync(Guid bookingId, CitizenProfile citizen, CancellationToken cancellationToken);
}

/// <summary>Which seat to hold.</summary>
/// <param name="BookingId">The portal's own id of the booking.</param>
/// <param name="Citizen">For whom.</param>
/// <param name="Option">The offer, as the planner told of it.</param>
/// <param name="Start">The time of it, UTC.</param>
/// <param name="ContactType">How the citizen wishes to meet.</param>
/// <param name="SupervisorIdentifier">The caseworker wished for, if any.</param>
/// <param name="IsImmediate">Whether booking at once is required of the citizen.</param>
/// <param name="RequestId">This step's own.</param>
public sealed record ReserveCall(
    Guid BookingId,
    CitizenProfile Citizen,
    InterviewOption Option,
    DateTimeOffset Start,
    int ContactType,
    string? SupervisorIdentifier,
    bool IsImmediate,
    string RequestId);

/// <summary>A step with a booking whose seat was asked for before.</summary>
public sealed record SeatCall(Guid BookingId, CitizenProfile Citizen, string RequestId);

/// <summary>An error report for a planner.</summary>
/// <param name="Citizen">Who met the error.</param>
/// <param name="OptionId">The offer that it is about, if any.</param>
/// <param name="BookingId">The booking that it is about, if any.</param>
/// <param name="Code">Fejlkode.</param>
/// <param name="Text">Plain text without a personnummer.</param>
/// <param name="Origin">FejlOphav.</param>
/// <param name="At">When the citizen met it, UTC.</param>
/// <param name="RequestId">The report's own.</param>
public sealed record ErrorReportCall(
    CitizenProfile Citizen, Guid? OptionId, Guid? BookingId, int Code, string? Text, int Origin, DateTimeOffset At, string RequestId);

/// <summary>A held seat.</summary>
/// <param name="Details">The booking as the planner has assembled it.</param>
/// <param name="HeldUntil">How long the seat is held, UTC; null where the planner does not say.</param>
public sealed record Reservation(BookingDetails Details, DateTimeOffset? HeldUntil);

/// <summary>The planner has done what it was asked: the seat is the booking's, or the booking is cancelled or accepted.</summary>
public sealed record Confirmed;

/// <summary>The seat is free again.</summary>
public sealed record Released;

/// <summary>How a booking stands with its planner.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Details">The booking as the planner has it; null where there is none.</param>
/// <param name="IsMoving">Whether another seat is held for a booking that has one.</param>
public sealed record SeatStanding(SeatState State, BookingDetails? Details, bool IsMoving = false);

/// <summary>What a planner can say of a booking.</summary>
public enum SeatState
{
    /// <summary>It knows of none.</summary>
    None = 0,
    Reserved,
    Booked,
    Cancelled,
}
