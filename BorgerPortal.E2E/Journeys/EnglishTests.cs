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

    [Fact]
    public async Task Booking_InEnglish_IsMadeMovedAndCancelled()
    {
        var anna = await ComesAsync();
        await anna.LogInAsync(People.Anna);
        await anna.Handle("sprog-en").ClickAsync();
        await anna.SeesLivePageAsync("My page");

        await anna.OpenAsync($"/book/{Offers.JobInterview}?tid=2027-03-08T09:00&form=1&sb=1");
        await anna.SeesLivePageAsync("Choose a time");
        await anna.Handle("naeste").ClickAsync();
        await anna.SeesLivePageAsync("Choose a caseworker");
        await anna.Handle("naeste").ClickAsync();
        await anna.SeesLivePageAsync("Check your answers");
        await Expect(anna.Page.Locator("dl")).ToContainTextAsync("You can move the meeting yourself until Sunday 7 March 2027 at 09:00.");
        await anna.Handle("book").ClickAsync();
        await anna.SeesLivePageAsync("Receipt");
        var meeting = (await anna.Handle("kvittering-reference").TextContentAsync())!.Trim();

        await anna.OpenAsync($"/moeder/{meeting}/ombook?tid=2027-03-08T10:00&form=1&sb=1");
        await anna.SeesLivePageAsync("Move meeting");
        await anna.Handle("naeste").ClickAsync();
        await anna.SeesLivePageAsync("Choose a caseworker");
        await anna.Handle("naeste").ClickAsync();
        await anna.SeesLivePageAsync("Check your answers");
        await anna.Handle("book").ClickAsync();
        await anna.SeesLivePageAsync("Receipt");
        await Expect(anna.Page.Locator(".notice-success")).ToContainTextAsync("Monday 8 March 2027 at 10:00");

        await anna.OpenAsync($"/moeder/{meeting}/aflys");
        await anna.SeesLivePageAsync("Cancel meeting");
        await anna.Handle("aflys-bekraeft").ClickAsync();
        await anna.SeesLivePageAsync("Receipt");
    }
}
