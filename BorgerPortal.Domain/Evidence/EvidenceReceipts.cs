using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Persistence.Writes;
using Microsoft.EntityFrameworkCore;

namespace BorgerPortal.Domain.Evidence;

/// <summary>The receipts that were taken: a citizen sees their own, a caseworker those of their jobcentre.</summary>
public sealed class EvidenceReceipts(IDbContextFactory<BookingDbContext> contexts, CitizenFiles files, IBookingWriter writer)
{
    /// <summary>A citizen's own receipt; null where there is none of theirs by that reference.</summary>
    public async Task<EvidenceReceipt?> FindAsync(CitizenReference citizen, Guid reference, CancellationToken cancellationToken)
    {
        var owner = citizen.Id ?? await files.FindIdAsync(citizen, cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.EvidenceReceipts.AsNoTracking()
            .SingleOrDefaultAsync(receipt => receipt.Id == reference && receipt.CitizenId == owner, cancellationToken);
    }

    /// <summary>A jobcentre's receipts, newest first, each with what was done with it last.</summary>
    /// <param name="jobCentreCode">The caseworker's own.</param>
    /// <param name="isHandled">Only those that are handled, or are not; null for all.</param>
    /// <param name="before">Only older ones; null for the newest.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<EvidenceOfJobCentre>> ListAsync(
        string jobCentreCode, bool? isHandled, DateTimeOffset? before, int most, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var receipts = context.EvidenceReceipts.AsNoTracking().Where(receipt => receipt.JobCentreCode == jobCentreCode);
        if (before is { } older)
        {
            receipts = receipts.Where(receipt => receipt.At < older);
        }

        var all = receipts.Select(receipt => new
        {
            Receipt = receipt,
            Last = context.EvidenceHandlings.Where(handling => handling.ReceiptId == receipt.Id).OrderByDescending(handling => handling.Id).FirstOrDefault(),
        });
        if (isHandled is { } handled)
        {
            all = all.Where(row => (row.Last != null && row.Last.IsHandled) == handled);
        }

        var rows = await all.OrderByDescending(row => row.Receipt.At).Take(most).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new EvidenceOfJobCentre(row.Receipt, row.Last))];
    }

    /// <summary>Notes what a caseworker has done with a receipt. What was noted before stays.</summary>
    /// <param name="handling">Its text has had everything masked that could be a personnummer.</param>
    /// <exception cref="BookingStoreUnavailableException">The database did not take it.</exception>
    public Task HandleAsync(EvidenceHandling handling) => writer.ApplyAsync(new WritePlan([new HandleEvidence(handling)]));
}

/// <summary>A receipt as its jobcentre sees it.</summary>
/// <param name="Receipt">What was asked and answered.</param>
/// <param name="Handling">What was done with it last; null where nothing was.</param>
public sealed record EvidenceOfJobCentre(EvidenceReceipt Receipt, EvidenceHandling? Handling);
