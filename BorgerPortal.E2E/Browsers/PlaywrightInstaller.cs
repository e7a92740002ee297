namespace BorgerPortal.E2E.Browsers;

/// <summary>
/// Playwright's own installer, which downloads a Chromium for the present user. Tried only where its download could not
/// be reached: there it fails within seconds and the next installer has its turn. That its success leads to a browser is
/// what Playwright promises; it has not been seen here.
/// </summary>
/// <param name="run">Runs it with these arguments and answers with its exit code.</param>
/// <param name="limit">How long a download may take.</param>
public sealed class PlaywrightInstaller(Func<string[], int> run, TimeSpan limit) : IBrowserInstaller
{
    public string Name => "playwright install chromium";

    public async Task<string?> InstallAsync(CancellationToken cancellationToken)
    {
        try
        {
            var exitCode = await Task.Run(() => run(["install", "chromium"]), cancellationToken)
                .WaitAsync(limit, TimeProvider.System, cancellationToken);
            return exitCode == 0 ? null : $"ended with {exitCode}; its download may not be reachable from here.";
        }
        catch (TimeoutException)
        {
            return $"was not done within {limit.TotalMinutes:0} minutes.";
        }
    }
}
