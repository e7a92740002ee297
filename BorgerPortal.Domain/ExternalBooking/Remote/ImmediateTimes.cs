using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.ExternalBooking.Remote;

/// <summary>What the portal shows of the times that a planner brings for an immediate booking: it answers for that, whatever is sent along.</summary>
internal static class ImmediateTimes
{
    /// <summary>No past or full times, none that were not asked for, and no names where there is no choice.</summary>
    public static ImmediateListing Of(
        IReadOnlyList<SupervisorToBook> supervisors, IEnumerable<ImmediateTimeslot> timeslots, ImmediateQuery query, Moment moment)
    {
        var shown = timeslots
            .Where(time => query.InterviewTypes.Contains(time.Option.InterviewType))
            .Where(time => time.Timeslot.Start >= moment.Now && time.Timeslot.Start < query.To && time.Timeslot.AvailableSeats is null or > 0)
            .ToList();
        var named = shown.Where(time => time.Option.AllowChoiceOfSupervisor).SelectMany(time => time.Timeslot.SupervisorIds).ToHashSet();
        return new ImmediateListing(
            [.. supervisors.Select(supervisor => named.Contains(supervisor.Id) ? supervisor : supervisor with { Supervisor = Supervisor.Hidden })],
            shown);
    }
}
