namespace BorgerPortal.Domain.Persistence;

/// <summary>The one road to the database for changes.</summary>
public interface IBookingWriter
{
    /// <summary>
    /// Carries a plan out and answers when it is durable: null, or why nothing of it was written. Several plans may
    /// share a commit; one that is refused takes nothing with it, and a commit that fails fails every plan in it.
    /// Once begun it cannot be cancelled.
    /// </summary>
    Task<WriteRefusal?> ApplyAsync(WritePlan plan);

    /// <summary>
    /// Runs a larger change (an import, the caseworkers' editing) alone: no plan is under way meanwhile, in this process
    /// or another. One transaction, which is committed when the work returns and rolled back when it throws.
    /// </summary>
    Task<T> RunAloneAsync<T>(Func<BookingDbContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken);
}
