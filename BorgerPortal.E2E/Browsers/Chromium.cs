using BorgerPortal.E2E.Support;
using Microsoft.Playwright;

namespace BorgerPortal.E2E.Browsers;

/// <summary>How the tests launch their browser, and how they come by it.</summary>
internal static class Chromium
{
    private static readonly TimeSpan DownloadLimit = TimeSpan.FromMinutes(5);

    // No name but this machine's is looked up: a page that asks another host for something fails its test.
    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    ];

    public static BrowserTypeLaunchOptions Options(string executable) => new()
    {
        ExecutablePath = executable,
        Headless = true,
        Args = Arguments,
        Timeout = 30_000,
    };

    public static BrowserFinder Finder(IPlaywright playwright)
    {
        var candidates = new BrowserCandidates(Environment.GetEnvironmentVariable("PATH"), playwright.Chromium.ExecutablePath, File.Exists);
        return new BrowserFinder(
            candidates.Find,
            new LaunchProbe(playwright),
            [
                new PlaywrightInstaller(RunPlaywright, DownloadLimit),
                new AptInstaller(Environment.IsPrivilegedProcess && OperatingSystem.IsLinux(), Command.RunAsync),
            ]);
    }

    private static int RunPlaywright(string[] arguments)
    {
        // Its own default is half a minute for each of many attempts.
        Environment.SetEnvironmentVariable("PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT", "5000");
        return Microsoft.Playwright.Program.Main(arguments);
    }

    private sealed class LaunchProbe(IPlaywright playwright) : IBrowserProbe
    {
        public async Task<string?> LaunchAsync(string executable)
        {
            try
            {
                await using var browser = await playwright.Chromium.LaunchAsync(Options(executable));
                return null;
            }
            catch (Exception exception) when (exception is PlaywrightException or TimeoutException)
            {
                return exception.Message.Split('\n', 2)[0];
            }
        }
    }
}
