using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Daily;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.ExternalBooking.Protocol;
using BorgerPortal.Domain.Notices;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Rules;
using BorgerPortal.Domain.Security;
using BorgerPortal.Domain.Time;
using FluentValidation;
using Microsoft.Extensions.Options;

namespace BorgerPortal.Domain.Operations;

/// <summary>What CreateOmbooking asks for.</summary>
/// <param name="Citizen">Who moves a meeting.</param>
/// <param name="BookingId">IndkaldelseId.</param>
/// <param name="StartTime">MoedeStarttidspunkt, an instant: a time of the booking's own offer.</param>
/// <param name="ContactType">SamtaleformType; as it was where left out.</param>
/// <param name="SupervisorIdentifier">SagsbehandlerEksterntId, 1-255 characters; as it was where left out.</param>
public sealed record RescheduleBookingRequest(
    CitizenReference Citizen,
    Guid? BookingId,
    DateTimeOffset? StartTime,
    int? ContactType = null,
    string? SupervisorIdentifier = null) : OperationRequest(Citizen);

public sealed class RescheduleBookingValidator : OperationRequestValidator<RescheduleBookingRequest>
{
    public RescheduleBookingValidator()
    {
        RuleFor(request => request.BookingId).NotNull().OverridePropertyName("indkaldelseId");
        RuleFor(request => request.StartTime).NotNull().OverridePropertyName("moedeStarttidspunkt");
        RuleFor(request => request.SupervisorIdentifier).Length(1, 255).OverridePropertyName("sagsbehandlerEksterntId");
    }
}

/// <summary>
/// CreateOmbooking: a citizen moves a booking to another time of its own offer. Gates first, each returned alone: 1014,
/// 4400, 4405, 4768, 8107, 9018. Then the rules that need no seat (<see cref="RescheduleRules"/>), the new seat (4767), and
/// the rules on the assembled booking (<see cref="AssembledRules.Common"/>); all broken ones are returned, in order. The new
/// seat is taken and the old one let go in one commit, with booking, deadlines, notice, audit entry and the answer of the
/// request id: when anything fails, the booking stands untouched. Errors of the booking system: 4769, 9303, 9329. A planner
/// that is a system of its own is asked by <see cref="ChangeProtocol"/>.
/// </summary>
public sealed class RescheduleBooking(BookingChanger changer, IdSource ids, IOptions<RuleOptions> options)
{
    private static readonly RescheduleBookingValidator Validator = new();

    private static readonly GateCodes Codes =
        new(UnknownCitizen: Errors.UnknownCustomerNumber, NotOwn: Errors.NotThisCitizens, OfTheLiving: true);

    /// <param name="request">What is asked for.</param>
    /// <param name="caller">Who calls; a request id that has its answer already gets that one again.</param>
    /// <param name="cancellationToken">Ends the reading; once the writing has begun it is carried through.</param>
    /// <exception cref="RequestIdReusedException">The request id was used for something else.</exception>
    /// <exception cref="BookingStoreUnavailableException">The database did not take the change; nothing was moved.</exception>
    public async Task<Result<BookingChange>> ExecuteAsync(
        RescheduleBookingRequest request, Caller caller, CancellationToken cancellationToken) =>
        OperationRows.Hold(OperationNames.RescheduleBooking, await changer.RunAsync(
            new ChangeWish(OperationNames.RescheduleBooking, request.Citizen, request.BookingId, Validator.Check(request), Codes, caller),
            (decision, ground) => DecideAsync(request, decision, ground, cancellationToken),
            cancellationToken));

    /// <summary>What follows for the citizen's other affairs once a booking has moved.</summary>
    internal static IEnumerable<Write> AfterMoving(Booking booking, Booking moved, CitizenFile file, Moment moment) =>
        DeadlinesFreed.ByMoving(moved, file, moment).Prepend(
            booking.Details.InterviewType == moved.Details.InterviewType
                ? new MoveExclusiveKind(moved.CitizenId, moved.Id, moved.Details.Start.DanishDate())
                : new FreeExclusiveKind(moved.CitizenId, moved.Id))
            .Concat(booking.Details.Start == moved.Details.Start ? [] : Reminders.Withdraw(booking, moment));

    private async Task<ChangeDecision> DecideAsync(
        RescheduleBookingRequest request, ChangeDecision decision, ChangeGround given, CancellationToken cancellationToken)
    {
        var (moment, file, booking, system, caller) = given;
        var ground = booking.OptionId is not { } option ? null : await system.ReadGroundAsync(
            new GroundQuery(
                file.Profile with { JobCentreCode = booking.JobCentreCode }, option, request.StartTime!.Value, request.SupervisorIdentifier, booking),
            moment,
            cancellationToken);
        var facts = new RescheduleFacts(
            moment,
            file,
            booking,
            ground is { IsError: false } ? ground.Value : null,
            request.StartTime!.Value,
            request.ContactType ?? booking.Details.ContactType,
            options.Value);
        if (RescheduleRules.All.Broken(facts) is { Count: > 0 } broken)
        {
            return decision.Refuse(broken);
        }

        return facts.Ground is null
            ? decision.Refuse(OperationRows.Own(OperationNames.RescheduleBooking, ground!.Errors))
            : Decide(decision, facts, system, request.SupervisorIdentifier, caller);
    }

    private ChangeDecision Decide(
        ChangeDecision decision, RescheduleFacts facts, IExternalBookingSystem system, string? supervisorIdentifier, Caller caller)
    {
        var (booking, ground) = (facts.Booking, facts.Ground!);
        if (facts.Start < facts.Moment.Now
            || facts.Start < ground.Option.EarliestStart
            || facts.Start > ground.Option.LastTimeslot
            || facts.File.CurrentBookings.Any(other =>
                other.Id != booking.Id && other.OptionId == ground.Option.Id && other.Start == facts.Start))
        {
            return decision.Refuse(Errors.BookingAlreadyTaken);
        }

        if (system.Seats is { } seats)
        {
            return DecideWithSeat(decision, facts, seats);
        }

        var ask = ChangeAsk.Of(IntentKind.Move, booking, facts.File, caller, facts.Moment, ids);
        return decision.Begin(system.Reservations!, ask with
        {
            Reserve = new ReserveCall(
                booking.Id, ask.Citizen, ground.Option, facts.Start, facts.ContactType, supervisorIdentifier ?? Kept(booking, ground.Option),
                IsImmediate: false, ask.Intent.ReserveRequest),
        });
    }

    private ChangeDecision DecideWithSeat(ChangeDecision decision, RescheduleFacts facts, ISeatPlanner seats)
    {
        var (booking, option) = (facts.Booking, facts.Ground!.Option);
        var seat = seats.PlanMove(facts.Ground, booking, facts.ContactType, facts.Moment);
        if (seat.IsError)
        {
            return decision.Refuse(OperationRows.Own(OperationNames.RescheduleBooking, seat.Errors));
        }

        if (AssembledRules.Common.Broken(new AssembledFacts(seat.Value.Details, facts.Moment)) is { Count: > 0 } unsound)
        {
            return decision.Refuse(unsound, BookingReports.Of(unsound, booking, facts.Moment));
        }

        var moved = booking.AsMoved(seat.Value.Details, seat.Value.CaseWorkerId, option.AllowChoiceOfSupervisor);
        return decision.Grant(
        [
            .. seat.Value.Writes,
            new RewriteBooking(moved, BookingState.Active),
            .. AfterMoving(booking, moved, facts.File, facts.Moment),
            QueueNotice.Of(ids.Next(), NoticeKind.Moved, moved, facts.Moment.Now),
        ]);
    }

    /// <summary>The caseworker stays where the citizen could choose another one and did not.</summary>
    private static string? Kept(Booking booking, InterviewOption option) =>
        option.AllowChoiceOfSupervisor && option.Supervisors.Any(supervisor => supervisor.Identifier == booking.Details.Supervisor.Identifier)
            ? booking.Details.Supervisor.Identifier
            : null;
}
