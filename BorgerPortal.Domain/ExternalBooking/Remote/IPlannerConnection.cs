using BorgerPortal.Domain.ExternalBooking.Remote.Answers;

namespace BorgerPortal.Domain.ExternalBooking.Remote;

/// <summary>
/// The line to a planner that is a system of its own. It carries questions and answers and judges nothing: whether an
/// answer keeps the contract is for <see cref="RemotePlanner"/>. An answer that is no answer at all (a page of HTML, half
/// a document) is <see cref="PlannerAnswer{T}.Unknown"/> with 9329, a time-out or a cut line with 4769, a fault of the
/// planner's that it does not explain with 9303. All instants are UTC.
/// </summary>
public interface IPlannerConnection
{
    /// <summary>The offers that are meant for a citizen today.</summary>
    Task<PlannerAnswer<OptionsAnswer>> GetOptionsAsync(CitizenProfile citizen, CancellationToken cancellationToken);

    /// <summary>The free times of one offer.</summary>
    Task<PlannerAnswer<TimeslotsAnswer>> GetTimeslotsAsync(TimeslotQuery query, CancellationToken cancellationToken);

    /// <summary>Who could hold a booking that is to be moved.</summary>
    Task<PlannerAnswer<SupervisorsAnswer>> GetSupervisorsAsync(Guid bookingId, CitizenProfile citizen, CancellationToken cancellationToken);

    /// <summary>The free times of offers of some types, for a citizen who must book at once.</summary>
    Task<PlannerAnswer<ImmediateTimeslotsAnswer>> GetImmediateTimeslotsAsync(ImmediateQuery query, CancellationToken cancellationToken);

    /// <summary>Holds a seat.</summary>
    Task<PlannerAnswer<ReservationAnswer>> ReserveAsync(ReserveCall call, CancellationToken cancellationToken);

    /// <summary>Makes a held seat the booking's.</summary>
    Task<PlannerAnswer<Confirmed>> ConfirmAsync(SeatCall call, CancellationToken cancellationToken);

    /// <summary>Makes a held seat the booking's in the place of the one that it had.</summary>
    Task<PlannerAnswer<Confirmed>> RebookAsync(SeatCall call, CancellationToken cancellationToken);

    /// <summary>Cancels a booking.</summary>
    Task<PlannerAnswer<Confirmed>> CancelAsync(SeatCall call, CancellationToken cancellationToken);

    /// <summary>Accepts a summons.</summary>
    Task<PlannerAnswer<Confirmed>> AcceptAsync(SeatCall call, CancellationToken cancellationToken);

    /// <summary>Passes on what a citizen has reported.</summary>
    Task<PlannerAnswer<Confirmed>> ReportAsync(ErrorReportCall call, CancellationToken cancellationToken);

    /// <summary>Lets a held seat go for good.</summary>
    Task<PlannerAnswer<Released>> ReleaseAsync(SeatCall call, CancellationToken cancellationToken);

    /// <summary>Reads a booking back.</summary>
    Task<PlannerAnswer<StandingAnswer>> GetAsync(Guid bookingId, CitizenProfile citizen, CancellationToken cancellationToken);
}
