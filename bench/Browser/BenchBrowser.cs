using BorgerPortal.E2E.Browsers;
using Microsoft.Playwright;

namespace BorgerPortal.Bench.Browser;

/// <summary>The Chromium of this machine, found as the browser tests find theirs; nothing is installed for a benchmark.</summary>
internal static class BenchBrowser
{
    public static async Task<IBrowser?> LaunchAsync(IPlaywright playwright)
    {
        foreach (var executable in new BrowserCandidates(Environment.GetEnvironmentVariable("PATH"), playwright.Chromium.ExecutablePath, File.Exists).Find())
        {
            try
            {
                return await playwright.Chromium.LaunchAsync(new()
                {
                    ExecutablePath = executable,
                    Headless = true,
                    Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update"],
                });
            }
            catch (Exception exception) when (exception is PlaywrightException or TimeoutException)
            {
                // The next one, if there is one.
            }
        }

        return null;
    }

    /// <summary>A browser with nothing kept, logged in where a cookie is given.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="address">Where the cookie belongs.</param>
    /// <param name="cookie">name=value.</param>
    /// <remarks>The pages allow no script of ours: the browser is told not to mind.</remarks>
    public static async Task<IBrowserContext> NewPhoneAsync(this IBrowser browser, Uri address, string? cookie)
    {
        var context = await browser.NewContextAsync(new() { Locale = "da-DK", BypassCSP = true, ViewportSize = new() { Width = 390, Height = 844 } });
        if (cookie?.Split('=', 2) is [var name, var value])
        {
            // In Production the cookie is one of a secure site alone; a browser counts this machine as one without TLS.
            await context.AddCookiesAsync([new Cookie { Name = name, Value = value, Url = $"https://{address.Host}", Secure = true }]);
        }

        return context;
    }
}
