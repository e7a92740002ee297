using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.ExternalBooking.Protocol;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Rules;
using BorgerPortal.Domain.Security;
using BorgerPortal.Domain.Time;
using Microsoft.Extensions.Options;

namespace BorgerPortal.Domain.Operations;

/// <summary>
/// Decides a CreateBooking and writes nothing: the gates, the rules that need no seat, the seat, the rules on the assembled
/// booking. The operation carries out what it decides; whoever asks why brings a log and is told of each rule by the very
/// same run.
/// </summary>
public sealed class BookingDecider(IBookingSystems systems, IdSource ids, IOptions<RuleOptions> options)
{
    internal async Task<BookingDecision> DecideAsync(
        CreateBookingRequest request, BookingFirstRead.Known known, Caller caller, Moment moment, CancellationToken cancellationToken, VerdictLog? log = null)
    {
        var file = known.File;
        var decision = new BookingDecision(request.OptionId) { File = file };
        var system = file is null ? null : systems.Find(file.Citizen.JobCentreCode);
        var gates = new GateFacts(moment, known.Faults, file, system is not null, request.OptionId);
        if (BookingGates.BeforePlanner.FirstBroken(gates, log) is { } gate)
        {
            return known.Faults.Count > 0 ? decision.Refuse(known.Faults) : decision.Refuse(gate.Code);
        }

        if (gates.Pending is { } pending)
        {
            return decision.Await(pending);
        }

        var query = new GroundQuery(file!.Profile, request.OptionId!.Value, request.StartTime!.Value, request.SupervisorIdentifier) { Ahead = known.Ground };
        var ground = await system!.ReadGroundAsync(query, moment, cancellationToken);
        var refusal = OperationRows.Own(OperationNames.CreateBooking, ground.Errors);
        if (BookingGates.OfPlanner.FirstBroken(refusal, log) is not null || refusal.Count > 0)
        {
            return decision.Refuse(refusal);
        }

        var facts = new BookingFacts(
            moment, file, gates.SelfBooking!, ground.Value, request.StartTime.Value, request.ContactType!.Value, options.Value);
        return Decide(decision, facts, system, request.SupervisorIdentifier, caller, log);
    }

    private BookingDecision Decide(
        BookingDecision decision, BookingFacts facts, IExternalBookingSystem system, string? supervisorIdentifier, Caller caller, VerdictLog? log)
    {
        if (BookingRules.All.Broken(facts, log) is { Count: > 0 } broken)
        {
            return decision.Refuse(broken);
        }

        if (SeatRules.BeforePlanner.FirstBroken(facts, log) is { } early)
        {
            return decision.Refuse(early.Code);
        }

        return system.Seats is { } seats
            ? DecideWithSeat(decision, facts, seats, log)
            : decision.Begin(system.Reservations!, BookingAsk.Of(facts, supervisorIdentifier, caller, ids), facts);
    }

    private BookingDecision DecideWithSeat(BookingDecision decision, BookingFacts facts, ISeatPlanner seats, VerdictLog? log)
    {
        var bookingId = ids.Next();
        var seat = seats.PlanSeat(facts.Ground, bookingId, facts.ContactType, facts.Moment);
        var refusal = OperationRows.Own(OperationNames.CreateBooking, seat.Errors);
        if (SeatRules.OfPlanner.FirstBroken(new SeatFacts(facts.Ground, refusal), log) is not null || refusal.Count > 0)
        {
            return decision.Refuse(refusal);
        }

        if (AssembledRules.OfCreateBooking.Broken(new AssembledFacts(seat.Value.Details, facts.Moment), log) is { Count: > 0 } unsound)
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
}
