using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ErrorReports;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BorgerPortal.Domain.ExternalBooking.Protocol;

/// <summary>
/// Passes error reports on to planners that are systems of their own, until each has answered: the report itself is the
/// outbox. Several portals on one database may run it.
/// </summary>
public sealed class ReportForwarder(
    IDbContextFactory<BookingDbContext> contexts,
    IBookingSystems systems,
    CitizenFiles files,
    IBookingWriter writer,
    TimeProvider clock,
    ILogger<ReportForwarder> logger)
{
    private const int MostAtOnce = 100;

    /// <summary>Tells of all that is due once; gives back how many that was.</summary>
    public async Task<int> ForwardAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        List<ErrorReport> due;
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            due = await context.ErrorReports.AsNoTracking()
                .Where(report => report.ForwardAt != null && report.ForwardAt <= now)
                .OrderBy(report => report.ForwardAt)
                .Take(MostAtOnce)
                .ToListAsync(cancellationToken);
        }

        await Task.WhenAll(due.GroupBy(report => report.JobCentreCode).Select(async jobCentre =>
        {
            foreach (var report in jobCentre)
            {
                await TryAsync(report, cancellationToken);
            }
        }));
        return due.Count;
    }

    /// <summary>What goes wrong with one is tried again later, and keeps nobody else's waiting.</summary>
    private async Task TryAsync(ErrorReport report, CancellationToken cancellationToken)
    {
        try
        {
            var moment = Moment.Read(clock);
            if (await writer.ApplyAsync(new WritePlan([new ClaimReport(report, moment.Now + Retries.PauseAfter(report.ForwardTries))])) is null
                && await IsToldAsync(report, moment, cancellationToken))
            {
                await writer.ApplyAsync(new WritePlan([new ReportForwarded(report.Id)]));
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(exception, "Error report {Report} could not be passed on.", report.Id);
        }
    }

    /// <summary>A planner that refuses a report has read it: to tell it again would change nothing.</summary>
    private async Task<bool> IsToldAsync(ErrorReport report, Moment moment, CancellationToken cancellationToken)
    {
        if (systems.Find(report.JobCentreCode)?.Reservations is not { } planner
            || await files.ReadAsync(CitizenReference.ById(report.CitizenId!.Value), moment, cancellationToken) is not { } file)
        {
            return false;
        }

        var call = new ErrorReportCall(
            file.Profile with { JobCentreCode = report.JobCentreCode }, report.OptionId, report.BookingId, report.Code, report.Text,
            (int)report.Origin, report.At, report.ForwardRequest!);
        return await planner.ReportAsync(call, cancellationToken) is not PlannerAnswer<Confirmed>.Unknown;
    }
}
