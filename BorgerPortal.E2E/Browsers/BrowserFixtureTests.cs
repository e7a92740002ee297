using Xunit;

namespace BorgerPortal.E2E.Browsers;

public sealed class BrowserFixtureTests(BrowserFixture browser)
{
    [Fact]
    public async Task Browser_AnotherHost_IsNotLookedUp()
    {
        var chromium = await browser.GetAsync(TestContext.Current.CancellationToken);
        await using var context = await chromium.NewContextAsync();
        var page = await context.NewPageAsync();

        var refused = await Record.ExceptionAsync(() => page.GotoAsync("http://example.org/"));

        Assert.Contains("ERR_NAME_NOT_RESOLVED", refused?.Message, StringComparison.Ordinal);
    }
}
