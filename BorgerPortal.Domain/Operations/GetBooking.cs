using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Queries;
using FluentValidation;

namespace BorgerPortal.Domain.Operations;

/// <summary>What GetIndkaldelse asks.</summary>
/// <param name="Citizen">Who asks.</param>
/// <param name="BookingId">IndkaldelseId.</param>
public sealed record GetBookingRequest(CitizenReference Citizen, Guid? BookingId) : OperationRequest(Citizen);

public sealed class GetBookingValidator : OperationRequestValidator<GetBookingRequest>
{
    public GetBookingValidator() => RuleFor(request => request.BookingId).NotNull().OverridePropertyName("indkaldelseId");
}

/// <summary>
/// GetIndkaldelse: one booking, also when it is past or cancelled. Errors: 1014, 8111, 4768 (the id never was),
/// 8107 (another citizen's).
/// </summary>
public sealed class GetBooking(CitizenFiles files, IBookingReader reader, ReadAudit audit)
{
    private static readonly GetBookingValidator Validator = new();

    public async Task<Result<BookingView>> ExecuteAsync(GetBookingRequest request, CancellationToken cancellationToken)
    {
        var look = audit.Begin(OperationNames.GetBooking, request);
        look.BookingId = request.BookingId;
        return await look.EndAsync(OperationRows.Hold(OperationNames.GetBooking, await AnswerAsync(request, look, cancellationToken)));
    }

    private async Task<Result<BookingView>> AnswerAsync(GetBookingRequest request, Look look, CancellationToken cancellationToken)
    {
        if (Validator.Check(request) is { Count: > 0 } faults)
        {
            return Result<BookingView>.Failed(faults);
        }

        var found = await reader.ReadAsync(new ReadBookingFor(files.KeyOf(request.Citizen), request.BookingId!.Value), cancellationToken);
        look.About(found.Asker);
        if (found.Asker is null)
        {
            return Errors.CitizenLookupFailed;
        }

        if (found.Booking is not { } booking)
        {
            return Errors.UnknownBooking;
        }

        return booking.CitizenId == found.Asker ? BookingView.ForCitizen(booking) : Errors.NotThisCitizens;
    }
}
