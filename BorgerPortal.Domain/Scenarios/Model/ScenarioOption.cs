using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Scenarios.Reading;

namespace BorgerPortal.Domain.Scenarios.Model;

/// <summary>An offer (moedetilbud).</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Option">The offer as it will be kept.</param>
/// <param name="CaseWorkers">Who serve it, by identifier; all of the offer's jobcentre.</param>
/// <param name="Citizens">Whom it is meant for; none means all.</param>
internal sealed record ScenarioOption(
    JsonPath Path, PlannedOption Option, IReadOnlyList<string> CaseWorkers, IReadOnlyList<Personnummer> Citizens);

/// <summary>A time (moedetider).</summary>
/// <param name="ContactTypes">Null where they are the offer's.</param>
/// <param name="TotalSeats">Null for an individual time.</param>
internal sealed record ScenarioTimeslot(
    JsonPath Path,
    Guid OptionId,
    DateTimeOffset Start,
    IReadOnlyList<int>? ContactTypes,
    int? TotalSeats,
    IReadOnlyList<string> CaseWorkers);
