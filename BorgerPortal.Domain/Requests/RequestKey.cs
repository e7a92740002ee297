namespace BorgerPortal.Domain.Requests;

/// <summary>
/// The id that a caller gave to a change, so that trying again never makes it twice.
/// </summary>
/// <param name="Client">The client system, or the portal's own pages.</param>
/// <param name="Operation">The operation's wire name: the same id may be used for another operation.</param>
/// <param name="Id">1-46 characters.</param>
/// <param name="PayloadHash">A keyed hash of citizen and payload: the same id with another payload is refused.</param>
public sealed record RequestKey(string Client, string Operation, string Id, byte[] PayloadHash)
{
    public const int LongestId = 46;
}
