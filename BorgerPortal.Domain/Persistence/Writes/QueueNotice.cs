using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Notices;

namespace BorgerPortal.Domain.Persistence.Writes;

/// <summary>Queues a notice to the citizen.</summary>
public sealed record QueueNotice(OutboxNotice Notice) : Write
{
    /// <param name="id">The notice's own.</param>
    /// <param name="kind">What it tells.</param>
    /// <param name="booking">Of which booking, to its citizen.</param>
    /// <param name="at">When.</param>
    public static QueueNotice Of(Guid id, NoticeKind kind, Booking booking, DateTimeOffset at) => new(new OutboxNotice
    {
        Id = id,
        Kind = kind,
        CitizenId = booking.CitizenId,
        BookingId = booking.Id,
        QueuedAt = at,
    });

    public override string Sql => """
        INSERT INTO outbox_notices (id, kind, citizen_id, booking_id, queued_at)
        VALUES (@id, @kind, @citizen, @booking, @queued_at)
        """;

    public override WriteRefusal? Refusal => null;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@id", Notice.Id);
        parameters.Add("@kind", (int)Notice.Kind);
        parameters.Add("@citizen", Notice.CitizenId);
        parameters.Add("@booking", Notice.BookingId);
        parameters.Add("@queued_at", Notice.QueuedAt);
    }
}
