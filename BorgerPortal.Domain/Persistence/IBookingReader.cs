namespace BorgerPortal.Domain.Persistence;

/// <summary>Answers what every booking asks.</summary>
public interface IBookingReader
{
    ValueTask<T> ReadAsync<T>(Query<T> query, CancellationToken cancellationToken);

    /// <summary>Answers all questions of a reading.</summary>
    ValueTask ReadAsync(Reading reading, CancellationToken cancellationToken);
}
