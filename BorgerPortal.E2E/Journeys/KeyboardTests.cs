using BorgerPortal.E2E.Browsers;
using BorgerPortal.E2E.Support;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BorgerPortal.E2E.Journeys;

/// <summary>The whole journey without a mouse: Tab, arrows, Space and Enter.</summary>
public sealed class KeyboardTests(BrowserFixture browser) : JourneyTest(browser)
{
    /// <summary>More presses than any page has stops: who has not arrived by then cannot get there.</summary>
    private const int MostPresses = 60;

    [Fact]
    public async Task Book_ByKeyboardAlone_EndsOnAReceipt()
    {
        var anna = await ComesAsync();
        anna.KeepSecret(People.Anna);
        var keyboard = anna.Page.Keyboard;
        await anna.OpenAsync("/log-ind");
        await TabToAsync(anna, anna.Handle("demo-personnummer"));
        await keyboard.TypeAsync(People.Anna);
        await keyboard.PressAsync("Enter");

        await anna.SeesLivePageAsync("Min side");
        await TabToAsync(anna, anna.Page.Locator("main a[href='book']"));
        await keyboard.PressAsync("Enter");
        await anna.ArrivesAtAsync("Vælg møde");
        await TabToAsync(anna, anna.Handle($"tilbud-{Offers.JobInterview}"));
        await keyboard.PressAsync("Enter");

        await anna.ArrivesAtAsync("Vælg tid");
        await TabToAsync(anna, anna.Handle("samtaleform-1"));
        await keyboard.PressAsync("Space");
        await TabToAsync(anna, anna.Handle("tid-2027-03-08T09:00"));
        await keyboard.PressAsync("Space");
        await keyboard.PressAsync("ArrowDown");
        await Expect(anna.Handle("tid-2027-03-08T10:00")).ToBeCheckedAsync();
        await TabToAsync(anna, anna.Handle("naeste"));
        await keyboard.PressAsync("Enter");

        await anna.ArrivesAtAsync("Vælg sagsbehandler");
        await TabToAsync(anna, anna.Handle("naeste"));
        await keyboard.PressAsync("Enter");
        await anna.ArrivesAtAsync("Tjek dine svar");
        await TabToAsync(anna, anna.Handle("book"));
        await keyboard.PressAsync("Enter");

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
        await TabToAsync(anna, anna.Handle("ombook"));
        await keyboard.PressAsync("Enter");
        await anna.ArrivesAtAsync("Flyt møde");
        await TabToAsync(anna, anna.Page.Locator("input[name=tid]").First);
        await keyboard.PressAsync("Space");
        await keyboard.PressAsync("ArrowDown");
        await Expect(anna.Handle("tid-2027-03-08T10:00")).ToBeCheckedAsync();
        await TabToAsync(anna, anna.Handle("naeste"));
        await keyboard.PressAsync("Enter");
        await anna.ArrivesAtAsync("Vælg sagsbehandler");
        await TabToAsync(anna, anna.Handle("naeste"));
        await keyboard.PressAsync("Enter");
        await anna.ArrivesAtAsync("Tjek dine svar");
        await TabToAsync(anna, anna.Handle("book"));
        await keyboard.PressAsync("Enter");
        await anna.ArrivesAtAsync("Kvittering");
        await Expect(anna.Page.Locator(".notice-success")).ToContainTextAsync("kl. 10.00");

        await anna.OpenAsync($"/moeder/{meeting}");
        await anna.SeesLivePageAsync("Jobsamtale");
        await TabToAsync(anna, anna.Handle("aflys"));
        await keyboard.PressAsync("Enter");
        await anna.ArrivesAtAsync("Aflys møde");
        await TabToAsync(anna, anna.Handle("aflys-bekraeft"));
        await keyboard.PressAsync("Enter");
        await anna.ArrivesAtAsync("Kvittering");
        await Expect(anna.Page.Locator(".notice-success")).ToContainTextAsync("er aflyst");
    }

    private static async Task TabToAsync(Visitor visitor, ILocator target)
    {
        for (var presses = 0; presses < MostPresses; presses++)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"Tab does not lead to {target} on {visitor.Page.Url}.");
    }
}
