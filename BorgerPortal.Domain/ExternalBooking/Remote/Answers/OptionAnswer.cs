using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Domain.ExternalBooking.Remote.Answers;

/// <summary>The offers of one answer; null where the answer does not hold the collection.</summary>
public sealed record OptionsAnswer(IReadOnlyList<OptionAnswer>? Options);

/// <summary>Moedetilbud.</summary>
public sealed record OptionAnswer : PlannerElement
{
    public string? Id { get; init; }

    public int? InterviewType { get; init; }

    public int? InterviewFormType { get; init; }

    public IReadOnlyList<int>? ContactTypes { get; init; }

    public LocationAnswer? Location { get; init; }

    public int? DurationMinutes { get; init; }

    public DateTimeOffset? FirstTimeslot { get; init; }

    public DateTimeOffset? LastTimeslot { get; init; }

    public bool? AllowChoiceOfSupervisor { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<SupervisorAnswer>? Supervisors { get; init; }

    /// <summary>The offer in the domain's words, once the contract is known to be kept.</summary>
    internal InterviewOption ToOption()
    {
        var isGroup = InterviewFormType == Planner.InterviewFormType.Group;
        return new InterviewOption
        {
            Id = Facets.ReadGuid(Id)!.Value,
            InterviewType = InterviewType!.Value,
            InterviewFormType = InterviewFormType!.Value,
            ContactTypes = ContactTypes!,
            Location = Location?.ToLocation(),
            DurationMinutes = DurationMinutes!.Value,
            FirstTimeslot = FirstTimeslot,
            LastTimeslot = LastTimeslot,

            // For an individual meeting the planner tells its first free time, which is no bound.
            EarliestStart = isGroup ? FirstTimeslot : null,
            AllowChoiceOfSupervisor = AllowChoiceOfSupervisor!.Value && !isGroup,
            Title = Title!,
            Description = Description,
            Supervisors = [.. (Supervisors ?? []).Select(supervisor => supervisor.ToSupervisor())],
        };
    }
}
