using BorgerPortal.Domain.Persistence;

namespace BorgerPortal.Tests.Support.Remote;

/// <summary>The reader of a database that can go away.</summary>
public sealed class FailingReader(IBookingReader inner) : IBookingReader
{
    public bool IsDown { get; set; }

    public ValueTask ReadAsync(Reading reading, CancellationToken cancellationToken) =>
        IsDown ? throw new BookingStoreUnavailableException("The database is away.") : inner.ReadAsync(reading, cancellationToken);
}
