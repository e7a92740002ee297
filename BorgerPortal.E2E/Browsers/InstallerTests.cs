using BorgerPortal.E2E.Support;
using Xunit;

namespace BorgerPortal.E2E.Browsers;

public sealed class InstallerTests
{
    [Fact]
    public async Task Apt_NotRoot_SaysSoAndRunsNothing()
    {
        var installer = new AptInstaller(isRoot: false, (_, _, _) => throw new InvalidOperationException("It ran something."));

        Assert.Equal("only root can.", await installer.InstallAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Apt_Root_ReadsTheListsBeforeItInstalls()
    {
        var ran = new List<string>();
        var installer = new AptInstaller(isRoot: true, (program, arguments, _) =>
        {
            ran.Add(program + " " + string.Join(' ', arguments));
            return Task.FromResult(new CommandResult(0, ""));
        });

        Assert.Null(await installer.InstallAsync(TestContext.Current.CancellationToken));
        Assert.Collection(
            ran,
            update => Assert.EndsWith(" update", update, StringComparison.Ordinal),
            install => Assert.Contains(" install -y --no-install-recommends chromium ", install, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Apt_StepFails_SaysWhichAndWhy()
    {
        var installer = new AptInstaller(isRoot: true, (_, _, _) => Task.FromResult(new CommandResult(100, "Reading lists\nE: no network\n")));

        Assert.Equal("update ended with 100: E: no network", await installer.InstallAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "ended with 1; its download may not be reachable from here.")]
    public async Task Playwright_Ends_IsJudgedByItsExitCode(int exitCode, string? expected)
    {
        var installer = new PlaywrightInstaller(arguments => string.Join(' ', arguments) == "install chromium" ? exitCode : -1, TimeSpan.FromMinutes(1));

        Assert.Equal(expected, await installer.InstallAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Playwright_Hangs_IsGivenUp()
    {
        using var never = new ManualResetEventSlim();
        var installer = new PlaywrightInstaller(_ => Wait(never), TimeSpan.FromMilliseconds(1));

        Assert.Equal("was not done within 0 minutes.", await installer.InstallAsync(TestContext.Current.CancellationToken));
        never.Set();
    }

    private static int Wait(ManualResetEventSlim signal)
    {
        signal.Wait(CancellationToken.None);
        return 0;
    }
}
