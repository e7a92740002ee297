namespace BorgerPortal.Domain.Tracing;

/// <summary>Which of a jobcentre's offers a citizen sees, and why not the others.</summary>
/// <param name="Gates">What is about the citizen: a broken one hides every offer.</param>
/// <param name="Offers">The jobcentre's, by title. Of a planner that is a system of its own, those that it shows the citizen.</param>
/// <param name="Errors">What such a planner answered instead.</param>
/// <param name="PlannerDecides">The jobcentre's planner is a system of its own: which offers it hides, and why, it does not tell.</param>
public sealed record OfferTraces(
    IReadOnlyList<TraceLine> Gates, IReadOnlyList<OfferTrace> Offers, IReadOnlyList<Error> Errors, bool PlannerDecides);

/// <summary>Whether a citizen sees an offer.</summary>
/// <param name="OptionId">MoedetilbudId.</param>
/// <param name="Title">Moedetitel.</param>
/// <param name="InterviewType">SamtaleType.</param>
/// <param name="IsSeen">Whether GetSelvbookingMoedetilbud tells of it.</param>
/// <param name="Lines">What decides that of the offer itself.</param>
public sealed record OfferTrace(Guid OptionId, string Title, int InterviewType, bool IsSeen, IReadOnlyList<TraceLine> Lines);
