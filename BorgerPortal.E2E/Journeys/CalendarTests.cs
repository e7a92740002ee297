using System.Text.RegularExpressions;
using BorgerPortal.E2E.Browsers;
using BorgerPortal.E2E.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BorgerPortal.E2E.Journeys;

/// <summary>The month's grid, by the keys that ARIA's date grid promises.</summary>
public sealed class CalendarTests(BrowserFixture browser) : JourneyTest(browser)
{
    [Fact]
    public async Task Calendar_Keys_MoveTheOneTabStopByDayWeekAndMonth()
    {
        var anna = await AtTheCalendarAsync();
        await anna.Handle("dag-2027-03-08").FocusAsync();

        foreach (var (key, day) in new[]
        {
            ("ArrowRight", "2027-03-09"), ("ArrowDown", "2027-03-16"), ("ArrowUp", "2027-03-09"), ("ArrowLeft", "2027-03-08"),
            ("End", "2027-03-14"), ("Home", "2027-03-08"), ("PageDown", "2027-04-08"), ("ArrowLeft", "2027-04-07"),
            ("PageUp", "2027-03-07"), ("End", "2027-03-07"), ("ArrowRight", "2027-03-08"),
        })
        {
            await anna.Page.Keyboard.PressAsync(key);
            await Expect(anna.Handle($"dag-{day}")).ToBeFocusedAsync();
            await Expect(anna.Page.Locator(".month a[tabindex='0']")).ToHaveCountAsync(1);
        }

        await anna.Page.Keyboard.PressAsync("Tab");
        await Expect(anna.Page.Locator(".month a:focus")).ToHaveCountAsync(0);
        await Expect(anna.Page.Locator(".month [aria-selected=true] a[tabindex='0']")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Calendar_ArrowAtTheMonthsEdge_GoesOnInTheNext()
    {
        var anna = await AtTheCalendarAsync();
        await anna.Handle("dag-2027-03-31").FocusAsync();

        await anna.Page.Keyboard.PressAsync("ArrowRight");

        await Expect(anna.Handle("dag-2027-04-01")).ToBeFocusedAsync();
        await Expect(anna.Page.Locator("h3[aria-live=polite]")).ToHaveTextAsync("april 2027");
        await anna.SeesLivePageAsync("Vælg tid");
    }

    [Theory]
    [InlineData("Space")]
    [InlineData("Enter")]
    public async Task Calendar_DayChosenByKey_KeepsTheFocusAndShowsItsTimes(string key)
    {
        var anna = await AtTheCalendarAsync();
        await anna.Handle("dag-2027-03-08").FocusAsync();
        await anna.Page.Keyboard.PressAsync("ArrowRight");

        await anna.Page.Keyboard.PressAsync(key);

        await Expect(anna.Page).ToHaveURLAsync(new Regex("[?&]dag=2027-03-09", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(anna.Handle("dag-2027-03-09")).ToBeFocusedAsync();
        await Expect(anna.Page.Locator("[aria-selected=true] a")).ToHaveAttributeAsync("data-day", "2027-03-09");
    }

    [Fact]
    public async Task NextFree_AMonthWithoutTimesIsShown_GoesToTheTimesAndGivesThemTheFocus()
    {
        var anna = await AtTheCalendarAsync();
        await anna.Handle("naeste-maaned").ClickAsync();
        await Expect(anna.Handle("fejl-4770")).ToBeVisibleAsync();

        await anna.Handle("naeste-ledige").ClickAsync();

        await Expect(anna.Handle("tid-2027-03-08T09:00")).ToBeVisibleAsync();
        await Expect(anna.Page.Locator(".day-times")).ToBeFocusedAsync();
        await anna.SeesLivePageAsync("Vælg tid");
    }

    private async Task<Visitor> AtTheCalendarAsync()
    {
        var anna = await ComesAsync();
        await anna.LogInAsync(People.Anna);
        await anna.ChooseMeetingAsync(Offers.JobInterview);
        await anna.SeesLivePageAsync("Vælg tid");
        return anna;
    }
}
