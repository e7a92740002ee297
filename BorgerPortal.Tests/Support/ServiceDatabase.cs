using BorgerPortal.Domain.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BorgerPortal.Tests.Support;

/// <summary>The database behind a set of services, be it the domain's alone or a whole server's.</summary>
public static class ServiceDatabase
{
    /// <summary>Reads with a context of its own.</summary>
    public static async Task<T> ReadAsync<T>(this IServiceProvider services, Func<BookingDbContext, Task<T>> read)
    {
        await using var context = await services.GetRequiredService<IDbContextFactory<BookingDbContext>>().CreateDbContextAsync();
        return await read(context);
    }

    /// <summary>Writes what a test begins with, by the writer's own gate.</summary>
    public static Task<int> SaveAsync(this IServiceProvider services, Action<BookingDbContext> change) =>
        services.GetRequiredService<IBookingWriter>().RunAloneAsync(
            async (context, cancellationToken) =>
            {
                change(context);
                return await context.SaveChangesAsync(cancellationToken);
            },
            CancellationToken.None);
}
