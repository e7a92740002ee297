using BorgerPortal.Domain.Notices;

namespace BorgerPortal.Domain.Persistence.Writes;

/// <summary>Queues a notice to the citizen.</summary>
public sealed record QueueNotice(OutboxNotice Notice) : Write
{
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
