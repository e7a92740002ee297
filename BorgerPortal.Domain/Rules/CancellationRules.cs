using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Time;
using static BorgerPortal.Domain.Rules.Verdict;

namespace BorgerPortal.Domain.Rules;

/// <summary>What DeleteBooking's rules read.</summary>
public sealed record CancellationFacts(Booking Booking, Moment Moment);

/// <summary>DeleteBooking's rules, in the order in which their codes are returned.</summary>
public static class CancellationRules
{
    public static readonly IReadOnlyList<Rule<CancellationFacts>> All =
    [
        new(Errors.ImmediateBookingIsFixed, facts => BrokenIf(
            facts.Booking.ImmediateBooking, ("straksbooket", facts.Booking.ImmediateBooking))),

        new(Errors.StartHasPassed, facts => BrokenIf(
            facts.Booking.Details.Start < facts.Moment.Now,
            ("starttidspunkt", facts.Booking.Details.Start), ("nu", facts.Moment.Now))),

        new(Errors.CancellationNotAllowed, facts => BrokenIf(
            !facts.Booking.Details.CancellationPossible
                || facts.Booking.Details.CancellationDeadline < facts.Moment.Now
                || facts.Booking.IsUnsettled,
            ("aflysningMulig", facts.Booking.Details.CancellationPossible),
            ("aflysningsfrist", facts.Booking.Details.CancellationDeadline),
            ("tilstand", facts.Booking.State))),
    ];
}
