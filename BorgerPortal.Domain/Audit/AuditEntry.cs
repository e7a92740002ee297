namespace BorgerPortal.Domain.Audit;

/// <summary>Who acts.</summary>
public enum ActorKind
{
    Citizen = 1,
    Client = 2,
    CaseWorker = 3,
    System = 4,
}

/// <summary>One line of the audit log: who did what about whom, and how it ended. No personnummer, and no free text but a caseworker's reason.</summary>
public sealed class AuditEntry
{
    public const int LongestReason = 500;

    public long Id { get; set; }

    public required DateTimeOffset At { get; set; }

    public required ActorKind ActorKind { get; set; }

    /// <summary>The client's name or the caseworker's id; a citizen who acts is <see cref="CitizenId"/>.</summary>
    public string? Actor { get; set; }

    public long? CitizenId { get; set; }

    public string? JobCentreCode { get; set; }

    /// <summary>The operation's wire name.</summary>
    public required string Operation { get; set; }

    public Guid? OptionId { get; set; }

    public Guid? BookingId { get; set; }

    /// <summary>Why a caseworker looked; whoever takes it in has masked what could be a personnummer.</summary>
    public string? Reason { get; set; }

    /// <summary>The codes that it ended with, the leading one first; empty on success.</summary>
    public required IReadOnlyList<int> Codes { get; set; }
}
