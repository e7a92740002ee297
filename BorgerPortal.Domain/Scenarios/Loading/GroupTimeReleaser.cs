using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Persistence;
using BorgerPortal.Domain.Scenarios.Model;

namespace BorgerPortal.Domain.Scenarios.Loading;

/// <summary>Lets go of caseworkers' time that group times took and, as their rows say, take no longer.</summary>
internal static class GroupTimeReleaser
{
    public static async Task ReleaseAsync(
        IReadOnlyList<ScenarioTimeslot> rows, Staff staff, BookingDbContext context, CancellationToken cancellationToken)
    {
        var groups = rows.Where(row => row.TotalSeats is not null).DistinctBy(row => (row.OptionId, row.Start)).ToDictionary(row => (row.OptionId, row.Start));
        var bulk = new BulkReads(context, cancellationToken);
        var timeslots = (await bulk.TimeslotsAsync([.. groups.Keys])).Where(timeslot => timeslot.IsGroup).ToList();
        var options = (await bulk.OptionsAsync([.. timeslots.Select(timeslot => timeslot.OptionId).Distinct()])).ToDictionary(option => option.Id);
        var taken = (await bulk.OccupanciesOfSessionsAsync([.. timeslots.Select(timeslot => timeslot.Session!.Value)])).ToLookup(piece => piece.Session);
        foreach (var timeslot in timeslots)
        {
            var option = options[timeslot.OptionId];
            var holders = groups[(timeslot.OptionId, timeslot.Start)].CaseWorkers
                .Select(identifier => staff.CaseWorkers.GetValueOrDefault((option.JobCentreCode, identifier))?.Id)
                .ToHashSet();
            var pieces = Occupancy.Pieces(timeslot.Start, timeslot.Start + option.BlockLength).ToHashSet();
            context.Occupancies.RemoveRange(taken[timeslot.Session!.Value]
                .Where(piece => !holders.Contains(piece.CaseWorkerId) || !pieces.Contains((piece.Start, piece.End))));
        }

        await context.SaveChangesAsync(cancellationToken);
    }
}
