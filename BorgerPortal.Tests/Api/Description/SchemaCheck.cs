using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BorgerPortal.Domain.Time;

namespace BorgerPortal.Tests.Api.Description;

/// <summary>
/// Holds a JSON value against a schema of the OpenAPI document. Stricter than JSON Schema: a member that the schema does
/// not name is a fault, and so is a keyword that is not looked at here.
/// </summary>
internal sealed class SchemaCheck(JsonNode document)
{
    private static readonly string[] ToldOnly = ["description", "default", "required", "additionalProperties"];

    public IEnumerable<string> FaultsOf(JsonNode? value, JsonNode schema, string path = "$") =>
        schema["$ref"] is { } reference
            ? FaultsOf(value, Find(reference.GetValue<string>()), path)
            : schema.AsObject().SelectMany(keyword => FaultsOf(value, schema, keyword.Key, keyword.Value!, path));

    private IEnumerable<string> FaultsOf(JsonNode? value, JsonNode schema, string keyword, JsonNode wanted, string path) => keyword switch
    {
        "type" => Unless(TypesOf(wanted).Contains(KindOf(value)), $"{path} is no {wanted.ToJsonString()}"),
        "properties" => value is JsonObject members ? Members(members, schema, path) : [],
        "items" => value is JsonArray items ? items.SelectMany((item, n) => FaultsOf(item, wanted, $"{path}[{n}]")) : [],
        "minItems" => Unless(value is not JsonArray items || items.Count >= wanted.GetValue<int>(), $"{path} has too few items"),
        "enum" => Unless(wanted.AsArray().Any(entry => JsonNode.DeepEquals(entry, value)), $"{path} is none of {wanted.ToJsonString()}"),
        "pattern" => Unless(TextOf(value) is not { } text || Regex.IsMatch(text, wanted.GetValue<string>(), RegexOptions.ECMAScript, TimeSpan.FromSeconds(1)), $"{path} does not match"),
        "minLength" => Unless(TextOf(value) is not { } text || text.Length >= wanted.GetValue<int>(), $"{path} is too short"),
        "maxLength" => Unless(TextOf(value) is not { } text || text.Length <= wanted.GetValue<int>(), $"{path} is too long"),
        "minimum" => Unless(NumberOf(value) is not { } number || number >= wanted.GetValue<int>(), $"{path} is too small"),
        "maximum" => Unless(NumberOf(value) is not { } number || number <= wanted.GetValue<int>(), $"{path} is too large"),
        "format" => Unless(value is null || HasFormat(value, wanted.GetValue<string>()), $"{path} is no {wanted}"),
        "anyOf" => Unless(wanted.AsArray().Any(one => !FaultsOf(value, one!, path).Any()), $"{path} fits none of its schemas"),
        _ => Unless(ToldOnly.Contains(keyword), $"{path}: the keyword {keyword} is not looked at"),
    };

    private IEnumerable<string> Members(JsonObject members, JsonNode schema, string path) =>
    [
        .. (schema["required"]?.AsArray() ?? []).Select(name => name!.GetValue<string>())
            .Where(name => !members.ContainsKey(name)).Select(name => $"{path}.{name} is missing"),
        .. members.SelectMany(member => schema["properties"]![member.Key] is { } own
            ? FaultsOf(member.Value, own, $"{path}.{member.Key}")
            : [$"{path}.{member.Key} is not in the schema"]),
    ];

    private JsonNode Find(string reference) =>
        reference.Split('/').Skip(1).Aggregate(document, (node, name) => node[name] ?? throw new InvalidOperationException($"{reference} leads nowhere."));

    private static IEnumerable<string> Unless(bool holds, string fault) => holds ? [] : [fault];

    private static IEnumerable<string> TypesOf(JsonNode wanted) =>
        wanted is JsonArray several ? several.Select(type => type!.GetValue<string>()) : [wanted.GetValue<string>()];

    private static string KindOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null => "null",
        JsonValueKind.Number => value.ToJsonString().All(char.IsAsciiDigit) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.Value.ToString().ToLowerInvariant(),
    };

    // A value of another kind is the keyword type's affair.
    private static string? TextOf(JsonNode? value) => value is JsonValue own && own.TryGetValue<string>(out var text) ? text : null;

    private static int? NumberOf(JsonNode? value) => value is JsonValue own && own.TryGetValue<int>(out var number) ? number : null;

    private static bool HasFormat(JsonNode value, string format) => format switch
    {
        "uuid" => Guid.TryParseExact(TextOf(value), "D", out _),
        "date-time" => DanishTime.Parse(TextOf(value)) is not null,
        "date" => DateOnly.TryParseExact(TextOf(value), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "int32" => NumberOf(value) is not null,
        _ => false,
    };
}
