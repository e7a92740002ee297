using BorgerPortal.Domain.Planner;

namespace BorgerPortal.Domain.ExternalBooking;

/// <summary>A free time of an offer (Moedetid, BookingTimeslot).</summary>
/// <param name="Start">When the meeting starts, UTC.</param>
/// <param name="ContactTypes">How it may be held.</param>
/// <param name="RebookingPossible">Whether a booking of it may be moved.</param>
/// <param name="CancellationPossible">Whether a booking of it may be cancelled.</param>
/// <param name="TotalSeats">Seats of a group time; null for an individual time.</param>
/// <param name="AvailableSeats">Free seats of a group time; null for an individual time.</param>
/// <param name="SupervisorIds">The free caseworkers, by their number in the same listing.</param>
public sealed record BookingTimeslot(
    DateTimeOffset Start,
    IReadOnlyList<int> ContactTypes,
    bool RebookingPossible,
    bool CancellationPossible,
    int? TotalSeats,
    int? AvailableSeats,
    IReadOnlyList<int> SupervisorIds)
{
    /// <summary>Until when a booking of it may be moved, UTC, where the planner tells that beforehand. It is not part of Moedetid.</summary>
    public DateTimeOffset? RebookUntil { get; init; }

    /// <summary>Until when a booking of it may be cancelled, likewise.</summary>
    public DateTimeOffset? CancelUntil { get; init; }
}

/// <summary>A caseworker with the number that the times of the same listing name (BookbarSagsbehandler).</summary>
public sealed record SupervisorToBook(int Id, Supervisor Supervisor);

/// <summary>Free times, earliest first, and the caseworkers whom they name.</summary>
public sealed record TimeslotListing(IReadOnlyList<SupervisorToBook> Supervisors, IReadOnlyList<BookingTimeslot> Timeslots)
{
    public static readonly TimeslotListing Empty = new([], []);
}

/// <summary>A free time with the offer that it is of (StraksbookingMoedetid).</summary>
public sealed record ImmediateTimeslot(InterviewOption Option, BookingTimeslot Timeslot);

/// <summary>Free times of several offers, earliest first, and the caseworkers whom they name.</summary>
public sealed record ImmediateListing(IReadOnlyList<SupervisorToBook> Supervisors, IReadOnlyList<ImmediateTimeslot> Timeslots)
{
    public static readonly ImmediateListing Empty = new([], []);
}

/// <summary>Among whom a citizen may choose for a booking.</summary>
/// <param name="MayChoose">BorgerKanVaelgeSagsbehandler; never for a group meeting.</param>
/// <param name="Supervisors">The caseworkers, in the planner's order; none where there is no choice.</param>
public sealed record SupervisorChoice(bool MayChoose, IReadOnlyList<Supervisor> Supervisors)
{
    public static readonly SupervisorChoice None = new(MayChoose: false, []);
}
