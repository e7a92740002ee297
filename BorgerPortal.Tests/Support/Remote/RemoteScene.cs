using BorgerPortal.Domain;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ErrorReports;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.ExternalBooking.Protocol;
using BorgerPortal.Domain.ExternalBooking.Remote;
using BorgerPortal.Domain.ExternalBooking.Remote.Answers;
using BorgerPortal.Domain.Operations;
using BorgerPortal.Domain.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BorgerPortal.Tests.Support.Remote;

/// <summary>One citizen of a jobcentre whose planner is a system of its own, with one offer and one free time.</summary>
public sealed class RemoteScene : IAsyncDisposable
{
    private RemoteScene(TestPortal portal) => Portal = portal;

    public TestPortal Portal { get; }

    public ReservingPlanner Planner => Portal.Get<ReservingPlanner>();

    /// <summary>The road to the portal's own database, which a test may close.</summary>
    public FailingWriter Writer => Portal.Get<FailingWriter>();

    public Citizen Citizen { get; private set; } = null!;

    public DateTimeOffset Start { get; private init; }

    public static async Task<RemoteScene> SetAsync(Action<Citizen>? citizen = null)
    {
        var portal = await TestPortal.StartAsync(configure: ReplaceAll);
        await portal.World.AddJobCentresAsync();
        return new RemoteScene(portal)
        {
            Start = portal.Clock.GetUtcNow().AddDays(7),
            Citizen = await portal.World.AddCitizenAsync(citizen),
        };
    }

    private static void ReplaceAll(IServiceCollection services)
    {
        Replace(services);
        services.WrapWriter(writer => new FailingWriter(writer));
    }

    /// <summary>Puts the planner in the place of every jobcentre's.</summary>
    public static void Replace(IServiceCollection services)
    {
        services.AddSingleton(provider => new ReservingPlanner(provider.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(7)));
        services.AddSingleton<IPlannerConnection>(provider => provider.GetRequiredService<ReservingPlanner>());
        services.AddSingleton<RemotePlanner>();
        services.AddSingleton<IBookingSystems, OneSystem>();
    }

    public CreateBookingRequest Request => new(CitizenReference.ById(Citizen.Id), SoundAnswers.OptionId, Start, ContactType: 1);

    public Task<Result<CreateBookingResult>> BookAsync(CreateBookingRequest? request = null, Caller? caller = null) =>
        Portal.Get<CreateBooking>().ExecuteAsync(request ?? Request, caller ?? Caller.Citizen, TestContext.Current.CancellationToken);

    /// <summary>Books, and demands exactly these codes, no booking, no notice, no deadline met, and in the end no seat that is held.</summary>
    public async Task AssertRefusedAsync(params int[] codes) => await AssertRefusedAsync(codes, request: null);

    public async Task AssertRefusedAsync(IReadOnlyList<int> codes, CreateBookingRequest? request)
    {
        var result = await BookAsync(request);
        Assert.Equal(codes, result.Errors.Select(error => error.Code.Number));
        await SettleAsync();
        Assert.Empty(await BookingsAsync());
        Assert.Equal(0, Planner.Held);
        await Portal.ReadAsync(async context =>
        {
            Assert.Equal((0, 0, 0), (await context.OutboxNotices.CountAsync(), await context.ExclusiveKinds.CountAsync(),
                await context.Deadlines.CountAsync(deadline => deadline.MetBy != null)));
            Assert.All(await context.BookingIntents.ToListAsync(), intent => Assert.Equal(IntentStep.Settled, intent.Step));
            Assert.Equal(codes, (await context.AuditEntries.OrderByDescending(entry => entry.Id).FirstAsync()).Codes);
            return 0;
        });
    }

    /// <summary>Lets the reconciler work until nothing is due.</summary>
    public async Task SettleAsync()
    {
        while (await Portal.Get<Reconciler>().SettleAsync(TestContext.Current.CancellationToken) > 0)
        {
        }
    }

    public Task<List<Booking>> BookingsAsync() => Portal.ReadAsync(context => context.Bookings.AsNoTracking().ToListAsync());

    /// <summary>A booking that the planner has confirmed, with a second free time a day later.</summary>
    public async Task<Booking> BookedAsync(Func<BookingAnswer, BookingAnswer>? assemble = null)
    {
        Planner.Timeslots.Add(SoundAnswers.Timeslot(Later));
        Planner.Assemble = assemble ?? Planner.Assemble;
        Assert.Null((await BookAsync()).Value.PendingSince);
        return Assert.Single(await BookingsAsync());
    }

    public DateTimeOffset Later => Start.AddDays(1);

    public async Task<Booking> BookingAsync() => Assert.Single(await BookingsAsync());

    /// <summary>Moves the booking to the later time.</summary>
    public Task<Result<BookingChange>> MoveAsync(Booking booking, Caller? caller = null, DateTimeOffset? start = null) =>
        Portal.Get<RescheduleBooking>().ExecuteAsync(
            new RescheduleBookingRequest(CitizenReference.ById(Citizen.Id), booking.Id, start ?? Later), caller ?? Caller.Citizen, TestContext.Current.CancellationToken);

    public Task<Result<BookingChange>> CancelAsync(Booking booking, Caller? caller = null) =>
        Portal.Get<CancelBooking>().ExecuteAsync(
            new CancelBookingRequest(CitizenReference.ById(Citizen.Id), booking.Id), caller ?? Caller.Citizen, TestContext.Current.CancellationToken);

    public Task<Result<BookingChange>> AcceptAsync(Booking booking) =>
        Portal.Get<AcceptBooking>().ExecuteAsync(
            new AcceptBookingRequest(CitizenReference.ById(Citizen.Id), booking.Id), Caller.Citizen, TestContext.Current.CancellationToken);

    /// <summary>Makes the booking a summons that is yet to be accepted.</summary>
    public Task SummonAsync(Booking booking) => Portal.SaveAsync(context =>
    {
        var summons = context.Bookings.Single(row => row.Id == booking.Id);
        (summons.SelfBooked, summons.CitizenShouldAccept, summons.Accepted) = (false, true, false);
    });

    /// <summary>The intent of the last change.</summary>
    public Task<BookingIntent> LastIntentAsync() => Portal.ReadAsync(
        context => context.BookingIntents.AsNoTracking().Where(intent => intent.Kind != IntentKind.Book).OrderByDescending(intent => intent.AskedAt).FirstAsync());

    public Task<BookingIntent> IntentAsync() => Portal.ReadAsync(context => context.BookingIntents.AsNoTracking().SingleAsync());

    public Task<List<ErrorReport>> ReportsAsync() =>
        Portal.ReadAsync(context => context.ErrorReports.AsNoTracking().OrderBy(report => report.Code).ToListAsync());

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    private sealed class OneSystem(RemotePlanner planner) : IBookingSystems
    {
        public IExternalBookingSystem? Find(string jobCentreCode) => jobCentreCode == TestPortal.Unconfigured ? null : planner;
    }
}
