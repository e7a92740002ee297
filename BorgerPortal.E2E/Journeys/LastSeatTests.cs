using BorgerPortal.E2E.Browsers;
using BorgerPortal.E2E.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BorgerPortal.E2E.Journeys;

/// <summary>Two citizens want the last seat, each at a browser of their own.</summary>
public abstract class LastSeatTests(BrowserFixture browser) : JourneyTest(browser)
{
    public sealed class OnSqlite(BrowserFixture browser) : LastSeatTests(browser);

    public sealed class OnPostgreSql(BrowserFixture browser) : LastSeatTests(browser);

    private const string LastSeat = "2027-03-10T13:00";

    [Fact]
    public async Task Book_TwoAtOnce_OneGetsAReceiptAndTheOtherKeepsTheirAnswers()
    {
        var anna = await ComesAsync();
        var bo = await ComesAsync();
        await GoToTheLastStepAsync(anna, People.Anna);
        await GoToTheLastStepAsync(bo, People.Bo);

        await Task.WhenAll(anna.Handle("book").ClickAsync(), bo.Handle("book").ClickAsync());

        var won = new[] { await WonAsync(anna), await WonAsync(bo) };
        Assert.Single(won, true);
        var loser = won[0] ? bo : anna;
        await Expect(loser.Handle("fejl-4819")).ToBeVisibleAsync();
        await loser.SeesLivePageAsync("Tjek dine svar");
        Assert.Contains("form=1", loser.Page.Url, StringComparison.Ordinal);
        Assert.Equal(1, await Portal.ReadAsync(context => context.Bookings.CountAsync()));
    }

    private static async Task GoToTheLastStepAsync(Visitor citizen, string personnummer)
    {
        await citizen.LogInAsync(personnummer);
        await citizen.ChooseMeetingAsync(Offers.InformationMeeting);
        await citizen.ChooseTimeAsync(LastSeat, contactType: null);
        await citizen.SeesLivePageAsync("Tjek dine svar");
    }

    private static async Task<bool> WonAsync(Visitor citizen)
    {
        var receipt = citizen.Handle("kvittering-reference");
        await Expect(receipt.Or(citizen.Handle("fejl-4819"))).ToBeVisibleAsync();
        return await receipt.IsVisibleAsync();
    }
}
