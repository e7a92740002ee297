using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using BorgerPortal.Domain.Planner;
using BorgerPortal.Web.Api.Wire;
using Microsoft.OpenApi;

namespace BorgerPortal.Web.Api.Description;

/// <summary>What the schemas say of the wire's elements that their types do not: lengths, patterns, dateTimes and code lists.</summary>
internal static class WireFacets
{
    public const string InstantForm = "ISO 8601 with an offset; without one it is Danish local time, which must then exist once.";

    private static readonly Dictionary<(Type Type, string Member), Func<OpenApiSchema>> All = new()
    {
        [(typeof(Bookinganmodning), "moedeStarttidspunkt")] = InstantAsRead,
        [(typeof(Bookinganmodning), "samtaleformType")] = () => Known(CodeList.ContactTypes),
        [(typeof(Bookinganmodning), "sagsbehandlerEksterntId")] = () => Text(1, 255),
        [(typeof(Ombookinganmodning), "moedeStarttidspunkt")] = InstantAsRead,
        [(typeof(Ombookinganmodning), "samtaleformType")] = () => Known(CodeList.ContactTypes),
        [(typeof(Ombookinganmodning), "sagsbehandlerEksterntId")] = () => Text(1, 255),
        [(typeof(Fejlanmodning), "fejlkode")] = () => Number(null, null),
        [(typeof(Fejlanmodning), "fejltekst")] = () => Text(0, 500),
        [(typeof(Fejlanmodning), "fejlOphav")] = () => Known(CodeList.ErrorOrigins),
        [(typeof(Fejlanmodning), "fejlTidspunkt")] = InstantAsRead,
        [(typeof(Ombookingsmoedetider), "samtaleType")] = () => Known(CodeList.InterviewTypes),
        [(typeof(StraksbookingMoedetid), "starttidspunkt")] = Instant,
        [(typeof(StraksbookingMoedetid), "samtaleformer")] = () => Several(Known(CodeList.ContactTypes)),
        [(typeof(StraksbookingMoedetid), "bookbareSagsbehandlerIder")] = () => Several(Number(null, null)),
        [(typeof(StraksbookingMoedetid), "moedetitel")] = () => Text(1, 100),
        [(typeof(StraksbookingMoedetid), "moedebeskrivelse")] = () => Text(0, 500),
        [(typeof(StraksbookingMoedetid), "samtaleType")] = () => Known(CodeList.InterviewTypes),
        [(typeof(StraksbookingMoedetid), "moedeGruppeType")] = () => Known(CodeList.InterviewFormTypes),
        [(typeof(Afventer), "tilstand")] = () => Words("afventer"),
        [(typeof(Afventer), "tidspunkt")] = Instant,
        [(typeof(Frist), "friststatusType")] = () => Known(CodeList.DeadlineStatuses),
        [(typeof(Frist), "samtaleType")] = () => Known(CodeList.InterviewTypes),
        [(typeof(Sagsbehandler), "fornavne")] = () => Text(1, 50),
        [(typeof(Sagsbehandler), "mellemnavn")] = () => Text(1, 40),
        [(typeof(Sagsbehandler), "efternavn")] = () => Text(1, 40),
        [(typeof(Sagsbehandler), "eksterntId")] = () => Text(1, 255),
        [(typeof(MoedeLokation), "lokationsuddybning")] = () => Text(1, 200),
        [(typeof(Adresse), "vejnavn")] = () => Text(1, 40),
        [(typeof(Adresse), "husnummer")] = () => Pattern(Facets.HouseNumberForm),
        [(typeof(Adresse), "etage")] = () => Pattern(Facets.FloorForm),
        [(typeof(Adresse), "sideDoer")] = () => Text(1, 4),
        [(typeof(Adresse), "postnummer")] = () => Pattern(Facets.PostCodeForm),
        [(typeof(Adresse), "bynavn")] = () => Text(1, 20),
        [(typeof(Adresse), "bygningsnavn")] = () => Text(1, 34),
        [(typeof(Adresse), "vejadresseringsNavn")] = () => Text(1, 20),
        [(typeof(Adresse), "bydel")] = () => Text(1, 34),
        [(typeof(Adresse), "postboks")] = () => Number(1, 9999),
        [(typeof(Moedetilbud), "samtaleType")] = () => Known(CodeList.InterviewTypes),
        [(typeof(Moedetilbud), "moedeGruppeType")] = () => Known(CodeList.InterviewFormTypes),
        [(typeof(Moedetilbud), "samtaleformer")] = () => Several(Known(CodeList.ContactTypes)),
        [(typeof(Moedetilbud), "foersteMoedetid")] = Instant,
        [(typeof(Moedetilbud), "sidsteMoedetid")] = Instant,
        [(typeof(Moedetilbud), "moedetitel")] = () => Text(1, 100),
        [(typeof(Moedetilbud), "moedebeskrivelse")] = () => Text(0, 500),
        [(typeof(Moedetid), "starttidspunkt")] = Instant,
        [(typeof(Moedetid), "samtaleformer")] = () => Several(Known(CodeList.ContactTypes)),
        [(typeof(Moedetid), "bookbareSagsbehandlerIder")] = () => Several(Number(null, null)),
        [(typeof(Indkalder), "organisationskode")] = () => Number(0, 99_999_999),
        [(typeof(Indkalder), "organisationType")] = () => Known(CodeList.OrganisationTypes),
        [(typeof(Indkaldelse), "ombookingsfrist")] = Instant,
        [(typeof(Indkaldelse), "aflysningsfrist")] = Instant,
        [(typeof(Indkaldelse), "starttidspunkt")] = Instant,
        [(typeof(Indkaldelse), "sluttidspunkt")] = Instant,
        [(typeof(Indkaldelse), "samtaleType")] = () => Known(CodeList.InterviewTypes),
        [(typeof(Indkaldelse), "moedeGruppeType")] = () => Known(CodeList.InterviewFormTypes),
        [(typeof(Indkaldelse), "moedetitel")] = () => Text(1, 100),
        [(typeof(Indkaldelse), "moedebeskrivelse")] = () => Text(0, 500),
        [(typeof(Indkaldelse), "samtaleformType")] = () => Known(CodeList.ContactTypes),
        [(typeof(Indkaldelse), "tilstand")] = () => Words("bekraeftet", "afventer", "aflyst"),
        [(typeof(Indkaldelse), "jobcenter")] = () => Pattern(Facets.JobCentreCodeForm),
        [(typeof(Kontakt), "digitalKontakt")] = () => Text(0, 255),
        [(typeof(Kontakt), "telefonnummer")] = () => Pattern(Facets.PhoneNumberForm),
        [(typeof(Deltager), "navn")] = () => Text(1, 256),
        [(typeof(Deltager), "eksterntId")] = () => Text(1, 256),
        [(typeof(Deltager), "deltagerType")] = () => Known(CodeList.ParticipantTypes),
        [(typeof(Deltager), "kontaktoplysninger")] = () => Text(1, 3000),
    };

    public static OpenApiSchema? Find(JsonPropertyInfo member) => All.GetValueOrDefault((member.DeclaringType, member.Name))?.Invoke();

    public static OpenApiSchema Id() => new() { Type = JsonSchemaType.String, Format = "uuid" };

    public static OpenApiSchema Instant() => new() { Type = JsonSchemaType.String, Format = "date-time" };

    private static OpenApiSchema InstantAsRead()
    {
        var schema = Instant();
        schema.Description = InstantForm;
        return schema;
    }

    public static OpenApiSchema Text(int min, int max) =>
        new() { Type = JsonSchemaType.String, MinLength = min == 0 ? null : min, MaxLength = max };

    public static OpenApiSchema Pattern(string form) => new() { Type = JsonSchemaType.String, Pattern = $"^(?:{form})$" };

    /// <summary>A value outside the list is refused.</summary>
    public static OpenApiSchema OneOf(CodeList list)
    {
        var schema = Known(list);
        schema.Enum = [.. list.Entries.Select(entry => (JsonNode)entry.Id)];
        return schema;
    }

    // What a planner or an offer says may lie outside the list, so membership is told and not demanded.
    private static OpenApiSchema Known(CodeList list)
    {
        var schema = Number(null, null);
        schema.Description = string.Join(", ", list.Entries.Select(entry => $"{entry.Id} {entry.English}"));
        return schema;
    }

    private static OpenApiSchema Number(int? min, int? max) =>
        new() { Type = JsonSchemaType.Integer, Format = "int32", Minimum = min?.ToString(Invariant), Maximum = max?.ToString(Invariant) };

    private static OpenApiSchema Several(OpenApiSchema items) => new() { Type = JsonSchemaType.Array, MinItems = 1, Items = items };

    private static OpenApiSchema Words(params string[] words) =>
        new() { Type = JsonSchemaType.String, Enum = [.. words.Select(word => (JsonNode)word)] };

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;
}
