namespace BorgerPortal.Domain.Persistence.Writes;

/// <summary>Closes an open deadline for good.</summary>
public sealed record CloseDeadline(long DeadlineId) : Write
{
    public override string Sql => "UPDATE deadlines SET administratively_closed = @closed WHERE id = @id";

    public override WriteRefusal? Refusal => WriteRefusal.Stale;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@closed", true);
        parameters.Add("@id", DeadlineId);
    }
}
