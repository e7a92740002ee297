using BorgerPortal.Domain.Persistence.Mappings;
using BorgerPortal.Domain.Sessions;

namespace BorgerPortal.Domain.Persistence.Queries;

/// <summary>A session and whose it is; nobody's where the user is gone, or a caseworker is no longer of that jobcentre.</summary>
public sealed record FoundSession(LogInSession Session, SessionSubject? User);

/// <summary>The session with that hash, which every request of a page asks for.</summary>
public sealed record ReadSession(byte[] IdHash) : Query<FoundSession?>
{
    private const int CitizenColumns = 2;

    // The jobcentre's name is found where it is still the caseworker's. Were that asked of the caseworker, PostgreSQL could go
    // through all of a jobcentre's instead of looking one up.
    public override string Sql => """
        SELECT s.id_hash, s.kind, s.subject_id, s.job_centre_code, s.begun_at, s.used_at, s.ended_at, s.end_reason, c.given_names, c.surname,
            j.name, w.given_name, w.middle_name, w.surname, w.roles
        FROM log_in_sessions AS s
        LEFT JOIN citizens AS c ON s.kind = 1 AND c.id = s.subject_id
        LEFT JOIN case_workers AS w ON s.kind = 2 AND w.id = s.subject_id
        LEFT JOIN job_centres AS j ON j.code = w.job_centre_code AND j.code = s.job_centre_code
        WHERE s.id_hash = @id_hash
        """;

    public override void Bind(IWriteParameters parameters) => parameters.Add("@id_hash", IdHash);

    public override FoundSession? Read(QueryRows rows) => rows.FirstOrDefault(row =>
    {
        var session = new LogInSession
        {
            IdHash = row.Bytes(),
            Kind = (SubjectKind)row.Number(),
            SubjectId = row.LongNumber(),
            JobCentreCode = row.TextOrNull(),
            BegunAt = row.Instant(),
            UsedAt = row.Instant(),
            EndedAt = row.InstantOrNull(),
            EndReason = (SessionEnd?)row.NumberOrNull(),
        };
        return new FoundSession(session, session.Kind == SubjectKind.CaseWorker ? CaseWorkerOf(row) : CitizenOf(row));
    });

    private static SessionSubject? CitizenOf(QueryRows row) =>
        row.TextOrNull() is { } givenNames ? new SessionSubject($"{givenNames} {row.Text()}", [], JobCentreName: null) : null;

    private static SessionSubject? CaseWorkerOf(QueryRows row)
    {
        row.Skip(CitizenColumns);
        if (row.TextOrNull() is not { } jobCentre)
        {
            return null;
        }

        var name = string.Join(' ', new[] { row.Text(), row.TextOrNull(), row.Text() }.OfType<string>());
        return new SessionSubject(name, Conversions.SplitWords(row.Text()), jobCentre);
    }
}
