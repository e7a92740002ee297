using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Scenarios.Model;

namespace BorgerPortal.Domain.Scenarios.Loading;

internal static class OptionLoader
{
    public static void Load(IReadOnlyList<ScenarioOption> rows, ImportWork work)
    {
        foreach (var row in rows)
        {
            var option = Load(row, work);
            LoadCaseWorkers(option, row.CaseWorkers, work);
            LoadCitizens(option, row, work);
        }
    }

    private static PlannedOption Load(ScenarioOption row, ImportWork work)
    {
        var read = row.Option;
        if (work.Rows.Options.TryGetValue(read.Id, out var option))
        {
            if (option.JobCentreCode != read.JobCentreCode)
            {
                work.Faults.Add(row.Path.Member("jobcenter"), "The offer is there already, as another jobcentre's: its bookings are that one's.");
                return option;
            }

            read.Version = option.Version;
            work.Change(option, read);
            return option;
        }

        work.Rows.Options.Add(read.Id, read);
        work.Add(read);
        return read;
    }

    private static void LoadCaseWorkers(PlannedOption option, IReadOnlyList<string> identifiers, ImportWork work)
    {
        var there = work.Rows.OptionCaseWorkers[option.Id].ToDictionary(link => link.CaseWorkerId);
        foreach (var (position, identifier) in identifiers.Index())
        {
            var worker = work.Rows.Staff.CaseWorkers[(option.JobCentreCode, identifier)];
            if (there.Remove(worker.Id, out var link))
            {
                link.Position = position;
                continue;
            }

            work.ChangedOptions.Add(option);
            work.AddLater(() => new PlannedOptionCaseWorker { OptionId = option.Id, CaseWorkerId = worker.Id, Position = position });
        }

        foreach (var link in there.Values)
        {
            work.Remove(link);
        }
    }

    private static void LoadCitizens(PlannedOption option, ScenarioOption row, ImportWork work)
    {
        var there = work.Rows.OptionCitizens[option.Id].ToDictionary(link => link.CitizenId);
        foreach (var citizen in row.Citizens.Select(personnummer => work.Rows.Citizens[personnummer]).Where(citizen => !there.Remove(citizen.Id)))
        {
            work.ChangedOptions.Add(option);
            work.AddLater(() => new PlannedOptionCitizen { OptionId = option.Id, CitizenId = citizen.Id });
        }

        foreach (var link in there.Values)
        {
            work.Remove(link);
        }
    }
}
