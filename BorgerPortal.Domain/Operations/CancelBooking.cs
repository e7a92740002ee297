using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Daily;
using BorgerPortal.Domain.ExternalBooking.Protocol;
using BorgerPortal.Domain.Notices;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Rules;
using BorgerPortal.Domain.Security;
using BorgerPortal.Domain.Time;
using FluentValidation;

namespace BorgerPortal.Domain.Operations;

/// <summary>What DeleteBooking asks for.</summary>
/// <param name="Citizen">Who cancels.</param>
/// <param name="BookingId">IndkaldelseId.</param>
public sealed record CancelBookingRequest(CitizenReference Citizen, Guid? BookingId) : OperationRequest(Citizen);

public sealed class CancelBookingValidator : OperationRequestValidator<CancelBookingRequest>
{
    public CancelBookingValidator() => RuleFor(request => request.BookingId).NotNull().OverridePropertyName("indkaldelseId");
}

/// <summary>
/// DeleteBooking: a citizen cancels a booking. Gates first, each returned alone: 1014, 4768 (also for a citizen whom nobody
/// knows, and for a booking that is cancelled already), 8107, 9018. Then <see cref="CancellationRules"/>: 9130, 4650, 4820.
/// Booking, seat, deadlines, notice, audit entry and the answer of the request id are one commit. Errors of the booking
/// system: 4769, 9303. A planner that is a system of its own is asked by <see cref="ChangeProtocol"/>; while its answer is
/// not known the booking stands and reads as pending.
/// </summary>
public sealed class CancelBooking(BookingChanger changer, IdSource ids)
{
    private static readonly CancelBookingValidator Validator = new();
    private static readonly GateCodes Codes = new(UnknownCitizen: Errors.UnknownBooking, NotOwn: Errors.NotThisCitizens);

    /// <param name="request">What is asked for.</param>
    /// <param name="caller">Who calls; a request id that has its answer already gets that one again.</param>
    /// <param name="cancellationToken">Ends the reading; once the writing has begun it is carried through.</param>
    /// <exception cref="RequestIdReusedException">The request id was used for something else.</exception>
    /// <exception cref="BookingStoreUnavailableException">The database did not take the change; nothing was cancelled.</exception>
    public async Task<Result<BookingChange>> ExecuteAsync(
        CancelBookingRequest request, Caller caller, CancellationToken cancellationToken) =>
        OperationRows.Hold(OperationNames.CancelBooking, await changer.RunAsync(
            new ChangeWish(OperationNames.CancelBooking, request.Citizen, request.BookingId, Validator.Check(request), Codes, caller), (decision, ground) => Task.FromResult(Decide(decision, ground)), cancellationToken));

    private ChangeDecision Decide(ChangeDecision decision, ChangeGround ground)
    {
        var (moment, file, booking, system, caller) = ground;
        if (CancellationRules.All.Broken(new CancellationFacts(booking, moment)) is { Count: > 0 } broken)
        {
            return decision.Refuse(broken);
        }

        return system.Seats is { } seats
            ? decision.Grant(
            [
                new MoveBookingState(booking.Id, BookingState.Active, BookingState.Cancelled),
                .. seats.PlanRelease(booking),
                .. AfterCancelling(booking, file, moment),
                QueueNotice.Of(ids.Next(), NoticeKind.Cancelled, booking, moment.Now),
            ])
            : decision.Begin(system.Reservations!, ChangeAsk.Of(IntentKind.Cancel, booking, file, caller, moment, ids));
    }

    /// <summary>What follows for the citizen's other affairs once a booking is cancelled.</summary>
    internal static IEnumerable<Write> AfterCancelling(Booking booking, CitizenFile file, Moment moment) =>
        DeadlinesFreed.ByCancelling(booking, file, moment)
            .Prepend(new FreeExclusiveKind(booking.CitizenId, booking.Id))
            .Concat(Reminders.Withdraw(booking, moment));
}
