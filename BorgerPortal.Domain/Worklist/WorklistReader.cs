using BorgerPortal.Domain.CaseWorkers;
using BorgerPortal.Domain.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BorgerPortal.Domain.Worklist;

/// <summary>Reads the list of a jobcentre: what citizens and the portal have reported, and the receipts that citizens have taken.</summary>
public sealed class WorklistReader(IDbContextFactory<BookingDbContext> contexts)
{
    /// <summary>How many cases a page has.</summary>
    public const int OnAPage = 50;

    /// <summary>Nobody turns more pages: whoever looks for something old filters for it.</summary>
    public const int LastPage = 40;

    /// <summary>A page of the list.</summary>
    /// <param name="desk">Whose list.</param>
    /// <param name="filter">Which part of it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<WorkPage> ListAsync(Desk desk, WorkFilter filter, CancellationToken cancellationToken)
    {
        var page = Math.Clamp(filter.Page, 1, LastPage);
        var most = (page * OnAPage) + 1;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var reports = filter.Kind == WorkKind.Receipts ? []
            : await Reports(context, desk, filter).Take(most).ToListAsync(cancellationToken);
        var receipts = filter.Kind == WorkKind.Reports ? []
            : await Receipts(context, desk, filter).Take(most).ToListAsync(cancellationToken);
        var rows = Sort([.. reports, .. receipts], filter.Order).Skip((page - 1) * OnAPage).Take(OnAPage + 1).ToList();
        var shown = rows.Take(OnAPage).ToList();
        var names = await NamesAsync(context, shown.Select(row => row.TakenBy), cancellationToken);
        return new WorkPage([.. shown.Select(row => row.ToItem(names))], rows.Count > OnAPage && page < LastPage);
    }

    /// <summary>A case with all that has been done with it; null where the jobcentre has none by that key.</summary>
    public async Task<WorkFile?> FindAsync(Desk desk, WorkKey key, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = key.ReportId is { } report
            ? await context.ReportsOf(desk.JobCentreCode).AsNoTracking().SingleOrDefaultAsync(found => found.Report!.Id == report, cancellationToken)
            : await context.ReceiptsOf(desk.JobCentreCode).AsNoTracking().SingleOrDefaultAsync(found => found.Receipt!.Id == key.ReceiptId, cancellationToken);
        if (row is null)
        {
            return null;
        }

        var steps = await context.WorkHandlings.AsNoTracking()
            .Where(handling => key.ReportId != null ? handling.ReportId == key.ReportId : handling.ReceiptId == key.ReceiptId)
            .OrderBy(handling => handling.Number)
            .ToListAsync(cancellationToken);
        var names = await NamesAsync(context, steps.Select(step => (long?)step.CaseWorkerId).Append(row.TakenBy), cancellationToken);
        return new WorkFile(
            row.ToItem(names),
            [.. steps.Select(step => new WorkDone(step.At, names.GetValueOrDefault(step.CaseWorkerId, ""), step.Step, step.Note))]);
    }

    private static IQueryable<WorkRow> Reports(BookingDbContext context, Desk desk, WorkFilter filter)
    {
        var rows = context.ReportsOf(desk.JobCentreCode).AsNoTracking();
        rows = filter.State switch
        {
            WorkState.Open => rows.Where(row => row.Report!.HandledAt == null),
            WorkState.Mine => rows.Where(row => row.Report!.HandledAt == null && row.TakenBy == desk.CaseWorkerId),
            WorkState.Handled => rows.Where(row => row.Report!.HandledAt != null),
            _ => rows,
        };
        return filter.Order switch
        {
            WorkOrder.Oldest => rows.OrderBy(row => row.Report!.At).ThenBy(row => row.Report!.Id),
            WorkOrder.Code => rows.OrderBy(row => row.Report!.Code).ThenByDescending(row => row.Report!.At).ThenByDescending(row => row.Report!.Id),
            _ => rows.OrderByDescending(row => row.Report!.At).ThenByDescending(row => row.Report!.Id),
        };
    }

    private static IQueryable<WorkRow> Receipts(BookingDbContext context, Desk desk, WorkFilter filter)
    {
        var rows = context.ReceiptsOf(desk.JobCentreCode).AsNoTracking();
        rows = filter.State switch
        {
            WorkState.Open => rows.Where(row => row.IsHandled != true),
            WorkState.Mine => rows.Where(row => row.IsHandled != true && row.TakenBy == desk.CaseWorkerId),
            WorkState.Handled => rows.Where(row => row.IsHandled == true),
            _ => rows,
        };
        return filter.Order == WorkOrder.Oldest
            ? rows.OrderBy(row => row.Receipt!.At).ThenBy(row => row.Receipt!.Id)
            : rows.OrderByDescending(row => row.Receipt!.At).ThenByDescending(row => row.Receipt!.Id);
    }

    // Both lists come sorted; of what happened at the same instant, reports first.
    private static IEnumerable<WorkRow> Sort(IEnumerable<WorkRow> rows, WorkOrder order) => order switch
    {
        WorkOrder.Oldest => rows.OrderBy(row => row.At),
        WorkOrder.Code => rows.OrderBy(row => row.Report?.Code ?? int.MaxValue),
        _ => rows.OrderByDescending(row => row.At),
    };

    private static async Task<Dictionary<long, string>> NamesAsync(
        BookingDbContext context, IEnumerable<long?> caseWorkers, CancellationToken cancellationToken)
    {
        var ids = caseWorkers.OfType<long>().Distinct().ToList();
        return ids.Count == 0 ? [] : await context.CaseWorkers.AsNoTracking().Where(worker => ids.Contains(worker.Id))
            .ToDictionaryAsync(worker => worker.Id, worker => worker.ToSupervisor().FullName, cancellationToken);
    }
}
