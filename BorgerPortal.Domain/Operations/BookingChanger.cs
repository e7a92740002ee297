using BorgerPortal.Domain.ExternalBooking.Protocol;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Operations;

/// <summary>Carries a change of a booking out: the answer that its request id has, or a decision that is written whole.</summary>
public sealed class BookingChanger(IBookingWriter writer, RequestLedger ledger, ChangeProtocol protocol)
{
    internal async Task<Result<BookingChange>> RunAsync(
        Caller caller, Moment moment, Func<Task<ChangeDecision>> decide, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await ledger.FindAsync(caller.Request, moment, cancellationToken) is { } answer)
            {
                return answer.BookingId is { } id
                    ? new BookingChange(id, answer.Pending ? answer.AnsweredAt : null)
                    : Result<BookingChange>.Failed(RequestLedger.ErrorsOf(answer));
            }

            var decision = await decide();
            switch (await writer.ApplyAsync(decision.ToPlan(caller, moment)))
            {
                case null when decision is { Ask: { } ask, Planner: { } planner }:
                    return await protocol.CarryOutAsync(planner, ask, caller);
                case null:
                    return decision.Result;
                default:
                    // Lost a race, or the facts have changed: read and decide again. Each turn means that somebody else
                    // got something done, so this ends.
                    continue;
            }
        }
    }
}
