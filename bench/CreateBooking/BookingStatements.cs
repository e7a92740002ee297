using BorgerPortal.Domain.Audit;
using BorgerPortal.Domain.Notices;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Requests;
using Microsoft.Data.Sqlite;

namespace BorgerPortal.Bench.CreateBooking;

/// <summary>The statements of a booking, each made from a sample of the domain's own row so that the two cannot drift apart.</summary>
internal sealed class BookingStatements(SqliteConnection connection) : IDisposable
{
    private static readonly DateTimeOffset Instant = DateTimeOffset.UnixEpoch;
    private static readonly DateOnly Day = DateOnly.FromDateTime(DateTime.UnixEpoch);

    public Statement Begin { get; } = Statement.Plain(connection, "BEGIN IMMEDIATE");

    public Statement Citizen { get; } = Statement.Of(connection, new ExpectCitizen(0, Version: 0), "@id");

    public Statement Option { get; } = Statement.Of(connection, new ExpectOption(Guid.Empty, Version: 0), "@id");

    public Statement Occupancy { get; } = Statement.Of(
        connection, new OccupyCaseWorker(0, Instant, Instant, Guid.Empty), "@case_worker", "@start", "@end", "@session");

    public Statement Booking { get; } = Statement.Of(
        connection,
        new InsertBooking(SampleBooking.Of(Guid.Empty, 0, Guid.Empty, 0, Instant, Instant)),
        ["@id", "@citizen_id", "@option_id", "@case_worker_id", "@created_at", "@starts_at", "@ends_at", "@rebooking_deadline",
            "@cancellation_deadline"]);

    public Statement Kind { get; } = Statement.Of(
        connection, new TakeExclusiveKind(0, InterviewType.JobInterview, Day, Guid.Empty, Today: Day), "@citizen", "@start_date", "@booking");

    public Statement Deadline { get; } = Statement.Of(connection, new MeetDeadline(0, Guid.Empty), "@booking", "@id");

    public Statement Notice { get; } = Statement.Of(
        connection,
        new QueueNotice(new OutboxNotice
        {
            Id = Guid.Empty,
            Kind = NoticeKind.Confirmation,
            CitizenId = 0,
            BookingId = Guid.Empty,
            QueuedAt = Instant,
        }),
        "@id",
        "@citizen",
        "@booking",
        "@queued_at");

    public Statement Audit { get; } = Statement.Of(
        connection,
        new WriteAudit(new AuditEntry
        {
            At = Instant,
            ActorKind = ActorKind.Client,
            Actor = DomainProgram.Client,
            CitizenId = 0,
            JobCentreCode = SeedFile.JobCentre,
            Operation = OperationNames.CreateBooking,
            OptionId = Guid.Empty,
            BookingId = Guid.Empty,
            Codes = [],
        }),
        "@at",
        "@citizen",
        "@option",
        "@booking");

    public Statement Answer { get; } = Statement.Of(
        connection,
        new StoreAnswer(new StoredAnswer
        {
            Client = DomainProgram.Client,
            Operation = OperationNames.CreateBooking,
            RequestId = "",
            PayloadHash = new byte[32],
            AnsweredAt = Instant,
            BookingId = Guid.Empty,
            Errors = [],
        }),
        "@request_id",
        "@answered_at",
        "@booking");

    public Statement Commit { get; } = Statement.Plain(connection, "COMMIT");

    public void Dispose()
    {
        foreach (var statement in new[] { Begin, Citizen, Option, Occupancy, Booking, Kind, Deadline, Notice, Audit, Answer, Commit })
        {
            statement.Dispose();
        }
    }
}
