using System.Collections.Concurrent;

namespace BorgerPortal.E2E.Durability;

/// <summary>Several callers who book one time after the other, until the portal is killed under them.</summary>
/// <param name="calls">What they book, in order.</param>
/// <param name="writeAheadLog">The file that each commit is written to first.</param>
internal sealed class BookingStream(IEnumerable<BookingCall> calls, string writeAheadLog)
{
    private const int Callers = 8;

    private readonly ConcurrentQueue<BookingCall> _calls = new(calls);

    /// <summary>Request by request, the booking that was acknowledged.</summary>
    public ConcurrentDictionary<BookingCall, string> Acknowledged { get; } = new();

    /// <summary>Those that were under way when the portal died: nobody knows whether they were made.</summary>
    public ConcurrentBag<BookingCall> Unanswered { get; } = [];

    /// <summary>Streams until this many more are acknowledged, and kills the portal at its next commit, with others under way.</summary>
    public async Task KillAfterAsync(int acknowledged, PortalProcess portal, CancellationToken cancellationToken)
    {
        var left = acknowledged;
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(CallAsync, cancellationToken)));

        async Task CallAsync()
        {
            while (_calls.TryDequeue(out var call))
            {
                try
                {
                    Acknowledged[call] = await call.SendAsync(portal.Http, cancellationToken);
                }
                catch (HttpRequestException)
                {
                    Unanswered.Add(call);
                    return;
                }

                if (Interlocked.Decrement(ref left) == 0)
                {
                    WaitForAWrite(cancellationToken);
                    await portal.KillAsync();
                    return;
                }
            }
        }
    }

    // Between the write and its answers: some bookings are in the log that nobody has been told of.
    private void WaitForAWrite(CancellationToken cancellationToken)
    {
        var before = File.GetLastWriteTimeUtc(writeAheadLog);
        while (File.GetLastWriteTimeUtc(writeAheadLog) == before)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
