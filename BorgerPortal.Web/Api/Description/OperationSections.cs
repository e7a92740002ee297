namespace BorgerPortal.Web.Api.Description;

/// <summary>What docs/operations.md says of each operation: that page is part of the program, so both tell the same.</summary>
internal static class OperationSections
{
    private static readonly IReadOnlyDictionary<string, string> All = Read();

    public static string? Find(string operation) => All.GetValueOrDefault(operation);

    private static Dictionary<string, string> Read()
    {
        using var stream = typeof(OperationSections).Assembly.GetManifestResourceStream("operations.md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Split("\n## ").Skip(1)
            .Select(section => section.Split('\n', 2))
            .ToDictionary(section => section[0], section => section[1].Trim(), StringComparer.Ordinal);
    }
}
