using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Rules;
using BorgerPortal.Domain.Time;
using static BorgerPortal.Domain.Rules.Verdict;

namespace BorgerPortal.Domain.ExternalBooking.Embedded;

/// <summary>What decides whether an offer is there for a citizen.</summary>
/// <param name="Citizen">The citizen.</param>
/// <param name="Option">The offer as it is kept.</param>
/// <param name="NamesCitizen">Whether the offer names the citizen.</param>
/// <param name="Moment">Now.</param>
internal sealed record OptionFacts(CitizenProfile Citizen, PlannedOption Option, bool NamesCitizen, Moment Moment);

/// <summary>
/// Why an offer is not there for a citizen (8108). A caller is told the code alone; no value names anybody whom the offer is
/// meant for.
/// </summary>
internal static class OptionRules
{
    /// <summary>Whether it is offered to anybody.</summary>
    public static readonly IReadOnlyList<Rule<OptionFacts>> OfferedToAnybody =
    [
        On("aktiv", facts => BrokenIf(!facts.Option.Active, ("aktiv", facts.Option.Active))),
        On("gyldigFra", facts => facts.Option.ValidFrom is not { } first
            ? NotJudged
            : BrokenIf(facts.Moment.Today < first, ("gyldigFra", first), ("dagsdato", facts.Moment.Today))),
        On("gyldigTil", facts => facts.Option.ValidTo is not { } last
            ? NotJudged
            : BrokenIf(facts.Moment.Today > last, ("gyldigTil", last), ("dagsdato", facts.Moment.Today))),
    ];

    /// <summary>Whether it is meant for the citizen.</summary>
    public static readonly IReadOnlyList<Rule<OptionFacts>> MeantFor =
    [
        On("jobcenter", facts => BrokenIf(
            facts.Option.JobCentreCode != facts.Citizen.JobCentreCode,
            ("tilbuddets", facts.Option.JobCentreCode), ("borgerens", facts.Citizen.JobCentreCode))),
        On("kontaktgruppe", facts => BrokenIf(
            !IsForContactGroup(facts.Option, facts.Citizen),
            ("kontaktgrupper", facts.Option.ContactGroups), ("kontaktgruppe", facts.Citizen.ContactGroup))),
        On("navngivne", facts => !facts.Option.ForNamedCitizens ? NotJudged : BrokenIf(!facts.NamesCitizen, ("naevnt", facts.NamesCitizen))),
    ];

    public static readonly IReadOnlyList<Rule<OptionFacts>> All = [.. OfferedToAnybody, .. MeantFor];

    /// <summary>Part of the list as a plain answer, for lists of offers.</summary>
    public static bool IsForContactGroup(PlannedOption option, CitizenProfile citizen) =>
        option.ContactGroups.Count == 0 || option.ContactGroups.Contains(citizen.ContactGroup);

    private static Rule<OptionFacts> On(string aspect, Func<OptionFacts, Verdict> judge) => new(Errors.UnknownInterviewOption, judge) { Aspect = aspect };
}
