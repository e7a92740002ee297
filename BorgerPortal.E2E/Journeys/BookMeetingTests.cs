using BorgerPortal.Domain.Bookings;
using BorgerPortal.E2E.Browsers;
using BorgerPortal.E2E.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BorgerPortal.E2E.Journeys;

/// <summary>A citizen books a meeting, from the front page to the receipt.</summary>
public abstract class BookMeetingTests(BrowserFixture browser) : JourneyTest(browser)
{
    public sealed class OnSqlite(BrowserFixture browser) : BookMeetingTests(browser);

    public sealed class OnPostgreSql(BrowserFixture browser) : BookMeetingTests(browser);

    [Fact]
    public async Task Book_WithACaseWorkerOfOnesChoice_EndsOnAReceiptThatAReloadKeeps()
    {
        var anna = await ComesAsync();
        await anna.OpenAsync("/");
        await anna.SeesPageAsync("Book dit møde");
        await anna.LogInAsync(People.Anna);
        await Expect(anna.Handle("frist-7")).ToContainTextAsync("20. marts 2027");

        await anna.ChooseMeetingAsync(Offers.JobInterview);
        await anna.ChooseTimeAsync("2027-03-08T09:00", contactType: 1);
        await anna.ChooseCaseWorkerAsync(2);
        await anna.ConfirmAsync();
        var receipt = await anna.ReadReceiptAsync();
        await anna.Page.ReloadAsync();

        Assert.Equal(receipt, await anna.ReadReceiptAsync());
        var booking = await Portal.ReadAsync(context => context.Bookings.SingleAsync());
        Assert.Equal((receipt, BookingState.Active), (booking.Id, booking.State));
        Assert.Equal(new DateTimeOffset(2027, 3, 8, 8, 0, 0, TimeSpan.Zero), booking.Details.Start);
        Assert.Equal((1, "RID-1002"), (booking.Details.ContactType, booking.Details.Supervisor.Identifier));
    }

    [Fact]
    public async Task Book_Done_MyPageShowsTheMeetingAndTheDeadlineNoLonger()
    {
        var anna = await ComesAsync();
        await anna.LogInAsync(People.Anna);
        await anna.ChooseMeetingAsync(Offers.JobInterview);
        await anna.ChooseTimeAsync("2027-03-08T10:00", contactType: 2);
        await anna.ChooseCaseWorkerAsync(1);
        await anna.ConfirmAsync();
        var receipt = await anna.ReadReceiptAsync();

        await anna.OpenAsync("/min-side");

        await anna.SeesLivePageAsync("Min side");
        await Expect(anna.Handle($"moede-{receipt}")).ToContainTextAsync("10.00");
        await Expect(anna.Handle("frist-7")).ToHaveCountAsync(0);
        await anna.Handle($"moede-{receipt}").GetByRole(AriaRole.Link).ClickAsync();
        await anna.SeesLivePageAsync("Jobsamtale");
    }

    [Theory]
    [InlineData(360)]
    [InlineData(320)]
    public async Task Book_OnAPhone_NoPageScrollsSideways(int width)
    {
        var bo = await ComesAsync(width);
        await bo.OpenAsync("/");
        await bo.SeesPageAsync("Book dit møde");
        await bo.LogInAsync(People.Bo);
        await bo.ChooseMeetingAsync(Offers.InformationMeeting);
        await bo.ChooseTimeAsync("2027-03-12T13:00", contactType: null);
        await bo.ConfirmAsync();

        await bo.ReadReceiptAsync();
    }

    [Fact]
    public async Task Book_NothingChosen_SaysSoInASummaryThatHasTheFocus()
    {
        var anna = await ComesAsync();
        await anna.LogInAsync(People.Anna);
        await anna.ChooseMeetingAsync(Offers.JobInterview);
        await anna.SeesLivePageAsync("Vælg tid");

        await anna.Handle("naeste").ClickAsync();

        await Expect(anna.Handle("fejlopsummering")).ToBeFocusedAsync();
        await Expect(anna.Handle("fejlopsummering").GetByRole(AriaRole.Link)).ToHaveCountAsync(2);
        await anna.SeesLivePageAsync("Vælg tid");
    }
}
