using BorgerPortal.Domain.Persistence;

namespace BorgerPortal.Tests.Support.Remote;

/// <summary>A writer whose database is away while a test says so.</summary>
public sealed class FailingWriter(IBookingWriter inner) : IBookingWriter
{
    public bool IsDown { get; set; }

    public Task<WriteRefusal?> ApplyAsync(WritePlan plan) =>
        IsDown ? throw new BookingStoreUnavailableException("The database is away.") : inner.ApplyAsync(plan);

    public Task<T> RunAloneAsync<T>(Func<BookingDbContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        inner.RunAloneAsync(work, cancellationToken);
}
