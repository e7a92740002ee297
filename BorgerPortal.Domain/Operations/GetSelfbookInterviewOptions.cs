using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Operations;

/// <summary>What GetSelvbookingMoedetilbud asks.</summary>
public sealed record GetSelfbookInterviewOptionsRequest(CitizenReference Citizen) : OperationRequest(Citizen);

public sealed class GetSelfbookInterviewOptionsValidator : OperationRequestValidator<GetSelfbookInterviewOptionsRequest>;

/// <summary>The offers that are meant for the citizen. Caseworkers are named only where the citizen may choose.</summary>
public sealed record SelfbookInterviewOptions(IReadOnlyList<InterviewOption> Options);

/// <summary>
/// GetSelvbookingMoedetilbud: the offers meant for this citizen. One who may not book for themselves gets none.
/// Errors: 1014, 8111, 9018, 4769, 9303, 9329.
/// </summary>
public sealed class GetSelfbookInterviewOptions(CitizenFiles files, IBookingSystems systems, ReadAudit audit, TimeProvider clock)
{
    private static readonly GetSelfbookInterviewOptionsValidator Validator = new();

    public async Task<Result<SelfbookInterviewOptions>> ExecuteAsync(GetSelfbookInterviewOptionsRequest request, CancellationToken cancellationToken)
    {
        var look = audit.Begin(OperationNames.GetSelfbookInterviewOptions, request);
        return await look.EndAsync(OperationRows.Hold(OperationNames.GetSelfbookInterviewOptions, await AnswerAsync(request, look, cancellationToken)));
    }

    private async Task<Result<SelfbookInterviewOptions>> AnswerAsync(GetSelfbookInterviewOptionsRequest request, Look look, CancellationToken cancellationToken)
    {
        var moment = Moment.Read(clock);
        if (Validator.Check(request) is { Count: > 0 } faults)
        {
            return Result<SelfbookInterviewOptions>.Failed(faults);
        }

        if (await files.ReadAsync(request.Citizen, moment, cancellationToken) is not { } file)
        {
            return Errors.CitizenLookupFailed;
        }

        look.About(file.Citizen);
        if (systems.Find(file.Citizen.JobCentreCode) is not { } system)
        {
            return Errors.BookingSystemNotConfigured;
        }

        if (!SelfBooking.Of(file, isConfigured: true, moment).IsPossible)
        {
            return new SelfbookInterviewOptions([]);
        }

        var answer = await system.GetOptionsAsync(file.Profile, moment, cancellationToken);
        return answer.IsError
            ? Result<SelfbookInterviewOptions>.Failed(OperationRows.Own(OperationNames.GetSelfbookInterviewOptions, answer.Errors))
            : new SelfbookInterviewOptions([.. answer.Value.Select(WithoutHiddenNames)]);
    }

    private static InterviewOption WithoutHiddenNames(InterviewOption option) =>
        option.AllowChoiceOfSupervisor ? option : option with { Supervisors = [] };
}
