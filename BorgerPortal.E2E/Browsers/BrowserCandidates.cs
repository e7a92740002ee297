namespace BorgerPortal.E2E.Browsers;

/// <summary>Where a Chromium may lie on this machine, in the order in which they are tried.</summary>
/// <param name="path">The PATH variable.</param>
/// <param name="playwrightOwn">Where Playwright's installer puts its own.</param>
/// <param name="exists">Tells whether a file is there.</param>
public sealed class BrowserCandidates(string? path, string playwrightOwn, Func<string, bool> exists)
{
    // Without its own windows, which nobody sees here, a browser needs a third of the processor time.
    private static readonly string[] Names =
    [
        "chromium-headless-shell",
        "chrome-headless-shell",
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "chrome",
        "microsoft-edge",
        "Google Chrome",
        "Chromium",
        "chrome.exe",
        "msedge.exe",
    ];

    private static readonly string[] Folders =
    [
        "/usr/bin",
        "/usr/local/bin",
        "/snap/bin",
        "/opt/google/chrome",
        "/Applications/Google Chrome.app/Contents/MacOS",
        "/Applications/Chromium.app/Contents/MacOS",
        @"C:\Program Files\Google\Chrome\Application",
        @"C:\Program Files (x86)\Microsoft\Edge\Application",
    ];

    /// <summary>Those that are there now; an installer may have changed that since the last call.</summary>
    public IReadOnlyList<string> Find() =>
    [
        .. FoldersOfPath().Concat(Folders)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .Append(playwrightOwn)
            .Distinct(StringComparer.Ordinal)
            .Where(exists),
    ];

    private string[] FoldersOfPath() => (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
}
