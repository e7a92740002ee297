using BorgerPortal.E2E.Browsers;
using BorgerPortal.E2E.Pages;
using BorgerPortal.E2E.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BorgerPortal.E2E.Journeys;

/// <summary>A caseworker's log-in, from its beginning to its end.</summary>
public sealed class CaseWorkerTests(BrowserFixture browser) : JourneyTest(browser)
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero));

    protected override string Scenario => DemoPortal.Scenario;

    protected override void Replace(IServiceCollection services) => services.AddSingleton<TimeProvider>(_clock);

    [Fact]
    public async Task LogIn_CaseWorker_SeesWhatWaitsAndCitizensPagesOnlyAsWhatTheyAre()
    {
        var mette = await ComesAsync();
        await mette.EnterAsCaseWorkerAsync(DemoPeople.Mette, "/sagsbehandler");
        await mette.SeesLivePageAsync("Overblik");
        await Expect(mette.Page.Locator(".header-name")).ToHaveTextAsync("Mette Holm, Jobcenter Aarhus");
        await Expect(mette.Handle("venter-frister")).Not.ToHaveTextAsync("0");

        await mette.OpenAsync("/min-side");
        await mette.SeesPageAsync("Du har ikke adgang til siden");
        await mette.Page.GetByText("Til overblikket").ClickAsync();
        await mette.SeesLivePageAsync("Overblik");
    }

    [Fact]
    public async Task LogOff_CaseWorkerWasWarned_EndsEveryTab()
    {
        var mette = await ComesAsync();
        await mette.EnterAsCaseWorkerAsync(DemoPeople.Mette, "/sagsbehandler");
        await mette.IsLiveAsync();
        var other = await mette.OpenTabAsync();
        await other.OpenAsync("/sagsbehandler");
        await other.IsLiveAsync();
        _clock.Advance(TimeSpan.FromMinutes(25));
        await mette.Page.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");
        await Expect(mette.Handle("session-forbliv")).ToBeFocusedAsync();

        await mette.Handle("session-log-af").ClickAsync();

        await mette.SeesPageAsync("Du er logget af");
        await other.SeesPageAsync("Du er logget af");
    }

    /// <summary>The page is open while the role goes: nothing more is shown on it.</summary>
    [Fact]
    public async Task Role_TakenAwayWhileAPageIsOpen_ClosesIt()
    {
        var mette = await ComesAsync();
        await mette.EnterAsCaseWorkerAsync(DemoPeople.Mette, "/sagsbehandler");
        await mette.SeesLivePageAsync("Overblik");

        await Portal.Services.GetRequiredService<Domain.Persistence.IBookingWriter>().RunAloneAsync(
            async (context, cancellationToken) =>
            {
                (await context.CaseWorkers.SingleAsync(worker => worker.Identifier == "RID-1001", cancellationToken)).Roles = [];
                return await context.SaveChangesAsync(cancellationToken);
            },
            TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromSeconds(59));

        await Expect(mette.Page.Locator("h1")).ToHaveTextAsync("Du har ikke adgang til siden");
        await Expect(mette.Handle("venter-frister")).ToHaveCountAsync(0);
    }
}
