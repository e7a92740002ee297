using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.ExternalBooking.Embedded;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Requests;
using BorgerPortal.Domain.Rules;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Tracing;

/// <summary>
/// Tells why a time can be booked or cannot: CreateBooking's own decision is made, each rule's verdict is noted on the way,
/// and nothing is written or reserved.
/// </summary>
public sealed class RuleTracer(BookingFirstRead firstRead, BookingDecider decider, IBookingSystems systems, TimeProvider clock)
{
    /// <param name="request">What the citizen would ask for.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<RuleTrace> TraceAsync(CreateBookingRequest request, CancellationToken cancellationToken)
    {
        var moment = Moment.Read(clock);
        var known = await firstRead.ReadAsync(request, key: null, moment, cancellationToken);
        var log = new VerdictLog();
        var decision = await decider.DecideAsync(request, known, Caller.Citizen, moment, cancellationToken, log);
        var system = known.File is { } file ? systems.Find(file.Citizen.JobCentreCode) : null;
        var isSettled = decision.Ask is not null || !decision.Result.IsError;
        return new RuleTrace(
            [
                .. TraceLine.Of(TracePart.Gate, BookingGates.BeforePlanner, log),
                .. TraceLine.Of(TracePart.Gate, BookingGates.OfPlanner, log),
                .. OfOffer(known, system, moment, log),
                .. TraceLine.Of(TracePart.Rule, BookingRules.All, log),
                .. TraceLine.Of(TracePart.Seat, SeatRules.BeforePlanner, log),
                .. TraceLine.Of(TracePart.Seat, SeatRules.OfPlanner, log),
                .. TraceLine.Of(TracePart.Assembled, AssembledRules.OfCreateBooking, log),
            ],
            isSettled ? [] : decision.Result.Errors,
            isSettled && decision.Ask is null ? decision.Result.Value.PendingSince : null,
            PlannerDecides: system is { Seats: null });
    }

    /// <summary>What stands behind 8108, where that is about the offer: an offer of another jobcentre is as one that is not there.</summary>
    private static IEnumerable<TraceLine> OfOffer(BookingFirstRead.Known known, IExternalBookingSystem? system, Moment moment, VerdictLog log)
    {
        if (system is not EmbeddedPlanner
            || !BookingGates.OfPlanner.Any(gate => gate.Aspect == BookingGates.Offer && log.Of(gate).IsBroken)
            || known is not { File: { } file, Ground: { Option: { } option, NamesCitizen: var names } }
            || option.JobCentreCode != file.Citizen.JobCentreCode)
        {
            return [];
        }

        OptionRules.All.Broken(new OptionFacts(file.Profile, option, names, moment), log);
        return TraceLine.Of(TracePart.Offer, OptionRules.All, log);
    }
}
