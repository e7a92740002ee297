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
