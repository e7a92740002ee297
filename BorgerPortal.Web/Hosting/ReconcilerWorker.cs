using BorgerPortal.Domain.ExternalBooking.Protocol;

namespace BorgerPortal.Web.Hosting;

/// <summary>
/// Runs the reconciler and the passing on of error reports from the start on. A round does not wait for the one before it, which may be held up by a slow
/// planner; what goes wrong in one is tried again in the next.
/// </summary>
internal sealed class ReconcilerWorker(
    Reconciler reconciler, ReportForwarder forwarder, TimeProvider clock, ILogger<ReconcilerWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        var rounds = new List<Task>();
        do
        {
            rounds.RemoveAll(round => round.IsCompleted);
            rounds.Add(TryAsync(reconciler.SettleAsync, "Bookings that are not settled", stoppingToken));
            rounds.Add(TryAsync(forwarder.ForwardAsync, "Error reports that are to be passed on", stoppingToken));
        }
        while (await WaitAsync(timer, stoppingToken));

        await Task.WhenAll(rounds);
    }

    private async Task TryAsync(Func<CancellationToken, Task<int>> round, string what, CancellationToken stoppingToken)
    {
        try
        {
            await round(stoppingToken);
        }
        catch (Exception exception)
        {
            if (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(exception, "{What} could not be looked at.", what);
            }
        }
    }

    private static async Task<bool> WaitAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
