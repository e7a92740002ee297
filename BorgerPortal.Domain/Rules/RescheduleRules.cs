using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Planner;
using static BorgerPortal.Domain.Rules.Verdict;

namespace BorgerPortal.Domain.Rules;

/// <summary>CreateOmbooking's rules that need no seat, in the order in which their codes are returned.</summary>
public static class RescheduleRules
{
    /// <summary>Whether the booking may be moved at all, wherever to.</summary>
    public static readonly IReadOnlyList<Rule<RescheduleFacts>> OfTheBooking =
    [
        new(Errors.ImmediateBookingIsFixed, facts => BrokenIf(
            facts.Booking.ImmediateBooking, ("straksbooket", facts.Booking.ImmediateBooking))),

        new(Errors.RehabTeamNotAllowed, facts => BrokenIf(
            facts.Booking.Details.InterviewType == InterviewType.RehabTeam
                && !facts.Options.AllowsRehabTeam(facts.File.Citizen.ContactGroup),
            ("samtaleType", facts.Booking.Details.InterviewType), ("kontaktgruppe", facts.File.Citizen.ContactGroup))),

        Stops(Errors.RebookingNotAllowedForType, RebookingObstacle.TypeIsNotMoved),
        Stops(Errors.RebookingDeadlineBeforeToday, RebookingObstacle.DeadlineBeforeToday),
        .. ((RebookingObstacle[])
        [
            RebookingObstacle.NotPossible, RebookingObstacle.DeadlinePassedToday, RebookingObstacle.Started,
            RebookingObstacle.Pending, RebookingObstacle.NoOffer,
        ]).Select(obstacle => Stops(Errors.InvalidMessage, obstacle) with { Field = "indkaldelseId", Reason = obstacle.ToString() }),
    ];

    public static readonly IReadOnlyList<Rule<RescheduleFacts>> All =
    [
        .. OfTheBooking,

        new(Errors.InvalidInterviewType, facts => facts.Ground is not { Option: { } option }
            ? NotJudged
            : BrokenIf(!CodeList.InterviewTypes.Contains(option.InterviewType), ("samtaleType", option.InterviewType))),

        new(Errors.InvalidContactType, facts => BrokenIf(
            !CodeList.ContactTypes.Contains(facts.ContactType)
                || (facts.Ground is { } ground && !(ground.TimeslotContactTypes ?? ground.Option.ContactTypes).Contains(facts.ContactType)),
            ("samtaleformType", facts.ContactType),
            ("samtaleformer", facts.Ground?.TimeslotContactTypes ?? facts.Ground?.Option.ContactTypes))),

        new(Errors.UnknownCaseWorker, facts => facts.Ground is null or { Standing: SupervisorStanding.NotAskedFor }
            ? NotJudged
            : BrokenIf(facts.Ground.Standing != SupervisorStanding.OnOption, ("sagsbehandler", facts.Ground.Standing))),

        new(Errors.StartBeforeToday, facts => BrokenIf(
            facts.StartDate < facts.Moment.Today,
            ("startdato", facts.StartDate), ("dagsdato", facts.Moment.Today))),

        new(Errors.LaterThanDeadline, facts => BrokenIf(
            facts.Deadlines.Any(deadline => facts.StartDate > deadline.HoldBy),
            ("startdato", facts.StartDate),
            ("sidsteAfholdelsesdato", facts.Deadlines.Select(deadline => deadline.HoldBy).ToList()))),
    ];

    private static Rule<RescheduleFacts> Stops(ErrorCode code, RebookingObstacle obstacle) => new(code, facts => BrokenIf(
        facts.Obstacle == obstacle,
        ("hindring", facts.Obstacle),
        ("ombookingMulig", facts.Booking.Details.RebookingPossible),
        ("ombookingsfrist", facts.Booking.Details.RebookingDeadline),
        ("starttidspunkt", facts.Booking.Details.Start),
        ("tilstand", facts.Booking.State)));
}
