using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Domain.ExternalBooking.Remote.Answers;

/// <summary>Sagsbehandler.</summary>
public sealed record SupervisorAnswer : PlannerElement
{
    public string? GivenName { get; init; }

    public string? MiddleName { get; init; }

    public string? Surname { get; init; }

    public string? Identifier { get; init; }

    internal Supervisor ToSupervisor() => new(GivenName!, MiddleName, Surname!, Identifier!);
}

/// <summary>BookbarSagsbehandler: a caseworker with the number that the times of the same answer name.</summary>
public sealed record SupervisorToBookAnswer : PlannerElement
{
    public int? Id { get; init; }

    public SupervisorAnswer? Supervisor { get; init; }

    internal SupervisorToBook ToSupervisor() => new(Id!.Value, Supervisor!.ToSupervisor());
}
