namespace BorgerPortal.Domain.ExternalBooking.Remote.Answers;

/// <summary>The times of one answer with their offers; null where the answer does not hold the collection.</summary>
public sealed record ImmediateTimeslotsAnswer(
    IReadOnlyList<SupervisorToBookAnswer>? Supervisors, IReadOnlyList<ImmediateTimeslotAnswer>? Timeslots);

/// <summary>StraksbookingMoedetid: a time, and what it tells of its offer.</summary>
public sealed record ImmediateTimeslotAnswer(TimeslotAnswer Timeslot, OptionAnswer Option);

/// <summary>Among whom the citizen may choose, as it came.</summary>
public sealed record SupervisorsAnswer : PlannerElement
{
    public bool? MayChoose { get; init; }

    public IReadOnlyList<SupervisorAnswer>? Supervisors { get; init; }
}
