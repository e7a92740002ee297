using System.Text.RegularExpressions;
using BorgerPortal.Domain.Audit;
using BorgerPortal.E2E.Browsers;
using BorgerPortal.E2E.Pages;
using BorgerPortal.E2E.Support;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BorgerPortal.E2E.Journeys;

/// <summary>A caseworker sees the portal as a citizen does, from the look-up to the last step, and nothing comes of it.</summary>
public sealed class PreviewTests(BrowserFixture browser) : JourneyTest(browser)
{
    private const string Choose = "/sagsbehandler/forhaandsvisning";

    protected override string Scenario => DemoPortal.Scenario;

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Preview_OfACitizen_GoesToTheLastStepAndBooksNothing(int width)
    {
        var before = await CountAsync();
        var mette = await ComesAsync(width);
        await mette.OpenPreviewAsync(DemoPeople.Anna);
        await mette.SeesLivePageAsync("Min side");
        await Expect(mette.Handle("forhaandsvisning")).ToContainTextAsync("Du ser siden som Anna Berg");
        await Expect(mette.Page.Locator(".header-name")).ToHaveTextAsync("Anna Berg");
        await Expect(mette.Page).ToHaveTitleAsync(new Regex("^Min side – Forhåndsvisning – ", RegexOptions.None, TimeSpan.FromSeconds(1)));

        await mette.Page.Locator("main a[href='book']").ClickAsync();
        await mette.SeesLivePageAsync("Vælg møde");
        await mette.Handle($"tilbud-{Offers.JobInterview}").ClickAsync();
        await mette.SeesLivePageAsync("Vælg tid");
        await mette.Handle("samtaleform-1").CheckAsync();
        await mette.Page.Locator("[data-testid^='tid-']").First.CheckAsync();
        await mette.Handle("naeste").ClickAsync();
        await mette.ChooseCaseWorkerAsync(1);
        await mette.SeesLivePageAsync("Tjek dine svar");
        await mette.Handle("book").ClickAsync();

        await Expect(mette.Handle("kun-forhaandsvisning")).ToBeVisibleAsync();
        await Expect(mette.Handle("forhaandsvisning")).ToBeVisibleAsync();
        await mette.SeesLivePageAsync("Tjek dine svar");
        Assert.Equal(before, await CountAsync());

        await mette.Handle("luk-forhaandsvisning").ClickAsync();
        await mette.SeesLivePageAsync("Forhåndsvisning");
        await Expect(mette.Page.Locator(".header-name")).ToHaveTextAsync("Mette Holm, Jobcenter Aarhus");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Rules_OfACitizenByKeyboard_TellWhyATimeIsNotBooked(int width)
    {
        var mette = await ComesAsync(width);
        await mette.OpenPreviewAsync(DemoPeople.David);
        await mette.SeesLivePageAsync("Min side");
        await mette.PressAtAsync(mette.Page.Locator("aside [data-testid=regelspor]"), "Enter");
        await mette.ArrivesAtAsync("Regler for borgeren");
        await Expect(mette.Handle("tilbudsspor-svar")).ToContainTextAsync("Borgeren ser 0 af");

        await mette.Handle("regelspor-tilbud").SelectOptionAsync(Offers.JobInterview);
        await mette.Handle("regelspor-tid").FillAsync("2027-03-02T09:00");
        await mette.PressAtAsync(mette.Handle("regelspor-vis"), "Enter");

        await Expect(mette.Page.Locator("[data-testid^=regel-8108]").First).ToContainTextAsync("rettes det");
        await mette.SeesLivePageAsync("Regler for borgeren");
        await mette.Handle("sprog-en").ClickAsync();
        await mette.SeesLivePageAsync("The citizen's rules");
    }

    [Fact]
    public async Task Preview_OfACitizen_StandsInTheirLogWithTheReason()
    {
        var mette = await ComesAsync();
        await mette.OpenPreviewAsync(DemoPeople.Anna);
        await mette.SeesLivePageAsync("Min side");
        await mette.OpenAsync(mette.Page.Url.Replace("/min-side", "/moeder", StringComparison.Ordinal));
        await mette.SeesLivePageAsync("Mine møder");

        var anna = await ComesAsync();
        await anna.EnterAsync(DemoPeople.Anna, "/mine-oplysninger");

        await Expect(anna.Handle("opslag-caseworker")).ToHaveCountAsync(1);
        await Expect(anna.Handle("opslag-caseworker")).ToContainTextAsync("En sagsbehandler, Jobcenter Aarhus");
        await Expect(anna.Handle("opslag-caseworker")).ToContainTextAsync("Begrundelse: Borgeren ringede om sin frist");
        Assert.Equal(1, await Portal.ReadAsync(context => context.AuditEntries.CountAsync(entry => entry.ActorKind == ActorKind.CaseWorker)));
    }

    [Fact]
    public async Task Preview_OfSomebodyMadeUp_IsTheirSituationAtThatDate()
    {
        var mette = await ComesAsync();
        await mette.EnterAsCaseWorkerAsync(DemoPeople.Mette, Choose);
        await mette.SeesLivePageAsync("Forhåndsvisning");
        await mette.Handle("hvem-opdigtet").CheckAsync();
        await mette.Handle("frist-0").SelectOptionAsync("7");
        await mette.Handle("frist-0-1").FillAsync("2027-03-04");
        await mette.Handle("frist-0-2").FillAsync("2027-03-18");
        await mette.Handle("dato").FillAsync("2027-03-05");
        await mette.SeesLivePageAsync("Forhåndsvisning");

        await mette.PressAsync("vis-forhaandsvisning");

        await mette.SeesLivePageAsync("Min side");
        await Expect(mette.Handle("status-straksbooking")).ToBeVisibleAsync();
        await Expect(mette.Handle("forhaandsvisning")).ToContainTextAsync("Opdigtet borger, fredag den 5. marts 2027");
    }

    [Fact]
    public async Task Preview_AddressOpenedInAnotherBrowser_SaysThatItHasEnded()
    {
        var mette = await ComesAsync();
        await mette.OpenPreviewAsync(DemoPeople.Anna);
        await mette.IsLiveAsync();
        var other = await ComesAsync();
        await other.EnterAsCaseWorkerAsync(DemoPeople.Mette, "/sagsbehandler");
        await other.IsLiveAsync();

        await other.OpenAsync(mette.Page.Url);

        await other.SeesPageAsync("Forhåndsvisningen er slut");
        await other.Page.GetByText("Lav en ny forhåndsvisning").ClickAsync();
        await other.SeesLivePageAsync("Forhåndsvisning");
    }

    [Fact]
    public async Task Preview_InEnglish_StaysAPreview()
    {
        var mette = await ComesAsync();
        await mette.OpenPreviewAsync(DemoPeople.Anna);
        await mette.IsLiveAsync();

        await mette.Handle("sprog-en").ClickAsync();

        await mette.SeesLivePageAsync("My page");
        await Expect(mette.Handle("forhaandsvisning")).ToContainTextAsync("You see the page as Anna Berg");
    }

    [Fact]
    public async Task LogOff_InAPreview_EndsTheCaseWorkersSessionInEveryTab()
    {
        var mette = await ComesAsync();
        await mette.OpenPreviewAsync(DemoPeople.Anna);
        await mette.IsLiveAsync();
        var other = await mette.OpenTabAsync();
        await other.OpenAsync("/sagsbehandler");
        await other.IsLiveAsync();

        await mette.Handle("log-af").ClickAsync();

        await mette.SeesPageAsync("Du er logget af");
        await other.SeesPageAsync("Du er logget af");
    }

    private Task<int> CountAsync() => Portal.ReadAsync(context => context.Bookings.CountAsync());
}
