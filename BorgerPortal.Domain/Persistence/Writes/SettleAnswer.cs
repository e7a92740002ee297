using BorgerPortal.Domain.Persistence.Mappings;

namespace BorgerPortal.Domain.Persistence.Writes;

/// <summary>Gives the request id of a pending booking its final answer.</summary>
/// <param name="PendingBooking">The booking that it was told to wait for.</param>
/// <param name="BookingId">The booking that was made; null where it came to nothing.</param>
/// <param name="Errors">Why it came to nothing; empty on success.</param>
/// <param name="At">When it was settled.</param>
public sealed record SettleAnswer(Guid PendingBooking, Guid? BookingId, IReadOnlyList<string> Errors, DateTimeOffset At) : Write
{
    public override string Sql => """
        UPDATE stored_answers SET pending = @pending, answered_at = @at, booking_id = @booking, errors = @errors
        WHERE booking_id = @pending_booking AND pending
        """;

    public override WriteRefusal? Refusal => null;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@pending", false);
        parameters.Add("@at", At);
        parameters.Add("@booking", BookingId);
        parameters.Add("@errors", Conversions.Join(Errors));
        parameters.Add("@pending_booking", PendingBooking);
    }
}

/// <summary>Forgets the request id of a booking that came to nothing for a reason that may pass: the same id may try again.</summary>
public sealed record ForgetPendingAnswer(Guid PendingBooking) : Write
{
    public override string Sql => "DELETE FROM stored_answers WHERE booking_id = @pending_booking AND pending";

    public override WriteRefusal? Refusal => null;

    public override void Bind(IWriteParameters parameters) => parameters.Add("@pending_booking", PendingBooking);
}
