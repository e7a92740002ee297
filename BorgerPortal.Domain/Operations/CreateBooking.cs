using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.ExternalBooking.Protocol;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Rules;
using BorgerPortal.Domain.Security;
using BorgerPortal.Domain.Time;
using FluentValidation;
using Microsoft.Extensions.Options;

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
/// CreateBooking: a citizen books a time of an offer. Gates first, each returned alone: 1014, 8111, 4405, 9018, 8108.
/// Then the rules that need no seat (<see cref="BookingRules"/>), the seat (4819), and the rules on the assembled booking
/// (<see cref="AssembledRules"/>); all broken ones are returned, in order. Booking, seat, deadlines, notice, audit entry
/// and the answer of the request id are one commit. Errors of the booking system: 4769, 9303, 9329. A planner that is a
/// system of its own is asked by <see cref="BookingProtocol"/>; while its answer is not known the booking is pending, and
/// the citizen's next call on the same offer is answered with it before any rule.
/// </summary>
public sealed class CreateBooking(
    BookingFirstRead firstRead,
    IBookingSystems systems,
    IBookingWriter writer,
    BookingProtocol protocol,
    IdSource ids,
    IOptions<RuleOptions> options,
    TimeProvider clock)
{
    private static readonly CreateBookingValidator Validator = new();

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
            var faults = Validator.Check(request);
            var known = await firstRead.ReadAsync(request, isSound: faults.Count == 0, caller.Request, moment, cancellationToken);
            if (known.Answer is { } answer)
            {
                return answer.BookingId is { } id
                    ? new CreateBookingResult(id, answer.Pending ? answer.AnsweredAt : null)
                    : Result<CreateBookingResult>.Failed(RequestLedger.ErrorsOf(answer));
            }

            var decision = faults.Count > 0
                ? new BookingDecision(request.OptionId).Refuse(faults)
                : await DecideAsync(request, known, caller, moment, cancellationToken);
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

    private async Task<BookingDecision> DecideAsync(
        CreateBookingRequest request, BookingFirstRead.Known known, Caller caller, Moment moment, CancellationToken cancellationToken)
    {
        var decision = new BookingDecision(request.OptionId);
        if (known.File is not { } file)
        {
            return decision.Refuse(Errors.CitizenLookupFailed);
        }

        decision = decision with { File = file };
        if (file.Citizen.Dead)
        {
            return decision.Refuse(Errors.CitizenIsDead);
        }

        if (systems.Find(file.Citizen.JobCentreCode) is not { } system)
        {
            return decision.Refuse(Errors.BookingSystemNotConfigured);
        }

        if (file.CurrentBookings.FirstOrDefault(booking =>
                booking.State == BookingState.Pending && booking.OptionId == request.OptionId) is { } pending)
        {
            return decision.Await(pending);
        }

        var selfBooking = SelfBooking.Of(file, isConfigured: true, moment);
        if (!selfBooking.IsPossible)
        {
            return decision.Refuse(Errors.UnknownInterviewOption);
        }

        var query = new GroundQuery(file.Profile, request.OptionId!.Value, request.StartTime!.Value, request.SupervisorIdentifier) { Ahead = known.Ground };
        var ground = await system.ReadGroundAsync(query, moment, cancellationToken);
        if (ground.IsError)
        {
            return decision.Refuse(OperationRows.Own(OperationNames.CreateBooking, ground.Errors));
        }

        var facts = new BookingFacts(
            moment, file, selfBooking, ground.Value, request.StartTime.Value, request.ContactType!.Value, options.Value);
        return Decide(decision, facts, system, request.SupervisorIdentifier, caller);
    }

    private BookingDecision Decide(BookingDecision decision, BookingFacts facts, IExternalBookingSystem system, string? supervisorIdentifier, Caller caller)
    {
        if (BookingRules.All.Broken(facts) is { Count: > 0 } broken)
        {
            return decision.Refuse(broken);
        }

        if (facts.Start < facts.Moment.Now
            || facts.File.CurrentBookings.Any(booking => booking.OptionId == facts.Option.Id && booking.Start == facts.Start))
        {
            return decision.Refuse(Errors.TimeNoLongerAvailable);
        }

        return system.Seats is { } seats
            ? DecideWithSeat(decision, facts, seats)
            : decision.Begin(system.Reservations!, BookingAsk.Of(facts, supervisorIdentifier, caller, ids), facts);
    }

    private BookingDecision DecideWithSeat(BookingDecision decision, BookingFacts facts, ISeatPlanner seats)
    {
        var bookingId = ids.Next();
        var seat = seats.PlanSeat(facts.Ground, bookingId, facts.ContactType, facts.Moment);
        if (seat.IsError)
        {
            return decision.Refuse(OperationRows.Own(OperationNames.CreateBooking, seat.Errors));
        }

        if (AssembledRules.OfCreateBooking.Broken(new AssembledFacts(seat.Value.Details, facts.Moment)) is { Count: > 0 } unsound)
        {
            return decision.Refuse(unsound).Report(unsound, facts);
        }

        return decision.Grant(Assemble(bookingId, seat.Value, facts), ids.Next(), seat.Value.Writes, facts);
    }

    private static Booking Assemble(Guid bookingId, SeatPlan seat, BookingFacts facts) => new()
    {
        Id = bookingId,
        CitizenId = facts.File.Citizen.Id,
        JobCentreCode = facts.File.Citizen.JobCentreCode,
        OptionId = facts.Option.Id,
        CaseWorkerId = seat.CaseWorkerId,
        CaseWorkerChoice = facts.Option.AllowChoiceOfSupervisor,
        State = BookingState.Active,
        CreatedAt = facts.Moment.Now,
        SelfBooked = true,
        Accepted = true,
        CitizenShouldAccept = false,
        ImmediateBooking = facts.IsImmediateBooking,
        Details = facts.IsImmediateBooking ? seat.Details.Fixed() : seat.Details,
    };

    private static ErrorCode KindTaken(Booking booking) =>
        booking.Details.InterviewType == InterviewType.JobInterview ? Errors.JobInterviewAlreadyBooked : Errors.FollowUpAlreadyBooked;
}
