using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Rules;

/// <summary>What CreateBooking's gates read before its planner is asked anything.</summary>
/// <param name="Moment">When the request arrived.</param>
/// <param name="Faults">What is wrong with the request's shape, each field a 1014.</param>
/// <param name="File">The citizen; null where nobody is known, or was looked up.</param>
/// <param name="IsConfigured">Whether the citizen's jobcentre has a booking system.</param>
/// <param name="OptionId">The offer that is asked for, if any.</param>
public sealed record GateFacts(Moment Moment, IReadOnlyList<Error> Faults, CitizenFile? File, bool IsConfigured, Guid? OptionId)
{
    /// <summary>The citizen's right, and whether booking at once is required.</summary>
    public SelfBooking? SelfBooking { get; } = File is null ? null : SelfBooking.Of(File, IsConfigured, Moment);

    /// <summary>The citizen's booking on the offer that is not settled yet: it is the answer, before any rule.</summary>
    public CurrentBooking? Pending { get; } =
        File?.CurrentBookings.FirstOrDefault(booking => booking.State == BookingState.Pending && booking.OptionId == OptionId);
}
