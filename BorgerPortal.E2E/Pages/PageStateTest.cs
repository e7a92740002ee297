using System.Text.RegularExpressions;
using BorgerPortal.E2E.Browsers;
using BorgerPortal.E2E.Support;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace BorgerPortal.E2E.Pages;

/// <summary>A look at each of <see cref="PageStates"/>.</summary>
public abstract class PageStateTest(BrowserFixture browser, DemoPortal demo) : JourneyTest(browser), IClassFixture<DemoPortal>
{
    private static readonly TimeSpan RegexPatience = TimeSpan.FromSeconds(1);

    public static TheoryData<string> States => [.. PageStates.All.Select(state => state.Name)];

    private RunningPortal? _portal;

    protected override RunningPortal Portal => _portal ?? throw new InvalidOperationException("Nobody has come yet.");

    protected override string Scenario => DemoPortal.Scenario;

    /// <summary>The portal waits for the one who comes: most states share one.</summary>
    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Somebody comes to see a state: on the shared portal, where getting there changes nothing.</summary>
    protected Task<Visitor> ComesToSeeAsync(PageState state, int width)
    {
        _portal = state.Changes ? OpenOwnPortal() : demo.Portal;
        return ComesAsync(width);
    }

    /// <summary>Somebody comes to see one state after the other.</summary>
    protected Task<Visitor> ComesToSeeAllAsync(int width)
    {
        _portal = OpenOwnPortal();
        return ComesAsync(width);
    }

    protected static PageState Find(string name) => PageStates.All.Single(state => state.Name == name);

    /// <summary>The page is there, is answered and, in Danish, has its heading; the title begins with the heading.</summary>
    protected static async Task ReachAsync(Visitor visitor, PageState state, bool inDanish = true)
    {
        await state.ReachAsync(visitor);
        var heading = visitor.Page.Locator("h1");
        if (inDanish)
        {
            await Expect(heading).ToHaveTextAsync(state.Heading);
        }

        if (state.IsLive)
        {
            await visitor.IsLiveAsync();
        }

        await Expect(visitor.Page.Locator(state.Ready ?? "h1").First).ToBeVisibleAsync();
        await Expect(visitor.Page).ToHaveTitleAsync(new Regex("^" + Regex.Escape((await heading.InnerTextAsync()).Trim()), RegexOptions.None, RegexPatience));
    }
}
