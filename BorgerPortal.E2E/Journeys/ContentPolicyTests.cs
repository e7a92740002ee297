using BorgerPortal.E2E.Browsers;
using BorgerPortal.E2E.Support;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BorgerPortal.E2E.Journeys;

/// <summary>
/// That no page wants what its content security policy forbids is watched in every test; here, that the policy forbids
/// something, and that the watch would notice.
/// </summary>
public sealed class ContentPolicyTests(BrowserFixture browser) : JourneyTest(browser)
{
    private const string Smuggled = "<script>window.smuggled = true</script><p style=\"color: red\" id=\"painted\">x</p><h1";

    [Fact]
    public async Task Page_ScriptSmuggledIn_DoesNotRun()
    {
        await using var page = await SmuggleAsync(withPolicy: true);

        Assert.False(await page.RanAsync());
        Assert.Contains(page.Faults, fault => fault.Contains("script-src-elem", StringComparison.Ordinal));
        Assert.Contains(page.Faults, fault => fault.Contains("style-src-attr", StringComparison.Ordinal));
    }

    /// <summary>The same without the policy: what keeps the script from running is the policy and nothing else.</summary>
    [Fact]
    public async Task Page_ScriptSmuggledInAndNoPolicy_Runs()
    {
        await using var page = await SmuggleAsync(withPolicy: false);

        Assert.True(await page.RanAsync());
        Assert.Empty(page.Faults);
    }

    [Fact]
    public async Task Page_InAFrameOfAnother_IsNotShown()
    {
        await using var context = await NewContextAsync();
        var page = await context.NewPageAsync();
        await page.RouteAsync("**/ramme", route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<iframe src='/was'></iframe>" }));

        await page.GotoAsync("/ramme");

        await Expect(page.FrameLocator("iframe").Locator("h1", new() { HasText = "Tilgængelighed" })).ToHaveCountAsync(0);
        Assert.StartsWith("chrome-error:", page.Frames[1].Url, StringComparison.Ordinal);
    }

    private async Task<SmuggledPage> SmuggleAsync(bool withPolicy)
    {
        var context = await NewContextAsync();
        var page = await context.NewPageAsync();
        var watch = new PageWatch(page, Portal.Address);
        await PageWatch.BeginAsync(page);
        await page.RouteAsync("**/was", async route =>
        {
            var answer = await route.FetchAsync();
            var headers = answer.Headers.Where(header => withPolicy || header.Key != "content-security-policy");
            await route.FulfillAsync(new()
            {
                Response = answer,
                Headers = headers,
                Body = (await answer.TextAsync()).Replace("<h1", Smuggled, StringComparison.Ordinal),
            });
        });
        await page.GotoAsync("/was");
        await Expect(page.Locator("#painted")).ToBeVisibleAsync();
        return new SmuggledPage(context, page, watch);
    }

    private sealed class SmuggledPage(IBrowserContext context, IPage page, PageWatch watch) : IAsyncDisposable
    {
        public IEnumerable<string> Faults => watch.Forbidden;

        public Task<bool> RanAsync() => page.EvaluateAsync<bool>("window.smuggled === true");

        public ValueTask DisposeAsync() => context.DisposeAsync();
    }
}
