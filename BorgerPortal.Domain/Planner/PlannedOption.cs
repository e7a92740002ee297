namespace BorgerPortal.Domain.Planner;

/// <summary>
/// An offer of meetings (mødetilbud) as the embedded planner keeps it: what the citizen sees, whom it is meant for,
/// and what a booking takes from it.
/// </summary>
public sealed class PlannedOption
{
    public required Guid Id { get; set; }

    public required string JobCentreCode { get; set; }

    public bool Active { get; set; } = true;

    /// <summary>First and last day of validity, Danish calendar; null is open.</summary>
    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    /// <summary>The contact groups that it is meant for; none means all.</summary>
    public IReadOnlyList<int> ContactGroups { get; set; } = [];

    /// <summary>True where it is meant for named citizens only (<see cref="PlannedOptionCitizen"/>).</summary>
    public bool ForNamedCitizens { get; set; }

    public required int InterviewType { get; set; }

    public required int InterviewFormType { get; set; }

    public required IReadOnlyList<int> ContactTypes { get; set; }

    public InterviewLocation? Location { get; set; }

    /// <summary>Minutes; 0 and less are kept as they stand (a booking then takes one minute of its caseworker's time).</summary>
    public required int DurationMinutes { get; set; }

    public required string Title { get; set; }

    public string? Description { get; set; }

    /// <summary>The offer's own bounds, instants, inclusive; null is open.</summary>
    public DateTimeOffset? FirstTimeslot { get; set; }

    public DateTimeOffset? LastTimeslot { get; set; }

    public bool AllowChoiceOfSupervisor { get; set; }

    public bool RebookingPossible { get; set; }

    /// <summary>Hours before the start; an absolute deadline comes before it.</summary>
    public int? RebookingDeadlineHours { get; set; }

    public DateTimeOffset? RebookingDeadline { get; set; }

    public bool CancellationPossible { get; set; }

    public int? CancellationDeadlineHours { get; set; }

    public DateTimeOffset? CancellationDeadline { get; set; }

    public bool CompulsoryAttendance { get; set; }

    public bool ShowCaseWorker { get; set; } = true;

    public bool ShouldCitizenCall { get; set; }

    public string? PhoneNumber { get; set; }

    public string? DigitalContact { get; set; }

    /// <summary>Bemaerkning, 0-500 characters: printed with the booking.</summary>
    public string? PrintComment { get; set; }

    /// <summary>Rises with each change, so that a decision made on an old offer is noticed.</summary>
    public long Version { get; set; }

    public bool IsGroup => InterviewFormType == Planner.InterviewFormType.Group;

    /// <summary>For a group meeting there is never a choice.</summary>
    public bool GivesChoice => AllowChoiceOfSupervisor && !IsGroup;

    /// <summary>How long a meeting takes its caseworker's time: never less than a minute.</summary>
    public TimeSpan BlockLength => TimeSpan.FromMinutes(Math.Max(1, DurationMinutes));
}

/// <summary>A caseworker who serves an offer; the position keeps the order that the planner gave.</summary>
public sealed class PlannedOptionCaseWorker
{
    public required Guid OptionId { get; set; }

    public required long CaseWorkerId { get; set; }

    public int Position { get; set; }
}

/// <summary>A citizen whom an offer is meant for.</summary>
public sealed class PlannedOptionCitizen
{
    public required Guid OptionId { get; set; }

    public required long CitizenId { get; set; }
}
