using BorgerPortal.Domain.Scenarios.Reading;

namespace BorgerPortal.Domain.Scenarios.Model;

/// <summary>A scenario file as it was read: sound row by row, but nothing is known yet of what the rows refer to.</summary>
internal sealed record ScenarioFile(
    IReadOnlyList<ScenarioJobCentre> JobCentres,
    IReadOnlyList<ScenarioCaseWorker> CaseWorkers,
    IReadOnlyList<ScenarioCitizen> Citizens,
    IReadOnlyList<ScenarioOption> Options,
    IReadOnlyList<ScenarioTimeslot> Timeslots,
    IReadOnlyList<ScenarioBooking> Bookings)
{
    public ImportCounts Count() =>
        new(JobCentres.Count, CaseWorkers.Count, Citizens.Count, Options.Count, Timeslots.Count, Bookings.Count);
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
