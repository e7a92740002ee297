using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.ExternalBooking;

/// <summary>
/// Taking a seat inside the portal's own commit: the planner says which rows take it, the portal judges the assembled
/// booking, and all is written together or not at all. Nothing is taken until the plan is written.
/// </summary>
public interface ISeatPlanner
{
    /// <summary>Assembles the booking and plans its seat.</summary>
    /// <param name="ground">What the same planner read for this time.</param>
    /// <param name="bookingId">The id that the booking will have.</param>
    /// <param name="contactType">How the citizen wishes to meet.</param>
    /// <param name="moment">When the request arrived.</param>
    /// <returns>4819 where no seat is free.</returns>
    Result<SeatPlan> PlanSeat(BookingGround ground, Guid bookingId, int contactType, Moment moment);

    /// <summary>Assembles a booking anew at another time and plans its new seat and then the end of its old one.</summary>
    /// <param name="ground">What the same planner read for the new time, for a move of this booking.</param>
    /// <param name="booking">As it is.</param>
    /// <param name="contactType">How the citizen wishes to meet.</param>
    /// <param name="moment">When the request arrived.</param>
    /// <returns>4819 where no seat is free.</returns>
    Result<SeatPlan> PlanMove(BookingGround ground, Booking booking, int contactType, Moment moment);

    /// <summary>The rows that let a booking's seat go.</summary>
    IReadOnlyList<Write> PlanRelease(Booking booking);
}

/// <summary>A planned seat.</summary>
/// <param name="Details">The assembled booking.</param>
/// <param name="CaseWorkerId">The planner's own id of the caseworker.</param>
/// <param name="Writes">The rows that take the seat; each is refused when it is taken meanwhile.</param>
public sealed record SeatPlan(BookingDetails Details, long CaseWorkerId, IReadOnlyList<Write> Writes);
