using BorgerPortal.E2E.Browsers;
using BorgerPortal.E2E.Pages;
using BorgerPortal.E2E.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BorgerPortal.E2E.Journeys;

/// <summary>A citizen who was summoned to a meeting says that they will come.</summary>
public abstract class AcceptMeetingTests(BrowserFixture browser) : JourneyTest(browser)
{
    public sealed class OnSqlite(BrowserFixture browser) : AcceptMeetingTests(browser);

    public sealed class OnPostgreSql(BrowserFixture browser) : AcceptMeetingTests(browser);

    private static readonly string Meeting = $"/moeder/{DemoPeople.CamillasMeeting}";

    protected override string Scenario => DemoPortal.Scenario;

    [Fact]
    public async Task Accept_ByKeyboardAlone_IsToldThereAndStands()
    {
        var camilla = await ComesAsync();
        await camilla.LogInAsync(DemoPeople.Camilla);
        await camilla.PressAtAsync(camilla.Page.Locator($"main a[href$='{Meeting[1..]}']").First, "Enter");
        await camilla.ArrivesAtAsync("Jobsamtale");

        await camilla.PressAtAsync(camilla.Handle("accepter"), "Enter");

        await Expect(camilla.Page.Locator("[role=status]:has(.notice-success)")).ToBeFocusedAsync();
        await Expect(camilla.Page.Locator(".notice-success")).ToContainTextAsync("Du har bekræftet, at du kommer.");
        await camilla.SeesLivePageAsync("Jobsamtale");
        await AssertAcceptedAsync();

        await camilla.Page.ReloadAsync();
        await camilla.SeesLivePageAsync("Jobsamtale");
        await Expect(camilla.Handle("accepter")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Accept_InEnglishOnASmallPhone_IsTold()
    {
        var camilla = await ComesAsync(320);
        await camilla.EnterAsync(DemoPeople.Camilla, Meeting);
        await camilla.Handle("sprog-en").ClickAsync();
        await Expect(camilla.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");

        await camilla.PressAsync("accepter");

        await Expect(camilla.Page.Locator(".notice-success")).ToContainTextAsync("You have confirmed that you will come.");
        await AssertAcceptedAsync();
    }

    private async Task AssertAcceptedAsync() => Assert.True((await Portal.ReadAsync(
        context => context.Bookings.SingleAsync(booking => booking.Id == Guid.Parse(DemoPeople.CamillasMeeting)))).Accepted);
}
