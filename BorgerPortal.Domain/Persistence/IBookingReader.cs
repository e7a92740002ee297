namespace BorgerPortal.Domain.Persistence;

/// <summary>Answers what every booking asks.</summary>
public interface IBookingReader
{
    ValueTask<T> ReadAsync<T>(Query<T> query, CancellationToken cancellationToken);
}
