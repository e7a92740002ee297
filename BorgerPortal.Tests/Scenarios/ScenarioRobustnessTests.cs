using System.Text.Json.Nodes;
using BorgerPortal.Tests.Support;
using Xunit;

namespace BorgerPortal.Tests.Scenarios;

public abstract class ScenarioRobustnessTests
{
    public sealed class OnSqlite : ScenarioRobustnessTests;

    public sealed class OnPostgreSql : ScenarioRobustnessTests;

    /// <summary>What somebody might put anywhere by mistake, a personnummer among it.</summary>
    private static readonly string[] OddValues =
    [
        "null", "-1", "1e400", "\"\"", "\"0101505321\"", "\"\\u0000\"", "[]", "{}", "[\"0101505321\"]", "{\"0101505321\": 1}",
        "\"9999-12-31\"", "\"0001-01-01T00:00\"",
    ];

    [Fact]
    public async Task Import_AnyValueAnywhere_EndsInLoadedOrFaultsAndNeverRepeatsAPersonnummer()
    {
        await using var portal = await TestPortal.StartAsync();
        var (loaded, refused) = (0, 0);
        foreach (var path in PathsOf(JsonNode.Parse(Scenario.Documented)!))
        {
            foreach (var value in OddValues)
            {
                var outcome = await portal.ImportAsync(file => Put(file, path, JsonNode.Parse(value)));

                Assert.NotEqual(outcome.IsLoaded, outcome.Faults.Count > 0);
                Assert.All(outcome.Faults, fault => Assert.DoesNotContain("0101505321", fault.ToString(), StringComparison.Ordinal));
                (loaded, refused) = outcome.IsLoaded ? (loaded + 1, refused) : (loaded, refused + 1);
            }
        }

        // Both ways are gone often, or the test looks at nothing.
        Assert.True(loaded > 100 && refused > 500, $"{loaded} loaded, {refused} refused");
    }

    /// <summary>The way to each value of a document, by names and indexes.</summary>
    private static IEnumerable<object[]> PathsOf(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Steps(member.Key, member.Value)),
        JsonArray items => items.SelectMany((item, index) => Steps(index, item)),
        _ => [],
    };

    private static IEnumerable<object[]> Steps(object step, JsonNode? node) =>
        [[step], .. PathsOf(node).Select(path => (object[])[step, .. path])];

    private static void Put(JsonNode file, object[] path, JsonNode? value)
    {
        var parent = path[..^1].Aggregate(file, (node, step) => step is string name ? node[name]! : node[(int)step]!);
        if (path[^1] is string last)
        {
            parent[last] = value;
        }
        else
        {
            parent[(int)path[^1]] = value;
        }
    }
}
