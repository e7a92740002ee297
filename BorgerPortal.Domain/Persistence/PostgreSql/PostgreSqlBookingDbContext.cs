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

        // PostgreSQL believes a btree no cheaper here than the third column of ex_occupancies, which has to be searched in many
        // places; a hash has no levels to go down.
        modelBuilder.Entity<Occupancy>().HasIndex(occupancy => occupancy.Session).HasMethod("hash");
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
