namespace BorgerPortal.Web.Hosting;

/// <summary>Does something at the start and then at regular pauses, one round after the other.</summary>
internal abstract class PeriodicWorker(TimeSpan pause, TimeProvider clock) : BackgroundService
{
    /// <summary>One round; it lets nothing through that goes wrong, or there is no next one.</summary>
    protected abstract Task WorkAsync(CancellationToken stoppingToken);

    /// <summary>The last thing before the portal stops.</summary>
    protected virtual Task EndAsync() => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(pause, clock);
        do
        {
            await WorkAsync(stoppingToken);
        }
        while (await WaitAsync(timer, stoppingToken));

        await EndAsync();
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
