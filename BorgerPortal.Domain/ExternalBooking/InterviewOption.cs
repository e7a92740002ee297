using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Domain.ExternalBooking;

/// <summary>An offer of meetings as a planner tells of it (Moedetilbud, InterviewOption).</summary>
public sealed record InterviewOption
{
    public required Guid Id { get; init; }

    public required int InterviewType { get; init; }

    public required int InterviewFormType { get; init; }

    /// <summary>Samtaleformer: how its meetings may be held.</summary>
    public required IReadOnlyList<int> ContactTypes { get; init; }

    public InterviewLocation? Location { get; init; }

    public required int DurationMinutes { get; init; }

    /// <summary>FoersteMoedetid: the first free time, UTC; for a group meeting the offer's own bound. Null where there is none: the offer is shown all the same.</summary>
    public DateTimeOffset? FirstTimeslot { get; init; }

    /// <summary>SidsteMoedetid: the offer's own bound, UTC; open where null.</summary>
    public DateTimeOffset? LastTimeslot { get; init; }

    /// <summary>The offer's own first bound, UTC, inclusive (8109); open where null.</summary>
    public DateTimeOffset? EarliestStart { get; init; }

    /// <summary>BorgerKanVaelgeSagsbehandler; always false for a group meeting.</summary>
    public required bool AllowChoiceOfSupervisor { get; init; }

    public required string Title { get; init; }

    public string? Description { get; init; }

    /// <summary>The caseworkers who serve it, in the planner's order.</summary>
    public required IReadOnlyList<Supervisor> Supervisors { get; init; }

    public bool IsGroup => InterviewFormType == Planner.InterviewFormType.Group;
}
