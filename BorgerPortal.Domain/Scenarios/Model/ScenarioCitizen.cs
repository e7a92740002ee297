using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Scenarios.Reading;

namespace BorgerPortal.Domain.Scenarios.Model;

/// <summary>A citizen (borgere).</summary>
internal sealed record ScenarioCitizen(
    JsonPath Path,
    Personnummer Personnummer,
    string GivenNames,
    string Surname,
    string? Email,
    string? Mobile,
    string JobCentreCode,
    int ContactGroup,
    string? CustomerNumber,
    bool Dead,
    IReadOnlyList<ScenarioAbsence> Absences,
    IReadOnlyList<ScenarioDeadline> Deadlines);

/// <summary>An absence (fravaer).</summary>
internal sealed record ScenarioAbsence(int Type, DateOnly From, DateOnly? To);

/// <summary>A deadline (frister).</summary>
/// <param name="IssuedOn">Udstedt: the day on which the portal got it; null where the file does not say.</param>
/// <param name="MetBy">IndfriesAf: the booking that met it.</param>
internal sealed record ScenarioDeadline(
    JsonPath Path, DeadlineStatus Status, int InterviewType, DateOnly BookBy, DateOnly HoldBy, DateOnly? IssuedOn, Guid? MetBy);
