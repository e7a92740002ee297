using BorgerPortal.Domain.ExternalBooking;
using static BorgerPortal.Domain.Rules.Verdict;

namespace BorgerPortal.Domain.Rules;

/// <summary>What is judged of a seat once it was planned.</summary>
/// <param name="Ground">What the planner read.</param>
/// <param name="Refusal">Why there is no seat; empty where there is one.</param>
public sealed record SeatFacts(BookingGround Ground, IReadOnlyList<Error> Refusal);

/// <summary>Why a seat is not to be had (4819), in the order in which it is found out. A caller is told the code alone.</summary>
public static class SeatRules
{
    /// <summary>Earlier today.</summary>
    public const string Earlier = "tidligere";

    /// <summary>The citizen has a seat there already.</summary>
    public const string Own = "egen";

    /// <summary>Taken, or no such time.</summary>
    public const string Taken = "optaget";

    /// <summary>Those that need no seat.</summary>
    public static readonly IReadOnlyList<Rule<BookingFacts>> BeforePlanner =
    [
        new(Errors.TimeNoLongerAvailable, facts => BrokenIf(
            facts.Start < facts.Moment.Now, ("starttidspunkt", facts.Start), ("nu", facts.Moment.Now))) { Aspect = Earlier },

        new(Errors.TimeNoLongerAvailable, facts => BrokenIf(
            facts.File.CurrentBookings.Any(booking => booking.OptionId == facts.Option.Id && booking.Start == facts.Start),
            ("starttidspunkt", facts.Start))) { Aspect = Own },
    ];

    /// <summary>The planner's word.</summary>
    public static readonly IReadOnlyList<Rule<SeatFacts>> OfPlanner =
    [
        new(Errors.TimeNoLongerAvailable, facts => BrokenIf(
            facts.Refusal.Any(error => error.Code == Errors.TimeNoLongerAvailable), [.. facts.Ground.OfSeat])) { Aspect = Taken },
    ];
}
