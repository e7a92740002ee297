using BorgerPortal.Domain;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.ExternalBooking.Embedded;
using BorgerPortal.Domain.Time;
using Microsoft.Extensions.DependencyInjection;

namespace BorgerPortal.Tests.Support;

/// <summary>A planner that refuses everything with one code, or is as the embedded one where none is given.</summary>
public sealed class PlannerDouble(EmbeddedPlanner embedded, ConfiguredBookingSystems configured) : IExternalBookingSystem, IBookingSystems
{
    public ErrorCode? Refusal { get; set; }

    public ISeatPlanner? Seats => embedded.Seats;

    public IReservations? Reservations => null;

    /// <summary>Puts the double in the place of every jobcentre's planner.</summary>
    public static void Replace(IServiceCollection services)
    {
        services.AddSingleton<ConfiguredBookingSystems>();
        services.AddSingleton<PlannerDouble>();
        services.AddSingleton<IBookingSystems>(provider => provider.GetRequiredService<PlannerDouble>());
    }

    public IExternalBookingSystem? Find(string jobCentreCode) => configured.Find(jobCentreCode) is null ? null : this;

    public async Task<Result<IReadOnlyList<InterviewOption>>> GetOptionsAsync(
        CitizenProfile citizen, Moment moment, CancellationToken cancellationToken) =>
        Refusal ?? await embedded.GetOptionsAsync(citizen, moment, cancellationToken);

    public async Task<Result<TimeslotListing>> GetTimeslotsAsync(TimeslotQuery query, Moment moment, CancellationToken cancellationToken) =>
        Refusal ?? await embedded.GetTimeslotsAsync(query, moment, cancellationToken);

    public async Task<Result<BookingGround>> ReadGroundAsync(GroundQuery query, Moment moment, CancellationToken cancellationToken) =>
        Refusal ?? await embedded.ReadGroundAsync(query, moment, cancellationToken);

    public async Task<Result<SupervisorChoice>> GetSupervisorsAsync(
        CitizenProfile citizen, Booking booking, Moment moment, CancellationToken cancellationToken) =>
        Refusal ?? await embedded.GetSupervisorsAsync(citizen, booking, moment, cancellationToken);

    public async Task<Result<ImmediateListing>> GetImmediateTimeslotsAsync(ImmediateQuery query, Moment moment, CancellationToken cancellationToken) =>
        Refusal ?? await embedded.GetImmediateTimeslotsAsync(query, moment, cancellationToken);

    public Task<bool> MayKnowOptionAsync(Guid optionId, CancellationToken cancellationToken) => embedded.MayKnowOptionAsync(optionId, cancellationToken);
}
