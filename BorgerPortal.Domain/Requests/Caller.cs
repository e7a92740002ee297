using BorgerPortal.Domain.Audit;

namespace BorgerPortal.Domain.Requests;

/// <summary>Who calls an operation, and under which request id.</summary>
/// <param name="Kind">Who acts.</param>
/// <param name="Name">The client's name or the caseworker's id; null for a citizen.</param>
/// <param name="Request">The request id of a change, where the caller gave one.</param>
public sealed record Caller(ActorKind Kind, string? Name = null, RequestKey? Request = null)
{
    /// <summary>The citizen, on the portal's own pages.</summary>
    public static readonly Caller Citizen = new(ActorKind.Citizen);

    public static readonly Caller System = new(ActorKind.System);
}
