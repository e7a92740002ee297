namespace BorgerPortal.Domain.ExternalBooking.Remote.Answers;

/// <summary>A part of an answer as it came: anything may be missing, and nothing has been checked.</summary>
public abstract record PlannerElement
{
    /// <summary>The wire names of elements that were there and were not of their type (a text where a number belongs).</summary>
    public IReadOnlyList<string> Unreadable { get; init; } = [];
}
