using BorgerPortal.E2E.Browsers;
using BorgerPortal.E2E.Pages;
using BorgerPortal.E2E.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BorgerPortal.E2E.Journeys;

/// <summary>A citizen reports something, and caseworkers work on it, each at a browser of their own.</summary>
public abstract class WorklistTests(BrowserFixture browser) : JourneyTest(browser)
{
    public sealed class OnSqlite(BrowserFixture browser) : WorklistTests(browser);

    public sealed class OnPostgreSql(BrowserFixture browser) : WorklistTests(browser);

    protected override string Scenario => DemoPortal.Scenario;

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Case_WorkedOnByKeyboard_IsSeenByTheOthersAtOnce(int width)
    {
        var mette = await ComesAsync(width);
        await mette.EnterAsCaseWorkerAsync(DemoPeople.Mette, "/sagsbehandler/fejlmeldinger");
        await Expect(mette.Handle("antal")).ToHaveTextAsync("Der er ingen sager her.");
        var colleague = await ComesAsync();
        await colleague.EnterAsCaseWorkerAsync(DemoPeople.Mette, "/sagsbehandler/fejlmeldinger");
        await colleague.SeesLivePageAsync("Fejlmeldinger og kvitteringer");

        var anna = await ComesAsync();
        await anna.EnterAsync(DemoPeople.Anna, "/meld-fejl?kode=4819");
        await anna.Handle("fejltekst").FillAsync("Tiden forsvandt");
        await anna.PressAsync("meld-fejl");

        await Expect(mette.Handle("antal")).ToHaveTextAsync("1 sag");
        await mette.SeesLivePageAsync("Fejlmeldinger og kvitteringer");
        await mette.PressAtAsync(mette.Page.Locator("[data-testid=sager] a"), "Enter");
        await mette.ArrivesAtAsync("Fejl 4819: Tiden er ikke længere ledig. Der er ikke booket noget.");
        await mette.PressAtAsync(mette.Handle("tag"), "Enter");
        await Expect(mette.Handle("sag-stand")).ToContainTextAsync("Taget af");
        await Expect(colleague.Handle("sager")).ToContainTextAsync("Taget af");
        await mette.TabToAsync(mette.Handle("note"));
        await mette.Page.Keyboard.TypeAsync("Borgeren har fået en tid");
        await mette.PressAtAsync(mette.Handle("haandteret"), "Enter");
        await Expect(mette.Handle("sag-stand")).ToHaveTextAsync("Håndteret");
        await mette.SeesLivePageAsync("Fejl 4819: Tiden er ikke længere ledig. Der er ikke booket noget.");

        await Expect(colleague.Handle("antal")).ToHaveTextAsync("Der er ingen sager her.");
        await colleague.Handle("vis").SelectOptionAsync("haandterede");
        await Expect(colleague.Handle("antal")).ToHaveTextAsync("1 sag");
        Assert.Equal(2, await Portal.ReadAsync(context => context.WorkHandlings.CountAsync()));
    }

    [Fact]
    public async Task List_InEnglish_IsSo()
    {
        var mette = await ComesAsync();
        await mette.GoToWorklistAsync();
        await mette.Handle("sprog-en").ClickAsync();

        await mette.SeesLivePageAsync("Error reports and receipts");
        await Expect(mette.Handle("sager")).ToContainTextAsync("Error 4819");
        await mette.Page.Locator("[data-testid=sager] a").ClickAsync();
        await Expect(mette.Handle("tag")).ToHaveTextAsync("Take the case");
        await mette.Handle("vis-borger").ClickAsync();
        await Expect(mette.Page.GetByText("Write a reason of 5 to 500 characters")).ToBeVisibleAsync();
    }
}
