using BorgerPortal.Domain.Daily;

namespace BorgerPortal.Web.Hosting;

/// <summary>Looks each minute, from the start on, whether the day's work is due; what goes wrong is tried again in the next.</summary>
internal sealed class DailyWorker(DailyJob job, TimeProvider clock, ILogger<DailyWorker> logger) : PeriodicWorker(TimeSpan.FromMinutes(1), clock)
{
    protected override async Task WorkAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (await job.RunAsync(stoppingToken) is { } outcome)
            {
                logger.LogInformation(
                    "The work of {Day} is done: {Closed} deadlines closed, {Reminded} reminders queued.", outcome.Day, outcome.DeadlinesClosed, outcome.RemindersQueued);
            }
        }
        catch (Exception exception)
        {
            if (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(exception, "The day's work could not be done.");
            }
        }
    }
}
