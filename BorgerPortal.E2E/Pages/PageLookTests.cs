using System.Text.RegularExpressions;
using BorgerPortal.E2E.Browsers;
using BorgerPortal.Tests.Support;
using Microsoft.Playwright;
using Xunit;

namespace BorgerPortal.E2E.Pages;

/// <summary>
/// What every page tells a screen reader, that nothing on it moves while it loads, and its pictures. The tree that a screen
/// reader reads is kept in Snapshots/ and the pictures in docs/pictures/; with BORGERPORTAL_KEEP_LOOKS=1 both are kept anew.
/// </summary>
public sealed partial class PageLookTests(BrowserFixture browser, DemoPortal demo) : PageStateTest(browser, demo)
{
    private const int Desktop = 1280;
    private const int Phone = 360;

    /// <summary>The bar that follows the reader would lie across a picture of the whole page.</summary>
    private const string LayBarDown = "document.querySelector('.step-bar')?.style.setProperty('position', 'static')";

    private const double MostShift = 0.02;

    private static readonly (string Name, int Width, ColorScheme Colours)[] Looks =
        [("skaerm", 1024, ColorScheme.Light), ("moerk", 1024, ColorScheme.Dark), ("telefon", Phone, ColorScheme.Light)];

    private static readonly bool Keep = Environment.GetEnvironmentVariable("BORGERPORTAL_KEEP_LOOKS") == "1";

    [Theory]
    [MemberData(nameof(States))]
    public async Task Page_ReadAloud_IsAsItWasKept(string name)
    {
        var state = Find(name);
        var visitor = await ComesToSeeAsync(state, Desktop);
        await ReachAsync(visitor, state);

        var tree = Changing().Replace(await visitor.Page.Locator("body").AriaSnapshotAsync(), "…") + "\n";

        var file = Path.Combine(SolutionFolder.Path, "BorgerPortal.E2E", "Pages", "Snapshots", $"{name}.yaml");
        if (Keep)
        {
            await File.WriteAllTextAsync(file, tree, TestContext.Current.CancellationToken);
            if (state.IsInDocs)
            {
                await TakePicturesAsync(visitor.Page, name);
            }
        }

        Assert.True(File.Exists(file), $"{file} is missing: look at the page, and keep it with BORGERPORTAL_KEEP_LOOKS=1.");
        Assert.Equal(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), tree);
    }

    [Theory]
    [InlineData(Desktop)]
    [InlineData(Phone)]
    public async Task Page_Loading_MovesNothing(int width)
    {
        var visitor = await ComesToSeeAllAsync(width);
        await visitor.Page.AddInitScriptAsync(
            "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => moved += entry.value)).observe({ type: 'layout-shift', buffered: true })");
        var moved = new List<string>();

        // They share a portal: those that change what others would see come last.
        foreach (var state in PageStates.All.Where(state => state.IsLive).OrderBy(state => state.Changes))
        {
            await ReachAsync(visitor, state);
            await visitor.Page.ReloadAsync();
            await visitor.IsLiveAsync();
            var shift = await visitor.Page.EvaluateAsync<double>(
                "document.fonts.ready.then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(moved)))))");
            if (shift >= MostShift)
            {
                moved.Add($"{state.Name}: {shift:0.###}");
            }
        }

        Assert.Empty(moved);
    }

    [Theory]
    [MemberData(nameof(Pictured))]
    public async Task Picture_OfThePage_IsInTheDocs(string name)
    {
        Assert.All(Looks, look => Assert.True(
            File.Exists(PictureOf(name, look.Name)), $"docs/pictures has no {name}-{look.Name}.png: keep it with BORGERPORTAL_KEEP_LOOKS=1."));
        Assert.Contains($"pictures/{name}-telefon.png", await File.ReadAllTextAsync(Path.Combine(SolutionFolder.Path, "docs", "journey.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    public static TheoryData<string> Pictured => [.. PageStates.All.Where(state => state.IsInDocs).Select(state => state.Name)];

    private static async Task TakePicturesAsync(IPage page, string name)
    {
        await page.EvaluateAsync(LayBarDown);
        foreach (var (look, width, colours) in Looks)
        {
            await page.SetViewportSizeAsync(width, 760);
            await page.EmulateMediaAsync(new() { ColorScheme = colours });
            await page.ScreenshotAsync(new() { Path = PictureOf(name, look), FullPage = true });
        }
    }

    private static string PictureOf(string name, string look) => Path.Combine(SolutionFolder.Path, "docs", "pictures", $"{name}-{look}.png");

    /// <summary>Ids and references that are new each time, and what the clock shows, which runs from 1 March at 10; looks are noted a moment later.</summary>
    [GeneratedRegex("(?<=, )[0-9]+(?= opslag)|(?<=1\\. marts 2027 kl\\. )[0-9.]+[0-9]|(?<=\"Klokken\": )[0-9:]+|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{32}|0H[0-9A-Z]{11}(?::|%3A)[0-9A-F]{8}", RegexOptions.None, 1000)]
    private static partial Regex Changing();
}
