using BorgerPortal.Domain;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace BorgerPortal.Tests.Support;

/// <summary>A booking that may be moved as it stands to a second free time, a day later; a test changes the one thing that it is about.</summary>
public sealed class MoveScene : IAsyncDisposable
{
    private MoveScene(BookingScene scene, Booking booking, DateTimeOffset later) => (Scene, Booking, Later) = (scene, booking, later);

    public BookingScene Scene { get; }

    public TestPortal Portal => Scene.Portal;

    public PlannedOption Option => Scene.Option;

    /// <summary>As it was made.</summary>
    public Booking Booking { get; }

    public DateTimeOffset Later { get; }

    public RescheduleBookingRequest Request => new(CitizenReference.ById(Scene.Citizen.Id), Booking.Id, Later);

    /// <param name="option">Changes the offer before the booking is made.</param>
    /// <param name="citizen">Changes the citizen.</param>
    /// <param name="later">When the second time starts.</param>
    /// <param name="now">When the test takes place.</param>
    /// <param name="start">When the booking starts.</param>
    /// <param name="services">Replaces services.</param>
    public static async Task<MoveScene> SetAsync(
        Action<PlannedOption>? option = null,
        Action<Citizen>? citizen = null,
        DateTimeOffset? later = null,
        DateTimeOffset? now = null,
        DateTimeOffset? start = null,
        Action<IServiceCollection>? services = null)
    {
        var scene = await BookingScene.SetAsync(option, citizen, now, start, services);
        var second = later ?? scene.Start.AddDays(1);
        await scene.Portal.World.AddTimeslotAsync(scene.Option, second, [scene.Worker]);
        return new MoveScene(scene, await scene.AssertBookedAsync(), second);
    }

    public Task<Result<BookingChange>> MoveAsync(RescheduleBookingRequest? request = null, Caller? caller = null) =>
        Scene.MoveAsync(request ?? Request, caller);

    /// <summary>The booking as it is now.</summary>
    public Task<Booking> ReadAsync() => Scene.ReadAsync(Booking.Id);

    /// <summary>Changes the offer after the booking was made.</summary>
    public Task ChangeOfferAsync(Action<PlannedOption> change) => Portal.SaveAsync(context =>
    {
        var option = context.Options.Single(row => row.Id == Option.Id);
        change(option);
        option.Version++;
    });

    /// <summary>Changes the booking behind the operations' backs.</summary>
    public Task ChangeAsync(Action<Booking> change) => Scene.ChangeAsync(Booking, change);

    /// <summary>Demands exactly these codes in this order, and that every row is as before.</summary>
    public Task AssertRefusedAsync(IReadOnlyList<int> codes, RescheduleBookingRequest? request = null) => Scene.AssertChangeRefusedAsync(
        OperationNames.RescheduleBooking, (request ?? Request).BookingId, codes, () => MoveAsync(request));

    public ValueTask DisposeAsync() => Scene.DisposeAsync();
}
