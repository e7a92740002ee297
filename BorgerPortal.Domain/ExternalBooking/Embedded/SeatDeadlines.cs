using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.ExternalBooking.Embedded;

/// <summary>Whether and until when a meeting may be moved or cancelled.</summary>
internal readonly record struct Changeable(bool Possible, DateTimeOffset? Deadline);

/// <summary>Reckons the deadlines of a meeting from its offer.</summary>
internal static class SeatDeadlines
{
    public static Changeable Rebooking(PlannedOption option, DateTimeOffset start, Moment moment) =>
        Reckon(option.RebookingPossible, option.RebookingDeadline, option.RebookingDeadlineHours, start, moment);

    public static Changeable Cancellation(PlannedOption option, DateTimeOffset start, Moment moment) =>
        Reckon(option.CancellationPossible, option.CancellationDeadline, option.CancellationDeadlineHours, start, moment);

    /// <summary>
    /// An absolute deadline comes before hours and is given as it stands, also where the thing is not possible: whether
    /// that is sound is for the rules to judge. Hours count back from the start's instant, so a change of clocks between
    /// moves nothing; where that deadline has passed already, the thing is not possible.
    /// </summary>
    private static Changeable Reckon(bool possible, DateTimeOffset? absolute, int? hours, DateTimeOffset start, Moment moment)
    {
        if (absolute is not null || !possible || hours is null)
        {
            return new(possible, absolute);
        }

        var deadline = start.AddHours(-hours.Value);
        return deadline < moment.Now ? new(false, null) : new(true, deadline);
    }
}
