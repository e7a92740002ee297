using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.ExternalBooking.Embedded;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Queries;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Rules;
using BorgerPortal.Domain.Time;
using Microsoft.Extensions.Options;

namespace BorgerPortal.Domain.Overview;

/// <summary>
/// Looks over the offers of a jobcentre whose planner is the embedded one: what each would break for anyone, what is left of
/// its times, and which open deadlines none of them can meet. It reads, and writes nothing.
/// </summary>
public sealed class JobCentreOverviews(IBookingReader reader, IBookingSystems systems, IOptions<RuleOptions> options, TimeProvider clock)
{
    /// <summary>Whether an offer is switched on and valid asks nobody who they are.</summary>
    private static readonly CitizenProfile Nobody = new(0, "", 0);

    /// <param name="jobCentreCode">The caseworker's own.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Null where the jobcentre has no planner of ours: its offers are not kept here.</returns>
    public async Task<JobCentreOverview?> ReadAsync(string jobCentreCode, CancellationToken cancellationToken)
    {
        if (systems.Find(jobCentreCode) is not EmbeddedPlanner)
        {
            return null;
        }

        var moment = Moment.Read(clock);
        var reading = new Reading();
        var offers = reading.Add(new ReadOffersWithTimes(jobCentreCode, moment.Now));
        var deadlines = reading.Add(new ReadOpenDeadlines(jobCentreCode, moment.Today));
        await reader.ReadAsync(reading, cancellationToken);
        var seen = offers.Answer.Options.ConvertAll(option => (Option: option, Glance: LookAt(option, offers.Answer, moment)));
        var reach = new DeadlineReach(
            [.. seen.Where(offer => offer.Glance.FirstSound is not null).Select(offer => new SoundOffer(offer.Option, offer.Glance.FirstSound!.Value))],
            moment,
            options.Value);
        return new JobCentreOverview(seen.ConvertAll(offer => offer.Glance), Unmet(deadlines.Answer, reach));
    }

    private OfferAtAGlance LookAt(PlannedOption option, OffersWithTimes found, Moment moment)
    {
        var run = new DryRun(option, moment, options.Value);
        var (free, firstFree, firstSound) = (0, (DateTimeOffset?)null, (DateTimeOffset?)null);
        foreach (var time in found.Times[option.Id])
        {
            var isSound = run.Judge(time);
            if (time.CaseWorkerIds.Exists(worker => found.Calendar.HasSeat(option, time, worker, time.SeatsTaken)))
            {
                free++;
                firstFree ??= time.Start;
                firstSound ??= isSound ? time.Start : null;
            }
        }

        return new OfferAtAGlance
        {
            OptionId = option.Id,
            Title = option.Title,
            InterviewType = option.InterviewType,
            InterviewFormType = option.InterviewFormType,
            Active = option.Active,
            IsOffered = OptionRules.OfferedToAnybody.FirstBroken(new OptionFacts(Nobody, option, NamesCitizen: false, moment)) is null,
            Times = found.Times[option.Id].Count,
            FreeTimes = free,
            FirstFree = firstFree,
            FirstSound = firstSound,
            Breaks = run.Broken,
        };
    }

    private static IReadOnlyList<UnmetDeadlines> Unmet(OpenDeadlines open, DeadlineReach reach) =>
    [
        .. open.Files
            .SelectMany(file => reach.Unmet(file, open.Named[file.Citizen.Id]))
            .GroupBy(deadline => (deadline.InterviewType, deadline.HoldBy))
            .OrderBy(group => group.Key.HoldBy).ThenBy(group => group.Key.InterviewType)
            .Select(group => new UnmetDeadlines(group.Key.InterviewType, group.Key.HoldBy, [.. group.Select(deadline => deadline.CitizenId).Distinct()])),
    ];
}
