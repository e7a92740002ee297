using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Notices;

namespace BorgerPortal.Domain.Persistence.Writes;

/// <summary>Reminds of a meeting, where it still starts then and nobody has reminded of it.</summary>
public sealed record QueueReminder(Guid NoticeId, Guid BookingId, DateTimeOffset Start, DateTimeOffset Now) : Write
{
    public override string Sql => $"""
        INSERT INTO outbox_notices (id, kind, citizen_id, booking_id, starts_at, queued_at)
        SELECT @id, {(int)NoticeKind.Reminder}, citizen_id, id, starts_at, @now FROM bookings
        WHERE id = @booking AND starts_at = @start AND state IN ({(int)BookingState.Active}, {(int)BookingState.Changing})
        ON CONFLICT DO NOTHING
        """;

    public override WriteRefusal? Refusal => null;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@id", NoticeId);
        parameters.Add("@now", Now);
        parameters.Add("@booking", BookingId);
        parameters.Add("@start", Start);
    }
}

/// <summary>Takes back the reminders of a meeting that are not sent.</summary>
public sealed record WithdrawReminder(Guid BookingId) : Write
{
    public override string Sql => "DELETE FROM outbox_notices WHERE booking_id = @booking AND starts_at IS NOT NULL AND sent_at IS NULL";

    public override WriteRefusal? Refusal => null;

    public override void Bind(IWriteParameters parameters) => parameters.Add("@booking", BookingId);
}
