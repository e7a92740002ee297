namespace BorgerPortal.Domain.Tracing;

/// <summary>What CreateBooking would answer, and why.</summary>
/// <param name="Lines">Every gate and rule in the order of the specification; what was not reached is not judged.</param>
/// <param name="Errors">What it would answer; empty where it would book.</param>
/// <param name="PendingSince">When the citizen's booking on the offer was asked for that is not settled yet: it is the answer, before any rule.</param>
/// <param name="PlannerDecides">The jobcentre's planner is a system of its own, which decides of the seat and assembles the booking: it was not asked to.</param>
public sealed record RuleTrace(
    IReadOnlyList<TraceLine> Lines, IReadOnlyList<Error> Errors, DateTimeOffset? PendingSince, bool PlannerDecides)
{
    /// <summary>Whether nothing was found that stands in the way.</summary>
    public bool WouldBook => Errors.Count == 0 && PendingSince is null;

    /// <summary>The codes that are broken, each once, in their order.</summary>
    public IReadOnlyList<int> BrokenCodes => [.. Lines.Where(line => line.IsBroken).Select(line => line.Code.Number).Distinct()];
}
