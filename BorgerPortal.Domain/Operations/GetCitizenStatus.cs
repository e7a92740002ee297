using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Operations;

/// <summary>What GetBorgerstatus asks.</summary>
public sealed record GetCitizenStatusRequest(CitizenReference Citizen) : OperationRequest(Citizen);

public sealed class GetCitizenStatusValidator : OperationRequestValidator<GetCitizenStatusRequest>;

/// <summary>What a citizen may and must do.</summary>
/// <param name="SelfBookingPossible">kanSelvbooke.</param>
/// <param name="Deadlines">The deadlines with status 1.</param>
/// <param name="ImmediateBookingRequired">straksbookingPaakraevet.</param>
/// <param name="Hindrance">Why the citizen may not book; null for one who may.</param>
public sealed record CitizenStatus(
    bool SelfBookingPossible, IReadOnlyList<Deadline> Deadlines, bool ImmediateBookingRequired, SelfBookingHindrance? Hindrance = null);

/// <summary>
/// GetBorgerstatus: may the citizen book, which deadlines are open, and must they book at once. It never asks the
/// booking system, so that it answers while that is down. Errors: 1014, 1010.
/// </summary>
public sealed class GetCitizenStatus(CitizenFiles files, IBookingSystems systems, ReadAudit audit, TimeProvider clock)
{
    private static readonly GetCitizenStatusValidator Validator = new();

    public async Task<Result<CitizenStatus>> ExecuteAsync(GetCitizenStatusRequest request, CancellationToken cancellationToken)
    {
        var look = audit.Begin(OperationNames.GetCitizenStatus, request);
        return await look.EndAsync(OperationRows.Hold(OperationNames.GetCitizenStatus, await AnswerAsync(request, look, cancellationToken)));
    }

    private async Task<Result<CitizenStatus>> AnswerAsync(GetCitizenStatusRequest request, Look look, CancellationToken cancellationToken)
    {
        var moment = Moment.Read(clock);
        if (Validator.Check(request) is { Count: > 0 } faults)
        {
            return Result<CitizenStatus>.Failed(faults);
        }

        if (await files.ReadAsync(request.Citizen, moment, cancellationToken) is not { } file)
        {
            return Errors.UnknownPersonnummer;
        }

        look.About(file.Citizen);
        var selfBooking = SelfBooking.Of(file, systems.Find(file.Citizen.JobCentreCode) is not null, moment);
        return new CitizenStatus(
            selfBooking.IsPossible, [.. file.OpenDeadlines(moment.Today)], selfBooking.ImmediateBookingRequired, selfBooking.Hindrance);
    }
}
