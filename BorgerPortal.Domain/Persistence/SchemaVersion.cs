using Microsoft.EntityFrameworkCore;

namespace BorgerPortal.Domain.Persistence;

/// <summary>How a database's schema stands to this release's.</summary>
internal static class SchemaVersion
{
    /// <summary>The migrations that the database lacks, in order.</summary>
    /// <exception cref="StoreRefusedException">The database is of a newer release.</exception>
    public static async Task<IReadOnlyList<string>> PendingAsync(BookingDbContext context, CancellationToken cancellationToken)
    {
        var known = context.Database.GetMigrations().ToList();
        var applied = (await context.Database.GetAppliedMigrationsAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        return applied.Except(known).FirstOrDefault() is { } unknown
            ? throw new StoreRefusedException($"The database is of a newer release (it has {unknown}). Start that release, or restore an older backup.")
            : known.FindAll(migration => !applied.Contains(migration));
    }
}
