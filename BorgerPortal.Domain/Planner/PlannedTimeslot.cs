namespace BorgerPortal.Domain.Planner;

/// <summary>
/// A time of an offer (mødetid). An individual time has one seat for each caseworker on it, and whether it is free is
/// told by the caseworkers' occupancies; a group time is one session with a number of seats.
/// </summary>
public sealed class PlannedTimeslot
{
    public long Id { get; set; }

    public required Guid OptionId { get; set; }

    public required DateTimeOffset Start { get; set; }

    public required IReadOnlyList<int> ContactTypes { get; set; }

    /// <summary>MaksimaltMoededeltagerantal; null for an individual time.</summary>
    public int? TotalSeats { get; set; }

    /// <summary>Seats taken of a group time; the database holds it between 0 and <see cref="TotalSeats"/>.</summary>
    public int SeatsTaken { get; set; }

    /// <summary>The session that occupies a group time's caseworkers from its making; null for an individual time.</summary>
    public Guid? Session { get; set; }

    public bool IsGroup => TotalSeats is not null;
}

/// <summary>A caseworker on a time.</summary>
public sealed class PlannedTimeslotCaseWorker
{
    public required long TimeslotId { get; set; }

    public required long CaseWorkerId { get; set; }

    public int Position { get; set; }
}
