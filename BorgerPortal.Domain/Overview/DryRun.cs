using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.ExternalBooking.Embedded;
using BorgerPortal.Domain.Persistence.Queries;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Rules;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Overview;

/// <summary>
/// Judges an offer's times as CreateBooking would for somebody in whose own way nothing stands: no bookings, no deadlines,
/// and the contact group, among those that it is meant for, with the best prospects.
/// </summary>
internal sealed class DryRun
{
    /// <summary>Who holds the meeting is no matter to any rule.</summary>
    private static readonly CaseWorker Anybody = new() { JobCentreCode = "", Identifier = "", GivenName = "", Surname = "", Roles = [] };

    private readonly PlannedOption _option;
    private readonly Moment _moment;
    private readonly RuleOptions _options;
    private readonly InterviewOption _told;
    private readonly CitizenFile _file;
    private readonly SelfBooking _selfBooking;
    private readonly Dictionary<ErrorCode, int> _broken = [];

    public DryRun(PlannedOption option, Moment moment, RuleOptions options)
    {
        (_option, _moment, _options) = (option, moment, options);
        _told = EmbeddedPlanner.Tell(option, [], firstFree: null);
        _file = FileOf(option, options);
        _selfBooking = SelfBooking.Of(_file, isConfigured: true, moment);
    }

    /// <summary>The rules that were broken so far, in the order in which their codes are returned.</summary>
    public IReadOnlyList<BrokenAtAGlance> Broken =>
    [
        .. BookingRules.All.Select(rule => rule.Code).Concat(AssembledRules.OfCreateBooking.Select(rule => rule.Code))
            .Where(_broken.ContainsKey)
            .Select(code => new BrokenAtAGlance(code, _broken[code])),
    ];

    /// <summary>Judges a time in each form in which it may be held.</summary>
    /// <returns>Whether it can be booked in any of them.</returns>
    public bool Judge(TimeslotRow time)
    {
        var ground = new BookingGround(_told, time.ContactTypes, SupervisorStanding.NotAskedFor);
        var inAnyForm = new BookingFacts(_moment, _file, _selfBooking, ground, time.Start, ContactType: 0, _options);
        var isSound = false;
        HashSet<ErrorCode>? broken = null;
        foreach (var contactType in time.ContactTypes)
        {
            var facts = inAnyForm with { ContactType = contactType };
            var details = SeatPlanner.Assemble(_option, time.Start, contactType, Anybody, _moment);
            var (before, after) = (BookingRules.All.Broken(facts), AssembledRules.OfCreateBooking.Broken(new AssembledFacts(details, _moment)));
            if (before.Count + after.Count == 0)
            {
                isSound = true;
                continue;
            }

            (broken ??= []).UnionWith(before.Concat(after).Select(error => error.Code));
        }

        foreach (var code in broken ?? [])
        {
            _broken[code] = _broken.GetValueOrDefault(code) + 1;
        }

        return isSound;
    }

    private static CitizenFile FileOf(PlannedOption option, RuleOptions options)
    {
        var groups = option.ContactGroups.Count > 0 ? option.ContactGroups : [.. CodeList.ContactGroups.Entries.Select(group => group.Id)];
        var anyone = new Citizen
        {
            PersonnummerLookup = [],
            PersonnummerCipher = [],
            GivenNames = "",
            Surname = "",
            JobCentreCode = option.JobCentreCode,
            ContactGroup = groups.FirstOrDefault(options.AllowsRehabTeam, groups[0]),
            CustomerNumber = "",
        };
        return new CitizenFile(anyone, [], [], []);
    }
}
