using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Queries;
using BorgerPortal.Domain.Persistence.Writes;
using Microsoft.Extensions.Logging;

namespace BorgerPortal.Domain.ExternalBooking.Protocol;

/// <summary>The reconciler's hand for changes of bookings: each is made, or the booking stands as it was.</summary>
public sealed class ChangeReconciliation(
    ChangeSettlement settlement, IBookingWriter writer, IBookingReader reader, TimeProvider clock, ILogger<ChangeReconciliation> logger)
{
    internal async Task TakeUpAsync(IReservations planner, BookingIntent intent, CitizenProfile citizen, CancellationToken cancellationToken)
    {
        switch (intent.Step)
        {
            case IntentStep.Reserving:
                // A request that ended in the middle: nothing was promised, and the citizen was not told that it is pending.
                await settlement.StandsAsync(intent, intent.Step, isHeld: true, [Errors.BookingSystemUnreachable], isTold: true);
                break;
            case IntentStep.Confirming:
                await SayAgainAsync(planner, intent, citizen, cancellationToken);
                break;
            default:
                await ReadBackAsync(planner, intent, citizen, cancellationToken);
                break;
        }
    }

    /// <summary>A repeat proves nothing but a yes: a planner that has done it already may refuse it. Then the booking is read back.</summary>
    private async Task SayAgainAsync(IReservations planner, BookingIntent intent, CitizenProfile citizen, CancellationToken cancellationToken)
    {
        var answer = await ChangeProtocol.SayAsync(planner, intent, citizen, cancellationToken);
        if (ChangeProtocol.IsDone(intent, answer))
        {
            await settlement.DoneAsync(intent, intent.Step);
        }
        else if (intent.Step == IntentStep.Confirming)
        {
            await writer.ApplyAsync(new WritePlan([new MoveIntent(intent.Id, intent.Step, IntentStep.Unknown, clock.GetUtcNow())]));
        }
        else if (answer is PlannerAnswer<Confirmed>.Refused(var code))
        {
            await EndAsync(intent, OperationRows.Own(ChangeAsk.OperationOf(intent.Kind), [code]));
        }
    }

    private async Task ReadBackAsync(IReservations planner, BookingIntent intent, CitizenProfile citizen, CancellationToken cancellationToken)
    {
        if (await planner.GetAsync(intent.BookingId, citizen, cancellationToken) is not PlannerAnswer<SeatStanding>.Done(var standing))
        {
            return;
        }

        if (standing.State is SeatState.None or SeatState.Cancelled)
        {
            await settlement.GoneAsync(intent, intent.Step);
        }
        else if (intent.Kind != IntentKind.Move)
        {
            await SayAgainAsync(planner, intent, citizen, cancellationToken);
        }
        else if (intent.Moved!.Details.IsSameMeeting(standing.Details))
        {
            await settlement.DoneAsync(intent, intent.Step);
        }
        else if (standing.IsMoving || standing.State == SeatState.Reserved)
        {
            await SayAgainAsync(planner, intent, citizen, cancellationToken);
        }
        else if (await reader.ReadAsync(new ReadBooking(intent.BookingId), cancellationToken) is { } ours && ours.Details.IsSameMeeting(standing.Details))
        {
            await EndAsync(intent, [Errors.BookingAlreadyTaken]);
        }
        else
        {
            logger.LogError("Booking {BookingId} is another one with its planner; a caseworker must settle it.", intent.BookingId);
        }
    }

    private Task<bool> EndAsync(BookingIntent intent, IReadOnlyList<Error> errors) =>
        settlement.StandsAsync(intent, intent.Step, isHeld: intent.Kind == IntentKind.Move, errors, isTold: false);
}
