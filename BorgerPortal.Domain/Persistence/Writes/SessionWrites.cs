using BorgerPortal.Domain.Sessions;

namespace BorgerPortal.Domain.Persistence.Writes;

public sealed record BeginSession(LogInSession Session) : Write
{
    public override string Sql => """
        INSERT INTO log_in_sessions (id_hash, kind, subject_id, job_centre_code, begun_at, used_at)
        VALUES (@id_hash, @kind, @subject, @job_centre, @begun_at, @used_at)
        """;

    public override WriteRefusal? Refusal => null;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@id_hash", Session.IdHash);
        parameters.Add("@kind", (int)Session.Kind);
        parameters.Add("@subject", Session.SubjectId);
        parameters.Add("@job_centre", Session.JobCentreCode);
        parameters.Add("@begun_at", Session.BegunAt);
        parameters.Add("@used_at", Session.UsedAt);
    }
}

/// <summary>Notes that a session was used; one whose time is over, or that another portal has ended meanwhile, is left as it is.</summary>
public sealed record UseSession(byte[] IdHash, DateTimeOffset At, LogInSessionOptions Options) : Write
{
    public override string Sql => """
        UPDATE log_in_sessions SET used_at = @at
        WHERE id_hash = @id_hash AND ended_at IS NULL AND used_at > @idle_since AND used_at < @at AND begun_at > @begun_after
        """;

    public override WriteRefusal? Refusal => null;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@at", At);
        parameters.Add("@id_hash", IdHash);
        parameters.Add("@idle_since", At - Options.IdleTime);
        parameters.Add("@begun_after", At - Options.LongestTime);
    }
}

/// <summary>Ends a session that has not been used after an instant; one that has ended keeps its reason.</summary>
public sealed record EndSession(byte[] IdHash, DateTimeOffset At, SessionEnd Why, DateTimeOffset LastUse) : Write
{
    public override string Sql => """
        UPDATE log_in_sessions SET ended_at = @at, end_reason = @why
        WHERE id_hash = @id_hash AND ended_at IS NULL AND used_at <= @last_use
        """;

    public override WriteRefusal? Refusal => null;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@at", At);
        parameters.Add("@why", (int)Why);
        parameters.Add("@id_hash", IdHash);
        parameters.Add("@last_use", LastUse);
    }
}

/// <summary>Deletes some of the sessions that began before an instant; refused when there is none left.</summary>
public sealed record DeleteSessions(DateTimeOffset BegunBefore, int Most) : Write
{
    public override string Sql => """
        DELETE FROM log_in_sessions
        WHERE id_hash IN (SELECT id_hash FROM log_in_sessions WHERE begun_at < @before ORDER BY begun_at LIMIT @most)
        """;

    public override WriteRefusal? Refusal => WriteRefusal.MovedOn;

    public override void Bind(IWriteParameters parameters)
    {
        parameters.Add("@before", BegunBefore);
        parameters.Add("@most", Most);
    }
}
