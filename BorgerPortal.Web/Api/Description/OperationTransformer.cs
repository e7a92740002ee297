using System.Text.Json.Nodes;
using BorgerPortal.Web.Api.Wire;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace BorgerPortal.Web.Api.Description;

/// <summary>Writes what is known of an operation into the OpenAPI document.</summary>
internal sealed class OperationTransformer : IOpenApiOperationTransformer
{
    private const string Json = "application/json";
    private const string ProblemJson = "application/problem+json";

    /// <summary>The one answer that is no record of its own.</summary>
    private const string ListsName = "Kodelister";

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var name = context.Description.ActionDescriptor.EndpointMetadata.OfType<OperationName>().Single().Value;
        var doc = OperationDocs.All[name];
        var isChange = context.Description.HttpMethod != HttpMethods.Get;

        operation.OperationId = name;
        operation.Summary = doc.Summary;
        operation.Description = OperationSections.Find(name) ?? doc.Description;
        operation.Tags = new HashSet<OpenApiTagReference> { new(doc.Tag, context.Document) };
        operation.Parameters = [.. ParametersOf(doc, isChange).Select(parameter => parameter.ToParameter())];
        operation.RequestBody = doc.Body is not { } body
            ? null
            : new OpenApiRequestBody { Required = true, Content = Content(Json, await MediaOfAsync(body, context, cancellationToken)) };

        operation.Responses = [];
        foreach (var answer in doc.Answers)
        {
            operation.Responses[Key(answer.Status)] = new OpenApiResponse
            {
                Description = answer.Description,
                Content = answer.Body is null ? null : Content(Json, await MediaOfAsync(answer.Body, context, cancellationToken)),
                Headers = answer.HasLocation ? Header(HeaderNames.Location, "The path of the booking, without a host.") : null,
            };
        }

        foreach (var problem in ProblemDocs.Of(name, isChange))
        {
            operation.Responses[Key(problem.Status)] = await ProblemAsync(problem, context, cancellationToken);
        }
    }

    private static IEnumerable<ParameterDoc> ParametersOf(OperationDoc doc, bool isChange) =>
    [
        .. doc.Parameters,
        .. doc.IsAboutACitizen ? [ParameterDoc.Personnummer] : Array.Empty<ParameterDoc>(),
        .. isChange ? [ParameterDoc.RequestId] : Array.Empty<ParameterDoc>(),
        ParameterDoc.Language,
    ];

    private static async Task<OpenApiMediaType> MediaOfAsync(BodyDoc body, OpenApiOperationTransformerContext context, CancellationToken cancellationToken) => new()
    {
        Schema = await SchemaOfAsync(body.Type, context, cancellationToken),
        Example = body.Example.DeepClone(),
    };

    private static async Task<OpenApiResponse> ProblemAsync(
        ProblemDoc problem, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        List<IOpenApiSchema> schemas =
        [
            .. problem.Codes.Count > 0 ? [await SchemaOfAsync(typeof(Fejlsvar), context, cancellationToken)] : Array.Empty<IOpenApiSchema>(),
            .. problem.HasPlain ? [await SchemaOfAsync(typeof(Statussvar), context, cancellationToken)] : Array.Empty<IOpenApiSchema>(),
        ];
        return new OpenApiResponse
        {
            Description = DescriptionOf(problem),
            Headers = problem.Status == StatusCodes.Status503ServiceUnavailable ? Header(HeaderNames.RetryAfter, "Seconds to wait; not on 9018.") : null,
            Content = Content(ProblemJson, new OpenApiMediaType
            {
                Schema = schemas is [var only] ? only : new OpenApiSchema { AnyOf = schemas },
                Examples = problem.Examples.ToDictionary(
                    example => example.Name,
                    IOpenApiExample (example) => new OpenApiExample { Summary = example.Value["title"]!.GetValue<string>(), Value = example.Value }),
            }),
            Extensions = new Dictionary<string, IOpenApiExtension>
            {
                ["x-fejlkoder"] = new JsonNodeExtension(new JsonArray([.. problem.Codes.Select(code => (JsonNode)code.Number)])),
            },
        };
    }

    private static string DescriptionOf(ProblemDoc problem)
    {
        var name = ReasonPhrases.GetReasonPhrase(problem.Status);
        return problem.Codes.Count == 0 ? $"{name}, without a fejlkode"
            : $"{name}: fejlkode {string.Join(", ", problem.Codes)}{(problem.HasPlain ? "; or without one" : "")}";
    }

    // A schema that is asked for here would be written where it is asked for; a reference keeps one copy for all.
    private static async Task<IOpenApiSchema> SchemaOfAsync(Type type, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var schema = await context.GetOrCreateSchemaAsync(type, parameterDescription: null, cancellationToken);
        var name = type.IsGenericType ? ListsName : type.Name;
        context.Document!.AddComponent(name, schema);
        return new OpenApiSchemaReference(name, context.Document);
    }

    private static Dictionary<string, OpenApiMediaType> Content(string type, OpenApiMediaType media) => new() { [type] = media };

    private static Dictionary<string, IOpenApiHeader> Header(string name, string description) => new()
    {
        [name] = new OpenApiHeader { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
    };

    private static string Key(int status) => status.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
