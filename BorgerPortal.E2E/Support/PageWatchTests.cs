using BorgerPortal.E2E.Browsers;
using Microsoft.Playwright;
using Xunit;

namespace BorgerPortal.E2E.Support;

/// <summary>The watch can fail a test: each of its faults is made on a page and found.</summary>
public sealed class PageWatchTests(BrowserFixture browser) : IAsyncLifetime
{
    private static readonly Uri Portal = new("http://127.0.0.1:1");
    private IPage _page = null!;
    private PageWatch _watch = null!;

    public async ValueTask InitializeAsync()
    {
        _page = await (await browser.GetAsync(TestContext.Current.CancellationToken)).NewPageAsync();
        await _page.RouteAsync("**/*", route => route.FulfillAsync(new()
        {
            Status = route.Request.Url.EndsWith("/broken", StringComparison.Ordinal) ? 500 : 200,
            ContentType = "text/html",
            Body = "<h1>Book dit møde</h1>",
        }));
        _watch = new PageWatch(_page, Portal);
        _watch.KeepSecret("0101505321");
        await _page.GotoAsync(Portal.ToString());
    }

    [Fact]
    public async Task Faults_QuietPage_AreNone()
    {
        await _watch.LookIntoStorageAsync(_page);

        Assert.Empty(_watch.Faults);
    }

    [Theory]
    [InlineData("console.error('no')", "Console: no")]
    [InlineData("new Promise(done => { setTimeout(done, 1); setTimeout(() => { throw new Error('no') }, 0); })", "Script: ")]
    [InlineData("fetch('http://127.0.0.2:1/statistics', { mode: 'no-cors' }).catch(() => 0)", "Another host: http://127.0.0.2:1/statistics")]
    [InlineData("fetch('/broken').catch(() => 0)", "500: http://127.0.0.1:1/broken")]
    [InlineData("fetch('/min-side?cpr=0101505321').catch(() => 0)", "A personnummer in an address: ")]
    [InlineData("localStorage.setItem('cpr', '0101505321')", "A personnummer in the browser's storage.")]
    public async Task Faults_PageMisbehaves_NameIt(string script, string fault)
    {
        await _page.EvaluateAsync(script);
        await _watch.LookIntoStorageAsync(_page);

        Assert.Contains(_watch.Faults, found => found.StartsWith(fault, StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync() => await _page.CloseAsync();
}
