namespace BorgerPortal.Domain.Bookings;

/// <summary>
/// A piece of a caseworker's time that is taken. The database refuses two pieces that overlap unless they belong to one
/// session: a time is never sold twice, by whatever road. The session is the booking for an individual meeting (so that
/// it may overlap its own old time while it moves) and the time itself for a group.
/// </summary>
public sealed class Occupancy
{
    /// <summary>
    /// No piece is longer, so that the search for an overlap reads a day of a caseworker's calendar and not its history.
    /// </summary>
    public static readonly TimeSpan LongestPiece = TimeSpan.FromHours(24);

    public long Id { get; set; }

    public required long CaseWorkerId { get; set; }

    public required DateTimeOffset Start { get; set; }

    public required DateTimeOffset End { get; set; }

    public required Guid Session { get; set; }

    /// <summary>Cuts a block of time into pieces; a block of no length takes a minute.</summary>
    public static IEnumerable<(DateTimeOffset Start, DateTimeOffset End)> Pieces(DateTimeOffset start, DateTimeOffset end)
    {
        var last = end > start ? end : start.AddMinutes(1);
        for (var from = start; from < last; from += LongestPiece)
        {
            yield return (from, last - from > LongestPiece ? from + LongestPiece : last);
        }
    }
}
