using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Persistence;
using Microsoft.EntityFrameworkCore;

namespace BorgerPortal.Domain.Evidence;

/// <summary>The receipts that were taken: a citizen sees their own; caseworkers find those of their jobcentre in its list.</summary>
public sealed class EvidenceReceipts(IDbContextFactory<BookingDbContext> contexts, CitizenFiles files)
{
    /// <summary>A citizen's own receipt; null where there is none of theirs by that reference.</summary>
    public async Task<EvidenceReceipt?> FindAsync(CitizenReference citizen, Guid reference, CancellationToken cancellationToken)
    {
        var owner = citizen.Id ?? await files.FindIdAsync(citizen, cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.EvidenceReceipts.AsNoTracking()
            .SingleOrDefaultAsync(receipt => receipt.Id == reference && receipt.CitizenId == owner, cancellationToken);
    }
}
