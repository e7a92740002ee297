using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Scenarios.Model;

namespace BorgerPortal.Domain.Scenarios.Loading;

/// <summary>Loads a citizen's deadlines. They go by their position: those beyond the file's last are removed.</summary>
internal static class DeadlineLoader
{
    public static void Load(Citizen citizen, IReadOnlyList<ScenarioDeadline> rows, ImportWork work)
    {
        var there = citizen.Deadlines.ToDictionary(deadline => deadline.Position);
        foreach (var (position, row) in rows.Index())
        {
            if (there.Remove(position, out var deadline))
            {
                Change(deadline, row, work.Moment.Today);
            }
            else
            {
                citizen.Deadlines.Add(Make(row, position, work.Moment.Today));
            }
        }

        foreach (var deadline in there.Values)
        {
            citizen.Deadlines.Remove(deadline);
            work.Remove(deadline);
        }
    }

    private static Deadline Make(ScenarioDeadline row, int position, DateOnly today) => new()
    {
        Position = position,
        InterviewType = row.InterviewType,
        BookBy = row.BookBy,
        HoldBy = row.HoldBy,
        IssuedOn = row.IssuedOn ?? today,
        MetBy = row.MetBy,
        AdministrativelyClosed = row.Status == DeadlineStatus.AdministrativelyClosed,
    };

    /// <summary>
    /// The same deadline keeps what has happened to it since, and the day on which it came where the file names none; one of
    /// another type or date is another deadline, and came with this file.
    /// </summary>
    private static void Change(Deadline deadline, ScenarioDeadline row, DateOnly today)
    {
        var closed = row.Status == DeadlineStatus.AdministrativelyClosed;
        if ((deadline.InterviewType, deadline.BookBy, deadline.HoldBy) == (row.InterviewType, row.BookBy, row.HoldBy))
        {
            deadline.IssuedOn = row.IssuedOn ?? deadline.IssuedOn;
            deadline.MetBy ??= row.MetBy;
            deadline.AdministrativelyClosed |= closed;
            return;
        }

        (deadline.InterviewType, deadline.BookBy, deadline.HoldBy, deadline.IssuedOn) = (row.InterviewType, row.BookBy, row.HoldBy, row.IssuedOn ?? today);
        (deadline.MetBy, deadline.AdministrativelyClosed) = (row.MetBy, closed);
    }
}
