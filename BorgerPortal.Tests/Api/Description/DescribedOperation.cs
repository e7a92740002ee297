using System.Globalization;
using System.Text.Json.Nodes;

namespace BorgerPortal.Tests.Api.Description;

/// <summary>An operation as the OpenAPI document describes it.</summary>
internal sealed record DescribedOperation(string Path, string Method, JsonNode Json)
{
    public string Id => Json["operationId"]!.GetValue<string>();

    public IEnumerable<JsonNode> Parameters => Json["parameters"]!.AsArray().OfType<JsonNode>();

    public JsonNode? Body => Json["requestBody"]?["content"]!["application/json"];

    /// <summary>Every problem by its status.</summary>
    public IEnumerable<(int Status, JsonNode Answer)> Problems => Answers.Where(answer => answer.Status >= 400);

    public IEnumerable<(int Status, JsonNode Answer)> Answers => Json["responses"]!.AsObject()
        .Select(answer => (int.Parse(answer.Key, CultureInfo.InvariantCulture), answer.Value!));

    public static IEnumerable<DescribedOperation> AllOf(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        from method in path.Value!.AsObject()
        select new DescribedOperation(path.Key, method.Key.ToUpperInvariant(), method.Value!);

    public static IEnumerable<int> CodesOf(JsonNode answer) => answer["x-fejlkoder"]!.AsArray().Select(code => code!.GetValue<int>());

    /// <summary>The bodies that a request or an answer may have: each with its schema and every example of it.</summary>
    public static IEnumerable<(JsonNode Schema, JsonNode? Example)> ExamplesOf(JsonNode? media) => media is null ? [] :
    [
        .. media["example"] is { } only ? [(media["schema"]!, only)] : Array.Empty<(JsonNode, JsonNode?)>(),
        .. media["examples"]?.AsObject().Select(example => (media["schema"]!, example.Value!["value"])) ?? [],
    ];

    /// <summary>The call as its examples put it.</summary>
    public (string Address, IReadOnlyList<(string Name, string Value)> Headers) Example()
    {
        var values = Parameters.ToLookup(
            parameter => parameter["in"]!.GetValue<string>(),
            parameter => (Name: parameter["name"]!.GetValue<string>(), Value: parameter["example"]!.ToString()));
        var address = values["path"].Aggregate(Path, (path, value) => path.Replace($"{{{value.Name}}}", value.Value, StringComparison.Ordinal));
        return ($"{address}?{string.Join('&', values["query"].Select(value => $"{value.Name}={Uri.EscapeDataString(value.Value)}"))}", [.. values["header"]]);
    }
}
