using BorgerPortal.E2E.Browsers;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BorgerPortal.E2E.Pages;

/// <summary>What is printed is what the paper is for: no way to other pages, no buttons, and black on white also where the screen is dark.</summary>
public sealed class PrintTests(BrowserFixture browser, DemoPortal demo) : PageStateTest(browser, demo)
{
    private static readonly string[] NotPrinted = [".header-tools", ".footer", ".skip-link", ".back-link", "[data-print]", ".mud-button-root"];

    [Theory]
    [InlineData("kvittering")]
    [InlineData("bevis")]
    [InlineData("moede")]
    public async Task Page_OnPaper_IsTheMatterAloneInBlackOnWhite(string name)
    {
        var state = Find(name);
        var visitor = await ComesToSeeAsync(state, 800);
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await ReachAsync(visitor, state);

        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });

        foreach (var part in NotPrinted)
        {
            foreach (var found in await visitor.Page.Locator(part).AllAsync())
            {
                await Expect(found).ToBeHiddenAsync();
            }
        }

        await Expect(visitor.Page.Locator("h1")).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator("main dl").First).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(255, 255, 255)");
        await Expect(visitor.Page.Locator("h1")).ToHaveCSSAsync("color", "rgb(0, 0, 0)");
    }
}
