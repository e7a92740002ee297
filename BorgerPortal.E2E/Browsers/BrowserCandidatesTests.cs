using Xunit;

namespace BorgerPortal.E2E.Browsers;

public sealed class BrowserCandidatesTests
{
    private const string Own = "/home/anna/.cache/playwright/chrome";

    [Fact]
    public void Find_SeveralThere_PathComesFirstAndPlaywrightsOwnLast()
    {
        var machine = new HashSet<string> { Own, "/usr/bin/chromium", "/opt/mine/google-chrome" };

        Assert.Equal(["/opt/mine/google-chrome", "/usr/bin/chromium", Own], new BrowserCandidates("/opt/mine", Own, machine.Contains).Find());
    }

    [Fact]
    public void Find_BrowserWithoutWindows_ComesFirst()
    {
        var machine = new HashSet<string> { "/usr/bin/chromium", "/usr/bin/chromium-headless-shell" };

        Assert.Equal(["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"], new BrowserCandidates(null, Own, machine.Contains).Find());
    }

    [Fact]
    public void Find_SameFolderOnPathAndKnown_IsNamedOnce()
    {
        Assert.Equal(["/usr/bin/chromium"], new BrowserCandidates("/usr/bin:/usr/bin", Own, "/usr/bin/chromium".Equals).Find());
    }

    [Fact]
    public void Find_NoPath_StillLooksWhereBrowsersUsuallyLie()
    {
        Assert.Equal(["/usr/bin/chromium-browser"], new BrowserCandidates(null, Own, "/usr/bin/chromium-browser".Equals).Find());
    }
}
