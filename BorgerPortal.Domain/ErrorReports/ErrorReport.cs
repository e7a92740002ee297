namespace BorgerPortal.Domain.ErrorReports;

/// <summary>FejlOphav: the system in which an error arose.</summary>
public enum ErrorOrigin
{
    Dfdg = 30,
    Jobnet = 32,
}

/// <summary>
/// A report for the caseworkers of something that is wrong: an offer whose bookings break a rule, or what a citizen
/// wrote. It holds no personnummer.
/// </summary>
public sealed class ErrorReport
{
    public const int LongestText = 500;

    public long Id { get; set; }

    public required string JobCentreCode { get; set; }

    public long? CitizenId { get; set; }

    public Guid? OptionId { get; set; }

    public Guid? BookingId { get; set; }

    /// <summary>Fejlkode: a code of the error table, or one of the list of error reports.</summary>
    public required int Code { get; set; }

    public required ErrorOrigin Origin { get; set; }

    /// <summary>Fejltekst, at most 500 characters of plain text.</summary>
    public string? Text { get; set; }

    /// <summary>FejlTidspunkt, an instant.</summary>
    public required DateTimeOffset At { get; set; }

    /// <summary>
    /// Filed by the portal itself: one for an offer and code until it is handled, so that a thousand citizens who meet
    /// the same broken offer make one line of work.
    /// </summary>
    public required bool FiledByPortal { get; set; }

    public DateTimeOffset? HandledAt { get; set; }

    /// <summary>The request id by which a planner of its own is told of it; null where there is nobody to tell.</summary>
    public string? ForwardRequest { get; set; }

    /// <summary>When the planner is to be told next; null once it has been, or where there is nobody to tell.</summary>
    public DateTimeOffset? ForwardAt { get; set; }

    public int ForwardTries { get; set; }
}
