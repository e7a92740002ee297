using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Scenarios.Model;

namespace BorgerPortal.Domain.Scenarios.Loading;

internal static class CaseWorkerLoader
{
    public static void Load(IReadOnlyList<ScenarioCaseWorker> rows, ImportWork work)
    {
        foreach (var row in rows)
        {
            if (work.Rows.Staff.CaseWorkers.TryGetValue((row.JobCentreCode, row.Identifier), out var worker))
            {
                (worker.GivenName, worker.MiddleName, worker.Surname, worker.Roles) = (row.GivenName, row.MiddleName, row.Surname, row.Roles);
                continue;
            }

            worker = new CaseWorker
            {
                JobCentreCode = row.JobCentreCode,
                Identifier = row.Identifier,
                GivenName = row.GivenName,
                MiddleName = row.MiddleName,
                Surname = row.Surname,
                Roles = row.Roles,
            };
            work.Rows.Staff.CaseWorkers.Add((row.JobCentreCode, row.Identifier), worker);
            work.Add(worker);
        }
    }
}
