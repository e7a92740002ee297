using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Scenarios.Loading;
using BorgerPortal.Domain.Scenarios.Model;
using BorgerPortal.Domain.Scenarios.Reading;

namespace BorgerPortal.Domain.Scenarios.Checks;

/// <summary>Whether each row has a key of its own, and refers to what is there.</summary>
internal sealed class ReferenceChecks
{
    private readonly KnownKeys _known;
    private readonly ReferenceFaults _faults;

    private ReferenceChecks(ScenarioFile file, PortalRows rows, FaultList faults)
    {
        _known = new KnownKeys(file, rows);
        _faults = new ReferenceFaults(_known, faults);
    }

    public static void Check(ScenarioFile file, PortalRows rows, FaultList faults)
    {
        var checks = new ReferenceChecks(file, rows, faults);
        checks._faults.RefuseTwice(file.JobCentres, row => row.Code, row => row.Path.Member("kode"));
        checks.CheckCaseWorkers(file.CaseWorkers);
        checks.CheckCitizens(file.Citizens);
        checks.CheckOptions(file.Options);
        checks.CheckTimeslots(file.Timeslots);
        BookingReferences.Check(file.Bookings, checks._faults);
    }

    private void CheckCaseWorkers(IReadOnlyList<ScenarioCaseWorker> rows)
    {
        var keyed = rows.Where(row => row.JobCentreCode.Length > 0 && row.Identifier.Length > 0);
        _faults.RefuseTwice(keyed, row => (row.JobCentreCode, row.Identifier), row => row.Path.Member("eksterntId"));
        foreach (var row in rows)
        {
            _faults.NeedJobCentre(row.Path, row.JobCentreCode);
        }
    }

    private void CheckCitizens(IReadOnlyList<ScenarioCitizen> rows)
    {
        _faults.RefuseTwice(rows, row => row.Personnummer, row => row.Path.Member("personnummer"));
        foreach (var row in rows)
        {
            _faults.NeedJobCentre(row.Path, row.JobCentreCode);
            foreach (var deadline in row.Deadlines.Where(deadline => deadline.MetBy is not null))
            {
                CheckMetBy(deadline, row.Personnummer);
            }
        }
    }

    private void CheckMetBy(ScenarioDeadline deadline, Personnummer citizen)
    {
        var (path, bookingId) = (deadline.Path.Member("indfriesAf"), deadline.MetBy!.Value);
        if (!_known.HasBooking(bookingId))
        {
            _faults.Refuse(path, "No such booking.");
        }
        else if (!_known.IsBookingOf(bookingId, citizen))
        {
            _faults.Refuse(path, "That booking is another citizen's.");
        }
        else if (deadline.Status == DeadlineStatus.Met && _known.IsCancelled(bookingId))
        {
            _faults.Refuse(path, "That booking is cancelled: it meets no deadline.");
        }
    }

    private void CheckOptions(IReadOnlyList<ScenarioOption> rows)
    {
        _faults.RefuseTwice(rows, row => row.Option.Id, row => row.Path.Member("moedetilbudId"));
        foreach (var row in rows)
        {
            _faults.NeedJobCentre(row.Path, row.Option.JobCentreCode);
            _faults.NeedCaseWorkers(row.Path, row.Option.JobCentreCode, row.CaseWorkers);
            var citizens = row.Path.Member("borgere");
            _faults.RefuseTwice(row.Citizens.Index(), item => item.Item, item => citizens.Item(item.Index));
            foreach (var (index, citizen) in row.Citizens.Index())
            {
                _faults.NeedCitizen(citizens.Item(index), citizen);
            }
        }
    }

    private void CheckTimeslots(IReadOnlyList<ScenarioTimeslot> rows)
    {
        var keyed = rows.Where(row => row.OptionId != default && row.Start != default);
        _faults.RefuseTwice(keyed, row => (row.OptionId, row.Start), row => row.Path.Member("starttidspunkt"));
        foreach (var row in rows)
        {
            _faults.NeedCaseWorkers(row.Path, _faults.NeedOption(row.Path, row.OptionId), row.CaseWorkers);
        }
    }
}
