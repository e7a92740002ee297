using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Notices;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Security;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.ExternalBooking.Protocol;

/// <summary>The last commit of a booking that was pending: it is active with all that follows, or it came to nothing.</summary>
public sealed class BookingSettlement(IBookingWriter writer, CitizenFiles files, IdSource ids, TimeProvider clock)
{
    /// <summary>The planner has confirmed: the booking is active and meets its deadlines, as the citizen's file is now.</summary>
    /// <returns>False where somebody else has settled it.</returns>
    internal async Task<bool> ActivateAsync(Booking booking, IntentStep from, Caller caller, CancellationToken cancellationToken)
    {
        WriteRefusal? refusal;
        do
        {
            var moment = Moment.Read(clock);
            var file = await files.ReadAsync(CitizenReference.ById(booking.CitizenId), moment, cancellationToken)
                ?? throw new InvalidOperationException("A booking's citizen is always there.");
            refusal = await writer.ApplyAsync(new WritePlan(
            [
                new ExpectCitizen(booking.CitizenId, file.Citizen.Version),
                new MoveIntent(booking.Id, from, IntentStep.Settled, moment.Now),
                new SettlePendingBooking(booking.Id, BookingState.Active),
                .. DeadlinesMet.By(booking, file, moment).Select(deadline => new MeetDeadline(deadline.Id, booking.Id)),
                Notice(booking, NoticeKind.Confirmation, moment),
                RequestLedger.Settle(booking.Id, moment, []),
                BookingAudit.Of(OperationNames.CreateBooking, booking, booking.Id, [], caller, moment),
            ]));
        }
        while (refusal is WriteRefusal.Stale);
        return refusal is null;
    }

    /// <summary>The planner has no seat for it: the booking is cancelled. A held seat, if there is one after all, is let go.</summary>
    /// <param name="booking">The booking.</param>
    /// <param name="from">The step that it has come to.</param>
    /// <param name="errors">What the citizen is told.</param>
    /// <param name="isTold">Whether the citizen is there to be told; else a notice does.</param>
    /// <param name="caller">Who acts.</param>
    /// <returns>False where somebody else has settled it.</returns>
    internal async Task<bool> EndAsync(Booking booking, IntentStep from, IReadOnlyList<Error> errors, bool isTold, Caller caller)
    {
        var moment = Moment.Read(clock);
        var refusal = await writer.ApplyAsync(new WritePlan(
        [
            new MoveIntent(booking.Id, from, IntentStep.Releasing, moment.Now),
            new SettlePendingBooking(booking.Id, BookingState.Cancelled),
            new FreeExclusiveKind(booking.CitizenId, booking.Id),
            .. isTold ? Array.Empty<Write>() : [Notice(booking, NoticeKind.NotBooked, moment)],
            RequestLedger.Settle(booking.Id, moment, errors),
            BookingAudit.Of(OperationNames.CreateBooking, booking, booking.Id, errors, caller, moment),
        ]));
        return refusal is null;
    }

    private QueueNotice Notice(Booking booking, NoticeKind kind, Moment moment) => QueueNotice.Of(ids.Next(), kind, booking, moment.Now);
}
