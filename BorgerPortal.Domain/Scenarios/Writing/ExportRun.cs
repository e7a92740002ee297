using System.Text.Json;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Security;
using Microsoft.EntityFrameworkCore;

namespace BorgerPortal.Domain.Scenarios.Writing;

/// <summary>One export: each collection some thousand rows at a time, in the order of their keys.</summary>
internal sealed class ExportRun(
    BookingDbContext context, PersonnummerVault vault, Stream output, IProgress<ScenarioProgress>? progress, CancellationToken cancellationToken)
    : IAsyncDisposable
{
    private const int ChunkSize = 2000;

    private readonly Utf8JsonWriter _json = new(output, Layout);
    private Dictionary<long, CaseWorker> _caseWorkers = [];

    private static JsonWriterOptions Layout => new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<ExportOutcome> WriteAsync()
    {
        var jobCentres = await context.JobCentres.AsNoTracking().OrderBy(centre => centre.Code).ToListAsync(cancellationToken);
        var caseWorkers = await context.CaseWorkers.AsNoTracking().OrderBy(worker => worker.Id).ToListAsync(cancellationToken);
        _caseWorkers = caseWorkers.ToDictionary(worker => worker.Id);

        _json.WriteStartObject();
        _json.Objects("jobcentre", jobCentres, centre =>
        {
            _json.Text("kode", centre.Code);
            _json.Text("navn", centre.Name);
        });
        Tell("jobcentre", jobCentres.Count);
        _json.Objects("sagsbehandlere", caseWorkers, WriteCaseWorker);
        Tell("sagsbehandlere", caseWorkers.Count);
        var citizens = await WriteAsync<long>("borgere", 0, WriteCitizensAsync);
        var options = await WriteOptionsAsync();
        var timeslots = await WriteAsync<long>("moedetider", 0, WriteTimeslotsAsync);
        var bookingExport = new BookingExport(context, vault, _caseWorkers, _json, ChunkSize, cancellationToken);
        var bookings = await WriteAsync<long>("indkaldelser", 0, bookingExport.WriteAsync);
        _json.WriteEndObject();
        await _json.FlushAsync(cancellationToken);
        return new ExportOutcome(
            new ImportCounts(jobCentres.Count, caseWorkers.Count, citizens, options, timeslots, bookings), bookingExport.Pending, bookingExport.OfOtherPlanners);
    }

    public ValueTask DisposeAsync() => _json.DisposeAsync();

    private void Tell(string collection, int rows) => progress?.Report(new ScenarioProgress(collection, rows));

    private void WriteCaseWorker(CaseWorker worker)
    {
        _json.Text("eksterntId", worker.Identifier);
        _json.Text("fornavne", worker.GivenName);
        _json.Text("mellemnavn", worker.MiddleName);
        _json.Text("efternavn", worker.Surname);
        _json.Text("jobcenter", worker.JobCentreCode);
        _json.AllTexts("roller", worker.Roles);
    }

    /// <summary>Writes a collection, chunk after chunk, until one is empty.</summary>
    private async Task<int> WriteAsync<TKey>(string collection, TKey first, Func<TKey, Task<(TKey Last, int Count, bool IsEnd)>> writeAfter)
    {
        _json.WriteStartArray(collection);
        var (last, rows, isEnd) = (first, 0, false);
        while (!isEnd)
        {
            (last, var count, isEnd) = await writeAfter(last);
            rows += count;
            await _json.FlushAsync(cancellationToken);
            Tell(collection, rows);
        }

        _json.WriteEndArray();
        return rows;
    }

    private async Task<(long Last, int Count, bool IsEnd)> WriteCitizensAsync(long after)
    {
        var citizens = await context.Citizens.AsNoTracking().AsSplitQuery()
            .Include(citizen => citizen.Absences).Include(citizen => citizen.Deadlines)
            .Where(citizen => citizen.Id > after).OrderBy(citizen => citizen.Id).Take(ChunkSize)
            .ToListAsync(cancellationToken);
        var meetings = citizens.SelectMany(citizen => citizen.Deadlines).Select(deadline => deadline.MetBy).OfType<Guid>().Distinct().ToList();
        var states = await context.Bookings.Where(booking => meetings.Contains(booking.Id) && booking.CaseWorkerId != null)
            .Select(booking => new { booking.Id, booking.State }).ToDictionaryAsync(row => row.Id, row => row.State, cancellationToken);
        foreach (var citizen in citizens)
        {
            _json.WriteStartObject();
            CitizenWriter.Write(_json, citizen, vault.Decipher(citizen.PersonnummerCipher), states);
            _json.WriteEndObject();
        }

        return citizens.Count == 0 ? (after, 0, true) : (citizens[^1].Id, citizens.Count, false);
    }

    private async Task<int> WriteOptionsAsync()
    {
        var ids = await context.Options.OrderBy(option => option.Id).Select(option => option.Id).ToListAsync(cancellationToken);
        _json.WriteStartArray("moedetilbud");
        var rows = 0;
        foreach (var some in ids.Chunk(ChunkSize))
        {
            var options = await context.Options.AsNoTracking().Where(option => some.Contains(option.Id)).ToDictionaryAsync(option => option.Id, cancellationToken);
            var workers = (await context.OptionCaseWorkers.AsNoTracking().Where(link => some.Contains(link.OptionId)).ToListAsync(cancellationToken))
                .ToLookup(link => link.OptionId);
            var citizens = (await (
                from link in context.OptionCitizens
                where some.Contains(link.OptionId)
                join citizen in context.Citizens on link.CitizenId equals citizen.Id
                orderby citizen.Id
                select new { link.OptionId, citizen.PersonnummerCipher }).ToListAsync(cancellationToken)).ToLookup(row => row.OptionId);
            foreach (var id in some)
            {
                _json.WriteStartObject();
                OptionWriter.Write(
                    _json,
                    options[id],
                    [.. workers[id].OrderBy(link => link.Position).Select(link => _caseWorkers[link.CaseWorkerId].Identifier)],
                    [.. citizens[id].Select(row => vault.Decipher(row.PersonnummerCipher).Reveal())]);
                _json.WriteEndObject();
            }

            await _json.FlushAsync(cancellationToken);
            Tell("moedetilbud", rows += some.Length);
        }

        _json.WriteEndArray();
        return rows;
    }

    private async Task<(long Last, int Count, bool IsEnd)> WriteTimeslotsAsync(long after)
    {
        var timeslots = await context.Timeslots.AsNoTracking()
            .Where(timeslot => timeslot.Id > after).OrderBy(timeslot => timeslot.Id).Take(ChunkSize)
            .ToListAsync(cancellationToken);
        if (timeslots.Count == 0)
        {
            return (after, 0, true);
        }

        var last = timeslots[^1].Id;
        var links = (await context.TimeslotCaseWorkers.AsNoTracking()
            .Where(link => link.TimeslotId > after && link.TimeslotId <= last).ToListAsync(cancellationToken)).ToLookup(link => link.TimeslotId);
        foreach (var timeslot in timeslots)
        {
            _json.WriteStartObject();
            _json.Text("moedetilbudId", timeslot.OptionId.ToString());
            _json.Instant("starttidspunkt", timeslot.Start);
            _json.Numbers("samtaleformer", timeslot.ContactTypes);
            _json.Number("maksimaltMoededeltagerantal", timeslot.TotalSeats);
            _json.Texts("sagsbehandlere", [.. links[timeslot.Id].OrderBy(link => link.Position).Select(link => _caseWorkers[link.CaseWorkerId].Identifier)]);
            _json.WriteEndObject();
        }

        return (last, timeslots.Count, false);
    }
}
