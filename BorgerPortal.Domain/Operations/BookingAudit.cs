using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Operations;

/// <summary>The line of the audit log that a change of the plan ends with, whoever brings it to its end.</summary>
internal static class BookingAudit
{
    /// <param name="operation">The operation's wire name.</param>
    /// <param name="booking">The booking that was asked for, or that was to be changed.</param>
    /// <param name="bookingId">Its id where it is to be found; null where it came to nothing.</param>
    /// <param name="errors">Why it came to nothing.</param>
    /// <param name="caller">Who acted.</param>
    /// <param name="moment">When.</param>
    public static WriteAudit Of(
        string operation, Booking booking, Guid? bookingId, IReadOnlyList<Error> errors, Caller caller, Moment moment) => new(new AuditEntry
        {
            At = moment.Now,
            ActorKind = caller.Kind,
            Actor = caller.Name,
            CitizenId = booking.CitizenId,
            JobCentreCode = booking.JobCentreCode,
            Operation = operation,
            OptionId = booking.OptionId,
            BookingId = bookingId,
            Codes = [.. errors.Select(error => error.Code.Number)],
        });
}
