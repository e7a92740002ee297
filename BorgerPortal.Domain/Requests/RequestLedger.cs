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
        return key is null ? null : Judge(await reader.ReadAsync(new ReadStoredAnswer(key), cancellationToken), key, moment);
    }

    /// <summary>What <see cref="FindAsync"/> makes of the row that <see cref="ReadStoredAnswer"/> has found.</summary>
    /// <exception cref="RequestIdReusedException">It was given for another payload or citizen.</exception>
    public static StoredAnswer? Judge(StoredAnswer? found, RequestKey key, Moment moment)
    {
        if (found is null || found.AnsweredAt < moment.Now - StoredAnswer.Lifetime)
        {
            return null;
        }

        return CryptographicOperations.FixedTimeEquals(found.PayloadHash, key.PayloadHash) ? found : throw new RequestIdReusedException();
    }

    /// <summary>The row that keeps an answer, for the change's own commit; none without a request id, or where the answer is not final.</summary>
    public static IEnumerable<Write> Keep(RequestKey? key, Moment moment, Guid? bookingId, IReadOnlyList<Error> errors) =>
        key is null || !IsFinal(errors) ? [] : [Row(key, moment, bookingId, errors, pending: false)];

    /// <summary>The row that tells a repeat to wait for a booking whose outcome is not known yet; none without a request id.</summary>
    public static IEnumerable<Write> KeepPending(RequestKey? key, Moment moment, Guid bookingId) =>
        key is null ? [] : [Row(key, moment, bookingId, [], pending: true)];

    /// <summary>The final answer of whoever waits for a pending booking; a reason that may pass is not kept.</summary>
    public static Write Settle(Guid bookingId, Moment moment, IReadOnlyList<Error> errors) => IsFinal(errors)
        ? new SettleAnswer(bookingId, errors.Count == 0 ? bookingId : null, [.. errors.Select(Write)], moment.Now)
        : new ForgetPendingAnswer(bookingId);

    /// <summary>The errors of a stored refusal.</summary>
    public static IReadOnlyList<Error> ErrorsOf(StoredAnswer answer) => [.. answer.Errors.Select(Read)];

    private static bool IsFinal(IReadOnlyList<Error> errors) => !errors.Any(error => NotFinal.Contains(error.Code));

    private static StoreAnswer Row(RequestKey key, Moment moment, Guid? bookingId, IReadOnlyList<Error> errors, bool pending) =>
        new(new StoredAnswer
        {
            Client = key.Client,
            Operation = key.Operation,
            RequestId = key.Id,
            PayloadHash = key.PayloadHash,
            AnsweredAt = moment.Now,
            Pending = pending,
            BookingId = bookingId,
            Errors = [.. errors.Select(Write)],
        });

    private static string Write(Error error) => string.Join(' ', new[] { error.Code.ToString(), error.Field, error.Reason }.OfType<string>());

    private static Error Read(string text)
    {
        var parts = text.Split(' ', 3);
        return new Error(Errors.ByNumber[int.Parse(parts[0], CultureInfo.InvariantCulture)], parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2));
    }
}
