using System.Data.Common;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Rules;
using Microsoft.Extensions.Logging;

namespace BorgerPortal.Domain.ExternalBooking.Protocol;

/// <summary>
/// Reserve, check, confirm: how a booking is made with a planner that is a system of its own. What is asked is written
/// down before each step, so that whatever breaks in between is settled later by <see cref="Reconciler"/>; no seat is
/// held without a booking, and no booking is promised without a seat.
/// </summary>
public sealed class BookingProtocol(
    IBookingWriter writer, BookingSettlement settlement, TimeProvider clock, ILogger<BookingProtocol> logger)
{
    /// <summary>
    /// Carries out an ask whose beginning is written. Once begun it is not cancelled: the citizen's browser may be gone,
    /// the planner is not.
    /// </summary>
    internal async Task<Result<CreateBookingResult>> CarryOutAsync(IReservations planner, BookingAsk ask, Caller caller)
    {
        switch (await planner.ReserveAsync(ask.Call, CancellationToken.None))
        {
            case PlannerAnswer<Reservation>.Done(var reservation):
                return await JudgeAsync(planner, ask, reservation, caller);
            case PlannerAnswer<Reservation>.Refused(var code):
                return await GiveUpAsync(ask, Own(code), IntentStep.Settled, [], caller);
            case PlannerAnswer<Reservation>.Unknown(var code, var broken):
                var errors = Own(code);
                return await GiveUpAsync(ask, errors, IntentStep.Releasing, broken is null ? [] : BookingReports.Of(errors, ask.Booking, ask.Moment, broken), caller);
            default:
                throw new InvalidOperationException("There are three answers.");
        }
    }

    private async Task<Result<CreateBookingResult>> JudgeAsync(
        IReservations planner, BookingAsk ask, Reservation reservation, Caller caller)
    {
        var unsound = AssembledRules.OfCreateBooking.Broken(new AssembledFacts(reservation.Details, ask.Moment));
        if (unsound.Count > 0)
        {
            return await GiveUpAsync(ask, unsound, IntentStep.Releasing, BookingReports.Of(unsound, ask.Booking, ask.Moment), caller);
        }

        ask.Booking.Details = ask.Booking.ImmediateBooking ? reservation.Details.Fixed() : reservation.Details;
        var sound = new WritePlan(
        [
            new MoveIntent(ask.Booking.Id, IntentStep.Reserving, IntentStep.Confirming, ask.Intent.NextTryAt),
            new FillPendingBooking(ask.Booking),
        ]);
        if (await writer.ApplyAsync(sound) is not null)
        {
            // The planner took so long that the reconciler has given the seat back meanwhile.
            return Errors.BookingSystemUnreachable;
        }

        try
        {
            return await ConfirmAsync(planner, ask, caller);
        }
        catch (Exception exception) when (exception is BookingStoreUnavailableException or DbException)
        {
            // The seat may be the booking's by now, and only our own database does not know: the reconciler finds out.
            logger.LogError(exception, "Booking {BookingId} is confirmed or not, and could not be settled.", ask.Booking.Id);
            return Pending(ask);
        }
    }

    private async Task<Result<CreateBookingResult>> ConfirmAsync(IReservations planner, BookingAsk ask, Caller caller)
    {
        var call = new SeatCall(ask.Booking.Id, ask.Call.Citizen, ask.Intent.ConfirmRequest);
        switch (await planner.ConfirmAsync(call, CancellationToken.None))
        {
            case PlannerAnswer<Confirmed>.Done:
                return await settlement.ActivateAsync(ask.Booking, IntentStep.Confirming, caller, CancellationToken.None)
                    ? new CreateBookingResult(ask.Booking.Id)
                    : Pending(ask);
            case PlannerAnswer<Confirmed>.Refused(var code):
                var errors = Own(code);
                return await settlement.EndAsync(ask.Booking, IntentStep.Confirming, errors, isTold: true, caller)
                    ? Result<CreateBookingResult>.Failed(errors)
                    : Pending(ask);
            default:
                await writer.ApplyAsync(new WritePlan(
                    [new MoveIntent(ask.Booking.Id, IntentStep.Confirming, IntentStep.Unknown, clock.GetUtcNow())]));
                return Pending(ask);
        }
    }

    /// <summary>Its outcome is not known here, or somebody else has settled it meanwhile: the reference tells how it stands.</summary>
    private static CreateBookingResult Pending(BookingAsk ask) => new(ask.Booking.Id, PendingSince: ask.Moment.Now);

    /// <summary>The booking came to nothing before anybody was promised it.</summary>
    private async Task<Result<CreateBookingResult>> GiveUpAsync(
        BookingAsk ask, IReadOnlyList<Error> errors, IntentStep next, IReadOnlyList<Write> reports, Caller caller)
    {
        var refusal = await writer.ApplyAsync(new WritePlan(
        [
            new MoveIntent(ask.Booking.Id, IntentStep.Reserving, next, clock.GetUtcNow()),
            new DropPendingBooking(ask.Booking.Id),
            new FreeExclusiveKind(ask.Booking.CitizenId, ask.Booking.Id),
            RequestLedger.Settle(ask.Booking.Id, ask.Moment, errors),
            .. reports,
            BookingAudit.Of(OperationNames.CreateBooking, ask.Booking, bookingId: null, errors, caller, ask.Moment),
        ]));
        if (refusal is not null && reports.Count > 0)
        {
            // The reconciler has given it up before: what is wrong with the offer is still worth telling.
            await writer.ApplyAsync(new WritePlan(reports));
        }

        return Result<CreateBookingResult>.Failed(errors);
    }

    private static IReadOnlyList<Error> Own(ErrorCode code) => OperationRows.Own(OperationNames.CreateBooking, [code]);
}
