using BorgerPortal.Domain.Scenarios.Model;
using BorgerPortal.Domain.Scenarios.Reading;

namespace BorgerPortal.Domain.Scenarios.Checks;

/// <summary>Whether each row has a key of its own, and refers to what is there.</summary>
internal sealed class ReferenceChecks
{
    private readonly SeenKeys _seen;
    private readonly ReferenceFaults _faults;

    private ReferenceChecks(KnownKeys known, FaultList faults) => (_seen, _faults) = (known.Seen, new ReferenceFaults(known, faults));

    public static void Check(ScenarioFile rows, KnownKeys known, FaultList faults)
    {
        var checks = new ReferenceChecks(known, faults);
        checks._faults.RefuseTwice(rows.JobCentres, checks._seen.JobCentres, row => row.Code, row => row.Path.Member("kode"));
        checks.CheckCaseWorkers(rows.CaseWorkers);
        checks.CheckCitizens(rows.Citizens);
        checks.CheckOptions(rows.Options);
        checks.CheckTimeslots(rows.Timeslots);
        BookingReferences.Check(rows.Bookings, checks._seen, checks._faults);
    }

    private void CheckCaseWorkers(IReadOnlyList<ScenarioCaseWorker> rows)
    {
        var keyed = rows.Where(row => row.JobCentreCode.Length > 0 && row.Identifier.Length > 0);
        _faults.RefuseTwice(keyed, _seen.CaseWorkers, row => (row.JobCentreCode, row.Identifier), row => row.Path.Member("eksterntId"));
        foreach (var row in rows)
        {
            _faults.NeedJobCentre(row.Path, row.JobCentreCode);
        }
    }

    private void CheckCitizens(IReadOnlyList<ScenarioCitizen> rows)
    {
        _faults.RefuseTwice(rows, _seen.Citizens, row => row.Personnummer, row => row.Path.Member("personnummer"));
        foreach (var row in rows)
        {
            _faults.NeedJobCentre(row.Path, row.JobCentreCode);
            foreach (var deadline in row.Deadlines.Where(deadline => deadline.MetBy is not null))
            {
                _seen.Name(deadline, row.Personnummer);
            }
        }
    }

    private void CheckOptions(IReadOnlyList<ScenarioOption> rows)
    {
        _faults.RefuseTwice(rows, [.. _seen.Options.Keys], row => row.Option.Id, row => row.Path.Member("moedetilbudId"));
        foreach (var row in rows)
        {
            _seen.Options[row.Option.Id] = row.Option.JobCentreCode;
            _faults.NeedJobCentre(row.Path, row.Option.JobCentreCode);
            _faults.NeedCaseWorkers(row.Path, row.Option.JobCentreCode, row.CaseWorkers);
            var citizens = row.Path.Member("borgere");
            _faults.RefuseTwice(row.Citizens.Index(), [], item => item.Item, item => citizens.Item(item.Index));
            foreach (var (index, citizen) in row.Citizens.Index())
            {
                _faults.NeedCitizen(citizens.Item(index), citizen);
            }
        }
    }

    private void CheckTimeslots(IReadOnlyList<ScenarioTimeslot> rows)
    {
        var keyed = rows.Where(row => row.OptionId != default && row.Start != default);
        _faults.RefuseTwice(keyed, _seen.Timeslots, row => (row.OptionId, row.Start), row => row.Path.Member("starttidspunkt"));
        foreach (var row in rows)
        {
            _faults.NeedCaseWorkers(row.Path, _faults.NeedOption(row.Path, row.OptionId), row.CaseWorkers);
        }
    }
}
