using System.Text.Json.Serialization;
using Microsoft.OpenApi;

namespace BorgerPortal.Web.Api.Description;

/// <summary>The OpenAPI document of the operations, at /openapi/v1.json. Anybody may read it: it tells nothing of anybody.</summary>
internal static class ApiDescription
{
    /// <summary>The name under which the document knows the client's key.</summary>
    public const string KeyScheme = "ApiKey";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <summary>Put together once and kept: it is the same for all, and anybody may ask.</summary>
    public static void MapApiDescription(this WebApplication app)
    {
        app.UseOutputCache();
        app.MapOpenApi().AllowAnonymous().CacheOutput(policy => policy.SetVaryByQuery([]).SetVaryByHost(enabled: false).Expire(Lifetime));
    }

    public static void AddApiDescription(this IServiceCollection services)
    {
        // Nothing is read or written by these options: they make the schemas say that a number is a number.
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);
        services.AddOutputCache();
        services.AddOpenApi(options =>
        {
            // HEAD answers as GET does and needs no words of its own.
            options.ShouldInclude = call =>
                call.HttpMethod != HttpMethods.Head && call.ActionDescriptor.EndpointMetadata.OfType<OperationName>().Any();
            options.AddSchemaTransformer<SchemaTransformer>();
            options.AddOperationTransformer<OperationTransformer>();
            options.AddDocumentTransformer((document, _, _) =>
            {
                SharedSchemas.Share(document);
                Complete(document);
                return Task.CompletedTask;
            });
        });
    }

    private static void Complete(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "BorgerPortal: JobnetCitizenStatus",
            Version = "v1",
            Description = """
                The operations of a jobcentre's self-booking, for a client system such as Jobnet.

                An error is a problem document (RFC 9457) with `fejlkode`; `fejl` holds every broken rule or field, the first leads.
                A change may carry a request id: its repeat gives the first answer again. Elements without a value are left out.
                """,
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
        };

        // A path and no host: the Host header is the caller's to write.
        document.Servers = [.. document.Servers?.Select(server => new OpenApiServer { Url = new Uri(server.Url!).AbsolutePath }) ?? []];
        document.AddComponent(KeyScheme, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = "X-Api-Key",
            Description = "The key of the client system. In Development `demo-key` works.",
        });
        document.Tags = new HashSet<OpenApiTag>(OperationDocs.All.Values.Select(doc => doc.Tag).Distinct().Select(tag => new OpenApiTag { Name = tag }));
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, document)] = [] }];
    }
}
