using BorgerPortal.Domain.ExternalBooking;

namespace BorgerPortal.Domain.Previews;

/// <summary>Stands where a planner's seats are asked for: a preview has been stopped before it, or there is a bug.</summary>
internal sealed class NoReservations : IReservations
{
    public static readonly NoReservations Instance = new();

    public Task<PlannerAnswer<Reservation>> ReserveAsync(ReserveCall call, CancellationToken cancellationToken) => throw new PreviewException();

    public Task<PlannerAnswer<Confirmed>> ConfirmAsync(SeatCall call, CancellationToken cancellationToken) => throw new PreviewException();

    public Task<PlannerAnswer<Confirmed>> RebookAsync(SeatCall call, CancellationToken cancellationToken) => throw new PreviewException();

    public Task<PlannerAnswer<Confirmed>> CancelAsync(SeatCall call, CancellationToken cancellationToken) => throw new PreviewException();

    public Task<PlannerAnswer<Confirmed>> AcceptAsync(SeatCall call, CancellationToken cancellationToken) => throw new PreviewException();

    public Task<PlannerAnswer<Confirmed>> ReportAsync(ErrorReportCall call, CancellationToken cancellationToken) => throw new PreviewException();

    public Task<PlannerAnswer<Released>> ReleaseAsync(SeatCall call, CancellationToken cancellationToken) => throw new PreviewException();

    public Task<PlannerAnswer<SeatStanding>> GetAsync(Guid bookingId, CitizenProfile citizen, CancellationToken cancellationToken) => throw new PreviewException();
}
