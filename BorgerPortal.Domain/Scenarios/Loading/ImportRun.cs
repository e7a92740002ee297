using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Scenarios.Checks;
using BorgerPortal.Domain.Scenarios.Model;
using BorgerPortal.Domain.Scenarios.Reading;
using BorgerPortal.Domain.Security;
using BorgerPortal.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace BorgerPortal.Domain.Scenarios.Loading;

/// <summary>
/// One import, some thousand rows at a time, collection by collection in the order in which they need each other. After
/// the first fault nothing more is written, but the rest of the file is read and its references are checked, so that such
/// faults come all at once. Times that are taken, full groups and changes that are not allowed need the collections before
/// to be written, and are looked for where those had no fault.
/// </summary>
internal sealed class ImportRun(
    BookingDbContext context,
    PersonnummerVault vault,
    Moment moment,
    FaultList faults,
    IProgress<ScenarioProgress>? progress,
    CancellationToken cancellationToken)
{
    private readonly SeenKeys _seen = new();
    private readonly HashSet<long> _touchedCitizens = [];
    private Staff _staff = new([], []);

    public async Task<ImportCounts> LoadAsync(ScenarioReader reader)
    {
        var hadGroupTimes = await context.Timeslots.AnyAsync(timeslot => timeslot.TotalSeats != null, cancellationToken);
        _staff = await Staff.ReadAsync(context, cancellationToken);
        var jobCentres = await LoadAsync("jobcentre", reader.JobCentresAsync(cancellationToken), rows => ScenarioFile.Empty with { JobCentres = rows });
        var caseWorkers = await LoadAsync("sagsbehandlere", reader.CaseWorkersAsync(cancellationToken), rows => ScenarioFile.Empty with { CaseWorkers = rows });
        var citizens = await LoadAsync("borgere", reader.CitizensAsync(cancellationToken), rows => ScenarioFile.Empty with { Citizens = rows });
        var options = await LoadAsync("moedetilbud", reader.OptionsAsync(cancellationToken), rows => ScenarioFile.Empty with { Options = rows });
        if (hadGroupTimes)
        {
            await FreeGroupTimesAsync(reader);
        }

        var timeslots = await LoadAsync("moedetider", reader.TimeslotsAsync(cancellationToken), rows => ScenarioFile.Empty with { Timeslots = rows });
        var bookings = await LoadAsync("indkaldelser", reader.BookingsAsync(cancellationToken), rows => ScenarioFile.Empty with { Bookings = rows });
        await NamedMeetingChecks.CheckAsync(_seen, ReadMeetingsAsync, faults);
        await MeetDeadlinesAsync();
        return new ImportCounts(jobCentres, caseWorkers, citizens, options, timeslots, bookings);
    }

    private async Task<int> LoadAsync<T>(string collection, IAsyncEnumerable<IReadOnlyList<T>> chunks, Func<IReadOnlyList<T>, ScenarioFile> toFile)
    {
        var (count, isGroundWritten, faultsBefore) = (0, faults.IsEmpty, faults.Found);
        await foreach (var rows in chunks)
        {
            context.ChangeTracker.Clear();
            await LoadAsync(toFile(rows), isGroundWritten, faultsBefore);
            faultsBefore = faults.Found;
            count += rows.Count;
            progress?.Report(new ScenarioProgress(collection, count));
        }

        return count;
    }

    /// <param name="chunk">Some rows of one collection.</param>
    /// <param name="isGroundWritten">Whether the collections before it are written; else only keys and references can be checked.</param>
    /// <param name="faultsBefore">How many had been found before the rows were read: rows with a fault are not looked at any further.</param>
    private async Task LoadAsync(ScenarioFile chunk, bool isGroundWritten, int faultsBefore)
    {
        context.AttachRange(StaffOf(chunk));
        var rows = await PortalRows.ReadAsync(context, chunk, _staff, vault, cancellationToken);
        ReferenceChecks.Check(chunk, new KnownKeys(_seen, rows), faults);
        if (!isGroundWritten || faults.Found > faultsBefore)
        {
            return;
        }

        var work = new ImportWork(context, rows, moment, faults);
        JobCentreLoader.Load(chunk.JobCentres, work);
        CaseWorkerLoader.Load(chunk.CaseWorkers, work);
        CitizenLoader.Load(chunk.Citizens, work, vault);
        OptionLoader.Load(chunk.Options, work);
        TimeslotLoader.Load(chunk.Timeslots, work);
        new BookingLoader(work).Load(chunk.Bookings);
        await new OccupancyLoader(work).LoadAsync(new BulkReads(context, cancellationToken));
        if (!faults.IsEmpty)
        {
            return;
        }

        ExclusiveKindLoader.Load(work);
        await work.SaveAsync(cancellationToken);
        _touchedCitizens.UnionWith(rows.Citizens.Values.Where(citizen => citizen.Deadlines.Count > 0).Select(citizen => citizen.Id));
    }

    /// <summary>The jobcentres and caseworkers that the rows are about; for other rows they are only looked up.</summary>
    private IEnumerable<object> StaffOf(ScenarioFile chunk) =>
    [
        .. chunk.JobCentres.Select(row => _staff.JobCentres.GetValueOrDefault(row.Code)).OfType<object>().Distinct(),
        .. chunk.CaseWorkers.Select(row => _staff.CaseWorkers.GetValueOrDefault((row.JobCentreCode, row.Identifier))).OfType<object>().Distinct(),
    ];

    /// <summary>
    /// What the file's group times took of somebody's time is as the file says from now on. What they give up is free before
    /// the first of them takes its own, since two of them may change caseworkers.
    /// </summary>
    private async Task FreeGroupTimesAsync(ScenarioReader reader)
    {
        var unread = new FaultList();
        await foreach (var rows in reader.Again(unread).TimeslotsAsync(cancellationToken))
        {
            if (!faults.IsEmpty || !unread.IsEmpty)
            {
                return;
            }

            context.ChangeTracker.Clear();
            await GroupTimeReleaser.ReleaseAsync(rows, _staff, context, cancellationToken);
        }
    }

    private async Task<StoredMeetings> ReadMeetingsAsync(IReadOnlyList<Guid> bookings, IReadOnlyList<Personnummer> citizens)
    {
        context.ChangeTracker.Clear();
        var bulk = new BulkReads(context, cancellationToken);
        var stored = await PortalRows.ReadCitizensAsync(bulk, citizens, vault);
        return new StoredMeetings(
            (await bulk.BookingsAsync([.. bookings])).ToDictionary(row => row.Id),
            stored.ToDictionary(pair => pair.Key, pair => pair.Value.Id));
    }

    private async Task MeetDeadlinesAsync()
    {
        foreach (var some in _touchedCitizens.Chunk(1000))
        {
            if (!faults.IsEmpty)
            {
                return;
            }

            context.ChangeTracker.Clear();
            var bulk = new BulkReads(context, cancellationToken);
            var meetings = (await bulk.BookingsOfAsync([.. some])).ToLookup(row => row.CitizenId);
            foreach (var citizen in await bulk.CitizensAsync([.. some]))
            {
                if (DeadlineMeeter.Meet(citizen, [.. meetings[citizen.Id]], moment.Today))
                {
                    citizen.Version++;
                }
            }

            context.ChangeTracker.DetectChanges();
            await context.SaveChangesAsync(cancellationToken);
        }
    }
}
