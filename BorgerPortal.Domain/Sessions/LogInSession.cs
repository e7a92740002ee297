namespace BorgerPortal.Domain.Sessions;

/// <summary>Whom a session is of.</summary>
public enum SubjectKind
{
    Citizen = 1,
    CaseWorker = 2,
}

/// <summary>Why a session has ended.</summary>
public enum SessionEnd
{
    /// <summary>Its user logged off.</summary>
    LoggedOff = 1,

    /// <summary>Its user did nothing for <see cref="LogInSessionOptions.IdleTime"/>.</summary>
    Idle,

    /// <summary>It had lasted for <see cref="LogInSessionOptions.LongestTime"/>.</summary>
    TooLong,

    /// <summary>Somebody logged in anew in the same browser.</summary>
    Replaced,
}

/// <summary>From a log-in to its end. The browser keeps a random id of it and nothing else.</summary>
public sealed class LogInSession
{
    /// <summary>A keyed hash of the id: who reads the database can take over nobody's session.</summary>
    public required byte[] IdHash { get; set; }

    public required SubjectKind Kind { get; set; }

    /// <summary>Our own id of the user.</summary>
    public required long SubjectId { get; set; }

    /// <summary>The jobcentre that a caseworker acts for; null for citizens.</summary>
    public string? JobCentreCode { get; set; }

    public required DateTimeOffset BegunAt { get; set; }

    /// <summary>When its user last did something, to within <see cref="LogInSessions.UsePause"/>.</summary>
    public required DateTimeOffset UsedAt { get; set; }

    /// <summary>Null while it stands, and until somebody has noticed that its time is over.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public SessionEnd? EndReason { get; set; }
}
