using Microsoft.Playwright;
using Xunit;

namespace BorgerPortal.E2E.Support;

/// <summary>What a visitor without a mouse does.</summary>
internal static class Keyboard
{
    /// <summary>More presses than any page has stops: who has not arrived by then cannot get there.</summary>
    private const int MostPresses = 60;

    public static async Task TabToAsync(this Visitor visitor, ILocator target)
    {
        for (var presses = 0; presses < MostPresses; presses++)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"Tab does not lead to {target} on {visitor.Page.Url}.");
    }

    /// <summary>Tabs there, and presses the key.</summary>
    public static async Task PressAtAsync(this Visitor visitor, ILocator target, string key)
    {
        await visitor.TabToAsync(target);
        await visitor.Page.Keyboard.PressAsync(key);
    }
}
