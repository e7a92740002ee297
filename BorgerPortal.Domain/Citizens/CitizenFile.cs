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

/// <summary>Why a citizen may not book for themselves.</summary>
public enum SelfBookingHindrance
{
    Dead,
    NoCustomerNumber,

    /// <summary>Absence 57.</summary>
    Deprived,

    /// <summary>Absence 75.</summary>
    ContactIsWithUnemploymentFund,

    /// <summary>The citizen's jobcentre has no booking system.</summary>
    NoBookingSystem,
}

/// <summary>Whether a citizen may book for themselves, and whether they must at once.</summary>
/// <param name="Hindrance">Why not; null for a citizen who may (kanSelvbooke).</param>
/// <param name="Overdue">Open deadlines whose date for booking lies before today; empty where the citizen may not book.</param>
public sealed record SelfBooking(SelfBookingHindrance? Hindrance, IReadOnlyList<Deadline> Overdue)
{
    /// <summary>kanSelvbooke.</summary>
    public bool IsPossible => Hindrance is null;

    /// <summary>straksbookingPaakraevet.</summary>
    public bool ImmediateBookingRequired => Overdue.Count > 0;

    public static SelfBooking Of(CitizenFile file, bool isConfigured, Moment moment)
    {
        var hindrance = FindHindrance(file, isConfigured, moment.Today);
        IReadOnlyList<Deadline> overdue = hindrance is null
            ? [.. file.OpenDeadlines(moment.Today).Where(deadline => deadline.BookBy < moment.Today)]
            : [];
        return new SelfBooking(hindrance, overdue);
    }

    private static SelfBookingHindrance? FindHindrance(CitizenFile file, bool isConfigured, DateOnly today)
    {
        if (file.Citizen.Dead)
        {
            return SelfBookingHindrance.Dead;
        }

        if (file.Citizen.CustomerNumber is null)
        {
            return SelfBookingHindrance.NoCustomerNumber;
        }

        if (file.Absences.FirstOrDefault(absence => absence.TakesAwaySelfBooking && absence.IsCurrent(today)) is { } absence)
        {
            return absence.Type == Absence.ContactIsWithUnemploymentFund
                ? SelfBookingHindrance.ContactIsWithUnemploymentFund
                : SelfBookingHindrance.Deprived;
        }

        return isConfigured ? null : SelfBookingHindrance.NoBookingSystem;
    }
}
