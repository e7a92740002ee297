using BorgerPortal.Domain.ErrorReports;
using BorgerPortal.Domain.Evidence;
using BorgerPortal.Domain.Persistence;

namespace BorgerPortal.Domain.Worklist;

/// <summary>A report or a receipt beside the last step that was taken with it.</summary>
internal sealed record WorkRow
{
    public ErrorReport? Report { get; init; }

    public EvidenceReceipt? Receipt { get; init; }

    public WorkHandling? Last { get; init; }

    public string? OfferTitle { get; init; }

    public DateTimeOffset At => Report?.At ?? Receipt!.At;

    public WorkKey Key => Report is not null ? WorkKey.Of(Report.Id) : WorkKey.Of(Receipt!.Id);

    /// <param name="names">Of the caseworkers, by our own id.</param>
    public WorkItem ToItem(IReadOnlyDictionary<long, string> names) => new()
    {
        Key = Key,
        At = At,
        Code = Report?.Code,
        Evidence = Receipt?.Kind,
        InterviewType = Receipt?.InterviewType,
        OfferTitle = OfferTitle,
        Text = Report?.Text,
        FiledByPortal = Report?.FiledByPortal ?? false,
        CitizenId = Report is null ? Receipt!.CitizenId : Report.CitizenId,
        Steps = Last?.Number ?? 0,
        TakenBy = Last?.TakenBy,
        TakenByName = Last?.TakenBy is { } taker ? names.GetValueOrDefault(taker) : null,
        IsHandled = Report is null ? Last?.IsHandled ?? false : Report.HandledAt is not null,
    };
}

/// <summary>The questions of the list, as both databases answer them by an index of the jobcentre.</summary>
internal static class WorkRows
{
    public static IQueryable<WorkRow> ReportsOf(this BookingDbContext context, string jobCentreCode) =>
        from report in context.ErrorReports
        where report.JobCentreCode == jobCentreCode
        select new WorkRow
        {
            Report = report,
            Last = context.WorkHandlings.Where(handling => handling.ReportId == report.Id).OrderByDescending(handling => handling.Number).FirstOrDefault(),
            OfferTitle = context.Options.Where(option => option.Id == report.OptionId && option.JobCentreCode == jobCentreCode).Select(option => option.Title).FirstOrDefault(),
        };

    public static IQueryable<WorkRow> ReceiptsOf(this BookingDbContext context, string jobCentreCode) =>
        from receipt in context.EvidenceReceipts
        where receipt.JobCentreCode == jobCentreCode
        select new WorkRow
        {
            Receipt = receipt,
            Last = context.WorkHandlings.Where(handling => handling.ReceiptId == receipt.Id).OrderByDescending(handling => handling.Number).FirstOrDefault(),
        };
}
