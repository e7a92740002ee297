using BorgerPortal.Domain.Scenarios.Reading;

namespace BorgerPortal.Domain.Scenarios.Model;

/// <summary>Rows of a scenario file as they were read: sound one by one, but nothing is known yet of what they refer to.</summary>
internal sealed record ScenarioFile(
    IReadOnlyList<ScenarioJobCentre> JobCentres,
    IReadOnlyList<ScenarioCaseWorker> CaseWorkers,
    IReadOnlyList<ScenarioCitizen> Citizens,
    IReadOnlyList<ScenarioOption> Options,
    IReadOnlyList<ScenarioTimeslot> Timeslots,
    IReadOnlyList<ScenarioBooking> Bookings)
{
    public static readonly ScenarioFile Empty = new([], [], [], [], [], []);
}

/// <summary>A jobcentre (jobcentre).</summary>
internal sealed record ScenarioJobCentre(JsonPath Path, string Code, string Name);

/// <summary>A caseworker (sagsbehandlere).</summary>
internal sealed record ScenarioCaseWorker(
    JsonPath Path,
    string Identifier,
    string GivenName,
    string? MiddleName,
    string Surname,
    string JobCentreCode,
    IReadOnlyList<string> Roles);
