using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Scenarios.Writing;
using BorgerPortal.Domain.Security;
using Microsoft.EntityFrameworkCore;

namespace BorgerPortal.Domain.Scenarios;

/// <summary>
/// Writes what the embedded planner and the portal know as a scenario file, so that importing it into an empty portal
/// gives the same data. The file holds personnumre.
/// </summary>
public sealed class ScenarioExporter(IDbContextFactory<BookingDbContext> contexts, PersonnummerVault vault)
{
    /// <summary>Writes one state of the database, whatever is booked meanwhile; some thousand rows are held at a time.</summary>
    /// <param name="output">Where to, UTF-8.</param>
    /// <param name="progress">Is told after every few thousand rows.</param>
    /// <param name="cancellationToken">Ends it; what is written by then is half a file.</param>
    /// <returns>How many rows were written, and which were left out since a file cannot hold them.</returns>
    /// <exception cref="BookingStoreUnavailableException">The database went away before the end.</exception>
    public async Task<ExportOutcome> ExportAsync(Stream output, IProgress<ScenarioProgress>? progress, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var frozen = await context.FreezeAsync(cancellationToken);
        await using var run = new ExportRun(context, vault, output, progress, cancellationToken);
        var written = await run.WriteAsync();

        // A connection that was lost between two questions is opened anew without a word, and its transaction is gone.
        return context.Database.CurrentTransaction is not null
            ? written
            : throw new BookingStoreUnavailableException("The connection to the database was lost: what was written is not of one state of it.");
    }
}
