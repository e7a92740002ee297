using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Queries;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Time;
using Microsoft.Extensions.Logging;

namespace BorgerPortal.Domain.ExternalBooking.Protocol;

/// <summary>The reconciler's hand for bookings that are to be made: each is made, or there is none.</summary>
public sealed class BookingReconciliation(
    BookingSettlement settlement, IBookingWriter writer, IBookingReader reader, TimeProvider clock, ILogger<BookingReconciliation> logger)
{
    internal async Task TakeUpAsync(
        IReservations planner, BookingIntent intent, CitizenProfile citizen, Moment moment, CancellationToken cancellationToken)
    {
        switch (intent.Step)
        {
            case IntentStep.Reserving:
                await GiveBackAsync(intent, moment);
                break;
            case IntentStep.Confirming:
                await ConfirmAsync(planner, intent, citizen, cancellationToken);
                break;
            default:
                await ReadBackAsync(planner, intent, citizen, cancellationToken);
                break;
        }
    }

    /// <summary>A request that ended in the middle: nothing was promised, so the booking goes and the seat is let go next.</summary>
    private async Task GiveBackAsync(BookingIntent intent, Moment moment)
    {
        if (await FindAsync(intent) is not { } booking)
        {
            return;
        }

        IReadOnlyList<Error> errors = [Errors.BookingSystemUnreachable];
        await writer.ApplyAsync(new WritePlan(
        [
            new MoveIntent(intent.Id, IntentStep.Reserving, IntentStep.Releasing, moment.Now),
            new DropPendingBooking(intent.BookingId),
            new FreeExclusiveKind(intent.CitizenId, intent.BookingId),
            RequestLedger.Settle(intent.BookingId, moment, errors),
            BookingAudit.Of(OperationNames.CreateBooking, booking, bookingId: null, errors, intent.Caller, moment),
        ]));
    }

    /// <summary>
    /// A repeat proves nothing but a yes: a planner that has confirmed already may refuse it, or say only that it has
    /// received it. Then the booking is read back.
    /// </summary>
    private async Task ConfirmAsync(IReservations planner, BookingIntent intent, CitizenProfile citizen, CancellationToken cancellationToken)
    {
        var answer = await planner.ConfirmAsync(new SeatCall(intent.BookingId, citizen, intent.ConfirmRequest), cancellationToken);
        if (answer is PlannerAnswer<Confirmed>.Done)
        {
            await ActivateAsync(intent, cancellationToken);
        }
        else if (intent.Step == IntentStep.Confirming)
        {
            await writer.ApplyAsync(new WritePlan([new MoveIntent(intent.Id, intent.Step, IntentStep.Unknown, clock.GetUtcNow())]));
        }
        else if (answer is PlannerAnswer<Confirmed>.Refused)
        {
            await EndAsync(intent);
        }
    }

    private async Task ReadBackAsync(IReservations planner, BookingIntent intent, CitizenProfile citizen, CancellationToken cancellationToken)
    {
        if (await planner.GetAsync(intent.BookingId, citizen, cancellationToken) is not PlannerAnswer<SeatStanding>.Done(var standing))
        {
            return;
        }

        switch (standing.State)
        {
            case SeatState.Booked when (await FindAsync(intent))?.Details.IsSameMeeting(standing.Details) == true:
                await ActivateAsync(intent, cancellationToken);
                break;
            case SeatState.Booked:
                logger.LogError("Booking {BookingId} is another one with its planner; a caseworker must settle it.", intent.BookingId);
                break;
            case SeatState.Reserved:
                await ConfirmAsync(planner, intent, citizen, cancellationToken);
                break;
            default:
                await EndAsync(intent);
                break;
        }
    }

    private async Task ActivateAsync(BookingIntent intent, CancellationToken cancellationToken)
    {
        if (await FindAsync(intent) is { } booking)
        {
            await settlement.ActivateAsync(booking, intent.Step, intent.Caller, cancellationToken);
        }
    }

    private async Task EndAsync(BookingIntent intent)
    {
        if (await FindAsync(intent) is { } booking)
        {
            await settlement.EndAsync(booking, intent.Step, [Errors.TimeNoLongerAvailable], isTold: false, intent.Caller);
        }
    }

    private async Task<Booking?> FindAsync(BookingIntent intent) =>
        await reader.ReadAsync(new ReadBooking(intent.BookingId), CancellationToken.None);
}
