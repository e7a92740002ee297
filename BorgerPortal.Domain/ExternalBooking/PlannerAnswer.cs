namespace BorgerPortal.Domain.ExternalBooking;

/// <summary>
/// What came back from a planner that is a system of its own. The three cases are kept apart because they bind
/// differently: only an explicit refusal is definite.
/// </summary>
public abstract record PlannerAnswer<T>
{
    private PlannerAnswer()
    {
    }

    /// <summary>The planner did it.</summary>
    public sealed record Done(T Value) : PlannerAnswer<T>;

    /// <summary>The planner said no, and why; nothing was done.</summary>
    public sealed record Refused(ErrorCode Code) : PlannerAnswer<T>;

    /// <summary>
    /// Nobody knows whether it was done: a time-out, a cut line or a server's fault (4769, 9303), or an answer that
    /// cannot be read or breaks the contract (9329).
    /// </summary>
    /// <param name="Code">Which of these.</param>
    /// <param name="Broken">The wire names of what breaks the contract, where that is what is wrong.</param>
    public sealed record Unknown(ErrorCode Code, IReadOnlyList<string>? Broken = null) : PlannerAnswer<T>;

    /// <summary>Goes on with what was done; a refusal or an unknown outcome stays what it is.</summary>
    internal PlannerAnswer<TOther> Then<TOther>(Func<T, PlannerAnswer<TOther>> next) => this switch
    {
        Done done => next(done.Value),
        Refused refused => new PlannerAnswer<TOther>.Refused(refused.Code),
        Unknown unknown => new PlannerAnswer<TOther>.Unknown(unknown.Code, unknown.Broken),
        _ => throw new InvalidOperationException("There are three cases."),
    };
}
