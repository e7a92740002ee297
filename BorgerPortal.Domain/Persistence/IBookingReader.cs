namespace BorgerPortal.Domain.Persistence;

/// <summary>Answers what every booking asks.</summary>
public interface IBookingReader
{
    /// <summary>Answers all questions of a reading.</summary>
    ValueTask ReadAsync(Reading reading, CancellationToken cancellationToken);
}

public static class BookingReaders
{
    /// <summary>Asks one question.</summary>
    public static async ValueTask<T> ReadAsync<T>(this IBookingReader reader, Query<T> query, CancellationToken cancellationToken)
    {
        var reading = new Reading();
        var question = reading.Add(query);
        await reader.ReadAsync(reading, cancellationToken);
        return question.Answer;
    }
}
