namespace BorgerPortal.Domain.CaseWorkers;

/// <summary>Who works at which jobcentre: everything that a caseworker asks for is asked with it.</summary>
/// <param name="CaseWorkerId">Our own id of the caseworker.</param>
/// <param name="JobCentreCode">Their jobcentre; they see nothing of others.</param>
public sealed record Desk(long CaseWorkerId, string JobCentreCode);
