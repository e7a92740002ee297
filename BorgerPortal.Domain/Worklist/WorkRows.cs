using BorgerPortal.Domain.ErrorReports;
using BorgerPortal.Domain.Evidence;
using BorgerPortal.Domain.Persistence;

namespace BorgerPortal.Domain.Worklist;

/// <summary>A report or a receipt, and how it stands after the last step that was taken with it.</summary>
internal sealed record WorkRow
{
    public ErrorReport? Report { get; init; }

    public EvidenceReceipt? Receipt { get; init; }

    public int? Steps { get; init; }

    public long? TakenBy { get; init; }

    public bool? IsHandled { get; init; }

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
        Steps = Steps ?? 0,
        TakenBy = TakenBy,
        TakenByName = TakenBy is { } taker ? names.GetValueOrDefault(taker) : null,
        IsHandled = IsHandled ?? false,
    };
}

/// <summary>
/// The questions of the list, as both databases answer them by an index of the jobcentre. How a case stands is looked up value
/// by value: asked for the last step as a row, both would number the steps of all cases.
/// </summary>
internal static class WorkRows
{
    public static IQueryable<WorkRow> ReportsOf(this BookingDbContext context, string jobCentreCode) =>
        from report in context.ErrorReports
        where report.JobCentreCode == jobCentreCode
        select new WorkRow
        {
            Report = report,
            Steps = context.WorkHandlings.Where(step => step.ReportId == report.Id).Max(step => (int?)step.Number),
            TakenBy = context.WorkHandlings.Where(step => step.ReportId == report.Id).OrderByDescending(step => step.Number).Select(step => step.TakenBy).FirstOrDefault(),
            IsHandled = context.WorkHandlings.Where(step => step.ReportId == report.Id).OrderByDescending(step => step.Number).Select(step => (bool?)step.IsHandled).FirstOrDefault(),
            OfferTitle = context.Options.Where(option => option.Id == report.OptionId && option.JobCentreCode == jobCentreCode).Select(option => option.Title).FirstOrDefault(),
        };

    public static IQueryable<WorkRow> ReceiptsOf(this BookingDbContext context, string jobCentreCode) =>
        from receipt in context.EvidenceReceipts
        where receipt.JobCentreCode == jobCentreCode
        select new WorkRow
        {
            Receipt = receipt,
            Steps = context.WorkHandlings.Where(step => step.ReceiptId == receipt.Id).Max(step => (int?)step.Number),
            TakenBy = context.WorkHandlings.Where(step => step.ReceiptId == receipt.Id).OrderByDescending(step => step.Number).Select(step => step.TakenBy).FirstOrDefault(),
            IsHandled = context.WorkHandlings.Where(step => step.ReceiptId == receipt.Id).OrderByDescending(step => step.Number).Select(step => (bool?)step.IsHandled).FirstOrDefault(),
        };
}
