using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Scenarios.Reading;

namespace BorgerPortal.Domain.Scenarios.Model;

/// <summary>A booking (indkaldelser): who meets whom, when, and what it says otherwise than its offer.</summary>
internal sealed record ScenarioBooking
{
    public required JsonPath Path { get; init; }

    public required Guid Id { get; init; }

    public required Personnummer Citizen { get; init; }

    /// <summary>Null for a summons without an offer.</summary>
    public required Guid? OptionId { get; init; }

    /// <summary>Null where it is the offer's.</summary>
    public required string? JobCentreCode { get; init; }

    public required string CaseWorker { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required int ContactType { get; init; }

    public required BookingState State { get; init; }

    /// <summary>When it was made; null where the file does not say.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Whether the offer gave the choice of caseworker; null where it is as the offer says.</summary>
    public bool? CaseWorkerChoice { get; init; }

    public required bool SelfBooked { get; init; }

    public required bool CitizenShouldAccept { get; init; }

    public required bool Accepted { get; init; }

    public required bool ImmediateBooking { get; init; }

    /// <summary>How many times it has moved.</summary>
    public int Moves { get; init; }

    public required BookingOverrides Overrides { get; init; }
}

/// <summary>The details that a booking brings itself; what is null is its offer's.</summary>
internal sealed record BookingOverrides
{
    public int? OriginatorCode { get; init; }

    public int? OriginatorType { get; init; }

    public DateTimeOffset? End { get; init; }

    public int? DurationMinutes { get; init; }

    public int? InterviewType { get; init; }

    public int? InterviewFormType { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public bool? RebookingPossible { get; init; }

    public DateTimeOffset? RebookingDeadline { get; init; }

    public bool? CancellationPossible { get; init; }

    public DateTimeOffset? CancellationDeadline { get; init; }

    public bool? CompulsoryAttendance { get; init; }

    public bool? ReferenceInterview { get; init; }

    /// <summary>The caseworker by the name that the booking has; null where it is today's.</summary>
    public Supervisor? Supervisor { get; init; }

    public bool? ShowCaseWorker { get; init; }

    public InterviewLocation? Location { get; init; }

    public string? DigitalContact { get; init; }

    public string? PhoneNumber { get; init; }

    public bool? ShouldCitizenCall { get; init; }

    public bool? UnemploymentFundParticipation { get; init; }

    public bool? MoreAuthorities { get; init; }

    public IReadOnlyList<Participant> Participants { get; init; } = [];

    public string? PrintComment { get; init; }

    /// <summary>The elements, by wire name, that the booking is without although its offer may have them.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];
}
