namespace BorgerPortal.Domain.Requests;

/// <summary>The answer that a request id got, kept so that a repeat gets the same one.</summary>
public sealed class StoredAnswer
{
    /// <summary>How long an answer is kept.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public required string Client { get; set; }

    public required string Operation { get; set; }

    public required string RequestId { get; set; }

    public required byte[] PayloadHash { get; set; }

    public required DateTimeOffset AnsweredAt { get; set; }

    /// <summary>True while the outcome is not known: a repeat is then told how the booking stands.</summary>
    public bool Pending { get; set; }

    /// <summary>The booking that the change made, where it made one, or that is pending.</summary>
    public Guid? BookingId { get; set; }

    /// <summary>The errors as "number", "number field" or "number field reason", the leading one first; empty on success.</summary>
    public required IReadOnlyList<string> Errors { get; set; }
}
