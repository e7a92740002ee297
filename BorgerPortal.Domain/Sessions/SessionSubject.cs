namespace BorgerPortal.Domain.Sessions;

/// <summary>Whom a session is of. It is read with each request, so that a role that is taken away is gone at once.</summary>
/// <param name="Name">What they are called.</param>
/// <param name="Roles">A caseworker's, of <see cref="Planner.CaseWorkerRoles"/>; none for citizens.</param>
/// <param name="JobCentreName">What a caseworker's jobcentre is called; null for citizens.</param>
public sealed record SessionSubject(string Name, IReadOnlyList<string> Roles, string? JobCentreName);
