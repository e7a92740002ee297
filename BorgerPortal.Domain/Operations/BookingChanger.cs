using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.ExternalBooking.Protocol;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Queries;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Operations;

/// <summary>What an operation that changes a booking is asked.</summary>
/// <param name="Operation">Its wire name.</param>
/// <param name="Citizen">Whose booking it is.</param>
/// <param name="BookingId">The booking; null where none was named, which is one of the faults.</param>
/// <param name="Faults">What is wrong with the request's shape (1014).</param>
/// <param name="Codes">What it answers at the gates.</param>
/// <param name="Caller">Who calls.</param>
internal sealed record ChangeWish(
    string Operation, CitizenReference Citizen, Guid? BookingId, IReadOnlyList<Error> Faults, GateCodes Codes, Caller Caller);

/// <summary>What a decision on a change goes by, once all gates are open.</summary>
internal sealed record ChangeGround(Moment Moment, CitizenFile File, Booking Booking, IExternalBookingSystem System, Caller Caller);

/// <summary>Carries a change of a booking out: the answer that its request id has, or a decision that is written whole.</summary>
public sealed class BookingChanger(BookingGate gate, IBookingReader reader, IBookingWriter writer, ChangeProtocol protocol, TimeProvider clock)
{
    /// <param name="wish">What is asked.</param>
    /// <param name="decide">The operation's own rules; asked again when a race was lost.</param>
    /// <param name="cancellationToken">Ends the reading; once the writing has begun it is carried through.</param>
    internal async Task<Result<BookingChange>> RunAsync(
        ChangeWish wish, Func<ChangeDecision, ChangeGround, Task<ChangeDecision>> decide, CancellationToken cancellationToken)
    {
        var moment = Moment.Read(clock);
        while (true)
        {
            var (answer, passage) = await ReadAsync(wish, moment, cancellationToken);
            if (answer is not null)
            {
                return answer.BookingId is { } id
                    ? new BookingChange(id, answer.Pending ? answer.AnsweredAt : null)
                    : Result<BookingChange>.Failed(RequestLedger.ErrorsOf(answer));
            }

            var decision = await DecideAsync(wish, passage, decide, moment);
            switch (await writer.ApplyAsync(decision.ToPlan(wish.Caller, moment)))
            {
                case null when decision is { Ask: { } ask, Planner: { } planner }:
                    return await protocol.CarryOutAsync(planner, ask);
                case null:
                    return decision.Result;
                default:
                    // Lost a race, or the facts have changed: read and decide again. Each turn means that somebody else
                    // got something done, so this ends.
                    continue;
            }
        }
    }

    /// <summary>All that the portal keeps itself, in one reading: the answer that the request id has, and who and what comes through the gates.</summary>
    private async Task<(StoredAnswer? Answer, GatePassage? Passage)> ReadAsync(ChangeWish wish, Moment moment, CancellationToken cancellationToken)
    {
        var (key, reading) = (wish.Caller.Request, new Reading());
        var stored = key is null ? null : reading.Add(new ReadStoredAnswer(key));
        var questions = wish.Faults.Count > 0 ? null : gate.Ask(reading, wish.Citizen, wish.BookingId!.Value, moment);
        if (reading.Questions.Count > 0)
        {
            await reader.ReadAsync(reading, cancellationToken);
        }

        return (key is null ? null : RequestLedger.Judge(stored!.Answer, key, moment), questions is null ? null : gate.Pass(questions, wish.Codes));
    }

    private static async Task<ChangeDecision> DecideAsync(
        ChangeWish wish, GatePassage? passage, Func<ChangeDecision, ChangeGround, Task<ChangeDecision>> decide, Moment moment)
    {
        var decision = new ChangeDecision(wish.Operation, wish.BookingId);
        if (passage is null)
        {
            return decision.Refuse(wish.Faults);
        }

        decision = decision with { File = passage.File, Booking = passage.Booking };
        return passage is { Refusal: null, File: { } file, Booking: { } booking, System: { } system }
            ? await decide(decision, new ChangeGround(moment, file, booking, system, wish.Caller))
            : decision.Refuse(passage.Refusal!);
    }
}
