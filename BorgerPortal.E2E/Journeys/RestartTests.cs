using BorgerPortal.E2E.Browsers;
using BorgerPortal.E2E.Durability;
using BorgerPortal.E2E.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BorgerPortal.E2E.Journeys;

/// <summary>The server is killed and started again under an open page: it comes back by itself, to the same step with the same choices.</summary>
public sealed class RestartTests(BrowserFixture browser)
{
    private const string Time = "2027-03-08T10:00";

    [Fact]
    public async Task Server_KilledAndStartedAgain_ThePageComesBackByItself()
    {
        var token = TestContext.Current.CancellationToken;
        var chromium = await browser.GetAsync(token);
        using var folder = new TempFolder();
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Data__Directory"] = folder.Path("data"),
            ["Planner__Scenario"] = Path.Combine(AppContext.BaseDirectory, "Scenarios", "selvbooking.json"),
            ["Clock__Now"] = "2027-03-01T10:00",
        };
        await using var first = await PortalProcess.StartAsync(settings, traceTo: null, token);
        var address = first.Http.BaseAddress!;
        await using var anna = await Visitor.ComeAsync(chromium, address, width: 1280);
        await anna.LogInAsync(People.Anna);
        await anna.ChooseMeetingAsync(Offers.JobInterview);
        await anna.SeesLivePageAsync("Vælg tid");
        await anna.Handle("samtaleform-2").CheckAsync();
        await anna.Handle($"tid-{Time}").CheckAsync();
        await Expect(anna.Page.Locator(".step-bar [role=status]")).ToContainTextAsync("10.00");
        await anna.Page.EvaluateAsync("document.documentElement.dataset.old = 'yes'");

        anna.MayLoseConnection();
        await first.KillAsync();
        await Expect(anna.Page.Locator(".reconnect-trying")).ToBeVisibleAsync();
        settings["ASPNETCORE_URLS"] = address.ToString();
        await using var second = await PortalProcess.StartAsync(settings, traceTo: null, token);

        await Expect(anna.Page.Locator("html[data-old]")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await anna.SeesLivePageAsync("Vælg tid");
        await Expect(anna.Handle("samtaleform-2")).ToBeCheckedAsync();
        await Expect(anna.Handle($"tid-{Time}")).ToBeCheckedAsync();
        await anna.Handle("naeste").ClickAsync();
        await anna.ChooseCaseWorkerAsync(1);
        await anna.ConfirmAsync();
        await anna.ReadReceiptAsync();
        await anna.LeaveAsync(failed: false, Artifacts.NameFor(nameof(RestartTests), visitor: 0));
    }
}
