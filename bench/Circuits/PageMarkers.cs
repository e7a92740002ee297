using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BorgerPortal.Bench.Circuits;

/// <summary>What a prerendered page says of its interactive components and of their state.</summary>
internal sealed partial record PageMarkers(IReadOnlyList<JsonNode> Components, string State)
{
    public static PageMarkers Read(string page) => new(
        [.. Marker().Matches(page)
            .Select(match => JsonNode.Parse(match.Groups["json"].Value)!)
            .Where(marker => marker["descriptor"] is not null)],
        Persisted().Match(page).Groups["state"].Value);

    /// <summary>The batch with which a browser puts the components into a new circuit.</summary>
    public string AddAll() => JsonSerializer.Serialize(new
    {
        batchId = 1,
        operations = Components.Select((marker, index) => new { type = "add", ssrComponentId = index + 1, marker }),
    });

    [GeneratedRegex("<!--Blazor:(?<json>\\{.*?\\})-->", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>.*?)-->", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Persisted();
}
