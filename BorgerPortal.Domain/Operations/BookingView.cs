using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Domain.Operations;

/// <summary>A booking as a citizen may see it: a caseworker whose name may not be shown, or whom the citizen could not choose, reads as hidden.</summary>
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
    int Moves,
    BookingDetails Details)
{
    public static BookingView ForCitizen(Booking booking) => new(
        booking.Id,
        booking.JobCentreCode,
        booking.OptionId,
        booking.IsUnsettled ? BookingState.Pending : booking.State,
        booking.CreatedAt,
        booking.SelfBooked,
        booking.Accepted,
        booking.CitizenShouldAccept,
        booking.ImmediateBooking,
        booking.Moves,
        MayNameCaseWorker(booking) ? booking.Details : booking.Details with { Supervisor = Supervisor.Hidden });

    /// <summary>Whether the caseworker's name is there to be read.</summary>
    public bool NamesCaseWorker => Details.Supervisor != Supervisor.Hidden;

    // A summons without an offer had no choice to give: there the planner's word alone counts.
    private static bool MayNameCaseWorker(Booking booking) =>
        booking.Details.ShowCaseWorker && (booking.OptionId is null || booking.CaseWorkerChoice);
}
