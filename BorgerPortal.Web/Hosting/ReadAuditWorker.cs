using BorgerPortal.Domain.Audit;

namespace BorgerPortal.Web.Hosting;

/// <summary>Writes each second, and at the stop, who has read what.</summary>
internal sealed class ReadAuditWorker(ReadAudit audit, TimeProvider clock, ILogger<ReadAuditWorker> logger) : PeriodicWorker(TimeSpan.FromSeconds(1), clock)
{
    // Not cut short by the stop: what is noted is written.
    protected override async Task WorkAsync(CancellationToken stoppingToken)
    {
        try
        {
            await audit.FlushAsync();
        }
        catch (Exception exception)
        {
            logger.LogError(exception, "The audit log of what was read could not be written.");
        }
    }

    // The server that answers stops before this does.
    protected override Task EndAsync() => WorkAsync(CancellationToken.None);
}
