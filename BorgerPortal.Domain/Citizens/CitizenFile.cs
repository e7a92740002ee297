using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Citizens;

/// <summary>All that the rules need to know of a citizen, read at once.</summary>
/// <param name="Citizen">The citizen.</param>
/// <param name="Absences">All absences, past and future ones too.</param>
/// <param name="Deadlines">All deadlines, each with the start of the meeting that met it.</param>
/// <param name="CurrentBookings">Bookings that are not cancelled and start today or later, earliest first.</param>
public sealed record CitizenFile(
    Citizen Citizen,
    IReadOnlyList<Absence> Absences,
    IReadOnlyList<DeadlineState> Deadlines,
    IReadOnlyList<CurrentBooking> CurrentBookings)
{
    public CitizenProfile Profile => new(Citizen.Id, Citizen.JobCentreCode, Citizen.ContactGroup);

    /// <summary>Those with status 1 today.</summary>
    public IEnumerable<Deadline> OpenDeadlines(DateOnly today) =>
        Deadlines.Where(state => state.StatusOf(Absences, today) == DeadlineStatus.Active).Select(state => state.Deadline);
}

/// <summary>A current booking, as far as rules need it.</summary>
public sealed record CurrentBooking(
    Guid Id, int InterviewType, DateTimeOffset Start, Guid? OptionId, BookingState State, DateTimeOffset CreatedAt);

/// <summary>Whether a citizen may book for themselves, and whether they must at once.</summary>
/// <param name="HasRight">Alive, with a customer number, and not deprived of it by an absence.</param>
/// <param name="IsConfigured">The citizen's jobcentre has a booking system.</param>
/// <param name="Overdue">Open deadlines whose date for booking lies before today; empty where the citizen may not book.</param>
public sealed record SelfBooking(bool HasRight, bool IsConfigured, IReadOnlyList<Deadline> Overdue)
{
    /// <summary>kanSelvbooke.</summary>
    public bool IsPossible => HasRight && IsConfigured;

    /// <summary>straksbookingPaakraevet.</summary>
    public bool ImmediateBookingRequired => Overdue.Count > 0;

    public static SelfBooking Of(CitizenFile file, bool isConfigured, Moment moment)
    {
        var hasRight = !file.Citizen.Dead
            && file.Citizen.CustomerNumber is not null
            && !file.Absences.Any(absence => absence.TakesAwaySelfBooking && absence.IsCurrent(moment.Today));
        IReadOnlyList<Deadline> overdue = hasRight && isConfigured
            ? [.. file.OpenDeadlines(moment.Today).Where(deadline => deadline.BookBy < moment.Today)]
            : [];
        return new SelfBooking(hasRight, isConfigured, overdue);
    }
}
