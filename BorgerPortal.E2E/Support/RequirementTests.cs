using BorgerPortal.Tests.Support;
using Xunit;
using Xunit.Sdk;

namespace BorgerPortal.E2E.Support;

public sealed class RequirementTests
{
    private const string Reason = "No strace. Run: apt-get install strace";

    [Fact]
    public void Missing_Usually_SkipsAndSaysWhatToRun()
    {
        // xunit's own assertions let a skip pass through to the runner, so it is caught by hand.
        Exception? ended = null;
        try
        {
            Requirement.Missing(Reason, requireAll: false);
        }
        catch (SkipException skip)
        {
            ended = skip;
        }

        Assert.EndsWith(Reason, ended?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_EverythingIsRequired_Fails()
    {
        var failed = Assert.Throws<FailException>(() => Requirement.Missing(Reason, requireAll: true));

        Assert.EndsWith(Reason, failed.Message, StringComparison.Ordinal);
    }
}
