using Xunit;

namespace BorgerPortal.E2E.Browsers;

public sealed class BrowserFinderTests
{
    private readonly List<string> _machine = [];
    private readonly HashSet<string> _broken = [];
    private readonly List<string> _ran = [];

    [Fact]
    public async Task Find_FirstOneThere_IsTakenAndNothingIsInstalled()
    {
        _machine.AddRange(["/usr/bin/chromium", "/usr/bin/google-chrome"]);

        var finding = await FindAsync(new Installer(this, "first"));

        Assert.Equal("/usr/bin/chromium", finding.Executable);
        Assert.Empty(_ran);
    }

    [Fact]
    public async Task Find_ThereButDoesNotLaunch_FallsThroughToTheNext()
    {
        _machine.AddRange(["/usr/bin/chromium-browser", "/usr/bin/google-chrome"]);
        _broken.Add("/usr/bin/chromium-browser");

        var finding = await FindAsync();

        Assert.Equal("/usr/bin/google-chrome", finding.Executable);
        Assert.Contains("/usr/bin/chromium-browser does not launch", finding.Account, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_NoneThatLaunches_IsInstalledAndLookedForAgain()
    {
        _machine.Add("/usr/bin/chromium-browser");
        _broken.Add("/usr/bin/chromium-browser");

        var finding = await FindAsync(new Installer(this, "first", brings: "/cache/chrome"), new Installer(this, "second"));

        Assert.Equal("/cache/chrome", finding.Executable);
        Assert.Equal(["first"], _ran);
    }

    [Fact]
    public async Task Find_FirstInstallerFails_TheSecondHasItsTurn()
    {
        var finding = await FindAsync(new Installer(this, "first", fails: "no way out"), new Installer(this, "second", brings: "/usr/bin/chromium"));

        Assert.Equal("/usr/bin/chromium", finding.Executable);
        Assert.Equal(["first", "second"], _ran);
        Assert.Contains("first: no way out", finding.Account, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_InstalledOneDoesNotLaunch_TheNextInstallerHasItsTurn()
    {
        _broken.Add("/usr/bin/chromium");

        var finding = await FindAsync(new Installer(this, "first", brings: "/usr/bin/chromium"), new Installer(this, "second", brings: "/cache/chrome"));

        Assert.Equal("/cache/chrome", finding.Executable);
    }

    [Fact]
    public async Task Find_NothingWorks_SaysWhatToRunAndWhatWasTried()
    {
        var finding = await FindAsync(new Installer(this, "first", fails: "no way out"), new Installer(this, "second", fails: "only root can."));

        Assert.Null(finding.Executable);
        Assert.Contains("Run: " + BrowserFinder.Command, finding.Account, StringComparison.Ordinal);
        Assert.Contains("first: no way out\nsecond: only root can.", finding.Account, StringComparison.Ordinal);
    }

    private Task<BrowserFinding> FindAsync(params IBrowserInstaller[] installers) =>
        new BrowserFinder(() => [.. _machine], new Probe(_broken), installers).FindAsync(TestContext.Current.CancellationToken);

    private sealed class Probe(HashSet<string> broken) : IBrowserProbe
    {
        public Task<string?> LaunchAsync(string executable) => Task.FromResult(broken.Contains(executable) ? "a library is missing" : null);
    }

    private sealed class Installer(BrowserFinderTests tests, string name, string? brings = null, string? fails = null) : IBrowserInstaller
    {
        public string Name => name;

        public Task<string?> InstallAsync(CancellationToken cancellationToken)
        {
            tests._ran.Add(name);
            if (brings is not null)
            {
                tests._machine.Add(brings);
            }

            return Task.FromResult(fails);
        }
    }
}
