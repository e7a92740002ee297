using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Persistence.Mappings;

namespace BorgerPortal.Domain.Persistence.Writes;

/// <summary>Writes a line of the audit log.</summary>
public sealed record WriteAudit(AuditEntry Entry) : Write
{
    public override string Sql => """
        INSERT INTO audit_entries (at, actor_kind, actor, citizen_id, job_centre_code, operation, option_id, booking_id, reason, codes)
        VALUES (@at, @actor_kind, @actor, @citizen, @job_centre, @operation, @option, @booking, @reason, @codes)
        """;

    public override WriteRefusal? Refusal => null;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@at", Entry.At);
        parameters.Add("@actor_kind", (int)Entry.ActorKind);
        parameters.Add("@actor", Entry.Actor);
        parameters.Add("@citizen", Entry.CitizenId);
        parameters.Add("@job_centre", Entry.JobCentreCode);
        parameters.Add("@operation", Entry.Operation);
        parameters.Add("@option", Entry.OptionId);
        parameters.Add("@booking", Entry.BookingId);
        parameters.Add("@reason", Entry.Reason);
        parameters.Add("@codes", Conversions.Join(Entry.Codes));
    }
}
