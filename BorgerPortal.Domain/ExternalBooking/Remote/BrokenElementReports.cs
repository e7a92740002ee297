using BorgerPortal.Domain.ErrorReports;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Writes;
using BorgerPortal.Domain.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BorgerPortal.Domain.ExternalBooking.Remote;

/// <summary>
/// Tells the caseworkers which offers of their planner cannot be shown, and why: one report for an offer until it is
/// handled. A report that cannot be written is no reason to keep the sound offers from the citizen.
/// </summary>
public sealed class BrokenElementReports(
    IBookingWriter writer, IDbContextFactory<BookingDbContext> contexts, ILogger<BrokenElementReports> logger)
{
    internal async Task FileAsync(string jobCentreCode, IReadOnlyList<BrokenElement> broken, Moment moment, CancellationToken cancellationToken)
    {
        if (broken.Count == 0)
        {
            return;
        }

        try
        {
            var open = await OpenAsync(jobCentreCode, cancellationToken);
            var reports = broken
                .GroupBy(element => element.OptionId)
                .Where(group => !open.Contains(group.Key))
                .Select(group => new FileErrorReport(ReportOf(jobCentreCode, group.Key, group.SelectMany(element => element.Elements), moment)))
                .ToList();
            if (reports.Count > 0)
            {
                await writer.ApplyAsync(new WritePlan(reports));
            }
        }
        catch (Exception exception) when (exception is BookingStoreUnavailableException or System.Data.Common.DbException)
        {
            logger.LogWarning(exception, "{Count} broken parts of a planner's answer could not be reported.", broken.Count);
        }
    }

    // A citizen who looks again finds the report there already: nothing is written at each look.
    private async Task<HashSet<Guid?>> OpenAsync(string jobCentreCode, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.ErrorReports
            .Where(report => report.JobCentreCode == jobCentreCode && report.Code == ReportCodes.OptionNotValid)
            .Where(report => report.FiledByPortal && report.HandledAt == null)
            .Select(report => report.OptionId)
            .ToHashSetAsync(cancellationToken);
    }

    private static ErrorReport ReportOf(string jobCentreCode, Guid? optionId, IEnumerable<string> elements, Moment moment)
    {
        var text = string.Join(", ", elements.Distinct(StringComparer.Ordinal));
        return new ErrorReport
        {
            JobCentreCode = jobCentreCode,
            OptionId = optionId,
            Code = ReportCodes.OptionNotValid,
            Origin = ErrorOrigin.Dfdg,
            Text = text.Length > ErrorReport.LongestText ? text[..ErrorReport.LongestText] : text,
            At = moment.Now,
            FiledByPortal = true,
        };
    }
}
