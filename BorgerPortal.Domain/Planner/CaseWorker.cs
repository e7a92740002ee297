namespace BorgerPortal.Domain.Planner;

/// <summary>A caseworker of a jobcentre whose time the embedded planner keeps.</summary>
public sealed class CaseWorker
{
    public long Id { get; set; }

    public required string JobCentreCode { get; set; }

    /// <summary>EksterntId, unique within the jobcentre.</summary>
    public required string Identifier { get; set; }

    public required string GivenName { get; set; }

    public string? MiddleName { get; set; }

    public required string Surname { get; set; }

    /// <summary>What the caseworker may do in the portal, of <see cref="CaseWorkerRoles"/>.</summary>
    public required IReadOnlyList<string> Roles { get; set; }

    /// <summary>The whole name, as the portal's pages show it.</summary>
    public string FullName => string.Join(' ', new[] { GivenName, MiddleName, Surname }.OfType<string>());

    public Supervisor ToSupervisor() => new(GivenName, MiddleName, Surname, Identifier);
}
