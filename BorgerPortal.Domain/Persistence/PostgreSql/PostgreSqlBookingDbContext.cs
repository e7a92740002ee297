using System.Data;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Planner;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BorgerPortal.Domain.Persistence.PostgreSql;

/// <summary>The schema on PostgreSQL: an instant is a timestamptz, kept no more finely than SQLite keeps it.</summary>
public sealed class PostgreSqlBookingDbContext(DbContextOptions<PostgreSqlBookingDbContext> options) : BookingDbContext(options)
{
    /// <summary>An instant as the database keeps it: in UTC, cut to the millisecond.</summary>
    internal static DateTimeOffset Keep(DateTimeOffset instant) => DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds());

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Kept>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.HasPostgresExtension("btree_gist");
    }

    public override IQueryable<FirstFreeTime> FirstFreeTimes(string jobCentreCode, long citizenId, DateTimeOffset from)
    {
        var now = Keep(from);

        // The inner query reads an offer's times in order and stops at the first that is free.
        return Set<FirstFreeTime>().FromSql($"""
            SELECT option_id, start FROM (
                SELECT o.id AS option_id, (
                    SELECT s.starts_at FROM timeslots AS s
                    WHERE s.option_id = o.id AND s.starts_at >= {now} AND s.total_seats IS NULL
                      AND NOT EXISTS (
                          SELECT 1 FROM bookings AS b
                          WHERE b.citizen_id = {citizenId} AND b.option_id = o.id AND b.starts_at = s.starts_at AND b.state <> 3)
                      AND EXISTS (
                          SELECT 1 FROM timeslot_case_workers AS w
                          WHERE w.timeslot_id = s.id AND NOT EXISTS (
                              SELECT 1 FROM occupancies AS t
                              WHERE t.case_worker_id = w.case_worker_id
                                AND t.starts_at < s.starts_at + greatest(1, o.duration_minutes) * interval '1 minute'
                                AND t.starts_at > s.starts_at - interval '24 hours'
                                AND t.ends_at > s.starts_at))
                    ORDER BY s.starts_at LIMIT 1) AS start
                FROM options AS o
                WHERE o.job_centre_code = {jobCentreCode} AND o.active) AS found
            WHERE start IS NOT NULL
            """);
    }

    public override IQueryable<PlannedTimeslot> TimeslotsAt(IReadOnlyList<(Guid OptionId, DateTimeOffset Start)> starts)
    {
        var offers = starts.Select(key => key.OptionId).ToArray();
        var instants = starts.Select(key => Keep(key.Start)).ToArray();
        return Timeslots.FromSql($"""
            SELECT s.* FROM unnest({offers}, {instants}) AS k (option_id, starts_at)
            JOIN timeslots AS s ON s.option_id = k.option_id AND s.starts_at = k.starts_at
            """);
    }

    public override IQueryable<Occupancy> OccupanciesOver(IReadOnlyList<(long CaseWorkerId, DateTimeOffset Start, DateTimeOffset End)> pieces)
    {
        var caseWorkers = pieces.Select(piece => piece.CaseWorkerId).ToArray();
        var starts = pieces.Select(piece => Keep(piece.Start)).ToArray();
        var ends = pieces.Select(piece => Keep(piece.End)).ToArray();
        return Occupancies.FromSql($"""
            SELECT o.* FROM unnest({caseWorkers}, {starts}, {ends}) AS k (case_worker_id, starts_at, ends_at)
            JOIN occupancies AS o ON o.case_worker_id = k.case_worker_id
                AND o.starts_at < k.ends_at
                AND o.starts_at > k.starts_at - interval '24 hours'
                AND o.ends_at > k.starts_at
            """);
    }

    public override async Task<IAsyncDisposable> FreezeAsync(CancellationToken cancellationToken) =>
        await Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);

    private sealed class Kept() : ValueConverter<DateTimeOffset, DateTimeOffset>(instant => Keep(instant), instant => instant);
}
