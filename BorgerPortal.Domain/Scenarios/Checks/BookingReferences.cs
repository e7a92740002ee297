using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Scenarios.Model;

namespace BorgerPortal.Domain.Scenarios.Checks;

/// <summary>Whether each booking has a key of its own, and is of a citizen, an offer and a caseworker that are there.</summary>
internal static class BookingReferences
{
    public static void Check(IReadOnlyList<ScenarioBooking> rows, SeenKeys seen, ReferenceFaults faults)
    {
        faults.RefuseTwice(rows, seen.Bookings, row => row.Id, row => row.Path.Member("indkaldelseId"));
        foreach (var row in rows)
        {
            if (seen.NamedBookings.ContainsKey(row.Id))
            {
                seen.NamedBookings[row.Id] = (row.Citizen, row.State == BookingState.Cancelled);
            }

            faults.NeedCitizen(row.Path.Member("personnummer"), row.Citizen);
            faults.NeedCaseWorker(row.Path.Member("sagsbehandler"), JobCentreOf(row, faults), row.CaseWorker);
        }
    }

    /// <summary>The jobcentre that the booking's caseworker must be of: its offer's, and its own for a summons without one.</summary>
    private static string? JobCentreOf(ScenarioBooking row, ReferenceFaults faults)
    {
        if (row.JobCentreCode is not null)
        {
            faults.NeedJobCentre(row.Path, row.JobCentreCode);
        }

        if (row.OptionId is not { } optionId)
        {
            return row.JobCentreCode;
        }

        var jobCentreCode = faults.NeedOption(row.Path, optionId);
        if (jobCentreCode is not null && row.JobCentreCode is not null && row.JobCentreCode != jobCentreCode)
        {
            faults.Refuse(row.Path.Member("jobcenter"), "The offer is another jobcentre's.");
        }

        return jobCentreCode;
    }
}
