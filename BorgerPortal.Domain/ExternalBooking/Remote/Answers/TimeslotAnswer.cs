namespace BorgerPortal.Domain.ExternalBooking.Remote.Answers;

/// <summary>The times of one answer and the caseworkers whom they name; null where the answer does not hold the collection.</summary>
public sealed record TimeslotsAnswer(IReadOnlyList<SupervisorToBookAnswer>? Supervisors, IReadOnlyList<TimeslotAnswer>? Timeslots);

/// <summary>Moedetid.</summary>
public sealed record TimeslotAnswer : PlannerElement
{
    public DateTimeOffset? Start { get; init; }

    public IReadOnlyList<int>? ContactTypes { get; init; }

    public bool? RebookingPossible { get; init; }

    public bool? CancellationPossible { get; init; }

    public int? TotalSeats { get; init; }

    public int? AvailableSeats { get; init; }

    public IReadOnlyList<int>? SupervisorIds { get; init; }

    internal BookingTimeslot ToTimeslot() => new(
        Start!.Value.ToUniversalTime(),
        ContactTypes!,
        RebookingPossible!.Value,
        CancellationPossible!.Value,
        TotalSeats,
        AvailableSeats,
        SupervisorIds!);
}
