using Microsoft.OpenApi;

namespace BorgerPortal.Web.Api.Description;

/// <summary>
/// Writes the schema of a record once, under its name, and refers to it wherever it is used: so clients that are made
/// from the document have one type for it.
/// </summary>
internal static class SharedSchemas
{
    /// <summary>Where the framework keeps the name of the record that a schema was made of.</summary>
    private const string NameKey = "x-schema-id";

    public static void Share(OpenApiDocument document)
    {
        foreach (var schema in document.Components!.Schemas!.Values.OfType<OpenApiSchema>().ToList())
        {
            ShareWithin(schema, document);
        }
    }

    private static void ShareWithin(OpenApiSchema schema, OpenApiDocument document)
    {
        foreach (var (name, property) in schema.Properties?.ToList() ?? [])
        {
            schema.Properties![name] = Shared(property, document);
        }

        schema.AdditionalProperties = schema.AdditionalProperties is { } others ? Shared(others, document) : null;
        schema.Items = schema.Items is { } items ? Shared(items, document) : null;
    }

    private static IOpenApiSchema Shared(IOpenApiSchema schema, OpenApiDocument document)
    {
        if (schema is not OpenApiSchema own)
        {
            return schema;
        }

        ShareWithin(own, document);
        if (own.Metadata is null || !own.Metadata.TryGetValue(NameKey, out var id) || id is not string { Length: > 0 } name)
        {
            return own;
        }

        document.AddComponent(name, own);
        return new OpenApiSchemaReference(name, document);
    }
}
