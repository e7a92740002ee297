namespace BorgerPortal.Domain.Persistence;

/// <summary>The database that the portal is started on.</summary>
public interface IBookingStore
{
    /// <summary>Makes sure that the portal may run on it: the schema is this release's, and everything that guards it is there.</summary>
    /// <exception cref="StoreRefusedException">It may not; the message says why and what to do.</exception>
    Task OpenAsync(CancellationToken cancellationToken);

    /// <summary>Brings the schema to this release's. What a migration that was killed has left half done is finished.</summary>
    /// <returns>The migrations that were pending, in order.</returns>
    /// <exception cref="StoreRefusedException">It cannot be done; the message says why and what to do.</exception>
    Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken);
}
