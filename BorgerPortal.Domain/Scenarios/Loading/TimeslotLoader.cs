using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Scenarios.Model;

namespace BorgerPortal.Domain.Scenarios.Loading;

/// <summary>Loads times. A group time takes its caseworkers' time from its making.</summary>
internal static class TimeslotLoader
{
    private const string Seats = "maksimaltMoededeltagerantal";

    public static void Load(IReadOnlyList<ScenarioTimeslot> rows, ImportWork work)
    {
        foreach (var row in rows)
        {
            var option = work.Rows.Options[row.OptionId];
            var workers = row.CaseWorkers.Select(identifier => work.Rows.Staff.CaseWorkers[(option.JobCentreCode, identifier)]).ToList();
            var timeslot = work.Rows.Timeslots.TryGetValue((row.OptionId, row.Start), out var there)
                ? Change(there, row, work)
                : Make(row, work);
            timeslot.ContactTypes = row.ContactTypes ?? option.ContactTypes;
            LoadCaseWorkers(timeslot, option, workers, work);
            if (timeslot.Session is { } session)
            {
                work.GroupTimes.Add(timeslot, workers);
                ClaimTime(row, option, workers, session, work);
            }
        }
    }

    private static PlannedTimeslot Make(ScenarioTimeslot row, ImportWork work)
    {
        var timeslot = new PlannedTimeslot { OptionId = row.OptionId, Start = row.Start, ContactTypes = [] };
        if (row.TotalSeats is not null)
        {
            timeslot.Session = GroupSession.Of(row.OptionId, row.Start);
            timeslot.SeatsTaken = work.Rows.SeatsBooked.GetValueOrDefault((row.OptionId, row.Start));
            SetSeats(timeslot, row, work);
        }

        work.Rows.Timeslots.Add((row.OptionId, row.Start), timeslot);
        work.Add(timeslot);
        return timeslot;
    }

    private static PlannedTimeslot Change(PlannedTimeslot timeslot, ScenarioTimeslot row, ImportWork work)
    {
        if (timeslot.IsGroup == row.TotalSeats is not null)
        {
            SetSeats(timeslot, row, work);
        }
        else
        {
            work.Faults.Add(row.Path.Member(Seats), timeslot.IsGroup
                ? "The time is there already as a group time, and must keep its seats."
                : "The time is there already as an individual one, and cannot get seats.");
        }

        return timeslot;
    }

    private static void SetSeats(PlannedTimeslot timeslot, ScenarioTimeslot row, ImportWork work)
    {
        timeslot.TotalSeats = row.TotalSeats;
        if (timeslot.SeatsTaken > timeslot.TotalSeats)
        {
            work.Faults.Add(row.Path.Member(Seats), "More seats than this are taken already.");
        }
    }

    private static void LoadCaseWorkers(PlannedTimeslot timeslot, PlannedOption option, List<CaseWorker> workers, ImportWork work)
    {
        var there = work.Rows.TimeslotCaseWorkers[timeslot.Id].ToDictionary(link => link.CaseWorkerId);
        foreach (var (position, worker) in workers.Index())
        {
            if (there.Remove(worker.Id, out var link))
            {
                link.Position = position;
                continue;
            }

            work.ChangedOptions.Add(option);
            work.AddLater(() => new PlannedTimeslotCaseWorker { TimeslotId = timeslot.Id, CaseWorkerId = worker.Id, Position = position });
        }

        foreach (var link in there.Values)
        {
            work.ChangedOptions.Add(option);
            work.Remove(link);
        }
    }

    private static void ClaimTime(ScenarioTimeslot row, PlannedOption option, List<CaseWorker> workers, Guid session, ImportWork work)
    {
        var list = row.Path.Member("sagsbehandlere");
        foreach (var (index, worker) in workers.Index())
        {
            work.Claims.AddRange(Occupancy.Pieces(row.Start, row.Start + option.BlockLength)
                .Select(piece => new TimeClaim(list.Item(index), worker, piece.Start, piece.End, session)));
        }
    }
}
