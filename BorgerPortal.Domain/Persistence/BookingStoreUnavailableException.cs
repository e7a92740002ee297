namespace BorgerPortal.Domain.Persistence;

/// <summary>The database did not take a change: nothing of it was written as far as anybody was told. Try again later.</summary>
public sealed class BookingStoreUnavailableException : Exception
{
    public BookingStoreUnavailableException()
    {
    }

    public BookingStoreUnavailableException(string message)
        : base(message)
    {
    }

    public BookingStoreUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
