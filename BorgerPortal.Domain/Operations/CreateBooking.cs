using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking.Protocol;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Rules;
using BorgerPortal.Domain.Time;
using FluentValidation;

namespace BorgerPortal.Domain.Operations;

/// <summary>What CreateBooking asks for.</summary>
/// <param name="Citizen">Who books.</param>
/// <param name="OptionId">MoedetilbudId.</param>
/// <param name="StartTime">MoedeStarttidspunkt, an instant.</param>
/// <param name="ContactType">SamtaleformType.</param>
/// <param name="SupervisorIdentifier">SagsbehandlerEksterntId, 1-255 characters, where the citizen wishes for one.</param>
public sealed record CreateBookingRequest(
    CitizenReference Citizen,
    Guid? OptionId,
    DateTimeOffset? StartTime,
    int? ContactType,
    string? SupervisorIdentifier = null) : OperationRequest(Citizen);

public sealed class CreateBookingValidator : OperationRequestValidator<CreateBookingRequest>
{
    public CreateBookingValidator()
    {
        RuleFor(request => request.OptionId).NotNull().OverridePropertyName("moedetilbudId");
        RuleFor(request => request.StartTime).NotNull().OverridePropertyName("moedeStarttidspunkt");
        RuleFor(request => request.ContactType).NotNull().OverridePropertyName("samtaleformType");
        RuleFor(request => request.SupervisorIdentifier).Length(1, 255).OverridePropertyName("sagsbehandlerEksterntId");
    }
}

/// <summary>The booking that was made, or that is not settled yet.</summary>
/// <param name="BookingId">IndkaldelseId; the reference of one that is pending.</param>
/// <param name="PendingSince">When it was asked for, UTC, where the booking system's answer is not known yet; null where it is booked.</param>
public sealed record CreateBookingResult(Guid BookingId, DateTimeOffset? PendingSince = null);

/// <summary>
/// CreateBooking: a citizen books a time of an offer. Gates first, each returned alone (<see cref="BookingGates"/>): 1014,
/// 8111, 4405, 9018, 8108. Then the rules that need no seat (<see cref="BookingRules"/>), the seat (4819,
/// <see cref="SeatRules"/>), and the rules on the assembled booking (<see cref="AssembledRules"/>); all broken ones are
/// returned, in order; <see cref="BookingDecider"/> judges them. Booking, seat, deadlines, notice, audit entry
/// and the answer of the request id are one commit. Errors of the booking system: 4769, 9303, 9329. A planner that is a
/// system of its own is asked by <see cref="BookingProtocol"/>; while its answer is not known the booking is pending, and
/// the citizen's next call on the same offer is answered with it before any rule.
/// </summary>
public sealed class CreateBooking(
    BookingFirstRead firstRead,
    BookingDecider decider,
    IBookingWriter writer,
    BookingProtocol protocol,
    TimeProvider clock)
{
    /// <param name="request">What is asked for.</param>
    /// <param name="caller">Who calls; a request id that has its answer already gets that one again.</param>
    /// <param name="cancellationToken">Ends the reading; once the writing has begun it is carried through.</param>
    /// <exception cref="RequestIdReusedException">The request id was used for something else.</exception>
    /// <exception cref="BookingStoreUnavailableException">The database did not take the change; nothing was booked.</exception>
    public async Task<Result<CreateBookingResult>> ExecuteAsync(
        CreateBookingRequest request, Caller caller, CancellationToken cancellationToken) =>
        OperationRows.Hold(OperationNames.CreateBooking, await BookAsync(request, caller, cancellationToken));

    private async Task<Result<CreateBookingResult>> BookAsync(
        CreateBookingRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var moment = Moment.Read(clock);
        while (true)
        {
            var known = await firstRead.ReadAsync(request, caller.Request, moment, cancellationToken);
            if (known.Answer is { } answer)
            {
                return answer.BookingId is { } id
                    ? new CreateBookingResult(id, answer.Pending ? answer.AnsweredAt : null)
                    : Result<CreateBookingResult>.Failed(RequestLedger.ErrorsOf(answer));
            }

            var decision = await decider.DecideAsync(request, known, caller, moment, cancellationToken);
            switch (await writer.ApplyAsync(decision.ToPlan(caller, moment)))
            {
                case null when decision is { Ask: { } ask, Planner: { } planner }:
                    return await protocol.CarryOutAsync(planner, ask, caller);
                case null:
                    return decision.Result;
                case WriteRefusal.KindTaken:
                    var taken = decision.Refuse(KindTaken(decision.Booking!));
                    await writer.ApplyAsync(taken.ToPlan(caller, moment));
                    return taken.Result;
                default:
                    // Lost a race, or the facts have changed: read and decide again. Each turn means that somebody else
                    // got something done, so this ends; with 4819 when no seat is left.
                    continue;
            }
        }
    }

    private static ErrorCode KindTaken(Booking booking) =>
        booking.Details.InterviewType == InterviewType.JobInterview ? Errors.JobInterviewAlreadyBooked : Errors.FollowUpAlreadyBooked;
}
