using BorgerPortal.Domain;
using BorgerPortal.Domain.Bookings;
using BorgerPortal.Domain.Citizens;
using BorgerPortal.Domain.ErrorReports;
using BorgerPortal.Domain.ExternalBooking;
using BorgerPortal.Domain.ExternalBooking.Protocol;
using BorgerPortal.Domain.ExternalBooking.Remote;
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

    public Task<BookingIntent> IntentAsync() => Portal.ReadAsync(context => context.BookingIntents.AsNoTracking().SingleAsync());

    public Task<List<ErrorReport>> ReportsAsync() =>
        Portal.ReadAsync(context => context.ErrorReports.AsNoTracking().OrderBy(report => report.Code).ToListAsync());

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    private sealed class OneSystem(RemotePlanner planner) : IBookingSystems
    {
        public IExternalBookingSystem? Find(string jobCentreCode) => jobCentreCode == TestPortal.Unconfigured ? null : planner;
    }
}
