using BorgerPortal.E2E.Browsers;
using BorgerPortal.E2E.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BorgerPortal.E2E.Journeys;

/// <summary>English is one click away, and stays.</summary>
public sealed class EnglishTests(BrowserFixture browser) : JourneyTest(browser)
{
    [Fact]
    public async Task Language_English_StaysThroughLogInAndTheStepsUntilDanishIsChosen()
    {
        var bo = await ComesAsync();
        bo.KeepSecret(People.Bo);
        await bo.OpenAsync("/log-ind");

        await bo.Handle("sprog-en").ClickAsync();
        await bo.SeesPageAsync("Choose a test citizen");
        await Expect(bo.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await bo.Handle("demo-personnummer").FillAsync(People.Bo);
        await bo.Handle("demo-log-ind").ClickAsync();
        await bo.SeesLivePageAsync("My page");
        await bo.OpenAsync("/book");
        await bo.SeesLivePageAsync("Choose a meeting");
        await bo.Handle($"tilbud-{Offers.InformationMeeting}").ClickAsync();
        await bo.SeesLivePageAsync("Choose a time");

        await bo.Handle("sprog-da").ClickAsync();

        await bo.SeesLivePageAsync("Vælg tid");
        await Expect(bo.Page.Locator("html")).ToHaveAttributeAsync("lang", "da");
    }
}
