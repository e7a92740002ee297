using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Persistence.Queries;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.ExternalBooking;

/// <summary>
/// The port to a jobcentre's planner, in the domain's own words: offers, times, seats and caseworkers are the planner's,
/// citizens, deadlines and bookings are the portal's. A planner that cannot be reached answers 4769, one that fails
/// without a reason 9303, one that breaks the contract 9329; all instants are UTC.
/// </summary>
public interface IExternalBookingSystem
{
    /// <summary>The offers that are meant for a citizen today, in the order in which they are shown.</summary>
    /// <returns>None is an empty list; 4769, 9303, 9329.</returns>
    Task<Result<IReadOnlyList<InterviewOption>>> GetOptionsAsync(CitizenProfile citizen, Moment moment, CancellationToken cancellationToken);

    /// <summary>The free times of one offer.</summary>
    /// <returns>None is an empty listing; 8108 where the offer is unknown, inactive or not meant for the citizen; 4769, 9303, 9329.</returns>
    Task<Result<TimeslotListing>> GetTimeslotsAsync(TimeslotQuery query, Moment moment, CancellationToken cancellationToken);

    /// <summary>All that a decision on one time needs to know of the planner, read freshly.</summary>
    /// <returns>8108 where the offer is unknown, inactive or not meant for the citizen; 4769, 9303, 9329.</returns>
    Task<Result<BookingGround>> ReadGroundAsync(GroundQuery query, Moment moment, CancellationToken cancellationToken);

    /// <summary>Who could hold a booking that is to be moved, whether or not they have time.</summary>
    /// <returns>No choice is told without names; 4769, 9303, 9329.</returns>
    Task<Result<SupervisorChoice>> GetSupervisorsAsync(CitizenProfile citizen, Booking booking, Moment moment, CancellationToken cancellationToken);

    /// <summary>The free times of the offers that are meant for a citizen who must book at once.</summary>
    /// <returns>None is an empty listing; 8107 where the planner brings an offer that is not this citizen's; 4769, 9303, 9329.</returns>
    Task<Result<ImmediateListing>> GetImmediateTimeslotsAsync(ImmediateQuery query, Moment moment, CancellationToken cancellationToken);

    /// <summary>Whether an offer is one that the planner has or may have: a planner that cannot tell says yes.</summary>
    Task<bool> MayKnowOptionAsync(Guid optionId, CancellationToken cancellationToken);

    /// <summary>
    /// The planner's own way to take a seat inside the portal's commit; null for a planner that is a system of its own.
    /// A planner has this or <see cref="Reservations"/>, or both; this is taken where there is a choice.
    /// </summary>
    ISeatPlanner? Seats { get; }

    /// <summary>Reserving and confirming, for a planner that is a system of its own; null where there is none.</summary>
    IReservations? Reservations { get; }
}

/// <summary>What a planner needs to know of a citizen to tell which offers are meant for them.</summary>
public sealed record CitizenProfile(long Id, string JobCentreCode, int ContactGroup);

/// <summary>Which free times are asked for.</summary>
/// <param name="Citizen">Who asks.</param>
/// <param name="OptionId">The offer.</param>
/// <param name="From">The first instant, inclusive; times before now are left out.</param>
/// <param name="To">The last instant, exclusive.</param>
/// <param name="ContactType">Only times that may be held in this way, where given.</param>
/// <param name="SupervisorIdentifier">Only times with this caseworker, where given.</param>
/// <param name="Moving">
/// The booking that is to be moved, where the times are for that: its own seat counts as free, and its offer need not be
/// meant for the citizen any more.
/// </param>
public sealed record TimeslotQuery(
    CitizenProfile Citizen,
    Guid OptionId,
    DateTimeOffset From,
    DateTimeOffset To,
    int? ContactType,
    string? SupervisorIdentifier,
    Booking? Moving = null);

/// <summary>Which time of which offer a decision is about.</summary>
/// <param name="Citizen">Who asks.</param>
/// <param name="OptionId">The offer.</param>
/// <param name="Start">When the time starts, UTC.</param>
/// <param name="SupervisorIdentifier">The caseworker wished for, if any.</param>
/// <param name="Moving">The booking that is to be moved there, as in <see cref="TimeslotQuery"/>; 4819 where its offer is no longer offered.</param>
public sealed record GroundQuery(
    CitizenProfile Citizen, Guid OptionId, DateTimeOffset Start, string? SupervisorIdentifier, Booking? Moving = null)
{
    /// <summary>What the embedded planner has read of it together with the citizen; null where it has not.</summary>
    internal GroundRows? Ahead { get; init; }
}

/// <summary>Which times are asked for where booking at once is required.</summary>
/// <param name="Citizen">Who asks.</param>
/// <param name="InterviewTypes">The types of the overdue deadlines.</param>
/// <param name="To">The last instant, exclusive; times before now are left out.</param>
public sealed record ImmediateQuery(CitizenProfile Citizen, IReadOnlyList<int> InterviewTypes, DateTimeOffset To);
