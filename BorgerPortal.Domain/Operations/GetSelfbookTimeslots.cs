using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Time;
using FluentValidation;

namespace BorgerPortal.Domain.Operations;

/// <summary>What GetSelvbookingMoedetider asks.</summary>
/// <param name="Citizen">Who asks.</param>
/// <param name="OptionId">MoedetilbudId.</param>
/// <param name="From">StartMoedetidsinterval, an instant; the part before now is left out.</param>
/// <param name="To">SlutMoedetidsinterval, an instant after it and at most 366 days later.</param>
/// <param name="ContactType">SamtaleformType, of the code list.</param>
/// <param name="SupervisorIdentifier">EksterntId, 1-255 characters.</param>
public sealed record GetSelfbookTimeslotsRequest(
    CitizenReference Citizen,
    Guid? OptionId,
    DateTimeOffset? From,
    DateTimeOffset? To,
    int? ContactType = null,
    string? SupervisorIdentifier = null) : OperationRequest(Citizen);

public sealed class GetSelfbookTimeslotsValidator : OperationRequestValidator<GetSelfbookTimeslotsRequest>
{
    public GetSelfbookTimeslotsValidator()
    {
        RuleFor(request => request.OptionId).NotNull().OverridePropertyName("moedetilbudId");
        RuleFor(request => request.From).NotNull().OverridePropertyName("startMoedetidsinterval");
        RuleFor(request => request.To).NotNull().Must((request, to) => TimesAsked.IsInterval(request.From, to)).OverridePropertyName("slutMoedetidsinterval");
        RuleFor(request => request.ContactType).Must(TimesAsked.IsContactType).OverridePropertyName("samtaleformType");
        RuleFor(request => request.SupervisorIdentifier).Length(1, 255).OverridePropertyName("eksterntId");
    }
}

/// <summary>
/// GetSelvbookingMoedetider: the free times of one offer. Errors: 1014, 8111, 9018, 8107 (the offer is unknown,
/// inactive or not this citizen's, or the citizen may not book), 4770 (none is free), 4769, 9303.
/// </summary>
public sealed class GetSelfbookTimeslots(CitizenFiles files, IBookingSystems systems, ReadAudit audit, TimeProvider clock)
{
    private static readonly GetSelfbookTimeslotsValidator Validator = new();

    public async Task<Result<TimeslotListing>> ExecuteAsync(GetSelfbookTimeslotsRequest request, CancellationToken cancellationToken)
    {
        var look = audit.Begin(OperationNames.GetSelfbookTimeslots, request);
        look.OptionId = request.OptionId;
        return await look.EndAsync(OperationRows.Hold(OperationNames.GetSelfbookTimeslots, await AnswerAsync(request, look, cancellationToken)));
    }

    private async Task<Result<TimeslotListing>> AnswerAsync(GetSelfbookTimeslotsRequest request, Look look, CancellationToken cancellationToken)
    {
        var moment = Moment.Read(clock);
        if (Validator.Check(request) is { Count: > 0 } faults)
        {
            return Result<TimeslotListing>.Failed(faults);
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
            return Errors.NotThisCitizens;
        }

        var query = new TimeslotQuery(
            file.Profile, request.OptionId!.Value, request.From!.Value, request.To!.Value, request.ContactType, request.SupervisorIdentifier);
        var answer = await system.GetTimeslotsAsync(query, moment, cancellationToken);
        if (answer.IsError)
        {
            return answer.Leading!.Code == Errors.UnknownInterviewOption
                ? Errors.NotThisCitizens
                : Result<TimeslotListing>.Failed(OperationRows.Own(OperationNames.GetSelfbookTimeslots, answer.Errors));
        }

        return answer.Value.Timeslots.Count == 0 ? Errors.NoFreeTimes : answer.Value;
    }
}
