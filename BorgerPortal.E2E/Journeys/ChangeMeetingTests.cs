using BorgerPortal.Domain.Bookings;
using BorgerPortal.E2E.Browsers;
using BorgerPortal.E2E.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BorgerPortal.E2E.Journeys;

/// <summary>A citizen who has booked moves the meeting, and then cancels it.</summary>
public abstract class ChangeMeetingTests(BrowserFixture browser) : JourneyTest(browser)
{
    public sealed class OnSqlite(BrowserFixture browser) : ChangeMeetingTests(browser);

    public sealed class OnPostgreSql(BrowserFixture browser) : ChangeMeetingTests(browser);

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Meeting_MovedAndThenCancelled_EndsOnReceiptsAndTheDeadlineIsBack(int width)
    {
        var anna = await ComesAsync(width);
        await anna.LogInAsync(People.Anna);
        await anna.ChooseMeetingAsync(Offers.JobInterview);
        await anna.ChooseTimeAsync("2027-03-08T09:00", contactType: 1);
        await anna.ChooseCaseWorkerAsync(2);
        await anna.ConfirmAsync();
        var meeting = await anna.ReadReceiptAsync();

        await anna.OpenAsync("/moeder");
        await anna.SeesLivePageAsync("Mine møder");
        await anna.Handle($"moede-{meeting}").GetByRole(Microsoft.Playwright.AriaRole.Link).ClickAsync();
        await anna.Handle("ombook").ClickAsync();
        await anna.SeesLivePageAsync("Flyt møde");
        await Expect(anna.Handle("gammelt-moede")).ToContainTextAsync("09.00");
        await anna.Handle("tid-2027-03-08T10:00").CheckAsync();
        await Expect(anna.Page.Locator(".step-bar [role=status]")).ToContainTextAsync("10.00");
        await anna.Handle("naeste").ClickAsync();
        await anna.SeesLivePageAsync("Vælg sagsbehandler");
        await Expect(anna.Handle("sagsbehandler-2")).ToBeCheckedAsync();
        await anna.Handle("naeste").ClickAsync();
        await anna.ConfirmAsync();
        await Expect(anna.Page.Locator(".notice-success")).ToContainTextAsync("flyttet til mandag den 8. marts 2027 kl. 10.00");
        Assert.EndsWith($"/kvittering/{meeting}?aendring=flyttet", anna.Page.Url, StringComparison.Ordinal);
        await anna.SeesLivePageAsync("Kvittering");

        await anna.OpenAsync($"/moeder/{meeting}");
        await anna.Handle("aflys").ClickAsync();
        await anna.SeesLivePageAsync("Aflys møde");
        await Expect(anna.Handle("aflys-frist")).ToContainTextAsync("Jobsamtale");
        await anna.Handle("aflys-bekraeft").ClickAsync();
        await Expect(anna.Page.Locator(".notice-success")).ToContainTextAsync("er aflyst");
        await anna.SeesLivePageAsync("Kvittering");

        var booking = await Portal.ReadAsync(context => context.Bookings.SingleAsync());
        Assert.Equal((meeting, BookingState.Cancelled), (booking.Id, booking.State));
        await anna.OpenAsync("/min-side");
        await anna.SeesLivePageAsync("Min side");
        await Expect(anna.Handle("frist-7")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Report_OfAnErrorThatWasMet_IsSent()
    {
        var anna = await ComesAsync();
        await anna.LogInAsync(People.Anna);
        await anna.OpenAsync("/book/5b1f6f0a-0001-4000-8000-00000000ffff");
        await Expect(anna.Handle("fejl-8107")).ToBeVisibleAsync();

        await anna.Page.Locator("a[href^='meld-fejl']").ClickAsync();
        await anna.SeesLivePageAsync("Meld en fejl");
        await anna.Handle("fejltekst").FillAsync("Jeg kan ikke finde mødet");
        await anna.Handle("meld-fejl").ClickAsync();

        await Expect(anna.Handle("fejl-meldt")).ToBeVisibleAsync();
        await anna.SeesLivePageAsync("Meld en fejl");
        Assert.Equal(8107, (await Portal.ReadAsync(context => context.ErrorReports.SingleAsync())).Code);
    }
}
