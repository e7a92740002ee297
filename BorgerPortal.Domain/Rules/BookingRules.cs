using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Planner;
using static BorgerPortal.Domain.Rules.Verdict;

namespace BorgerPortal.Domain.Rules;

/// <summary>CreateBooking's rules that need no seat, in the order in which their codes are returned.</summary>
public static class BookingRules
{
    public static readonly IReadOnlyList<Rule<BookingFacts>> All =
    [
        new(Errors.InvalidInterviewType, facts => BrokenIf(
            !CodeList.InterviewTypes.Contains(facts.Option.InterviewType),
            ("samtaleType", facts.Option.InterviewType))),

        new(Errors.InvalidInterviewFormType, facts => BrokenIf(
            !CodeList.InterviewFormTypes.Contains(facts.Option.InterviewFormType),
            ("moedeGruppeType", facts.Option.InterviewFormType))),

        new(Errors.InvalidContactType, facts => BrokenIf(
            !CodeList.ContactTypes.Contains(facts.ContactType)
                || !(facts.Ground.TimeslotContactTypes ?? facts.Option.ContactTypes).Contains(facts.ContactType),
            ("samtaleformType", facts.ContactType),
            ("samtaleformer", facts.Ground.TimeslotContactTypes ?? facts.Option.ContactTypes))),

        new(Errors.UnknownCaseWorker, facts => StandingIs(facts, SupervisorStanding.Unknown)),

        new(Errors.CaseWorkerNotAllowed, facts => StandingIs(facts, SupervisorStanding.NotOnOption)),

        new(Errors.StartBeforeToday, facts => BrokenIf(
            facts.StartDate < facts.Moment.Today,
            ("startdato", facts.StartDate), ("dagsdato", facts.Moment.Today))),

        new(Errors.OutsideOptionBounds, facts => BrokenIf(
            facts.Start < facts.Option.EarliestStart || facts.Start > facts.Option.LastTimeslot,
            ("starttidspunkt", facts.Start), ("foersteMoedetid", facts.Option.EarliestStart), ("sidsteMoedetid", facts.Option.LastTimeslot))),

        new(Errors.RehabTeamNotAllowed, facts => BrokenIf(
            facts.Option.InterviewType == InterviewType.RehabTeam
                && !facts.Options.AllowsRehabTeam(facts.File.Citizen.ContactGroup),
            ("samtaleType", facts.Option.InterviewType), ("kontaktgruppe", facts.File.Citizen.ContactGroup))),

        new(Errors.JobInterviewAlreadyBooked, facts => HasCurrent(facts, InterviewType.JobInterview)),

        new(Errors.FollowUpAlreadyBooked, facts => HasCurrent(facts, InterviewType.FollowUp)),

        new(Errors.LaterThanDeadline, facts =>
        {
            var open = facts.OpenDeadlinesOfType.ToList();
            return BrokenIf(
                open.Exists(deadline => facts.StartDate > deadline.HoldBy && !facts.ForcesThisBooking(deadline)),
                ("startdato", facts.StartDate),
                ("sidsteAfholdelsesdato", open.ConvertAll(deadline => deadline.HoldBy)));
        }),
    ];

    private static Verdict StandingIs(BookingFacts facts, SupervisorStanding broken) =>
        facts.Ground.Standing == SupervisorStanding.NotAskedFor
            ? NotJudged
            : BrokenIf(facts.Ground.Standing == broken, ("sagsbehandler", facts.Ground.Standing));

    private static Verdict HasCurrent(BookingFacts facts, int interviewType)
    {
        if (facts.Option.InterviewType != interviewType)
        {
            return BrokenIf(broken: false, ("samtaleType", facts.Option.InterviewType));
        }

        var current = facts.File.CurrentBookings.Where(booking => booking.InterviewType == interviewType).Select(booking => booking.Id).ToList();
        return BrokenIf(current.Count > 0, ("samtaleType", facts.Option.InterviewType), ("bookinger", current));
    }
}
