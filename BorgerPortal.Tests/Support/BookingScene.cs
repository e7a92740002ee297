using BorgerPortal.Domain;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BorgerPortal.Tests.Support;

/// <summary>
/// One citizen, one offer and one free time that can be booked as they stand; a test changes the one thing that it is about.
/// </summary>
public sealed class BookingScene : IAsyncDisposable
{
    private BookingScene(TestPortal portal) => Portal = portal;

    public TestPortal Portal { get; }

    public CaseWorker Worker { get; private set; } = null!;

    public PlannedOption Option { get; private set; } = null!;

    public Citizen Citizen { get; private set; } = null!;

    /// <summary>When the time starts; a week after the test's now if none is given.</summary>
    public DateTimeOffset Start { get; private init; }

    public static async Task<BookingScene> SetAsync(
        Action<PlannedOption>? option = null,
        Action<Citizen>? citizen = null,
        DateTimeOffset? now = null,
        DateTimeOffset? start = null,
        Action<IServiceCollection>? services = null)
    {
        var portal = await TestPortal.StartAsync(now, services);
        var scene = new BookingScene(portal) { Start = start ?? portal.Clock.GetUtcNow().AddDays(7) };
        await portal.World.AddJobCentresAsync();
        scene.Worker = await portal.World.AddCaseWorkerAsync("RID-1");
        scene.Option = await portal.World.AddOptionAsync([scene.Worker], option);
        await portal.World.AddTimeslotAsync(scene.Option, scene.Start, [scene.Worker]);
        scene.Citizen = await portal.World.AddCitizenAsync(citizen);
        return scene;
    }

    public CreateBookingRequest Request => new(CitizenReference.ById(Citizen.Id), Option.Id, Start, ContactType.Personal);

    public Task<Result<CreateBookingResult>> BookAsync(CreateBookingRequest? request = null, Caller? caller = null) =>
        Portal.Get<CreateBooking>().ExecuteAsync(request ?? Request, caller ?? Caller.Citizen, TestContext.Current.CancellationToken);

    public Task<Result<BookingChange>> MoveAsync(RescheduleBookingRequest request, Caller? caller = null) =>
        Portal.Get<RescheduleBooking>().ExecuteAsync(request, caller ?? Caller.Citizen, TestContext.Current.CancellationToken);

    public Task<Result<BookingChange>> CancelAsync(Guid? bookingId, CitizenReference? citizen = null, Caller? caller = null) =>
        Portal.Get<CancelBooking>().ExecuteAsync(
            new CancelBookingRequest(citizen ?? CitizenReference.ById(Citizen.Id), bookingId), caller ?? Caller.Citizen, TestContext.Current.CancellationToken);

    public Task<Result<BookingChange>> AcceptAsync(Guid? bookingId, CitizenReference? citizen = null, Caller? caller = null) =>
        Portal.Get<AcceptBooking>().ExecuteAsync(
            new AcceptBookingRequest(citizen ?? CitizenReference.ById(Citizen.Id), bookingId), caller ?? Caller.Citizen, TestContext.Current.CancellationToken);

    public Task<Booking> ReadAsync(Guid bookingId) =>
        Portal.ReadAsync(context => context.Bookings.AsNoTracking().SingleAsync(booking => booking.Id == bookingId));

    /// <summary>Changes a booking behind the operations' backs.</summary>
    public Task ChangeAsync(Booking booking, Action<Booking> change) =>
        Portal.SaveAsync(context => change(context.Bookings.Single(row => row.Id == booking.Id)));

    /// <summary>As <see cref="AssertRefusedAsync{T}"/>, with one entry more in the audit log: the operation's, with its codes and the booking.</summary>
    public async Task AssertChangeRefusedAsync(string operation, Guid? bookingId, IReadOnlyList<int> codes, Func<Task<Result<BookingChange>>> ask)
    {
        var audited = (await CountAsync()).Audited;
        await AssertRefusedAsync(codes, ask);
        Assert.Equal(audited + 1, (await CountAsync()).Audited);
        var entry = await Portal.ReadAsync(context => context.AuditEntries.OrderByDescending(audit => audit.Id).FirstAsync());
        Assert.Equal((operation, bookingId), (entry.Operation, entry.BookingId));
        Assert.Equal(codes, entry.Codes);
    }

    /// <summary>Books, and demands exactly these codes in this order, and that no row has changed but for the audit log's new one.</summary>
    public async Task AssertRefusedAsync(IReadOnlyList<int> codes, CreateBookingRequest? request = null)
    {
        var audited = (await CountAsync()).Audited;
        await AssertRefusedAsync(codes, () => BookAsync(request));
        Assert.Equal(audited + 1, (await CountAsync()).Audited);
        var entry = await Portal.ReadAsync(context => context.AuditEntries.OrderByDescending(audit => audit.Id).FirstAsync());
        Assert.Equal(codes, entry.Codes);
        Assert.Null(entry.BookingId);
    }

    /// <summary>Asks anything, and demands exactly these codes in this order, and that no row has changed.</summary>
    public async Task AssertRefusedAsync<T>(IReadOnlyList<int> codes, Func<Task<Result<T>>> ask)
        where T : notnull
    {
        var before = await Portal.ReadAsync(StateSnapshot.TakeAsync);
        var result = await ask();
        Assert.Equal(codes, result.Errors.Select(error => error.Code.Number));
        Assert.Equal(before, await Portal.ReadAsync(StateSnapshot.TakeAsync));
    }

    public async Task<Booking> AssertBookedAsync(CreateBookingRequest? request = null)
    {
        var result = await BookAsync(request);
        Assert.Empty(result.Errors.Select(error => error.Code.Number));
        return await Portal.ReadAsync(context => context.Bookings.AsNoTracking().SingleAsync(booking => booking.Id == result.Value.BookingId));
    }

    /// <summary>All that a booking may change.</summary>
    public Task<Counts> CountAsync() => Portal.ReadAsync(async context => new Counts(
        await context.Bookings.CountAsync(),
        await context.Occupancies.CountAsync(),
        await context.Timeslots.SumAsync(timeslot => timeslot.SeatsTaken),
        await context.ExclusiveKinds.CountAsync(),
        await context.Deadlines.CountAsync(deadline => deadline.MetBy != null),
        await context.OutboxNotices.CountAsync(),
        await context.Citizens.SumAsync(citizen => citizen.Version),
        await context.AuditEntries.CountAsync()));

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    public sealed record Counts(
        int Bookings, int Occupancies, int SeatsTaken, int ExclusiveKinds, int DeadlinesMet, int Notices, long Versions, int Audited);
}
