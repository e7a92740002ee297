using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Security;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.ExternalBooking.Protocol;

/// <summary>A change of a booking that a planner is about to be asked for.</summary>
/// <param name="Booking">As it is.</param>
/// <param name="Intent">What is written down of it.</param>
/// <param name="Citizen">Whose it is, with the booking's jobcentre.</param>
/// <param name="Moment">When the citizen asked.</param>
internal sealed record ChangeAsk(Booking Booking, BookingIntent Intent, CitizenProfile Citizen, Moment Moment)
{
    /// <summary>The seat to hold, for a move.</summary>
    public ReserveCall? Reserve { get; init; }

    public static ChangeAsk Of(IntentKind kind, Booking booking, CitizenFile file, Caller caller, Moment moment, IdSource ids)
    {
        var intent = BookingIntent.Of(kind, ids.Next(), booking, caller, moment.Now, ids);
        return new ChangeAsk(booking, intent, file.Profile with { JobCentreCode = booking.JobCentreCode }, moment);
    }

    /// <summary>What is written before the planner is asked. A release of an earlier move that came to nothing would take the new seat with it: it is needed no more.</summary>
    public IReadOnlyList<Write> Begin() =>
    [
        new MoveBookingState(Booking.Id, BookingState.Active, BookingState.Changing),
        new ForgetReleases(Booking.Id),
        new InsertIntent(Intent),
    ];

    /// <summary>The operation that asked for a kind of change, by its wire name.</summary>
    public static string OperationOf(IntentKind kind) => kind switch
    {
        IntentKind.Move => OperationNames.RescheduleBooking,
        IntentKind.Cancel => OperationNames.CancelBooking,
        IntentKind.Accept => OperationNames.AcceptBooking,
        _ => OperationNames.CreateBooking,
    };
}
