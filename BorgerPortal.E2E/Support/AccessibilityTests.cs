using BorgerPortal.E2E.Browsers;
using Microsoft.Playwright;
using Xunit;

namespace BorgerPortal.E2E.Support;

/// <summary>The look at a page can fail a test: in light, in dark, and for what is too wide.</summary>
public sealed class AccessibilityTests(BrowserFixture browser)
{
    private const string Sound = "<h1>Book dit møde</h1><p>Vælg en tid.</p>";

    [Fact]
    public async Task AssertAccessible_SoundPage_Passes() => Assert.Null(await LookAsync(Sound));

    [Theory]
    [InlineData("<img src='data:,'>", "image-alt")]
    [InlineData("<style>@media (prefers-color-scheme: light) { p { color: #bbb } }</style>", "(light)\ncolor-contrast")]
    [InlineData("<style>@media (prefers-color-scheme: dark) { p { color: #bbb } }</style>", "(dark)\ncolor-contrast")]
    [InlineData("<div style='width: 3000px'>.</div>", "scrolls sideways")]
    public async Task AssertAccessible_FaultOnThePage_NamesIt(string fault, string expected) =>
        Assert.Contains(expected, await LookAsync(Sound + fault), StringComparison.Ordinal);

    private async Task<string?> LookAsync(string body)
    {
        var chromium = await browser.GetAsync(TestContext.Current.CancellationToken);
        await using var context = await chromium.NewContextAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var page = await context.NewPageAsync();
        await page.SetContentAsync($"<!DOCTYPE html><html lang='da'><title>Book dit møde</title><body><main>{body}</main></body></html>");
        return (await Record.ExceptionAsync(page.AssertAccessibleAsync))?.Message;
    }
}
