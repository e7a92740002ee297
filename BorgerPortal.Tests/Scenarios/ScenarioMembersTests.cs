using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BorgerPortal.Tests.Support;
using Xunit;

namespace BorgerPortal.Tests.Scenarios;

/// <summary>Shows that the comparison of the round trip can fail: an export without any one of its members is noticed.</summary>
public sealed partial class ScenarioMembersTests
{
    [Fact]
    public async Task Export_WithoutAnyOneOfItsMembers_GivesOtherRowsOrAFault()
    {
        await using var source = await TestPortal.StartAsync();
        Assert.Empty((await source.ImportAsync(RichScenario.Json)).Faults);
        var exported = await source.ExportAsync();
        var rows = await ScenarioRows.TextAsync(source);

        var unnoticed = new List<string>();
        foreach (var member in Members(JsonNode.Parse(exported)!).Distinct().Prepend(""))
        {
            await using var target = await TestPortal.StartAsync(source.Clock.GetUtcNow().AddDays(1));
            var outcome = await target.ImportAsync(Without(member, exported));
            if (outcome.IsLoaded && await ScenarioRows.TextAsync(target) == rows)
            {
                unnoticed.Add(member);
            }
        }

        // The whole of it, and nothing else.
        Assert.Equal([""], unnoticed);
    }

    private static string Without(string member, string json)
    {
        var file = JsonNode.Parse(json)!;
        foreach (var node in Nodes(file).Where(node => node.Parent is JsonObject && PathOf(node) == member).ToList())
        {
            ((JsonObject)node.Parent!).Remove(node.GetPropertyName());
        }

        return file.ToJsonString();
    }

    private static IEnumerable<string> Members(JsonNode file) => Nodes(file).Where(node => node.Parent is JsonObject).Select(PathOf);

    private static IEnumerable<JsonNode> Nodes(JsonNode node) => (node switch
    {
        JsonObject members => members.Select(member => member.Value),
        JsonArray items => items,
        _ => [],
    }).OfType<JsonNode>().SelectMany(child => Nodes(child).Prepend(child));

    /// <summary>Where it stands, in whichever row.</summary>
    private static string PathOf(JsonNode node) => Index().Replace(node.GetPath(), "[]");

    [GeneratedRegex(@"\[[0-9]+\]", RegexOptions.None, 1000)]
    private static partial Regex Index();
}
