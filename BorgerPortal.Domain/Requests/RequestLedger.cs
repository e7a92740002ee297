using System.Globalization;
using System.Security.Cryptography;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Queries;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Requests;

/// <summary>Which request ids have had their final answer, and what it was.</summary>
public sealed class RequestLedger(IBookingReader reader)
{
    /// <summary>Answers that say "try again": they are not final, so they are not kept.</summary>
    private static readonly HashSet<ErrorCode> NotFinal =
        [Errors.BookingSystemUnreachable, Errors.BookingSystemNotConfigured, Errors.BookingSystemFault, Errors.BookingSystemBrokeContract];

    /// <summary>The answer that the request id got; null where it has none yet, or one that has outlived its time.</summary>
    /// <exception cref="RequestIdReusedException">It was given for another payload or citizen.</exception>
    public async Task<StoredAnswer?> FindAsync(RequestKey? key, Moment moment, CancellationToken cancellationToken)
    {
        if (key is null)
        {
            return null;
        }

        var answer = await reader.ReadAsync(new ReadStoredAnswer(key), cancellationToken);
        if (answer is null || answer.AnsweredAt < moment.Now - StoredAnswer.Lifetime)
        {
            return null;
        }

        return CryptographicOperations.FixedTimeEquals(answer.PayloadHash, key.PayloadHash) ? answer : throw new RequestIdReusedException();
    }

    /// <summary>The row that keeps an answer, for the change's own commit; none without a request id, or where the answer is not final.</summary>
    public static IEnumerable<Write> Keep(RequestKey? key, Moment moment, Guid? bookingId, IReadOnlyList<Error> errors)
    {
        if (key is not null && !errors.Any(error => NotFinal.Contains(error.Code)))
        {
            yield return new StoreAnswer(new StoredAnswer
            {
                Client = key.Client,
                Operation = key.Operation,
                RequestId = key.Id,
                PayloadHash = key.PayloadHash,
                AnsweredAt = moment.Now,
                BookingId = bookingId,
                Errors = [.. errors.Select(Write)],
            });
        }
    }

    /// <summary>The errors of a stored refusal.</summary>
    public static IReadOnlyList<Error> ErrorsOf(StoredAnswer answer) => [.. answer.Errors.Select(Read)];

    private static string Write(Error error) => error.Field is null ? error.Code.ToString() : $"{error.Code} {error.Field}";

    private static Error Read(string text)
    {
        var parts = text.Split(' ', 2);
        return new Error(Errors.ByNumber[int.Parse(parts[0], CultureInfo.InvariantCulture)], parts.Length == 2 ? parts[1] : null);
    }
}
