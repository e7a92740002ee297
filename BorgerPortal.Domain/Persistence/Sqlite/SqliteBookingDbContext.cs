using System.Text.Json;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Planner;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BorgerPortal.Domain.Persistence.Sqlite;

/// <summary>The schema on SQLite: an instant is a number of milliseconds since 1970 (UTC), so that it sorts and compares.</summary>
public sealed class SqliteBookingDbContext(DbContextOptions<SqliteBookingDbContext> options) : BookingDbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();

    public override IQueryable<FirstFreeTime> FirstFreeTimes(string jobCentreCode, long citizenId, DateTimeOffset from)
    {
        var now = from.ToUnixTimeMilliseconds();

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
                                AND t.starts_at < s.starts_at + max(1, o.duration_minutes) * 60000
                                AND t.starts_at > s.starts_at - 86400000
                                AND t.ends_at > s.starts_at))
                    ORDER BY s.starts_at LIMIT 1) AS start
                FROM options AS o
                WHERE o.job_centre_code = {jobCentreCode} AND o.active)
            WHERE start IS NOT NULL
            """);
    }

    public override IQueryable<PlannedTimeslot> TimeslotsAt(IReadOnlyList<(Guid OptionId, DateTimeOffset Start)> starts)
    {
        // CROSS JOIN keeps the order of the two: the keys are gone through, the table is looked into.
        var keys = ToJson(starts.Select(key => new object[] { key.OptionId.ToString().ToUpperInvariant(), key.Start.ToUnixTimeMilliseconds() }));
        return Timeslots.FromSql($"""
            SELECT s.* FROM json_each({keys}) AS k
            CROSS JOIN timeslots AS s ON s.option_id = k.value ->> 0 AND s.starts_at = k.value ->> 1
            """);
    }

    public override IQueryable<Occupancy> OccupanciesOver(IReadOnlyList<(long CaseWorkerId, DateTimeOffset Start, DateTimeOffset End)> pieces)
    {
        var keys = ToJson(pieces.Select(piece => new object[]
        {
            piece.CaseWorkerId, piece.Start.ToUnixTimeMilliseconds(), piece.End.ToUnixTimeMilliseconds(),
        }));
        return Occupancies.FromSql($"""
            SELECT o.* FROM json_each({keys}) AS k
            CROSS JOIN occupancies AS o ON o.case_worker_id = k.value ->> 0
                AND o.starts_at < k.value ->> 2
                AND o.starts_at > (k.value ->> 1) - 86400000
                AND o.ends_at > k.value ->> 1
            """);
    }

    public override async Task<IAsyncDisposable> FreezeAsync(CancellationToken cancellationToken)
    {
        // A deferred transaction: it asks for no lock that a writer could wait for.
        await Database.OpenConnectionAsync(cancellationToken);
        var transaction = ((SqliteConnection)Database.GetDbConnection()).BeginTransaction(deferred: true);
        await Database.UseTransactionAsync(transaction, cancellationToken);
        return transaction;
    }

    private static string ToJson(IEnumerable<object[]> keys) => JsonSerializer.Serialize(keys);

    private sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(), number => DateTimeOffset.FromUnixTimeMilliseconds(number));
}
