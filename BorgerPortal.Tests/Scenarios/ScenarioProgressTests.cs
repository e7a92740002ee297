using System.Text;
using BorgerPortal.Domain.Scenarios;
using BorgerPortal.Tests.Support;
using Xunit;

namespace BorgerPortal.Tests.Scenarios;

/// <summary>How far an import or an export has come: it rises, and ends with all rows of each collection.</summary>
public abstract class ScenarioProgressTests
{
    public sealed class OnSqlite : ScenarioProgressTests;

    public sealed class OnPostgreSql : ScenarioProgressTests;

    private const int Many = 4_500;

    private static readonly (string Collection, int Rows)[] All =
        [("jobcentre", 1), ("sagsbehandlere", 10), ("borgere", Many), ("moedetilbud", 1), ("moedetider", Many), ("indkaldelser", Many)];

    [Fact]
    public async Task ImportAndExport_ManyRows_TellHowFarTheyHaveCome()
    {
        await using var portal = await TestPortal.StartAsync();
        var (imported, exported) = (new Told(), new Told());

        using var file = new MemoryStream(Encoding.UTF8.GetBytes(LargeScenario.Of(Many)));
        Assert.Empty((await portal.Get<ScenarioImporter>().ImportAsync(file, imported, TestContext.Current.CancellationToken)).Faults);
        using var output = new MemoryStream();
        await portal.Get<ScenarioExporter>().ExportAsync(output, exported, TestContext.Current.CancellationToken);

        AssertRises(imported);
        AssertRises(exported);
    }

    private static void AssertRises(Told told)
    {
        var collections = told.Lines.GroupBy(line => line.Collection, line => line.Rows).ToList();
        Assert.Equal(All, collections.Select(rows => (rows.Key, rows.Last())));
        Assert.All(collections, rows => Assert.Equal(rows.Order(), rows));
        Assert.All(collections.Where(rows => rows.Last() == Many), rows => Assert.True(rows.Distinct().Count() > 2, $"{rows.Key} is told too seldom."));
    }

    private sealed class Told : IProgress<ScenarioProgress>
    {
        public List<ScenarioProgress> Lines { get; } = [];

        public void Report(ScenarioProgress value) => Lines.Add(value);
    }
}
