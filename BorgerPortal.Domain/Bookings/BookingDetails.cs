using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Domain.Bookings;

/// <summary>
/// What the booking system says of a meeting: the elements of Indkaldelse but for those that only the portal knows.
/// Instants are UTC. The rules on the assembled booking are judged on it.
/// </summary>
public sealed record BookingDetails
{
    public required int OriginatorCode { get; init; }

    public required int OriginatorType { get; init; }

    public required DateTimeOffset Start { get; init; }

    public DateTimeOffset? End { get; init; }

    public int? DurationMinutes { get; init; }

    public required int InterviewType { get; init; }

    public required int InterviewFormType { get; init; }

    /// <summary>SamtaleformType: how the meeting is held.</summary>
    public required int ContactType { get; init; }

    public required string Title { get; init; }

    public string? Description { get; init; }

    public required bool RebookingPossible { get; init; }

    public DateTimeOffset? RebookingDeadline { get; init; }

    public required bool CancellationPossible { get; init; }

    public DateTimeOffset? CancellationDeadline { get; init; }

    public required bool CompulsoryAttendance { get; init; }

    public required bool ReferenceInterview { get; init; }

    public required Supervisor Supervisor { get; init; }

    /// <summary>VisSagsbehandler: may the citizen read the caseworker's name.</summary>
    public required bool ShowCaseWorker { get; init; }

    public InterviewLocation? Location { get; init; }

    public string? DigitalContact { get; init; }

    public string? PhoneNumber { get; init; }

    public bool? ShouldCitizenCall { get; init; }

    public bool? UnemploymentFundParticipation { get; init; }

    public bool? MoreAuthorities { get; init; }

    public IReadOnlyList<Participant> Participants { get; init; } = [];

    /// <summary>Bemaerkning: from planner to portal only.</summary>
    public string? PrintComment { get; init; }

    /// <summary>Whether both are held at the same time, in the same form and by the same caseworker.</summary>
    public bool IsSameMeeting(BookingDetails? other) =>
        (Start, ContactType, Supervisor.Identifier) == (other?.Start, other?.ContactType, other?.Supervisor.Identifier);

    /// <summary>As an immediate booking has them: it can be neither moved nor cancelled, whatever its offer says.</summary>
    public BookingDetails Fixed() => this with
    {
        RebookingPossible = false,
        RebookingDeadline = null,
        CancellationPossible = false,
        CancellationDeadline = null,
    };
}

/// <summary>Somebody else who takes part in a meeting (Deltager).</summary>
public sealed record Participant(string? Name, string? ExternalId, int Type, string? ContactDetails);
