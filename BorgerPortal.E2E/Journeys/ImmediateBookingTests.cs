using BorgerPortal.E2E.Browsers;
using BorgerPortal.E2E.Pages;
using BorgerPortal.E2E.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BorgerPortal.E2E.Journeys;

/// <summary>A citizen who did not book in time must do so now: every page says so and leads there.</summary>
public sealed class ImmediateBookingTests(BrowserFixture browser) : JourneyTest(browser)
{
    private const string BookNow = "main a[href$='straksbooking']";

    protected override string Scenario => DemoPortal.Scenario;

    [Fact]
    public async Task BookNow_ByKeyboardAlone_StandsForGood()
    {
        var bo = await ComesAsync();
        await bo.LogInAsync(DemoPeople.Bo);
        await bo.PressAtAsync(bo.Page.Locator(BookNow), "Enter");
        await bo.ArrivesAtAsync("Book nu");
        await bo.PressAtAsync(bo.Page.Locator("main a[href*='tid=']").First, "Enter");

        await bo.ArrivesAtAsync("Vælg tid");
        await Expect(bo.Page.Locator(".step-bar [role=status]")).ToContainTextAsync("kl.");
        await bo.PressAtAsync(bo.Handle("naeste"), "Enter");
        await bo.ArrivesAtAsync("Tjek dine svar");
        await Expect(bo.Page.Locator("dl")).ToContainTextAsync("kan hverken flyttes eller aflyses");
        await bo.PressAtAsync(bo.Handle("book"), "Enter");
        var meeting = await bo.ReadReceiptAsync();

        Assert.True((await Portal.ReadAsync(context => context.Bookings.SingleAsync(booking => booking.Id == meeting))).ImmediateBooking);
        await bo.OpenAsync($"/moeder/{meeting}");
        await bo.SeesLivePageAsync("Opfølgningssamtale pr. telefon");
        await Expect(bo.Handle("ombook")).ToHaveCountAsync(0);
        await Expect(bo.Handle("aflys")).ToHaveCountAsync(0);
        await bo.OpenAsync("/min-side");
        await bo.SeesLivePageAsync("Min side");
        await Expect(bo.Handle("status-straksbooking")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("/min-side")]
    [InlineData("/book")]
    [InlineData($"/book/{Offers.JobInterview}")]
    [InlineData("/moeder")]
    [InlineData("/meld-fejl")]
    [InlineData("/mine-oplysninger")]
    public async Task EveryPage_WhileItIsRequired_SaysSoAndLeadsThere(string address)
    {
        var bo = await ComesAsync(360);
        await bo.EnterAsync(DemoPeople.Bo, address);

        await bo.Page.Locator(BookNow).First.ClickAsync();

        await bo.SeesLivePageAsync("Book nu");
    }

    [Fact]
    public async Task BookNow_InEnglishOnASmallPhone_EndsOnAReceipt()
    {
        var bo = await ComesAsync(320);
        await bo.EnterAsync(DemoPeople.Bo, "/straksbooking");
        await bo.Handle("sprog-en").ClickAsync();
        await bo.SeesLivePageAsync("Book now");
        await bo.Page.Locator("main a[href*='tid=']").First.ClickAsync();
        await bo.SeesLivePageAsync("Choose a time");
        await bo.PressAsync("naeste");
        await bo.SeesLivePageAsync("Check your answers");
        await bo.PressAsync("book");

        await bo.SeesLivePageAsync("Receipt");
        await Expect(bo.Handle("kvittering-reference")).ToBeVisibleAsync();
    }
}
