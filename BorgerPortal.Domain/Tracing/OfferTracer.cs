using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.ExternalBooking.Embedded;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Queries;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Rules;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Tracing;

/// <summary>Tells of every offer of a citizen's jobcentre whether the citizen sees it, and why not.</summary>
public sealed class OfferTracer(CitizenFiles files, IBookingReader reader, IBookingSystems systems, TimeProvider clock)
{
    public async Task<OfferTraces> TraceAsync(CitizenReference citizen, CancellationToken cancellationToken)
    {
        var moment = Moment.Read(clock);
        var file = await files.ReadAsync(citizen, moment, cancellationToken);
        var system = file is null ? null : systems.Find(file.Citizen.JobCentreCode);
        var log = new VerdictLog();
        var isHidden = BookingGates.BeforePlanner.FirstBroken(new GateFacts(moment, [], file, system is not null, OptionId: null), log) is not null;
        var traces = new OfferTraces([.. TraceLine.Of(TracePart.Gate, BookingGates.BeforePlanner, log)], [], [], PlannerDecides: false);
        if (file is null || system is null)
        {
            return traces;
        }

        if (system is not EmbeddedPlanner)
        {
            return isHidden ? traces with { PlannerDecides = true } : await AskAsync(system, file, traces, moment, cancellationToken);
        }

        var offers = await reader.ReadAsync(new ReadOffers(file.Citizen.JobCentreCode, file.Citizen.Id), cancellationToken);
        return traces with
        {
            Offers = [.. offers.Select(offer => Trace(offer.Option, new OptionFacts(file.Profile, offer.Option, offer.NamesCitizen, moment), isHidden))],
        };
    }

    private static OfferTrace Trace(PlannedOption option, OptionFacts facts, bool isHidden)
    {
        var log = new VerdictLog();
        var isThere = OptionRules.All.Broken(facts, log).Count == 0;
        return new OfferTrace(option.Id, option.Title, option.InterviewType, isThere && !isHidden, [.. TraceLine.Of(TracePart.Offer, OptionRules.All, log)]);
    }

    private static async Task<OfferTraces> AskAsync(
        IExternalBookingSystem system, CitizenFile file, OfferTraces traces, Moment moment, CancellationToken cancellationToken)
    {
        var answer = await system.GetOptionsAsync(file.Profile, moment, cancellationToken);
        return traces with
        {
            PlannerDecides = true,
            Offers = answer.IsError ? [] : [.. answer.Value.Select(option => new OfferTrace(option.Id, option.Title, option.InterviewType, IsSeen: true, []))],
            Errors = OperationRows.Own(OperationNames.GetSelfbookInterviewOptions, answer.Errors),
        };
    }
}
