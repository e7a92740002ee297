using BorgerPortal.Domain.Persistence;
using BorgerPortal.E2E.Browsers;
using BorgerPortal.E2E.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BorgerPortal.E2E.Journeys;

/// <summary>What a citizen takes home: a receipt of what the booking system answered, the meeting in the calendar, and who has looked.</summary>
public sealed class EvidenceTests(BrowserFixture browser) : JourneyTest(browser)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Evidence_NoFreeTimeBeforeTheDeadline_IsTakenByKeyboardAndNobodyElseSeesIt(int width)
    {
        var anna = await ComesAsync(width);
        await anna.LogInAsync(People.Anna);
        await PressAsync(anna, "tag-bevis-7");
        await Expect(anna.Handle("tag-bevis-7-svar")).ToContainTextAsync("mandag den 8. marts 2027 kl. 09.00");
        await anna.SeesLivePageAsync("Min side");

        await RemoveTimesAsync();
        await PressAsync(anna, "tag-bevis-7");
        await anna.SeesLivePageAsync("Kvittering: ingen ledig tid");
        var address = anna.Page.Url;
        var reference = (await anna.Handle("bevis-reference").TextContentAsync())!.Trim();
        Assert.EndsWith($"/bevis/{reference}", address, StringComparison.Ordinal);

        await anna.Page.ReloadAsync();
        await anna.SeesLivePageAsync("Kvittering: ingen ledig tid");
        await Expect(anna.Page.Locator("ol.cards")).ToContainTextAsync("Svar: ingen ledige tider.");
        await anna.Handle("sprog-en").ClickAsync();
        await anna.SeesLivePageAsync("Receipt: no free time");
        Assert.Equal(1, await Portal.ReadAsync(context => context.EvidenceReceipts.CountAsync()));

        var bo = await ComesAsync();
        await bo.LogInAsync(People.Bo);
        await bo.OpenAsync(address);
        await Expect(bo.Handle("bevis-ukendt")).ToBeVisibleAsync();
        await bo.SeesLivePageAsync("Kvittering");
    }

    [Fact]
    public async Task CalendarFile_OfABookedMeeting_IsDownloadedByItsCitizenAlone()
    {
        var anna = await ComesAsync();
        await anna.LogInAsync(People.Anna);
        await anna.ChooseMeetingAsync(Offers.JobInterview);
        await anna.ChooseTimeAsync("2027-03-08T09:00", contactType: 1);
        await anna.ChooseCaseWorkerAsync(2);
        await anna.ConfirmAsync();
        var meeting = await anna.ReadReceiptAsync();

        var download = await anna.Page.RunAndWaitForDownloadAsync(() => anna.Handle("kalender").ClickAsync());
        var text = await File.ReadAllTextAsync((await download.PathAsync())!, TestContext.Current.CancellationToken);

        Assert.Equal("moede.ics", download.SuggestedFilename);
        Assert.Contains($"UID:{meeting}@borgerportal", text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=Europe/Copenhagen:20270308T090000", text, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Møde", text, StringComparison.Ordinal);

        var bo = await ComesAsync();
        await bo.LogInAsync(People.Bo);
        Assert.Equal(404, (await bo.Page.APIRequest.GetAsync(new Uri(new Uri(anna.Page.Url), $"/moeder/{meeting}/kalender.ics").ToString())).Status);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task MyData_AfterABooking_TellsOfItAndFoldsOwnLooks(int width)
    {
        var anna = await ComesAsync(width);
        await anna.LogInAsync(People.Anna);
        await anna.ChooseMeetingAsync(Offers.JobInterview);
        await anna.SeesLivePageAsync("Vælg tid");

        await anna.OpenAsync("/mine-oplysninger");
        await anna.SeesLivePageAsync("Hvem har set mine oplysninger");

        await Expect(anna.Handle("opslag-citizen")).ToHaveCountAsync(1);
        await Expect(anna.Handle("opslag-citizen")).ToContainTextAsync("Så oplysninger");
    }

    private static async Task PressAsync(Visitor visitor, string testId)
    {
        await visitor.Handle(testId).FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
    }

    private Task<int> RemoveTimesAsync() => Portal.Services.GetRequiredService<IBookingWriter>().RunAloneAsync(
        (context, cancellationToken) => context.Timeslots.ExecuteDeleteAsync(cancellationToken), TestContext.Current.CancellationToken);
}
