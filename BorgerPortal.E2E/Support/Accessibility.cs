using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace BorgerPortal.E2E.Support;

/// <summary>WCAG 2.2 AA as far as axe can judge it, and no sideways scroll.</summary>
internal static class Accessibility
{
    private static readonly AxeRunOptions Everything = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    // Dark mode changes colours alone.
    private static readonly AxeRunOptions Colours = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] } };

    public static async Task AssertAccessibleAsync(this IPage page)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await AssertNoViolationsAsync(page, Colours, "dark");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await AssertNoViolationsAsync(page, Everything, "light");
        await page.AssertFitsAsync();
    }

    /// <summary>All that axe looks for, in the mode that the page is in.</summary>
    public static Task AssertNoViolationsAsync(this IPage page, string mode) => AssertNoViolationsAsync(page, Everything, mode);

    public static async Task AssertFitsAsync(this IPage page) => Assert.False(
        await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"),
        $"{page.Url} scrolls sideways at a width of {page.ViewportSize!.Width} px.");

    private static async Task AssertNoViolationsAsync(IPage page, AxeRunOptions options, string mode)
    {
        var result = await page.RunAxe(options);
        Assert.True(result.Violations.Length == 0, $"{page.Url} ({mode})\n" + string.Join('\n', result.Violations.Select(Describe)));
    }

    private static string Describe(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help}\n" + string.Join('\n', violation.Nodes.Select(node => $"    {node.Html}"));
}
