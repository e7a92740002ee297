using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Scenarios.Loading;
using BorgerPortal.Domain.Scenarios.Model;

namespace BorgerPortal.Domain.Scenarios.Checks;

/// <summary>What a row may refer to: what stands in the file, and what the portal has already.</summary>
internal sealed class KnownKeys(ScenarioFile file, PortalRows rows)
{
    private readonly HashSet<string> _jobCentres = [.. file.JobCentres.Select(row => row.Code), .. rows.JobCentres.Keys];

    private readonly HashSet<(string, string)> _caseWorkers =
        [.. file.CaseWorkers.Select(row => (row.JobCentreCode, row.Identifier)), .. rows.CaseWorkers.Keys];

    private readonly HashSet<Personnummer> _citizens = [.. file.Citizens.Select(row => row.Personnummer), .. rows.Citizens.Keys];

    private readonly Dictionary<Guid, string> _options = JobCentresOfOptions(file, rows);

    private readonly ILookup<Guid, ScenarioBooking> _bookings = file.Bookings.ToLookup(row => row.Id);

    public bool HasJobCentre(string code) => _jobCentres.Contains(code);

    public bool HasCaseWorker(string jobCentreCode, string identifier) => _caseWorkers.Contains((jobCentreCode, identifier));

    public bool HasCitizen(Personnummer personnummer) => _citizens.Contains(personnummer);

    /// <summary>The jobcentre of an offer; null where there is no such offer.</summary>
    public string? JobCentreOfOption(Guid optionId) => _options.GetValueOrDefault(optionId);

    public bool HasBooking(Guid id) => rows.Bookings.ContainsKey(id) || _bookings.Contains(id);

    /// <summary>A booking that is there already is left as it is, so the one in the file does not count then.</summary>
    public bool IsBookingOf(Guid id, Personnummer citizen) => rows.Bookings.TryGetValue(id, out var row)
        ? rows.Citizens.TryGetValue(citizen, out var known) && row.CitizenId == known.Id
        : _bookings[id].Any(booking => booking.Citizen == citizen);

    public bool IsCancelled(Guid id) =>
        !rows.Bookings.ContainsKey(id) && _bookings[id].Any(booking => booking.State == Bookings.BookingState.Cancelled);

    private static Dictionary<Guid, string> JobCentresOfOptions(ScenarioFile file, PortalRows rows)
    {
        var options = rows.Options.Values.ToDictionary(option => option.Id, option => option.JobCentreCode);
        foreach (var row in file.Options)
        {
            options[row.Option.Id] = row.Option.JobCentreCode;
        }

        return options;
    }
}
