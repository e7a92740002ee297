using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Domain.Operations;

/// <summary>A booking as a citizen may see it: a caseworker whose name may not be shown reads as hidden.</summary>
public sealed record BookingView(
    Guid Id,
    string JobCentreCode,
    Guid? OptionId,
    BookingState State,
    DateTimeOffset CreatedAt,
    bool SelfBooked,
    bool Accepted,
    bool CitizenShouldAccept,
    bool ImmediateBooking,
    BookingDetails Details)
{
    public static BookingView ForCitizen(Booking booking) => new(
        booking.Id,
        booking.JobCentreCode,
        booking.OptionId,
        booking.State,
        booking.CreatedAt,
        booking.SelfBooked,
        booking.Accepted,
        booking.CitizenShouldAccept,
        booking.ImmediateBooking,
        booking.Details.ShowCaseWorker ? booking.Details : booking.Details with { Supervisor = Supervisor.Hidden });
}
