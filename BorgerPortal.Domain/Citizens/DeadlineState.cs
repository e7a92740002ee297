namespace BorgerPortal.Domain.Citizens;

/// <summary>FriststatusType.</summary>
public enum DeadlineStatus
{
    Active = 1,
    Met = 2,
    AdministrativelyClosed = 3,
}

/// <summary>A deadline with the booking that met it: all that its status follows from.</summary>
/// <param name="Deadline">The deadline.</param>
/// <param name="MeetingStart">When the booking that met it starts; null where nothing met it, or that booking is cancelled.</param>
public sealed record DeadlineState(Deadline Deadline, DateTimeOffset? MeetingStart)
{
    /// <summary>
    /// The status today. Met while the meeting's date is not past, closed after it; active again when the meeting is
    /// cancelled; read as closed while an absence is current that closes open deadlines.
    /// </summary>
    public DeadlineStatus StatusOf(IEnumerable<Absence> absences, DateOnly today)
    {
        if (Deadline.AdministrativelyClosed)
        {
            return DeadlineStatus.AdministrativelyClosed;
        }

        if (MeetingStart is { } start)
        {
            return Time.DanishTime.DanishDate(start) >= today ? DeadlineStatus.Met : DeadlineStatus.AdministrativelyClosed;
        }

        return absences.Any(absence => absence.ClosesDeadlines && absence.IsCurrent(today))
            ? DeadlineStatus.AdministrativelyClosed
            : DeadlineStatus.Active;
    }
}
