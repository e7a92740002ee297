using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Scenarios.Model;
using BorgerPortal.Domain.Security;

namespace BorgerPortal.Domain.Scenarios.Loading;

/// <summary>
/// The rows of the portal that some rows of a file are about, each by the key that it is loaded again by: those that are
/// there, read in bulk, and those that the import adds.
/// </summary>
internal sealed class PortalRows
{
    public required Staff Staff { get; init; }

    /// <summary>With their absences and deadlines.</summary>
    public required Dictionary<Personnummer, Citizen> Citizens { get; init; }

    public required Dictionary<Guid, PlannedOption> Options { get; init; }

    public required Dictionary<(Guid OptionId, DateTimeOffset Start), PlannedTimeslot> Timeslots { get; init; }

    /// <summary>Seats that bookings have at a start of a group offer, also where there is no time yet.</summary>
    public required Dictionary<(Guid OptionId, DateTimeOffset Start), int> SeatsBooked { get; init; }

    public required ILookup<Guid, PlannedOptionCaseWorker> OptionCaseWorkers { get; init; }

    public required ILookup<Guid, PlannedOptionCitizen> OptionCitizens { get; init; }

    public required ILookup<long, PlannedTimeslotCaseWorker> TimeslotCaseWorkers { get; init; }

    /// <summary>The bookings that the rows name, and their citizens' others that are not cancelled.</summary>
    public required Dictionary<Guid, BookingRow> Bookings { get; init; }

    public required Dictionary<(long CitizenId, int InterviewType), ExclusiveKind> ExclusiveKinds { get; init; }

    public static async Task<PortalRows> ReadAsync(
        BookingDbContext context, ScenarioFile rows, Staff staff, PersonnummerVault vault, CancellationToken cancellationToken)
    {
        var bulk = new BulkReads(context, cancellationToken);
        var citizens = await ReadCitizensAsync(bulk, rows, vault);
        var booked = rows.Bookings.Count == 0 ? [] : citizens.Values.Select(citizen => citizen.Id).ToList();
        var optionIds = rows.Options.Select(row => row.Option.Id)
            .Concat(rows.Timeslots.Select(row => row.OptionId))
            .Concat(rows.Bookings.Where(row => row.OptionId is not null).Select(row => row.OptionId!.Value))
            .Distinct().ToList();
        var changedOptions = rows.Options.Select(row => row.Option.Id).Distinct().ToList();
        var starts = rows.Timeslots.Select(row => (row.OptionId, row.Start))
            .Concat(rows.Bookings.Where(row => row.OptionId is not null).Select(row => (row.OptionId!.Value, row.Start)))
            .Distinct().ToList();

        return new PortalRows
        {
            Staff = staff,
            Citizens = citizens,
            Options = (await bulk.OptionsAsync(optionIds)).ToDictionary(option => option.Id),
            OptionCaseWorkers = (await bulk.OptionCaseWorkersAsync(changedOptions)).ToLookup(link => link.OptionId),
            OptionCitizens = (await bulk.OptionCitizensAsync(changedOptions)).ToLookup(link => link.OptionId),
            Timeslots = (await bulk.TimeslotsAsync(starts)).ToDictionary(timeslot => (timeslot.OptionId, timeslot.Start)),
            TimeslotCaseWorkers = (await bulk.TimeslotCaseWorkersAsync(starts)).ToLookup(link => link.TimeslotId),
            SeatsBooked = (await bulk.SeatsBookedAsync(GroupTimes(rows))).CountBy(seat => seat).ToDictionary(),
            Bookings = (await bulk.BookingsAsync([.. rows.Bookings.Select(row => row.Id)], booked)).DistinctBy(row => row.Id).ToDictionary(row => row.Id),
            ExclusiveKinds = (await bulk.ExclusiveKindsAsync(booked)).ToDictionary(kind => (kind.CitizenId, kind.InterviewType)),
        };
    }

    /// <summary>The citizens of some personnumre, those whom the portal knows.</summary>
    public static async Task<Dictionary<Personnummer, Citizen>> ReadCitizensAsync(
        BulkReads bulk, IEnumerable<Personnummer> personnumre, PersonnummerVault vault)
    {
        var byLookup = personnumre
            .Where(personnummer => personnummer != default)
            .Distinct()
            .ToDictionary(personnummer => Convert.ToHexString(vault.Lookup(personnummer)), StringComparer.Ordinal);
        var citizens = await bulk.CitizensAsync([.. byLookup.Keys.Select(Convert.FromHexString)]);
        return citizens.ToDictionary(citizen => byLookup[Convert.ToHexString(citizen.PersonnummerLookup)]);
    }

    private static Task<Dictionary<Personnummer, Citizen>> ReadCitizensAsync(BulkReads bulk, ScenarioFile rows, PersonnummerVault vault) =>
        ReadCitizensAsync(
            bulk,
            rows.Citizens.Select(row => row.Personnummer)
                .Concat(rows.Options.SelectMany(row => row.Citizens))
                .Concat(rows.Bookings.Select(row => row.Citizen)),
            vault);

    private static List<(Guid OptionId, DateTimeOffset Start)> GroupTimes(ScenarioFile rows) =>
        [.. rows.Timeslots.Where(row => row.TotalSeats is not null).Select(row => (row.OptionId, row.Start)).Distinct()];
}

/// <summary>A booking, as far as an import needs it.</summary>
internal sealed record BookingRow(Guid Id, long CitizenId, Guid? OptionId, DateTimeOffset Start, int InterviewType, BookingState State);
