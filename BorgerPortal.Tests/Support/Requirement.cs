using System.Diagnostics.CodeAnalysis;
using Xunit;

namespace BorgerPortal.Tests.Support;

/// <summary>
/// What a test needs of the machine beyond the SDK: a browser, strace, a database server. Where it is missing the test
/// is skipped and says what to run; where everything must be tested, <see cref="Variable"/>=1 makes that a failure.
/// </summary>
public static class Requirement
{
    public const string Variable = "BORGERPORTAL_REQUIRE_ALL";

    /// <summary>Ends the test: skipped, or failed where everything is required.</summary>
    /// <param name="reason">What is missing, and the one command that brings it.</param>
    [DoesNotReturn]
    public static void Missing(string reason) => Missing(reason, Environment.GetEnvironmentVariable(Variable) == "1");

    [DoesNotReturn]
    internal static void Missing(string reason, bool requireAll)
    {
        if (requireAll)
        {
            Assert.Fail($"{Variable}=1, and this is missing: {reason}");
        }

        Assert.Skip(reason);
    }
}
