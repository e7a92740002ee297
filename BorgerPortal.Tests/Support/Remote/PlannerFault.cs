using BorgerPortal.Domain;

namespace BorgerPortal.Tests.Support.Remote;

/// <summary>What goes wrong with a call to a planner.</summary>
/// <param name="Acts">Whether the planner does what it was asked all the same.</param>
/// <param name="Refusal">The code of an explicit refusal.</param>
/// <param name="Unknown">The code of an outcome that nobody knows.</param>
/// <param name="Throws">The line itself breaks in a way that it does not foresee.</param>
public sealed record PlannerFault(bool Acts, ErrorCode? Refusal = null, ErrorCode? Unknown = null, bool Throws = false)
{
    public static PlannerFault Refuse(ErrorCode code) => new(Acts: false, Refusal: code);

    /// <summary>The call never reaches the planner.</summary>
    public static readonly PlannerFault CallLost = new(Acts: false, Unknown: Errors.BookingSystemUnreachable);

    /// <summary>The planner acts, and its answer never arrives.</summary>
    public static readonly PlannerFault AnswerLost = new(Acts: true, Unknown: Errors.BookingSystemUnreachable);

    /// <summary>A fault that the planner does not explain.</summary>
    public static readonly PlannerFault Unexplained = new(Acts: false, Unknown: Errors.BookingSystemFault);

    /// <summary>Half a document.</summary>
    public static readonly PlannerFault Unreadable = new(Acts: true, Unknown: Errors.BookingSystemBrokeContract);

    public static readonly PlannerFault LineBreaks = new(Acts: true, Throws: true);
}
