using BorgerPortal.Domain.Bookings;

namespace BorgerPortal.Domain.ExternalBooking.Remote.Answers;

/// <summary>A held seat as it came.</summary>
public sealed record ReservationAnswer(BookingAnswer? Booking, DateTimeOffset? HeldUntil);

/// <summary>How a booking stands, as it came; with the seat that is held for it while it moves, if any.</summary>
public sealed record StandingAnswer(SeatState State, BookingAnswer? Booking, BookingAnswer? Reservation = null);

/// <summary>Indkaldelse without the elements that only the portal knows, with MoedeVarighed and Bemaerkning.</summary>
public sealed record BookingAnswer : PlannerElement
{
    public string? Id { get; init; }

    public int? OriginatorCode { get; init; }

    public int? OriginatorType { get; init; }

    public bool? CitizenShouldAccept { get; init; }

    public bool? RebookingPossible { get; init; }

    public DateTimeOffset? RebookingDeadline { get; init; }

    public bool? CancellationPossible { get; init; }

    public DateTimeOffset? CancellationDeadline { get; init; }

    public bool? CompulsoryAttendance { get; init; }

    public DateTimeOffset? Start { get; init; }

    public DateTimeOffset? End { get; init; }

    public int? InterviewType { get; init; }

    public int? InterviewFormType { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public bool? ReferenceInterview { get; init; }

    public SupervisorAnswer? Supervisor { get; init; }

    public LocationAnswer? Location { get; init; }

    public string? DigitalContact { get; init; }

    public string? PhoneNumber { get; init; }

    public bool? ShouldCitizenCall { get; init; }

    public int? ContactType { get; init; }

    public bool? ShowCaseWorker { get; init; }

    public bool? UnemploymentFundParticipation { get; init; }

    public bool? MoreAuthorities { get; init; }

    public IReadOnlyList<ParticipantAnswer>? Participants { get; init; }

    public int? DurationMinutes { get; init; }

    public string? PrintComment { get; init; }

    /// <summary>The booking's details in the domain's words, once the contract is known to be kept.</summary>
    internal BookingDetails ToDetails() => new()
    {
        OriginatorCode = OriginatorCode!.Value,
        OriginatorType = OriginatorType!.Value,
        Start = Start!.Value.ToUniversalTime(),
        End = End?.ToUniversalTime(),
        DurationMinutes = DurationMinutes,
        InterviewType = InterviewType!.Value,
        InterviewFormType = InterviewFormType!.Value,
        ContactType = ContactType!.Value,
        Title = Title!,
        Description = Description,
        RebookingPossible = RebookingPossible!.Value,
        RebookingDeadline = RebookingDeadline?.ToUniversalTime(),
        CancellationPossible = CancellationPossible!.Value,
        CancellationDeadline = CancellationDeadline?.ToUniversalTime(),
        CompulsoryAttendance = CompulsoryAttendance!.Value,
        ReferenceInterview = ReferenceInterview!.Value,
        Supervisor = Supervisor!.ToSupervisor(),
        ShowCaseWorker = ShowCaseWorker!.Value,
        Location = Location?.ToLocation(),
        DigitalContact = DigitalContact,
        PhoneNumber = PhoneNumber,
        ShouldCitizenCall = ShouldCitizenCall,
        UnemploymentFundParticipation = UnemploymentFundParticipation,
        MoreAuthorities = MoreAuthorities,
        Participants = [.. (Participants ?? []).Select(participant => participant.ToParticipant())],
        PrintComment = PrintComment,
    };
}

/// <summary>Deltager.</summary>
public sealed record ParticipantAnswer : PlannerElement
{
    public string? Name { get; init; }

    public string? ExternalId { get; init; }

    public int? Type { get; init; }

    public string? ContactDetails { get; init; }

    internal Participant ToParticipant() => new(Name, ExternalId, Type!.Value, ContactDetails);
}
