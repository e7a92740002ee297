namespace BorgerPortal.Domain.Persistence.Writes;

/// <summary>Notes which booking met a deadline.</summary>
public sealed record MeetDeadline(long DeadlineId, Guid BookingId) : Write
{
    public override string Sql => "UPDATE deadlines SET met_by = @booking WHERE id = @id AND administratively_closed = @closed";

    public override WriteRefusal? Refusal => WriteRefusal.Stale;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@booking", BookingId);
        parameters.Add("@id", DeadlineId);
        parameters.Add("@closed", false);
    }
}
