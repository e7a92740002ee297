using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.ExternalBooking.Embedded;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Rules;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Overview;

/// <summary>An offer with the first time of it that can be booked.</summary>
internal sealed record SoundOffer(PlannedOption Option, DateTimeOffset First);

/// <summary>
/// Which open deadlines an offered time can meet. The earliest time of an offer is the only one that matters: where it is
/// too late for a deadline, so are all others.
/// </summary>
internal sealed class DeadlineReach(IReadOnlyList<SoundOffer> offers, Moment moment, RuleOptions options)
{
    /// <summary>The rules that read more than the offer: the rest was judged when its first sound time was found.</summary>
    private static readonly IReadOnlyList<Rule<BookingFacts>> OfCitizen =
        [.. BookingRules.All.Where(rule => rule.Code == Errors.RehabTeamNotAllowed || rule.Code == Errors.LaterThanDeadline)];

    private readonly Dictionary<CitizenProfile, Dictionary<int, SoundOffer>> _ofProfile = [];
    private readonly Dictionary<Guid, SoundOffer> _byId = offers.ToDictionary(offer => offer.Option.Id);

    /// <summary>The citizen's open deadlines that no offered time can meet; none of one who may not book for themselves.</summary>
    /// <param name="file">The citizen, with no bookings.</param>
    /// <param name="named">The offers that name the citizen.</param>
    public IEnumerable<Deadline> Unmet(CitizenFile file, IEnumerable<Guid> named)
    {
        if (!SelfBooking.Of(file, isConfigured: true, moment).IsPossible)
        {
            return [];
        }

        var own = named.Where(_byId.ContainsKey).Select(id => _byId[id]).Where(offer => IsFor(file.Profile, offer, names: true)).ToList();
        var all = OfProfile(file.Profile);
        return file.OpenDeadlines(moment.Today).Where(deadline =>
        {
            var candidates = own.Where(offer => offer.Option.InterviewType == deadline.InterviewType);
            var earliest = (all.TryGetValue(deadline.InterviewType, out var shared) ? candidates.Append(shared) : candidates).MinBy(offer => offer.First);
            return earliest is null || !Meets(earliest, file, deadline);
        }).ToList();
    }

    /// <summary>By the rules on a booking, with this deadline alone.</summary>
    private bool Meets(SoundOffer offer, CitizenFile file, Deadline deadline)
    {
        var alone = file with { Deadlines = [new DeadlineState(deadline, MeetingStart: null)] };
        var contactTypes = offer.Option.ContactTypes;
        var facts = new BookingFacts(
            moment,
            alone,
            SelfBooking.Of(alone, isConfigured: true, moment),
            new BookingGround(EmbeddedPlanner.Tell(offer.Option, [], firstFree: null), contactTypes, SupervisorStanding.NotAskedFor),
            offer.First,
            contactTypes[0],
            options);
        return OfCitizen.FirstBroken(facts) is null;
    }

    /// <summary>The earliest offer of each type that is meant for citizens of a contact group, named by none.</summary>
    private Dictionary<int, SoundOffer> OfProfile(CitizenProfile citizen)
    {
        var profile = citizen with { Id = 0 };
        if (!_ofProfile.TryGetValue(profile, out var earliest))
        {
            _ofProfile[profile] = earliest = offers.Where(offer => IsFor(profile, offer, names: false))
                .GroupBy(offer => offer.Option.InterviewType)
                .ToDictionary(group => group.Key, group => group.MinBy(offer => offer.First)!);
        }

        return earliest;
    }

    private bool IsFor(CitizenProfile citizen, SoundOffer offer, bool names) =>
        OptionRules.All.FirstBroken(new OptionFacts(citizen, offer.Option, names, moment)) is null;
}
