using System.Text;
using System.Text.Json.Nodes;
using BorgerPortal.Domain.Scenarios;
using BorgerPortal.Tests.Support;
using Xunit;

namespace BorgerPortal.Tests.Scenarios;

/// <summary>Scenario files for tests: the one that the documentation shows, and changes of it.</summary>
internal static class Scenario
{
    public const string Anna = "0101505321";
    public const string OptionId = "5b1f6f0a-0001-4000-8000-000000000001";
    public const string BookingId = "7c000000-0000-4000-8000-000000000001";

    public const string Documented = """
        {
          "jobcentre": [ { "kode": "10101", "navn": "Jobcenter Aarhus" } ],
          "sagsbehandlere": [ { "eksterntId": "RID-1001", "fornavne": "Mette", "efternavn": "Holm", "jobcenter": "10101" } ],
          "borgere": [ {
            "personnummer": "0101505321", "fornavne": "Anna", "efternavn": "Berg", "email": "anna@example.dk", "mobil": "+4512345678",
            "jobcenter": "10101", "kontaktgruppe": 1, "kundenummer": "12345678", "doed": false,
            "fravaer": [ { "type": 57, "fra": "@-5", "til": null } ],
            "frister": [ { "friststatusType": 1, "samtaleType": 7, "fristdato": "@+10", "sidsteAfholdelsesdato": "@+24" } ]
          } ],
          "moedetilbud": [ {
            "moedetilbudId": "5b1f6f0a-0001-4000-8000-000000000001", "jobcenter": "10101", "aktiv": true,
            "gyldigFra": null, "gyldigTil": null, "kontaktgrupper": [], "borgere": [],
            "samtaleType": 7, "moedeGruppeType": 1, "samtaleformer": [1, 2],
            "moedeLokation": { "lokationsuddybning": "Mødelokale 2", "adresse": { "vejnavn": "Værkmestergade", "husnummer": "5", "postnummer": "8000", "bynavn": "Aarhus C" } },
            "moedeVarighed": 45, "moedetitel": "Jobsamtale", "moedebeskrivelse": "Vi taler om din jobsøgning.",
            "foersteMoedetid": null, "sidsteMoedetid": null, "borgerKanVaelgeSagsbehandler": true, "sagsbehandlere": ["RID-1001"],
            "ombookingMulig": true, "ombookingsfristTimer": 24, "ombookingsfrist": null,
            "aflysningMulig": true, "aflysningsfristTimer": 24, "aflysningsfrist": null,
            "moedepligt": true, "visSagsbehandler": true, "borgerSkalRinge": false, "telefonnummer": null, "digitalKontakt": null, "bemaerkning": null
          } ],
          "moedetider": [ { "moedetilbudId": "5b1f6f0a-0001-4000-8000-000000000001", "starttidspunkt": "@+3T09:00",
            "samtaleformer": [1, 2], "maksimaltMoededeltagerantal": null, "sagsbehandlere": ["RID-1001"] } ],
          "indkaldelser": [ { "personnummer": "0101505321", "moedetilbudId": "5b1f6f0a-0001-4000-8000-000000000001",
            "indkaldelseId": "7c000000-0000-4000-8000-000000000001", "starttidspunkt": "@+5T10:00", "sagsbehandler": "RID-1001", "samtaleformType": 1,
            "selvbooket": false, "borgerSkalAcceptere": true, "accepteret": false, "straksbooket": false, "moedepligt": true } ]
        }
        """;

    public static Task<ImportOutcome> ImportAsync(this TestPortal portal, string json) => portal.Get<ScenarioImporter>().ImportAsync(
        new MemoryStream(Encoding.UTF8.GetBytes(json)), progress: null, TestContext.Current.CancellationToken);

    /// <summary>Everything that a file can hold of what a portal knows.</summary>
    public static async Task<string> ExportAsync(this TestPortal portal)
    {
        using var stream = new MemoryStream();
        await portal.Get<ScenarioExporter>().ExportAsync(stream, progress: null, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Imports the documented file, changed.</summary>
    public static Task<ImportOutcome> ImportAsync(this TestPortal portal, Action<JsonNode> change)
    {
        var file = JsonNode.Parse(Documented)!;
        change(file);
        return portal.ImportAsync(file.ToJsonString());
    }

    /// <summary>Imports what must be sound.</summary>
    public static async Task LoadAsync(this TestPortal portal, Action<JsonNode>? change = null) =>
        Assert.Empty((await portal.ImportAsync(change ?? (_ => { }))).Faults);

    /// <summary>The n-th row of a collection, for changing it.</summary>
    public static JsonNode Row(this JsonNode file, string collection, int index = 0) => file[collection]![index]!;

    /// <summary>Adds a copy of a collection's first row, changed.</summary>
    public static JsonNode Copy(this JsonNode file, string collection, Action<JsonNode> change)
    {
        var copy = file.Row(collection).DeepClone();
        change(copy);
        file[collection]!.AsArray().Add(copy);
        return copy;
    }

    public static string BookingIdOf(int number) => $"7c000000-0000-4000-8000-{number:D12}";
}
