namespace BorgerPortal.Domain.Previews;

/// <summary>A citizen who is made up, to see what one in that situation would see. It can be written as JSON and read back.</summary>
/// <param name="ContactGroup">Kontaktgruppe.</param>
public sealed record PreviewProfile(int ContactGroup)
{
    /// <summary>The id that the operations know them by; no row has one below 1.</summary>
    public const long CitizenId = -1;

    /// <summary>Whether they have a customer number; without one nobody may book for themselves.</summary>
    public bool HasCustomerNumber { get; init; } = true;

    public bool Dead { get; init; }

    public IReadOnlyList<PreviewAbsence> Absences { get; init; } = [];

    public IReadOnlyList<PreviewDeadline> Deadlines { get; init; } = [];

    public IReadOnlyList<PreviewBooking> Bookings { get; init; } = [];
}

/// <summary>Fravær: its type, first and last day (Danish calendar; null is until further notice).</summary>
public sealed record PreviewAbsence(int Type, DateOnly From, DateOnly? To = null);

/// <summary>Frist: the type of meeting, the last day for booking it and the last day for holding it, Danish calendar.</summary>
public sealed record PreviewDeadline(int InterviewType, DateOnly BookBy, DateOnly HoldBy);

/// <summary>A meeting that the citizen has already: a summons without an offer, so that it takes nobody's seat.</summary>
public sealed record PreviewBooking(int InterviewType, DateTimeOffset Start);
