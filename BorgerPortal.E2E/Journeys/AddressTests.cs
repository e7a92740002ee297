using BorgerPortal.E2E.Browsers;
using BorgerPortal.E2E.Support;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BorgerPortal.E2E.Journeys;

/// <summary>A half-made booking lives in the address: whatever happens to the page, the same step with the same choices comes back.</summary>
public sealed class AddressTests(BrowserFixture browser) : JourneyTest(browser)
{
    private const string Time = "2027-03-08T10:00";

    [Fact]
    public async Task Reload_ChoicesMade_ComeBack()
    {
        var anna = await WithChoicesMadeAsync();

        await anna.Page.ReloadAsync();

        await SeesTheChoicesAsync(anna);
    }

    [Fact]
    public async Task BackAndForward_ThroughTheSteps_KeepTheChoices()
    {
        var anna = await WithChoicesMadeAsync();
        await anna.Handle("naeste").ClickAsync();
        await anna.ChooseCaseWorkerAsync(2);
        await anna.SeesLivePageAsync("Tjek dine svar");

        await anna.Page.GoBackAsync();
        await anna.SeesLivePageAsync("Vælg sagsbehandler");
        await Expect(anna.Handle("sagsbehandler-2")).ToBeCheckedAsync();
        await anna.Page.GoBackAsync();
        await SeesTheChoicesAsync(anna);
        await anna.Page.GoForwardAsync();
        await anna.SeesLivePageAsync("Vælg sagsbehandler");
        await Expect(anna.Handle("sagsbehandler-2")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task Bookmark_OpenedInAnotherTab_IsTheSameStepAndEitherMayGoOn()
    {
        var anna = await WithChoicesMadeAsync();
        var other = await anna.OpenTabAsync();

        await other.OpenAsync(anna.Page.Url);
        await SeesTheChoicesAsync(other);
        await other.Handle("samtaleform-1").CheckAsync();

        await SeesTheChoicesAsync(anna);
        await Expect(other.Handle("samtaleform-1")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task Connection_IsCut_ComesBackByItselfWithNothingLost()
    {
        var anna = await WithChoicesMadeAsync(holdsConnections: true);
        await anna.Page.EvaluateAsync("window.isTheSamePage = true");

        await anna.LoseConnectionAsync();

        await SeesTheChoicesAsync(anna);
        Assert.True(await anna.Page.EvaluateAsync<bool>("window.isTheSamePage === true"));
        await GoesOnAsync(anna);
    }

    [Fact]
    public async Task Circuit_IsGone_TheSameStepComesBackByItself()
    {
        // What a phone meets that has slept for long: the connection ended, and the server has let the page go.
        Portal.Services.GetRequiredService<IOptions<CircuitOptions>>().Value.DisconnectedCircuitMaxRetained = 0;
        var anna = await WithChoicesMadeAsync(holdsConnections: true);

        await anna.LoseConnectionAsync();

        await SeesTheChoicesAsync(anna);
        await GoesOnAsync(anna);
    }

    [Fact]
    public async Task Circuit_IsGone_WhatWasWrittenIsStillThereAndInNoStorage()
    {
        Portal.Services.GetRequiredService<IOptions<CircuitOptions>>().Value.DisconnectedCircuitMaxRetained = 0;
        var anna = await ComesAsync();
        await anna.HoldConnectionsAsync();
        await anna.LogInAsync(People.Anna);
        await anna.OpenAsync("/meld-fejl");
        await anna.SeesLivePageAsync("Meld en fejl");
        await anna.Handle("fejltekst").FillAsync("Jeg kan ikke finde mødet");

        await anna.LoseConnectionAsync();

        await anna.SeesLivePageAsync("Meld en fejl");
        await Expect(anna.Handle("fejltekst")).ToHaveValueAsync("Jeg kan ikke finde mødet");
        Assert.DoesNotContain("finde", await anna.Page.EvaluateAsync<string>("JSON.stringify([history.state, { ...localStorage }, { ...sessionStorage }])"), StringComparison.Ordinal);
        await anna.Handle("meld-fejl").ClickAsync();
        await Expect(anna.Handle("fejl-meldt")).ToBeVisibleAsync();
        Assert.Contains("finde mødet", (await Portal.ReadAsync(context => context.ErrorReports.SingleAsync())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_AnsweredBeforeThePageIsLive_AreTakenWhenItIs()
    {
        var anna = await ComesAsync();
        await anna.LogInAsync(People.Anna);
        var mayBegin = new TaskCompletionSource();
        await anna.Page.RouteAsync(url => url.Contains("blazor.web", StringComparison.Ordinal), async route =>
        {
            await mayBegin.Task;
            await route.ContinueAsync();
        });
        await anna.Page.GotoAsync($"/book/{Offers.JobInterview}", new() { WaitUntil = WaitUntilState.Commit });
        await anna.Handle($"tid-{Time}").ClickAsync();
        await anna.Handle("samtaleform-2").ClickAsync();
        await anna.Handle("naeste").ClickAsync();
        Assert.EndsWith($"/book/{Offers.JobInterview}", anna.Page.Url, StringComparison.Ordinal);

        mayBegin.SetResult();

        await anna.SeesLivePageAsync("Vælg sagsbehandler");
        Assert.Contains($"tid={Time}&form=2", anna.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Book_ClickedTwiceAtOnce_BooksOnce()
    {
        var anna = await WithChoicesMadeAsync();
        await anna.Handle("naeste").ClickAsync();
        await anna.ChooseCaseWorkerAsync(1);
        await anna.SeesLivePageAsync("Tjek dine svar");

        await anna.Handle("book").DblClickAsync();

        await anna.ReadReceiptAsync();
        Assert.Equal(1, await Portal.ReadAsync(context => context.Bookings.CountAsync()));
    }

    [Fact]
    public async Task Receipt_GoneBackAndConfirmedAgain_IsTheSameBooking()
    {
        var anna = await WithChoicesMadeAsync();
        await anna.Handle("naeste").ClickAsync();
        await anna.ChooseCaseWorkerAsync(1);
        await anna.ConfirmAsync();
        var receipt = await anna.ReadReceiptAsync();

        await anna.Page.GoBackAsync();
        await anna.ConfirmAsync();

        Assert.Equal(receipt, await anna.ReadReceiptAsync());
        Assert.Equal(1, await Portal.ReadAsync(context => context.Bookings.CountAsync()));
    }

    private static async Task GoesOnAsync(Visitor anna)
    {
        await anna.Handle("naeste").ClickAsync();
        await anna.ChooseCaseWorkerAsync(1);
        await anna.ConfirmAsync();
        await anna.ReadReceiptAsync();
    }

    private async Task<Visitor> WithChoicesMadeAsync(bool holdsConnections = false)
    {
        var anna = await ComesAsync();
        if (holdsConnections)
        {
            await anna.HoldConnectionsAsync();
        }

        await anna.LogInAsync(People.Anna);
        await anna.ChooseMeetingAsync(Offers.JobInterview);
        await anna.SeesLivePageAsync("Vælg tid");
        await anna.Handle("samtaleform-2").CheckAsync();
        await anna.Handle($"tid-{Time}").CheckAsync();
        await Expect(anna.Page.Locator(".step-bar [role=status]")).ToContainTextAsync("10.00");
        return anna;
    }

    private static async Task SeesTheChoicesAsync(Visitor visitor)
    {
        await visitor.SeesLivePageAsync("Vælg tid");
        await Expect(visitor.Handle("samtaleform-2")).ToBeCheckedAsync();
        await Expect(visitor.Handle($"tid-{Time}")).ToBeCheckedAsync();
    }
}
