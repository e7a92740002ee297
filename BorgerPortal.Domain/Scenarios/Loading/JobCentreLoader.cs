using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Scenarios.Model;

namespace BorgerPortal.Domain.Scenarios.Loading;

internal static class JobCentreLoader
{
    public static void Load(IReadOnlyList<ScenarioJobCentre> rows, ImportWork work)
    {
        foreach (var row in rows)
        {
            if (work.Rows.Staff.JobCentres.TryGetValue(row.Code, out var centre))
            {
                centre.Name = row.Name;
                continue;
            }

            centre = new JobCentre { Code = row.Code, Name = row.Name };
            work.Rows.Staff.JobCentres.Add(row.Code, centre);
            work.Add(centre);
        }
    }
}
