namespace BorgerPortal.Domain.Daily;

/// <summary>How far the daily job has come, and which portal is at it: one row, so that several portals on one database share the day's work.</summary>
public sealed class DailyRun
{
    public const string TheOne = "daily";

    public required string Name { get; set; }

    /// <summary>The last day of which everything is done, Danish calendar.</summary>
    public required DateOnly DoneOn { get; set; }

    /// <summary>Whose turn it is: drawn anew by each portal that takes it up.</summary>
    public required Guid Claim { get; set; }

    /// <summary>Until when nobody else may take it up; a portal that was killed lets it go by that.</summary>
    public required DateTimeOffset ClaimedUntil { get; set; }
}
