using BorgerPortal.Domain.Persistence;

namespace BorgerPortal.Tests.Contention;

/// <summary>
/// Holds the first plans back until as many have been decided as there are callers, and then lets them all go: so every
/// one was decided on the same state. After that it stands aside.
/// </summary>
/// <param name="inner">The portal's writer.</param>
/// <param name="callers">How many plans are awaited.</param>
/// <param name="keeps">Which rows of a plan are written: all of them, but for a test that shows what a guard is good for.</param>
internal sealed class GatheringWriter(IBookingWriter inner, int callers, Func<Write, bool>? keeps = null) : IBookingWriter
{
    private readonly TaskCompletionSource _gathered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _arrived;

    /// <summary>Before that every plan is let through, for what a test begins with.</summary>
    public bool IsGathering { get; set; } = true;

    public async Task<WriteRefusal?> ApplyAsync(WritePlan plan)
    {
        if (!IsGathering)
        {
            return await inner.ApplyAsync(plan);
        }

        if (Interlocked.Increment(ref _arrived) == callers)
        {
            _gathered.SetResult();
        }

        await _gathered.Task.WaitAsync(Rush.Patience);
        return await inner.ApplyAsync(keeps is null ? plan : new WritePlan([.. plan.Writes.Where(keeps)]));
    }

    public Task<T> RunAloneAsync<T>(Func<BookingDbContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        inner.RunAloneAsync(work, cancellationToken);
}
