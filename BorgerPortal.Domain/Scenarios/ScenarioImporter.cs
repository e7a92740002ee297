using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Scenarios.Checks;
using BorgerPortal.Domain.Scenarios.Loading;
using BorgerPortal.Domain.Scenarios.Model;
using BorgerPortal.Domain.Scenarios.Reading;
using BorgerPortal.Domain.Security;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Scenarios;

/// <summary>
/// Loads a scenario file: what the embedded planner and the portal know, for demonstrations, tests and moving in from
/// another system. All of it or nothing; loading a file again gives the same rows.
/// </summary>
public sealed class ScenarioImporter(IBookingWriter writer, PersonnummerVault vault, TimeProvider clock)
{
    /// <summary>
    /// Reads the file, checks all of it and writes it in one transaction. Relative dates count from today in Denmark.
    /// </summary>
    /// <param name="json">The file, UTF-8.</param>
    /// <param name="cancellationToken">Ends it; nothing is written then.</param>
    /// <returns>How much was loaded, or every fault; a file that is no JSON is a fault too.</returns>
    public async Task<ImportOutcome> ImportAsync(Stream json, CancellationToken cancellationToken)
    {
        var moment = Moment.Read(clock);
        var faults = new FaultList();
        return await ScenarioReader.ReadAsync(json, moment.Today, faults, cancellationToken) is { } file
            ? await writer.RunAloneAsync((context, token) => LoadAsync(context, file, moment, faults, token), cancellationToken)
            : faults.ToOutcome();
    }

    private async Task<ImportOutcome> LoadAsync(
        BookingDbContext context, ScenarioFile file, Moment moment, FaultList faults, CancellationToken cancellationToken)
    {
        // Changes are looked for once, when all are made, and not at every row.
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        var rows = await PortalRows.ReadAsync(context, file, vault, cancellationToken);
        ReferenceChecks.Check(file, rows, faults);
        if (!faults.IsEmpty)
        {
            return faults.ToOutcome();
        }

        var work = new ImportWork(context, rows, moment, faults);
        JobCentreLoader.Load(file.JobCentres, work);
        CaseWorkerLoader.Load(file.CaseWorkers, work);
        CitizenLoader.Load(file.Citizens, work, vault);
        OptionLoader.Load(file.Options, work);
        TimeslotLoader.Load(file.Timeslots, work);
        new BookingLoader(work).Load(file.Bookings);
        await new OccupancyLoader(work).LoadAsync(new BulkReads(context, cancellationToken));
        if (!faults.IsEmpty)
        {
            return faults.ToOutcome();
        }

        ExclusiveKindLoader.Load(work);
        DeadlineMeeter.Meet(work);
        await work.SaveAsync(cancellationToken);
        return new ImportOutcome(file.Count(), []);
    }
}
