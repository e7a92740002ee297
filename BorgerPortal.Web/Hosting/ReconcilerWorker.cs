using BorgerPortal.Domain.ExternalBooking.Protocol;

namespace BorgerPortal.Web.Hosting;

/// <summary>Runs the reconciler from the start on. What goes wrong in one round is tried again in the next.</summary>
internal sealed class ReconcilerWorker(Reconciler reconciler, TimeProvider clock, ILogger<ReconcilerWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await reconciler.SettleAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(exception, "Bookings that are not settled could not be looked at.");
            }
        }
        while (await WaitAsync(timer, stoppingToken));
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
