using BorgerPortal.Domain.Rules;

namespace BorgerPortal.Domain.Tracing;

/// <summary>Which list of CreateBooking's a line is of; in the order in which they are judged.</summary>
public enum TracePart
{
    /// <summary>The gates: the first that is broken ends it.</summary>
    Gate = 1,

    /// <summary>Why the offer is not there for the citizen.</summary>
    Offer,

    /// <summary>The rules that need no seat: all are judged.</summary>
    Rule,

    /// <summary>The seat.</summary>
    Seat,

    /// <summary>The rules on the booking that the planner has assembled.</summary>
    Assembled,
}

/// <summary>One gate or rule, and how it was judged.</summary>
/// <param name="Part">Its list.</param>
/// <param name="Code">Its code.</param>
/// <param name="Aspect">Which of several with one code it is; null where there is one.</param>
/// <param name="Verdict">Passed, broken or not judged, with the values that decided.</param>
public sealed record TraceLine(TracePart Part, ErrorCode Code, string? Aspect, Verdict Verdict)
{
    public bool IsBroken => Verdict.IsBroken;

    /// <summary>A list as it was judged, in its order.</summary>
    internal static IEnumerable<TraceLine> Of<TFacts>(TracePart part, IEnumerable<Rule<TFacts>> rules, VerdictLog log) =>
        rules.Select(rule => new TraceLine(part, rule.Code, rule.Aspect, log.Of(rule)));
}
