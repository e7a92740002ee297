namespace BorgerPortal.Domain.Scenarios.Reading;

/// <summary>The kinds of members that readers ask for again and again.</summary>
internal static class FieldKinds
{
    /// <summary>Empty after a fault.</summary>
    public static string Text(this JsonFields fields, string name, TextFacet facet) =>
        fields.OptionalText(name, facet, required: true) ?? "";

    public static bool Flag(this JsonFields fields, string name, bool otherwise = false) =>
        fields.Optional<bool>(name, JsonValues.Flag) ?? otherwise;

    public static DateOnly Date(this JsonFields fields, string name) => fields.Required(name, JsonValues.Date(fields.Dates));

    public static DateOnly? OptionalDate(this JsonFields fields, string name) => fields.Optional(name, JsonValues.Date(fields.Dates));

    public static DateTimeOffset? OptionalInstant(this JsonFields fields, string name, bool required = false) =>
        fields.Optional(name, JsonValues.Instant(fields.Dates), required);

    /// <summary>A list of values; empty where it is left out.</summary>
    public static IReadOnlyList<T> List<T>(this JsonFields fields, string name, ValueReader<T> read) => fields.OptionalList(name, read) ?? [];

    /// <summary>A list of values that has at least one; empty after a fault.</summary>
    public static IReadOnlyList<T> FilledList<T>(this JsonFields fields, string name, ValueReader<T> read) =>
        fields.OptionalFilledList(name, read, required: true) ?? [];

    /// <summary>A list of values that has at least one where it is there; null where it is left out.</summary>
    public static IReadOnlyList<T>? OptionalFilledList<T>(this JsonFields fields, string name, ValueReader<T> read, bool required = false)
    {
        var values = fields.OptionalList(name, read, required);
        if (values is { Count: 0 })
        {
            fields.Refuse(name, "At least one.");
        }

        return values;
    }
}
