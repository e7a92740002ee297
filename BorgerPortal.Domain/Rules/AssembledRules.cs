using System.Text.RegularExpressions;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Time;
using static BorgerPortal.Domain.Rules.Verdict;

namespace BorgerPortal.Domain.Rules;

/// <summary>What the rules on an assembled booking read.</summary>
public sealed record AssembledFacts(BookingDetails Details, Moment Moment);

/// <summary>
/// The rules on the booking that the planner has assembled. A planner can be wrong, so the portal checks; in the order
/// in which their codes are returned.
/// </summary>
public static partial class AssembledRules
{
    private static readonly TimeSpan LongestMeeting = TimeSpan.FromHours(24);

    /// <summary>Those of every booking, made or moved.</summary>
    public static readonly IReadOnlyList<Rule<AssembledFacts>> Common =
    [
        On(Errors.EndBeforeStart, details => details.End is null
            ? NotJudged
            : BrokenIf(details.End < details.Start, ("start", details.Start), ("slut", details.End))),

        On(Errors.EndOrDurationMissing, details => BrokenIf(
            details.End is null && details.DurationMinutes is null or 0,
            ("slut", details.End), ("varighed", details.DurationMinutes))),

        On(Errors.LongerThanOneDay, details => LengthOf(details) is { } length
            ? BrokenIf(length > LongestMeeting, ("minutter", length.TotalMinutes))
            : NotJudged),

        On(Errors.RebookingDeadlineMissing, details => BrokenIf(
            details.RebookingPossible && details.RebookingDeadline is null,
            ("ombookingMulig", details.RebookingPossible), ("ombookingsfrist", details.RebookingDeadline))),

        On(Errors.CancellationDeadlineNotAllowed, details => BrokenIf(
            !details.CancellationPossible && details.CancellationDeadline is not null,
            ("aflysningMulig", details.CancellationPossible), ("aflysningsfrist", details.CancellationDeadline))),

        On(Errors.CancellationDeadlineMissing, details => BrokenIf(
            details.CancellationPossible && details.CancellationDeadline is null,
            ("aflysningMulig", details.CancellationPossible), ("aflysningsfrist", details.CancellationDeadline))),

        On(Errors.AddressMissing, details => BrokenIf(
            details.ContactType == ContactType.Personal && details.Location?.Address is null,
            ("samtaleformType", details.ContactType), ("adresse", details.Location?.Address is not null))),

        On(Errors.PhoneNumberMissing, details => BrokenIf(
            details.ShouldCitizenCall == true && string.IsNullOrEmpty(details.PhoneNumber),
            ("borgerSkalRinge", details.ShouldCitizenCall), ("telefonnummer", details.PhoneNumber))),

        DeadlineBeforeToday(Errors.RebookingDeadlineBeforeToday, details => details.RebookingDeadline),

        DeadlineBeforeToday(Errors.CancellationDeadlineBeforeToday, details => details.CancellationDeadline),

        DeadlineAfterStart(Errors.RebookingDeadlineAfterStart, details => details.RebookingDeadline),

        DeadlineAfterStart(Errors.CancellationDeadlineAfterStart, details => details.CancellationDeadline),

        On(Errors.RebookingNotAllowedForType, details => BrokenIf(
            details.InterviewType is InterviewType.JointJobInterview or InterviewType.RehabTeam && details.RebookingPossible,
            ("samtaleType", details.InterviewType), ("ombookingMulig", details.RebookingPossible))),
    ];

    /// <summary>CreateBooking's: the common ones and its own.</summary>
    public static readonly IReadOnlyList<Rule<AssembledFacts>> OfCreateBooking =
    [
        .. Common,
        On(Errors.HtmlInPrintComment, details => details.PrintComment is null
            ? NotJudged
            : BrokenIf(HtmlTag().IsMatch(details.PrintComment), ("bemaerkning", details.PrintComment))),
    ];

    private static TimeSpan? LengthOf(BookingDetails details) => details switch
    {
        { End: { } end } => end - details.Start,
        { DurationMinutes: { } minutes and not 0 } => TimeSpan.FromMinutes(minutes),
        _ => null,
    };

    private static Rule<AssembledFacts> On(ErrorCode code, Func<BookingDetails, Verdict> judge) => new(code, facts => judge(facts.Details));

    private static Rule<AssembledFacts> DeadlineBeforeToday(ErrorCode code, Func<BookingDetails, DateTimeOffset?> deadline) =>
        new(code, facts => deadline(facts.Details) is { } given
            // What is still to come is not before today: most are, and to find a date takes a while.
            ? BrokenIf(given < facts.Moment.Now && given.DanishDate() < facts.Moment.Today, ("frist", given), ("dagsdato", facts.Moment.Today))
            : NotJudged);

    private static Rule<AssembledFacts> DeadlineAfterStart(ErrorCode code, Func<BookingDetails, DateTimeOffset?> deadline) =>
        On(code, details => deadline(details) is { } given
            ? BrokenIf(given > details.Start, ("frist", given), ("start", details.Start))
            : NotJudged);

    [GeneratedRegex("<[A-Za-z/!]", RegexOptions.None, 1000)]
    private static partial Regex HtmlTag();
}
