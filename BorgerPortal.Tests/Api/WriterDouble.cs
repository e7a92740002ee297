using BorgerPortal.Domain.Persistence;
using BorgerPortal.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace BorgerPortal.Tests.Api;

/// <summary>The writer, which a test can hold up or break just before a change is written.</summary>
public sealed class WriterDouble(IBookingWriter inner) : IBookingWriter
{
    public Func<Task>? BeforeApply { get; set; }

    public static void Replace(IServiceCollection services) => services.WrapWriter(inner => new WriterDouble(inner));

    public async Task<WriteRefusal?> ApplyAsync(WritePlan plan)
    {
        if (BeforeApply is { } before)
        {
            await before();
        }

        return await inner.ApplyAsync(plan);
    }

    public Task<T> RunAloneAsync<T>(Func<BookingDbContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        inner.RunAloneAsync(work, cancellationToken);
}
