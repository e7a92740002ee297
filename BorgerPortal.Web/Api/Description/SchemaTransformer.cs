using System.Text.Json.Serialization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BorgerPortal.Web.Api.Description;

/// <summary>
/// Makes the schemas tell how answers are written: an element without a value is left out and never null, all others are
/// there. A request may hold no member that is not known.
/// </summary>
internal sealed class SchemaTransformer : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (schema.Properties is not { Count: > 0 } properties)
        {
            return Task.CompletedTask;
        }

        schema.Required = new HashSet<string>();
        foreach (var member in context.JsonTypeInfo.Properties)
        {
            var isWrittenAsNull = member.AttributeProvider!.IsDefined(typeof(JsonIgnoreAttribute), inherit: false);
            if (isWrittenAsNull || !member.IsGetNullable)
            {
                schema.Required.Add(member.Name);
            }

            var facets = WireFacets.Find(member);
            if (facets is not null)
            {
                properties[member.Name] = facets;
            }
            else if (!isWrittenAsNull && properties[member.Name] is OpenApiSchema own)
            {
                own.Type &= ~JsonSchemaType.Null;
            }
        }

        schema.AdditionalPropertiesAllowed = context.JsonTypeInfo.Type.Namespace != typeof(Bookinganmodning).Namespace;
        return Task.CompletedTask;
    }
}
