using Microsoft.EntityFrameworkCore;

namespace BorgerPortal.Domain.Persistence;

/// <summary>Gives the rest of the domain a context without telling it which database it is of.</summary>
internal sealed class ContextFactory<TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<BookingDbContext>
    where TContext : BookingDbContext
{
    public BookingDbContext CreateDbContext() => inner.CreateDbContext();

    public async Task<BookingDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        await inner.CreateDbContextAsync(cancellationToken);
}
