using System.Data.Common;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Rules;
using Microsoft.Extensions.Logging;

namespace BorgerPortal.Domain.ExternalBooking.Protocol;

/// <summary>
/// How a booking is moved, cancelled or accepted with a planner that is a system of its own. What is asked is written down
/// before each step; until that is settled the booking stands as it was and can be changed by nobody else. A move is
/// reserve, check, rebook, with the new seat held before the old one is let go; the others are one call.
/// </summary>
public sealed class ChangeProtocol(IBookingWriter writer, ChangeSettlement settlement, TimeProvider clock, ILogger<ChangeProtocol> logger)
{
    /// <summary>Carries out an ask whose beginning is written. Once begun it is not cancelled: the citizen's browser may be gone, the planner is not.</summary>
    internal async Task<Result<BookingChange>> CarryOutAsync(IReservations planner, ChangeAsk ask)
    {
        if (ask.Reserve is null)
        {
            return await TellAsync(planner, ask);
        }

        switch (await planner.ReserveAsync(ask.Reserve, CancellationToken.None))
        {
            case PlannerAnswer<Reservation>.Done(var reservation):
                return await JudgeAsync(planner, ask, reservation);
            case PlannerAnswer<Reservation>.Refused(var code):
                return await GiveUpAsync(ask, Own(ask, code), isHeld: false, []);
            case PlannerAnswer<Reservation>.Unknown(var code, var broken):
                var errors = Own(ask, code);
                return await GiveUpAsync(ask, errors, isHeld: true, broken is null ? [] : BookingReports.Of(errors, ask.Booking, ask.Moment, broken));
            default:
                throw new InvalidOperationException("There are three answers.");
        }
    }

    /// <summary>Says the one thing that changes the booking with its planner.</summary>
    internal static Task<PlannerAnswer<Confirmed>> SayAsync(
        IReservations planner, BookingIntent intent, CitizenProfile citizen, CancellationToken cancellationToken)
    {
        var call = new SeatCall(intent.BookingId, citizen, intent.ConfirmRequest);
        return intent.Kind switch
        {
            IntentKind.Move => planner.RebookAsync(call, cancellationToken),
            IntentKind.Cancel => planner.CancelAsync(call, cancellationToken),
            IntentKind.Accept => planner.AcceptAsync(call, cancellationToken),
            _ => throw new InvalidOperationException("To make a booking is no change of one."),
        };
    }

    /// <summary>A booking that is to be cancelled and that its planner does not know is cancelled.</summary>
    internal static bool IsDone(BookingIntent intent, PlannerAnswer<Confirmed> answer) =>
        answer is PlannerAnswer<Confirmed>.Done
        || (intent.Kind == IntentKind.Cancel && answer is PlannerAnswer<Confirmed>.Refused(var code) && code == Errors.UnknownBooking);

    private async Task<Result<BookingChange>> JudgeAsync(IReservations planner, ChangeAsk ask, Reservation reservation)
    {
        var unsound = AssembledRules.Common.Broken(new AssembledFacts(reservation.Details, ask.Moment));
        if (unsound.Count > 0)
        {
            return await GiveUpAsync(ask, unsound, isHeld: true, BookingReports.Of(unsound, ask.Booking, ask.Moment));
        }

        ask.Intent.Moved = new MovedBooking(reservation.Details, ask.Reserve!.Option.AllowChoiceOfSupervisor);
        var sound = new WritePlan(
        [
            new MoveIntent(ask.Intent.Id, IntentStep.Reserving, IntentStep.Confirming, ask.Intent.NextTryAt),
            new KeepMove(ask.Intent.Id, ask.Intent.Moved),
        ]);

        // The planner may take so long that the reconciler has given the seat back meanwhile.
        return await writer.ApplyAsync(sound) is null ? await TellAsync(planner, ask) : Errors.BookingSystemUnreachable;
    }

    private async Task<Result<BookingChange>> TellAsync(IReservations planner, ChangeAsk ask)
    {
        try
        {
            var answer = await SayAsync(planner, ask.Intent, ask.Citizen, CancellationToken.None);
            if (IsDone(ask.Intent, answer))
            {
                return await settlement.DoneAsync(ask.Intent, IntentStep.Confirming) ? new BookingChange(ask.Booking.Id) : Pending(ask);
            }

            if (answer is PlannerAnswer<Confirmed>.Refused(var code))
            {
                var errors = Own(ask, code);
                return await settlement.StandsAsync(
                    ask.Intent, IntentStep.Confirming, isHeld: ask.Intent.Kind == IntentKind.Move, errors, isTold: true)
                    ? Result<BookingChange>.Failed(errors)
                    : Pending(ask);
            }

            await writer.ApplyAsync(new WritePlan([new MoveIntent(ask.Intent.Id, IntentStep.Confirming, IntentStep.Unknown, clock.GetUtcNow())]));
            return Pending(ask);
        }
        catch (Exception exception) when (exception is BookingStoreUnavailableException or DbException)
        {
            // The planner may have done it by now, and only our own database does not know: the reconciler finds out.
            logger.LogError(exception, "Booking {BookingId} is changed or not, and could not be settled.", ask.Booking.Id);
            return Pending(ask);
        }
    }

    /// <summary>Its outcome is not known here, or somebody else has settled it meanwhile: the reference tells how it stands.</summary>
    private static BookingChange Pending(ChangeAsk ask) => new(ask.Booking.Id, PendingSince: ask.Moment.Now);

    private async Task<Result<BookingChange>> GiveUpAsync(ChangeAsk ask, IReadOnlyList<Error> errors, bool isHeld, IReadOnlyList<Write> reports)
    {
        if (!await settlement.StandsAsync(ask.Intent, IntentStep.Reserving, isHeld, errors, isTold: true, reports) && reports.Count > 0)
        {
            // The reconciler has given it up before: what is wrong with the offer is still worth telling.
            await writer.ApplyAsync(new WritePlan(reports));
        }

        return Result<BookingChange>.Failed(errors);
    }

    private static IReadOnlyList<Error> Own(ChangeAsk ask, ErrorCode code) => OperationRows.Own(ChangeAsk.OperationOf(ask.Intent.Kind), [code]);
}
