namespace BorgerPortal.Domain.Sessions;

/// <summary>A session as it stands at an instant.</summary>
/// <param name="Session">The session.</param>
/// <param name="User">Whose it is, as of now.</param>
/// <param name="Ended">Why it has ended; null while it stands.</param>
/// <param name="Left">For how long it still holds if its user does nothing; nothing where it has ended.</param>
/// <param name="CanBeProlonged">Whether it would hold longer if its user did something.</param>
public sealed record SessionState(LogInSession Session, SessionSubject User, SessionEnd? Ended, TimeSpan Left, bool CanBeProlonged)
{
    public static SessionState At(DateTimeOffset now, LogInSession session, SessionSubject user, LogInSessionOptions options)
    {
        var idleAt = session.UsedAt + options.IdleTime;
        var tooLongAt = session.BegunAt + options.LongestTime;
        var end = idleAt < tooLongAt ? idleAt : tooLongAt;
        if (session.EndedAt is null && now < end)
        {
            return new SessionState(session, user, Ended: null, end - now, CanBeProlonged: idleAt < tooLongAt);
        }

        var reason = session.EndReason ?? (idleAt < tooLongAt ? SessionEnd.Idle : SessionEnd.TooLong);
        return new SessionState(session, user, reason, TimeSpan.Zero, CanBeProlonged: false);
    }
}
