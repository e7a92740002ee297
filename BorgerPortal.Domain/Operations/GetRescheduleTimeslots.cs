using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Rules;
using BorgerPortal.Domain.Time;
using FluentValidation;
using Microsoft.Extensions.Options;

namespace BorgerPortal.Domain.Operations;

/// <summary>What GetOmbookingMoedetider asks.</summary>
/// <param name="Citizen">Who asks.</param>
/// <param name="BookingId">IndkaldelseId.</param>
/// <param name="OptionId">MoedetilbudId: the booking's own.</param>
/// <param name="From">StartMoedetidsinterval, an instant; the part before now is left out.</param>
/// <param name="To">SlutMoedetidsinterval, an instant after it and at most 366 days later.</param>
/// <param name="ContactType">SamtaleformType, of the code list.</param>
/// <param name="SupervisorIdentifier">EksterntId, 1-255 characters.</param>
public sealed record GetRescheduleTimeslotsRequest(
    CitizenReference Citizen,
    Guid? BookingId,
    Guid? OptionId,
    DateTimeOffset? From,
    DateTimeOffset? To,
    int? ContactType = null,
    string? SupervisorIdentifier = null) : OperationRequest(Citizen);

public sealed class GetRescheduleTimeslotsValidator : OperationRequestValidator<GetRescheduleTimeslotsRequest>
{
    public GetRescheduleTimeslotsValidator()
    {
        RuleFor(request => request.BookingId).NotNull().OverridePropertyName("indkaldelseId");
        RuleFor(request => request.OptionId).NotNull().OverridePropertyName("moedetilbudId");
        RuleFor(request => request.From).NotNull().OverridePropertyName("startMoedetidsinterval");
        RuleFor(request => request.To).NotNull().Must((request, to) => TimesAsked.IsInterval(request.From, to)).OverridePropertyName("slutMoedetidsinterval");
        RuleFor(request => request.ContactType).Must(TimesAsked.IsContactType).OverridePropertyName("samtaleformType");
        RuleFor(request => request.SupervisorIdentifier).Length(1, 255).OverridePropertyName("eksterntId");
    }
}

/// <summary>The times to which a booking may be moved.</summary>
/// <param name="InterviewType">SamtaleType of the booking.</param>
/// <param name="Listing">The times; its own counts as free.</param>
public sealed record RescheduleTimeslots(int InterviewType, TimeslotListing Listing);

/// <summary>
/// GetOmbookingMoedetider: the free times of a booking's own offer. Errors: 1014, 4400, 4768 (unknown, cancelled or another
/// citizen's), 9018, 4812 (it may not be moved, or the offer is not its own), 4783 (the interval ends before today), 4770
/// (none is free), 4769, 9303, 9329.
/// </summary>
public sealed class GetRescheduleTimeslots(BookingGate gate, IOptions<RuleOptions> options, ReadAudit audit, TimeProvider clock)
{
    private static readonly GetRescheduleTimeslotsValidator Validator = new();
    private static readonly GateCodes Codes = new(UnknownCitizen: Errors.UnknownCustomerNumber, NotOwn: Errors.UnknownBooking);

    public async Task<Result<RescheduleTimeslots>> ExecuteAsync(GetRescheduleTimeslotsRequest request, CancellationToken cancellationToken)
    {
        var look = audit.Begin(OperationNames.GetRescheduleTimeslots, request);
        look.BookingId = request.BookingId;
        return await look.EndAsync(OperationRows.Hold(OperationNames.GetRescheduleTimeslots, await AnswerAsync(request, look, cancellationToken)));
    }

    private async Task<Result<RescheduleTimeslots>> AnswerAsync(GetRescheduleTimeslotsRequest request, Look look, CancellationToken cancellationToken)
    {
        var moment = Moment.Read(clock);
        if (Validator.Check(request) is { Count: > 0 } faults)
        {
            return Result<RescheduleTimeslots>.Failed(faults);
        }

        var passage = await gate.PassAsync(request.Citizen, request.BookingId!.Value, Codes, moment, cancellationToken);
        look.About(passage.File);
        if (passage is not { Refusal: null, File: { } file, Booking: { } booking, System: { } system })
        {
            return passage.Refusal!;
        }

        var facts = new RescheduleFacts(moment, file, booking, Ground: null, request.From!.Value, booking.Details.ContactType, options.Value);
        var broken = new List<Error>();
        if (booking.OptionId != request.OptionId || RescheduleRules.OfTheBooking.Broken(facts).Count > 0)
        {
            broken.Add(Errors.SelfbookingNotAllowed);
        }

        if (request.To!.Value.DanishDate() < moment.Today)
        {
            broken.Add(Errors.StartBeforeToday);
        }

        if (broken.Count > 0)
        {
            return Result<RescheduleTimeslots>.Failed(broken);
        }

        var query = new TimeslotQuery(
            file.Profile with { JobCentreCode = booking.JobCentreCode }, request.OptionId!.Value, request.From.Value, request.To.Value,
            request.ContactType, request.SupervisorIdentifier, booking);
        var answer = await system.GetTimeslotsAsync(query, moment, cancellationToken);
        if (answer.IsError)
        {
            return Result<RescheduleTimeslots>.Failed(OperationRows.Own(OperationNames.GetRescheduleTimeslots, answer.Errors));
        }

        return answer.Value.Timeslots.Count == 0 ? Errors.NoFreeTimes : new RescheduleTimeslots(booking.Details.InterviewType, answer.Value);
    }
}
