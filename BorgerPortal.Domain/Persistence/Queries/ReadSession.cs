using BorgerPortal.Domain.Sessions;

namespace BorgerPortal.Domain.Persistence.Queries;

/// <summary>A session and what its user is called; no name where the user is gone.</summary>
public sealed record FoundSession(LogInSession Session, string? UserName);

/// <summary>The session with that hash, which every request of a page asks for.</summary>
public sealed record ReadSession(byte[] IdHash) : Query<FoundSession?>
{
    public override string Sql => """
        SELECT s.id_hash, s.kind, s.subject_id, s.job_centre_code, s.begun_at, s.used_at, s.ended_at, s.end_reason, c.given_names, c.surname
        FROM log_in_sessions AS s LEFT JOIN citizens AS c ON s.kind = 1 AND c.id = s.subject_id
        WHERE s.id_hash = @id_hash
        """;

    public override void Bind(IWriteParameters parameters) => parameters.Add("@id_hash", IdHash);

    public override FoundSession? Read(QueryRows rows) => rows.FirstOrDefault(row => new FoundSession(
        new LogInSession
        {
            IdHash = row.Bytes(),
            Kind = (SubjectKind)row.Number(),
            SubjectId = row.LongNumber(),
            JobCentreCode = row.TextOrNull(),
            BegunAt = row.Instant(),
            UsedAt = row.Instant(),
            EndedAt = row.InstantOrNull(),
            EndReason = (SessionEnd?)row.NumberOrNull(),
        },
        row.TextOrNull() is { } givenNames ? $"{givenNames} {row.Text()}" : null));
}
