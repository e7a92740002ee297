using System.Text.Json;

namespace BorgerPortal.Tests.Support;

/// <summary>The matrix of operations and errors, as the project's documentation keeps it (docs/errors.json).</summary>
public static class ErrorMatrix
{
    public static readonly JsonDocument Document = JsonDocument.Parse(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "errors.json")));

    /// <summary>The codes of an operation, by its wire name.</summary>
    public static IReadOnlyList<int> RowOf(string operation) =>
        [.. Document.RootElement.GetProperty("operations").GetProperty(operation).EnumerateArray().Select(code => code.GetInt32())];

    /// <summary>The operations' names in C# by their wire names.</summary>
    public static IReadOnlyDictionary<string, string> NamesInCSharp { get; } = Document.RootElement.GetProperty("operationNames")
        .EnumerateObject().ToDictionary(name => name.Name, name => name.Value.GetString()!, StringComparer.Ordinal);
}
