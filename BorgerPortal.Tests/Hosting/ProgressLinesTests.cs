using BorgerPortal.Domain.Scenarios;
using BorgerPortal.Web.Hosting;
using Xunit;

namespace BorgerPortal.Tests.Hosting;

public sealed class ProgressLinesTests
{
    [Fact]
    public void Report_ManyRows_TellsEveryTenThousandOfEachCollection()
    {
        using var error = new StringWriter();
        var lines = new ProgressLines(error);

        foreach (var (collection, rows) in new[] { ("jobcentre", 90), ("borgere", 2_000), ("borgere", 10_000), ("borgere", 12_000), ("borgere", 21_500),
            ("moedetider", 9_999), ("moedetider", 11_000), ("moedetider", 20_999), ("moedetider", 21_000) })
        {
            lines.Report(new ScenarioProgress(collection, rows));
        }

        Assert.Equal(
            ["borgere: 10000", "borgere: 21500", "moedetider: 11000", "moedetider: 21000"],
            error.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }
}
