using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Requests;

namespace BorgerPortal.Domain.Audit;

/// <summary>A line of the audit log that is being put together while an operation reads.</summary>
internal sealed class Look(ReadAudit audit, string operation, Caller asker, DateTimeOffset at)
{
    private long? _citizenId;
    private string? _jobCentreCode;

    public Guid? OptionId { get; set; }

    public Guid? BookingId { get; set; }

    /// <summary>Whose data are read, once that is known.</summary>
    public void About(Citizen citizen) => (_citizenId, _jobCentreCode) = (citizen.Id, citizen.JobCentreCode);

    /// <summary>Whose data are read, where anybody's are.</summary>
    public void About(CitizenFile? file)
    {
        if (file is not null)
        {
            About(file.Citizen);
        }
    }

    /// <summary>Whose data are read, where no more is known of them than their id.</summary>
    public void About(long? citizenId) => _citizenId = citizenId;

    /// <summary>Notes how it ended.</summary>
    public async ValueTask<Result<T>> EndAsync<T>(Result<T> result)
        where T : notnull
    {
        await audit.NoteAsync(new AuditEntry
        {
            At = at,
            ActorKind = asker.Kind,
            Actor = asker.Name,
            CitizenId = _citizenId,
            JobCentreCode = _jobCentreCode,
            Operation = operation,
            OptionId = OptionId,
            BookingId = BookingId,
            Codes = [.. result.Errors.Select(error => error.Code.Number)],
        });
        return result;
    }
}
