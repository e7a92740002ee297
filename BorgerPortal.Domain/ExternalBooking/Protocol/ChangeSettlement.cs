using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Notices;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Queries;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Security;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.ExternalBooking.Protocol;

/// <summary>The last commit of a change that was asked of a planner: it is made with all that follows, or the booking stands as it was.</summary>
public sealed class ChangeSettlement(IBookingWriter writer, IBookingReader reader, CitizenFiles files, IdSource ids, TimeProvider clock)
{
    /// <summary>The planner has done it: the portal does, as the citizen's file is now.</summary>
    /// <returns>False where somebody else has settled it.</returns>
    internal Task<bool> DoneAsync(BookingIntent intent, IntentStep from) =>
        SettleAsync(intent, from, [], (booking, file, moment) => Change(intent, booking, file, moment));

    /// <summary>The planner knows of no such booking any more: it is closed.</summary>
    /// <returns>False where somebody else has settled it.</returns>
    internal Task<bool> GoneAsync(BookingIntent intent, IntentStep from) => SettleAsync(
        intent, from, intent.Kind == IntentKind.Cancel ? [] : [new Error(Errors.UnknownBooking)], Cancel);

    /// <summary>The change came to nothing: the booking is untouched, and its seat with it.</summary>
    /// <param name="intent">What was asked.</param>
    /// <param name="from">The step that it has come to.</param>
    /// <param name="isHeld">Whether the planner may hold another seat for it, which is let go.</param>
    /// <param name="errors">What the citizen is told.</param>
    /// <param name="isTold">Whether the citizen is there to be told; else a notice does.</param>
    /// <param name="reports">What the caseworkers are told.</param>
    /// <returns>False where somebody else has settled it.</returns>
    internal async Task<bool> StandsAsync(
        BookingIntent intent, IntentStep from, bool isHeld, IReadOnlyList<Error> errors, bool isTold, params IReadOnlyList<Write> reports)
    {
        var moment = Moment.Read(clock);
        var booking = await FindAsync(intent);
        var refusal = await writer.ApplyAsync(new WritePlan(
        [
            new MoveIntent(intent.Id, from, isHeld ? IntentStep.Releasing : IntentStep.Settled, moment.Now),
            new MoveBookingState(booking.Id, BookingState.Changing, BookingState.Active, WriteRefusal.MovedOn),
            .. isTold || NoticeOfFailure(intent.Kind) is not { } kind
                ? Array.Empty<Write>()
                : [QueueNotice.Of(ids.Next(), kind, booking, moment.Now)],
            .. reports,
            .. Ended(intent, booking, errors, moment),
        ]));
        return refusal is null;
    }

    private async Task<bool> SettleAsync(
        BookingIntent intent, IntentStep from, IReadOnlyList<Error> errors, Func<Booking, CitizenFile, Moment, IEnumerable<Write>> change)
    {
        WriteRefusal? refusal;
        do
        {
            var moment = Moment.Read(clock);
            var file = await files.ReadAsync(CitizenReference.ById(intent.CitizenId), moment, CancellationToken.None)
                ?? throw new InvalidOperationException("A booking's citizen is always there.");
            var booking = await FindAsync(intent);
            refusal = await writer.ApplyAsync(new WritePlan(
            [
                new ExpectCitizen(booking.CitizenId, file.Citizen.Version),
                new MoveIntent(intent.Id, from, IntentStep.Settled, moment.Now),
                .. change(booking, file, moment),
                .. Ended(intent, booking, errors, moment),
            ]));
        }
        while (refusal is WriteRefusal.Stale);
        return refusal is null;
    }

    private IEnumerable<Write> Change(BookingIntent intent, Booking booking, CitizenFile file, Moment moment)
    {
        switch (intent.Kind)
        {
            case IntentKind.Cancel:
                return Cancel(booking, file, moment);
            case IntentKind.Accept:
                return [new RewriteBooking(booking.AsAccepted(), BookingState.Changing)];
            default:
                var moved = booking.AsMoved(intent.Moved!.Details, booking.CaseWorkerId, intent.Moved.CaseWorkerChoice);
                return
                [
                    new RewriteBooking(moved, BookingState.Changing),
                    .. RescheduleBooking.AfterMoving(booking, moved, file, moment),
                    QueueNotice.Of(ids.Next(), NoticeKind.Moved, moved, moment.Now),
                ];
        }
    }

    private IEnumerable<Write> Cancel(Booking booking, CitizenFile file, Moment moment) =>
    [
        new MoveBookingState(booking.Id, BookingState.Changing, BookingState.Cancelled, WriteRefusal.MovedOn),
        .. CancelBooking.AfterCancelling(booking, file, moment),
        QueueNotice.Of(ids.Next(), NoticeKind.Cancelled, booking, moment.Now),
    ];

    private static IEnumerable<Write> Ended(BookingIntent intent, Booking booking, IReadOnlyList<Error> errors, Moment moment) =>
    [
        RequestLedger.Settle(booking.Id, moment, errors),
        BookingAudit.Of(ChangeAsk.OperationOf(intent.Kind), booking, booking.Id, errors, intent.Caller, moment),
    ];

    private static NoticeKind? NoticeOfFailure(IntentKind kind) => kind switch
    {
        IntentKind.Move => NoticeKind.NotMoved,
        IntentKind.Cancel => NoticeKind.NotCancelled,
        _ => null,
    };

    private async Task<Booking> FindAsync(BookingIntent intent) =>
        await reader.ReadAsync(new ReadBooking(intent.BookingId), CancellationToken.None)
            ?? throw new InvalidOperationException("A booking that is changed is always there.");
}
