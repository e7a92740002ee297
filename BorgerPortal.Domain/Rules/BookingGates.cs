using static BorgerPortal.Domain.Rules.Verdict;

namespace BorgerPortal.Domain.Rules;

/// <summary>
/// CreateBooking's gates in their order. The first that is broken ends the operation and is returned alone, so that nothing
/// about somebody else's data shows.
/// </summary>
public static class BookingGates
{
    /// <summary>The aspect of 8108 that is about the citizen.</summary>
    public const string Right = "ret";

    /// <summary>The aspect of 8108 that is about the offer.</summary>
    public const string Offer = "tilbud";

    /// <summary>Those that the portal judges by itself.</summary>
    public static readonly IReadOnlyList<Rule<GateFacts>> BeforePlanner =
    [
        new(Errors.InvalidMessage, facts => BrokenIf(
            facts.Faults.Count > 0, ("felter", facts.Faults.Count == 0 ? null : facts.Faults.Select(fault => fault.Field).ToList()))),

        new(Errors.CitizenLookupFailed, facts => BrokenIf(facts.File is null)),

        new(Errors.CitizenIsDead, facts => facts.File is not { } file
            ? NotJudged
            : BrokenIf(file.Citizen.Dead, ("doed", file.Citizen.Dead))),

        new(Errors.BookingSystemNotConfigured, facts => facts.File is not { } file
            ? NotJudged
            : BrokenIf(!facts.IsConfigured, ("jobcenter", file.Citizen.JobCentreCode))),

        new(Errors.UnknownInterviewOption, facts => facts.SelfBooking is not { } right || facts.Pending is not null
            ? NotJudged
            : BrokenIf(!right.IsPossible, ("hindring", right.Hindrance))) { Aspect = Right },
    ];

    /// <summary>What its planner may answer when it is asked for the offer and the time; judged on the codes of its refusal.</summary>
    public static readonly IReadOnlyList<Rule<IReadOnlyList<Error>>> OfPlanner =
    [
        RefusedWith(Errors.UnknownInterviewOption) with { Aspect = Offer },
        RefusedWith(Errors.BookingSystemUnreachable),
        RefusedWith(Errors.BookingSystemFault),
        RefusedWith(Errors.BookingSystemBrokeContract),
    ];

    private static Rule<IReadOnlyList<Error>> RefusedWith(ErrorCode code) => new(code, refusal => BrokenIf(refusal.Any(error => error.Code == code)));
}
