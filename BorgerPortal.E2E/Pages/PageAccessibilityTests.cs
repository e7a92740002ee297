using BorgerPortal.E2E.Browsers;
using BorgerPortal.E2E.Support;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BorgerPortal.E2E.Pages;

/// <summary>
/// Every page in every state under axe, without sideways scroll at 320 pixels and at twice the size. Each is looked at in
/// one of four ways, Danish or English, light or dark, the ways taken in turn; with BORGERPORTAL_EVERY_MODE=1 in all four.
/// </summary>
public sealed class PageAccessibilityTests(BrowserFixture browser, DemoPortal demo) : PageStateTest(browser, demo)
{
    private const int Phone = 320;
    private const int Desktop = 1280;

    private static readonly (string Language, ColorScheme Colours)[] Modes =
        [("da", ColorScheme.Light), ("en", ColorScheme.Dark), ("da", ColorScheme.Dark), ("en", ColorScheme.Light)];

    private static readonly bool InEveryMode = Environment.GetEnvironmentVariable("BORGERPORTAL_EVERY_MODE") == "1";

    public static TheoryData<string, string, ColorScheme> Looks
    {
        get
        {
            var looks = new TheoryData<string, string, ColorScheme>();
            foreach (var (turn, state) in PageStates.All.Index())
            {
                foreach (var (language, colours) in InEveryMode ? Modes : [Modes[turn % Modes.Length]])
                {
                    looks.Add(state.Name, language, colours);
                }
            }

            return looks;
        }
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Page_InItsMode_IsAccessibleAndNeverScrollsSideways(string name, string language, ColorScheme colours)
    {
        var state = Find(name);
        var visitor = await ComesToSeeAsync(state, Desktop);
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = colours });
        if (language != "da")
        {
            await visitor.OpenAsync($"/sprog/{language}?retur=/");
        }

        await ReachAsync(visitor, state, inDanish: language == "da");
        await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", language);

        await visitor.Page.AssertNoViolationsAsync($"{language}, {colours}");
        await visitor.Page.AssertFitsAsync();
        await visitor.Page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
        await visitor.Page.AssertFitsAsync();
        await visitor.Page.EvaluateAsync("document.documentElement.style.fontSize = ''");
        await visitor.Page.SetViewportSizeAsync(Phone, 700);
        await visitor.Page.AssertFitsAsync();
        await visitor.Page.AssertNoViolationsAsync($"{language}, {colours}, {Phone} px");
    }
}
