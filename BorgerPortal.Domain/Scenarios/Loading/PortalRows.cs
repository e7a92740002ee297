using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Scenarios.Model;
using BorgerPortal.Domain.Security;
using Microsoft.EntityFrameworkCore;

namespace BorgerPortal.Domain.Scenarios.Loading;

/// <summary>
/// The rows of the portal that a file is about, each by the key that it is loaded again by: those that are there, read
/// in bulk, and those that the import adds.
/// </summary>
internal sealed class PortalRows
{
    public required Dictionary<string, JobCentre> JobCentres { get; init; }

    public required Dictionary<(string JobCentreCode, string Identifier), CaseWorker> CaseWorkers { get; init; }

    /// <summary>With their absences and deadlines.</summary>
    public required Dictionary<Personnummer, Citizen> Citizens { get; init; }

    public required Dictionary<Guid, PlannedOption> Options { get; init; }

    public required Dictionary<(Guid OptionId, DateTimeOffset Start), PlannedTimeslot> Timeslots { get; init; }

    /// <summary>Seats that bookings have at a start of an offer, also where there is no time yet.</summary>
    public required Dictionary<(Guid OptionId, DateTimeOffset Start), int> SeatsBooked { get; init; }

    public required ILookup<Guid, PlannedOptionCaseWorker> OptionCaseWorkers { get; init; }

    public required ILookup<Guid, PlannedOptionCitizen> OptionCitizens { get; init; }

    public required ILookup<long, PlannedTimeslotCaseWorker> TimeslotCaseWorkers { get; init; }

    /// <summary>The bookings that the file names, and the citizens' others that are not cancelled.</summary>
    public required Dictionary<Guid, BookingRow> Bookings { get; init; }

    public required Dictionary<(long CitizenId, int InterviewType), ExclusiveKind> ExclusiveKinds { get; init; }

    public static async Task<PortalRows> ReadAsync(
        BookingDbContext context, ScenarioFile file, PersonnummerVault vault, CancellationToken cancellationToken)
    {
        var bulk = new BulkReads(context, cancellationToken);
        var citizens = await ReadCitizensAsync(bulk, file, vault);
        var citizenIds = citizens.Values.Select(citizen => citizen.Id).ToList();
        var optionIds = file.Options.Select(row => row.Option.Id)
            .Concat(file.Timeslots.Select(row => row.OptionId))
            .Concat(file.Bookings.Where(row => row.OptionId is not null).Select(row => row.OptionId!.Value))
            .Distinct().ToList();
        var (from, to) = Span(file.Timeslots.Select(row => row.Start).Concat(file.Bookings.Select(row => row.Start)));

        return new PortalRows
        {
            Citizens = citizens,
            JobCentres = await context.JobCentres.ToDictionaryAsync(centre => centre.Code, cancellationToken),
            CaseWorkers = await context.CaseWorkers.ToDictionaryAsync(worker => (worker.JobCentreCode, worker.Identifier), cancellationToken),
            Options = (await bulk.OptionsAsync(optionIds)).ToDictionary(option => option.Id),
            OptionCaseWorkers = (await bulk.OptionCaseWorkersAsync(optionIds)).ToLookup(link => link.OptionId),
            OptionCitizens = (await bulk.OptionCitizensAsync(optionIds)).ToLookup(link => link.OptionId),
            Timeslots = (await bulk.TimeslotsAsync(optionIds, from, to)).ToDictionary(timeslot => (timeslot.OptionId, timeslot.Start)),
            TimeslotCaseWorkers = (await bulk.TimeslotCaseWorkersAsync(optionIds, from, to)).ToLookup(link => link.TimeslotId),
            SeatsBooked = (await bulk.StartsOfBookingsAsync(GroupOptions(file), from, to)).CountBy(seat => seat).ToDictionary(),
            Bookings = (await bulk.BookingsAsync(NamedBookings(file), citizenIds)).DistinctBy(row => row.Id).ToDictionary(row => row.Id),
            ExclusiveKinds = (await bulk.ExclusiveKindsAsync(citizenIds)).ToDictionary(kind => (kind.CitizenId, kind.InterviewType)),
        };
    }

    private static async Task<Dictionary<Personnummer, Citizen>> ReadCitizensAsync(BulkReads bulk, ScenarioFile file, PersonnummerVault vault)
    {
        var byLookup = file.Citizens.Select(row => row.Personnummer)
            .Concat(file.Options.SelectMany(row => row.Citizens))
            .Concat(file.Bookings.Select(row => row.Citizen))
            .Where(personnummer => personnummer != default)
            .Distinct()
            .ToDictionary(personnummer => Convert.ToHexString(vault.Lookup(personnummer)), StringComparer.Ordinal);
        var citizens = await bulk.CitizensAsync([.. byLookup.Keys.Select(Convert.FromHexString)]);
        return citizens.ToDictionary(citizen => byLookup[Convert.ToHexString(citizen.PersonnummerLookup)]);
    }

    private static List<Guid> NamedBookings(ScenarioFile file) =>
    [
        .. file.Bookings.Select(row => row.Id),
        .. file.Citizens.SelectMany(row => row.Deadlines).Where(row => row.MetBy is not null).Select(row => row.MetBy!.Value),
    ];

    private static List<Guid> GroupOptions(ScenarioFile file) =>
        [.. file.Timeslots.Where(row => row.TotalSeats is not null).Select(row => row.OptionId).Distinct()];

    private static (DateTimeOffset From, DateTimeOffset To) Span(IEnumerable<DateTimeOffset> starts) =>
        starts.Aggregate(
            (From: DateTimeOffset.MaxValue, To: DateTimeOffset.MinValue),
            (span, start) => (start < span.From ? start : span.From, start > span.To ? start : span.To));
}

/// <summary>A booking, as far as an import needs it.</summary>
internal sealed record BookingRow(Guid Id, long CitizenId, Guid? OptionId, DateTimeOffset Start, int InterviewType, BookingState State);
