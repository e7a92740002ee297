using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking.Protocol;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Security;
using FluentValidation;

namespace BorgerPortal.Domain.Operations;

/// <summary>What SaveIndkaldelsesaccept asks for.</summary>
/// <param name="Citizen">Who accepts.</param>
/// <param name="BookingId">IndkaldelseId.</param>
public sealed record AcceptBookingRequest(CitizenReference Citizen, Guid? BookingId) : OperationRequest(Citizen);

public sealed class AcceptBookingValidator : OperationRequestValidator<AcceptBookingRequest>
{
    public AcceptBookingValidator() => RuleFor(request => request.BookingId).NotNull().OverridePropertyName("indkaldelseId");
}

/// <summary>
/// SaveIndkaldelsesaccept: a citizen accepts a summons. Gates, each returned alone: 1014, 4400, 4768, 8107, 9018. Again, or
/// for a booking that needs no accept: nothing more happens, and it succeeds. Errors of the booking system: 4769, 9303.
/// </summary>
public sealed class AcceptBooking(BookingChanger changer, IdSource ids)
{
    private static readonly AcceptBookingValidator Validator = new();
    private static readonly GateCodes Codes = new(UnknownCitizen: Errors.UnknownCustomerNumber, NotOwn: Errors.NotThisCitizens);

    /// <param name="request">What is asked for.</param>
    /// <param name="caller">Who calls; a request id that has its answer already gets that one again.</param>
    /// <param name="cancellationToken">Ends the reading; once the writing has begun it is carried through.</param>
    /// <exception cref="RequestIdReusedException">The request id was used for something else.</exception>
    /// <exception cref="BookingStoreUnavailableException">The database did not take the change; nothing was accepted.</exception>
    public async Task<Result<BookingChange>> ExecuteAsync(
        AcceptBookingRequest request, Caller caller, CancellationToken cancellationToken) =>
        OperationRows.Hold(OperationNames.AcceptBooking, await changer.RunAsync(
            new ChangeWish(OperationNames.AcceptBooking, request.Citizen, request.BookingId, Validator.Check(request), Codes, caller), (decision, ground) => Task.FromResult(Decide(decision, ground)), cancellationToken));

    private ChangeDecision Decide(ChangeDecision decision, ChangeGround ground)
    {
        var (moment, file, booking, system, caller) = ground;
        if (booking.Accepted || !booking.CitizenShouldAccept)
        {
            return decision.Grant();
        }

        // It is being moved, accepted or cancelled: what there is to accept is told when that is settled.
        if (booking.IsUnsettled)
        {
            return decision.Await(moment);
        }

        return system.Seats is not null
            ? decision.Grant(new RewriteBooking(booking.AsAccepted(), BookingState.Active))
            : decision.Begin(system.Reservations!, ChangeAsk.Of(IntentKind.Accept, booking, file, caller, moment, ids));
    }
}
