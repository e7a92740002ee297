using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Time;
using FluentValidation;

namespace BorgerPortal.Domain.Operations;

/// <summary>What GetOmbookingSagsbehandlere asks.</summary>
/// <param name="Citizen">Who asks.</param>
/// <param name="BookingId">IndkaldelseId.</param>
public sealed record GetRescheduleCaseWorkersRequest(CitizenReference Citizen, Guid? BookingId) : OperationRequest(Citizen);

public sealed class GetRescheduleCaseWorkersValidator : OperationRequestValidator<GetRescheduleCaseWorkersRequest>
{
    public GetRescheduleCaseWorkersValidator() => RuleFor(request => request.BookingId).NotNull().OverridePropertyName("indkaldelseId");
}

/// <summary>
/// GetOmbookingSagsbehandlere: all caseworkers who could hold a booking that is to be moved, whether or not they have time.
/// Errors: 1014, 4400, 4768, 8107, 9018, 4783 (the booking starts before today), 4770 (a choice, and nobody to choose),
/// 4769, 9303, 9329.
/// </summary>
public sealed class GetRescheduleCaseWorkers(BookingGate gate, ReadAudit audit, TimeProvider clock)
{
    private static readonly GetRescheduleCaseWorkersValidator Validator = new();
    private static readonly GateCodes Codes = new(UnknownCitizen: Errors.UnknownCustomerNumber, NotOwn: Errors.NotThisCitizens);

    public async Task<Result<SupervisorChoice>> ExecuteAsync(GetRescheduleCaseWorkersRequest request, CancellationToken cancellationToken)
    {
        var look = audit.Begin(OperationNames.GetRescheduleCaseWorkers, request);
        look.BookingId = request.BookingId;
        return await look.EndAsync(OperationRows.Hold(OperationNames.GetRescheduleCaseWorkers, await AnswerAsync(request, look, cancellationToken)));
    }

    private async Task<Result<SupervisorChoice>> AnswerAsync(GetRescheduleCaseWorkersRequest request, Look look, CancellationToken cancellationToken)
    {
        var moment = Moment.Read(clock);
        if (Validator.Check(request) is { Count: > 0 } faults)
        {
            return Result<SupervisorChoice>.Failed(faults);
        }

        var passage = await gate.PassAsync(request.Citizen, request.BookingId!.Value, Codes, moment, cancellationToken);
        look.About(passage.File);
        if (passage is not { Refusal: null, File: { } file, Booking: { } booking, System: { } system })
        {
            return passage.Refusal!;
        }

        if (booking.Details.Start.DanishDate() < moment.Today)
        {
            return Errors.StartBeforeToday;
        }

        var answer = await system.GetSupervisorsAsync(file.Profile with { JobCentreCode = booking.JobCentreCode }, booking, moment, cancellationToken);
        if (answer.IsError)
        {
            return Result<SupervisorChoice>.Failed(OperationRows.Own(OperationNames.GetRescheduleCaseWorkers, answer.Errors));
        }

        return answer.Value is { MayChoose: true, Supervisors.Count: 0 } ? Errors.NoFreeTimes : answer.Value;
    }
}
