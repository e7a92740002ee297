using System.Text.Json.Nodes;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Domain.Requests;
using Microsoft.OpenApi;

namespace BorgerPortal.Web.Api.Description;

/// <summary>A parameter of a path, a query or a header.</summary>
internal sealed record ParameterDoc(
    string Name, ParameterLocation In, bool IsRequired, string Description, Func<OpenApiSchema> Schema, string? Example)
{
    public static readonly ParameterDoc OptionId = new(
        "moedetilbudId", ParameterLocation.Path, true, "The offer.", WireFacets.Id, Samples.OptionId.ToString());

    public static readonly ParameterDoc BookingId = new(
        "indkaldelseId", ParameterLocation.Path, true, "The booking.", WireFacets.Id, Samples.BookingId.ToString());

    public static readonly ParameterDoc OwnOptionId = new(
        "moedetilbudId", ParameterLocation.Query, true, "The booking's own offer.", WireFacets.Id, Samples.OptionId.ToString());

    public static readonly ParameterDoc From = new(
        "startMoedetidsinterval", ParameterLocation.Query, true,
        "The first instant, inclusive; the part before now is left out. " + WireFacets.InstantForm, WireFacets.Instant, "2026-12-01T00:00:00+01:00");

    public static readonly ParameterDoc To = new(
        "slutMoedetidsinterval", ParameterLocation.Query, true,
        "The last instant, exclusive: after the first and at most 366 days later.", WireFacets.Instant, "2026-12-08T00:00:00+01:00");

    public static readonly ParameterDoc ContactType = new(
        "samtaleformType", ParameterLocation.Query, false, "Only times that may be held in this way.",
        () => WireFacets.OneOf(CodeList.ContactTypes), "1");

    public static readonly ParameterDoc CaseWorker = new(
        "eksterntId", ParameterLocation.Query, false, "Only times with this caseworker.", () => WireFacets.Text(1, 255), Samples.CaseWorker.EksterntId);

    public static readonly ParameterDoc Personnummer = new(
        "x-civilregistrationIdentifier", ParameterLocation.Header, true,
        "The citizen's personnummer: ten digits, with or without a hyphen. The header may be called `Personnummer` as well.",
        () => WireFacets.Pattern("[0-9]{6}-?[0-9]{4}"), Samples.Personnummer);

    public static readonly ParameterDoc RequestId = new(
        "x-requestId", ParameterLocation.Header, false,
        "The id of the change, of the client's own making (`Idempotency-Key` is taken as well). A repeat gives the first answer again and changes nothing more.",
        () => WireFacets.Text(1, RequestKey.LongestId), "b2c6f1de-0d0e-4d4a-9a55-1d3c1d1f6c01");

    public static readonly ParameterDoc Language = new(
        "Accept-Language", ParameterLocation.Header, false, "The language of a problem's `detail`: `da` (as when left out) or `en`.",
        () => new OpenApiSchema { Type = JsonSchemaType.String, Default = "da" }, "en");

    public OpenApiParameter ToParameter()
    {
        var schema = Schema();
        return new OpenApiParameter
        {
            Name = Name,
            In = In,
            Required = IsRequired,
            Description = Description,
            Schema = schema,
            Example = Example is null ? null : schema.Type == JsonSchemaType.Integer ? JsonNode.Parse(Example) : JsonValue.Create(Example),
        };
    }
}
