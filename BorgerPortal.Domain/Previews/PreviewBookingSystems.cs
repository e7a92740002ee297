using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.ExternalBooking.Embedded;
using BorgerPortal.Domain.ExternalBooking.Remote;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Domain.Previews;

/// <summary>The planners of a preview: the same ones, asked for what they know and never for a seat.</summary>
internal sealed class PreviewBookingSystems(IBookingSystems inner, EmbeddedPlanner embedded, BrokenElementReports reports) : IBookingSystems
{
    public IExternalBookingSystem? Find(string jobCentreCode) => inner.Find(jobCentreCode) switch
    {
        null => null,
        EmbeddedPlanner => embedded,
        RemotePlanner remote => new OnlyAsked(remote.With(reports)),
        var other => new OnlyAsked(other),
    };

    private sealed class OnlyAsked(IExternalBookingSystem planner) : IExternalBookingSystem
    {
        public ISeatPlanner? Seats => planner.Seats;

        public IReservations? Reservations => planner.Reservations is null ? null : NoReservations.Instance;

        public Task<Result<IReadOnlyList<InterviewOption>>> GetOptionsAsync(CitizenProfile citizen, Moment moment, CancellationToken cancellationToken) =>
            planner.GetOptionsAsync(citizen, moment, cancellationToken);

        public Task<Result<TimeslotListing>> GetTimeslotsAsync(TimeslotQuery query, Moment moment, CancellationToken cancellationToken) =>
            planner.GetTimeslotsAsync(query, moment, cancellationToken);

        public Task<Result<BookingGround>> ReadGroundAsync(GroundQuery query, Moment moment, CancellationToken cancellationToken) =>
            planner.ReadGroundAsync(query, moment, cancellationToken);

        public Task<Result<SupervisorChoice>> GetSupervisorsAsync(
            CitizenProfile citizen, Booking booking, Moment moment, CancellationToken cancellationToken) =>
            planner.GetSupervisorsAsync(citizen, booking, moment, cancellationToken);

        public Task<Result<ImmediateListing>> GetImmediateTimeslotsAsync(ImmediateQuery query, Moment moment, CancellationToken cancellationToken) =>
            planner.GetImmediateTimeslotsAsync(query, moment, cancellationToken);

        public Task<bool> MayKnowOptionAsync(Guid optionId, CancellationToken cancellationToken) => planner.MayKnowOptionAsync(optionId, cancellationToken);
    }
}
