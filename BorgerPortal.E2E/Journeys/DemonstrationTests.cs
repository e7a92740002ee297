using BorgerPortal.E2E.Browsers;
using BorgerPortal.E2E.Pages;
using BorgerPortal.E2E.Support;
using Microsoft.Playwright;
using Xunit;

namespace BorgerPortal.E2E.Journeys;

/// <summary>What somebody meets who starts the portal with nothing configured.</summary>
public sealed class DemonstrationTests(BrowserFixture browser) : JourneyTest(browser)
{
    protected override string Scenario => DemoPortal.Scenario;

    [Fact]
    public async Task Book_TheFirstPersonAndTheFirstFreeTime_EndsOnAReceipt()
    {
        var anna = await ComesAsync();
        await anna.OpenAsync("/log-ind");
        await anna.Page.GetByRole(AriaRole.Button, new() { Name = "Anna" }).ClickAsync();
        await anna.SeesLivePageAsync("Min side");

        await anna.ChooseMeetingAsync(Offers.JobInterview);
        await anna.SeesLivePageAsync("Vælg tid");
        await anna.Handle("samtaleform-1").CheckAsync();
        await anna.Page.Locator("[data-testid^='tid-']").First.CheckAsync();
        await anna.Handle("naeste").ClickAsync();
        await anna.ChooseCaseWorkerAsync(1);
        await anna.ConfirmAsync();

        await anna.ReadReceiptAsync();
    }
}
