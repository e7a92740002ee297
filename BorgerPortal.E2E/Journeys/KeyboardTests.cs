using BorgerPortal.E2E.Browsers;
using BorgerPortal.E2E.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BorgerPortal.E2E.Journeys;

/// <summary>The whole journey without a mouse: Tab, arrows, Space and Enter.</summary>
public sealed class KeyboardTests(BrowserFixture browser) : JourneyTest(browser)
{
    [Fact]
    public async Task Book_ByKeyboardAlone_EndsOnAReceipt()
    {
        var anna = await ComesAsync();
        anna.KeepSecret(People.Anna);
        var keyboard = anna.Page.Keyboard;
        await anna.OpenAsync("/log-ind");
        await anna.TabToAsync(anna.Handle("demo-personnummer"));
        await keyboard.TypeAsync(People.Anna);
        await keyboard.PressAsync("Enter");

        await anna.SeesLivePageAsync("Min side");
        await anna.PressAtAsync(anna.Page.Locator("main a[href='book']"), "Enter");
        await anna.ArrivesAtAsync("Vælg møde");
        await anna.PressAtAsync(anna.Handle($"tilbud-{Offers.JobInterview}"), "Enter");

        await anna.ArrivesAtAsync("Vælg tid");
        await anna.PressAtAsync(anna.Handle("samtaleform-1"), "Space");
        await anna.PressAtAsync(anna.Handle("tid-2027-03-08T09:00"), "Space");
        await keyboard.PressAsync("ArrowDown");
        await Expect(anna.Handle("tid-2027-03-08T10:00")).ToBeCheckedAsync();
        await anna.PressAtAsync(anna.Handle("naeste"), "Enter");

        await anna.ArrivesAtAsync("Vælg sagsbehandler");
        await anna.PressAtAsync(anna.Handle("naeste"), "Enter");
        await anna.ArrivesAtAsync("Tjek dine svar");
        await anna.PressAtAsync(anna.Handle("book"), "Enter");

        await anna.ReadReceiptAsync();
    }

    [Fact]
    public async Task MoveAndCancel_ByKeyboardAlone_EndsOnReceipts()
    {
        var anna = await ComesAsync();
        await anna.LogInAsync(People.Anna);
        await anna.ChooseMeetingAsync(Offers.JobInterview);
        await anna.ChooseTimeAsync("2027-03-08T09:00", contactType: 1);
        await anna.ChooseCaseWorkerAsync(1);
        await anna.ConfirmAsync();
        var meeting = await anna.ReadReceiptAsync();
        var keyboard = anna.Page.Keyboard;

        await anna.OpenAsync($"/moeder/{meeting}");
        await anna.SeesLivePageAsync("Jobsamtale");
        await anna.PressAtAsync(anna.Handle("ombook"), "Enter");
        await anna.ArrivesAtAsync("Flyt møde");
        await anna.PressAtAsync(anna.Page.Locator("input[name=tid]").First, "Space");
        await keyboard.PressAsync("ArrowDown");
        await Expect(anna.Handle("tid-2027-03-08T10:00")).ToBeCheckedAsync();
        await anna.PressAtAsync(anna.Handle("naeste"), "Enter");
        await anna.ArrivesAtAsync("Vælg sagsbehandler");
        await anna.PressAtAsync(anna.Handle("naeste"), "Enter");
        await anna.ArrivesAtAsync("Tjek dine svar");
        await anna.PressAtAsync(anna.Handle("book"), "Enter");
        await anna.ArrivesAtAsync("Kvittering");
        await Expect(anna.Page.Locator(".notice-success")).ToContainTextAsync("kl. 10.00");

        await anna.OpenAsync($"/moeder/{meeting}");
        await anna.SeesLivePageAsync("Jobsamtale");
        await anna.PressAtAsync(anna.Handle("aflys"), "Enter");
        await anna.ArrivesAtAsync("Aflys møde");
        await anna.PressAtAsync(anna.Handle("aflys-bekraeft"), "Enter");
        await anna.ArrivesAtAsync("Kvittering");
        await Expect(anna.Page.Locator(".notice-success")).ToContainTextAsync("er aflyst");
    }

    [Fact]
    public async Task Report_ByKeyboardAlone_IsSentAndSaysSo()
    {
        var anna = await ComesAsync();
        await anna.LogInAsync(People.Anna);
        await anna.OpenAsync("/meld-fejl");
        await anna.SeesLivePageAsync("Meld en fejl");

        await anna.TabToAsync(anna.Handle("fejltekst"));
        await anna.Page.Keyboard.TypeAsync("Jeg kan ikke finde mødet");
        await anna.PressAtAsync(anna.Handle("meld-fejl"), "Enter");

        await Expect(anna.Page.Locator("[role=status]:has([data-testid=fejl-meldt])")).ToBeFocusedAsync();
    }
}
