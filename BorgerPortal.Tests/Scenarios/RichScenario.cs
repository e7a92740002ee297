namespace BorgerPortal.Tests.Scenarios;

/// <summary>A file with everything that a file can hold: no column of a row that it makes has one value alone.</summary>
internal static class RichScenario
{
    public const string Bent = "0201505321";
    public const string GroupOptionId = "5b1f6f0a-0002-4000-8000-000000000002";
    public const string FullOptionId = "5b1f6f0a-0003-4000-8000-000000000003";

    public const string Json = $$"""
        {
          "jobcentre": [ { "kode": "10101", "navn": "Jobcenter Aarhus" }, { "kode": "10102", "navn": "Jobcenter Odense" } ],
          "sagsbehandlere": [
            { "eksterntId": "RID-1001", "fornavne": "Mette", "mellemnavn": "Lund", "efternavn": "Holm", "jobcenter": "10101", "roller": ["laese"] },
            { "eksterntId": "RID-1003", "fornavne": "Ida", "efternavn": "Vad", "jobcenter": "10101", "roller": [] },
            { "eksterntId": "RID-1002", "fornavne": "Bo", "efternavn": "Ask", "jobcenter": "10101" },
            { "eksterntId": "RID-1001", "fornavne": "Eva", "efternavn": "Lind", "jobcenter": "10102" }
          ],
          "borgere": [
            { "personnummer": "{{Scenario.Anna}}", "fornavne": "Anna", "efternavn": "Berg", "email": "anna@example.dk", "mobil": "+4512345678",
              "jobcenter": "10101", "kontaktgruppe": 1, "kundenummer": "12345678",
              "fravaer": [ { "type": 56, "til": "@-10" }, { "type": 57, "fra": "@+90", "til": "@+95" } ],
              "frister": [ { "samtaleType": 7, "fristdato": "@+10", "sidsteAfholdelsesdato": "@+24", "udstedt": "@-8" } ] },
            { "personnummer": "{{Bent}}", "fornavne": "Bent", "efternavn": "Dahl", "jobcenter": "10102", "kontaktgruppe": 13, "doed": true,
              "fravaer": [ { "type": 58, "fra": "@-3" } ],
              "frister": [
                { "friststatusType": 3, "samtaleType": 4, "fristdato": "@-3", "sidsteAfholdelsesdato": "@+3" },
                { "friststatusType": 2, "samtaleType": 12, "fristdato": "@-4", "sidsteAfholdelsesdato": "@+4", "indfriesAf": "7c000000-0000-4000-8000-000000000003" } ] }
          ],
          "moedetilbud": [
            { "moedetilbudId": "{{Scenario.OptionId}}", "jobcenter": "10101", "borgere": ["{{Scenario.Anna}}", "{{Bent}}"],
              "samtaleType": 7, "moedeGruppeType": 1, "samtaleformer": [1, 2], "moedeVarighed": 45, "moedetitel": "Jobsamtale", "moedebeskrivelse": "Om job.",
              "moedeLokation": { "lokationsuddybning": "Mødelokale 2", "adresse": { "vejnavn": "Værkmestergade", "husnummer": "5", "postnummer": "8000", "bynavn": "Aarhus C" } },
              "borgerKanVaelgeSagsbehandler": true, "sagsbehandlere": ["RID-1003", "RID-1001"],
              "ombookingMulig": true, "ombookingsfristTimer": 24, "aflysningMulig": true, "aflysningsfristTimer": 48, "moedepligt": true },
            { "moedetilbudId": "{{GroupOptionId}}", "jobcenter": "10101", "aktiv": false, "kontaktgrupper": [1, 13],
              "samtaleType": 12, "moedeGruppeType": 2, "samtaleformer": [1], "moedeVarighed": 0, "moedetitel": "Fællesmøde", "sagsbehandlere": ["RID-1001"] },
            { "moedetilbudId": "{{FullOptionId}}", "jobcenter": "10102", "gyldigFra": "@-30", "gyldigTil": "@+200", "borgere": ["{{Bent}}"],
              "samtaleType": 7, "moedeGruppeType": 1, "samtaleformer": [2], "moedeVarighed": 30, "moedetitel": "Telefonsamtale", "moedebeskrivelse": "Vi ringer.",
              "moedeLokation": { "lokationsuddybning": "Tårnet", "adresse": {
                "vejnavn": "Storegade", "husnummer": "12B", "etage": "2", "sideDoer": "tv", "postnummer": "5000", "bynavn": "Odense", "landekode": "Danmark" } },
              "foersteMoedetid": "@+1T08:00", "sidsteMoedetid": "@+60T08:00", "sagsbehandlere": ["RID-1001"],
              "ombookingMulig": true, "ombookingsfrist": "@+2T12:00", "aflysningMulig": true, "aflysningsfrist": "@+3T12:00", "visSagsbehandler": false,
              "borgerSkalRinge": true, "telefonnummer": "70101010", "digitalKontakt": "https://video.example.dk/odense", "bemaerkning": "Husk dit CV." }
          ],
          "moedetider": [
            { "moedetilbudId": "{{Scenario.OptionId}}", "starttidspunkt": "@+3T09:00", "sagsbehandlere": ["RID-1001"] },
            { "moedetilbudId": "{{GroupOptionId}}", "starttidspunkt": "@+9T09:00", "samtaleformer": [1, 7], "maksimaltMoededeltagerantal": 12,
              "sagsbehandlere": ["RID-1002", "RID-1001"] }
          ],
          "indkaldelser": [
            { "indkaldelseId": "{{Scenario.BookingId}}", "personnummer": "{{Scenario.Anna}}", "moedetilbudId": "{{Scenario.OptionId}}",
              "starttidspunkt": "@+5T10:00", "sagsbehandler": "RID-1001", "samtaleformType": 1, "borgerSkalAcceptere": true },
            { "indkaldelseId": "7c000000-0000-4000-8000-000000000002", "personnummer": "{{Scenario.Anna}}", "moedetilbudId": "{{GroupOptionId}}",
              "starttidspunkt": "@+9T09:00", "sagsbehandler": "RID-1002", "samtaleformType": 7 },
            { "indkaldelseId": "7c000000-0000-4000-8000-000000000003", "personnummer": "{{Bent}}", "jobcenter": "10101", "sagsbehandler": "RID-1002",
              "starttidspunkt": "@+4T13:00", "samtaleformType": 2, "samtaleType": 12, "moedeGruppeType": 1, "moedetitel": "Indkaldt", "moedeVarighed": 30 },
            { "indkaldelseId": "7c000000-0000-4000-8000-000000000004", "personnummer": "{{Bent}}", "jobcenter": "10101", "sagsbehandler": "RID-1002", "tilstand": "aflyst",
              "starttidspunkt": "@+4T13:00", "samtaleformType": 2, "samtaleType": 12, "moedeGruppeType": 1, "moedetitel": "Indkaldt", "moedeVarighed": 30 },
            { "indkaldelseId": "7c000000-0000-4000-8000-000000000005", "personnummer": "{{Bent}}", "moedetilbudId": "{{Scenario.OptionId}}",
              "starttidspunkt": "@+12T10:00", "sagsbehandler": "RID-1001", "samtaleformType": 1, "oprettet": "@-6T11:12:13", "borgerKanVaelgeSagsbehandler": false,
              "sagsbehandlerNavn": { "fornavne": "Mette Marie", "mellemnavn": "Lund", "efternavn": "Ravn" }, "flytninger": 3,
              "selvbooket": true, "accepteret": true, "indkalder": { "organisationskode": 12345678, "organisationType": 2 },
              "sluttidspunkt": "@+12T10:40", "moedeVarighed": 50, "samtaleType": 4, "moedeGruppeType": 1, "moedetitel": "En anden titel", "moedebeskrivelse": "En anden tekst.",
              "ombookingMulig": false, "ombookingsfrist": "@+8T10:00", "aflysningMulig": false, "aflysningsfrist": "@+9T10:00",
              "moedepligt": false, "referencesamtale": true, "visSagsbehandler": false,
              "moedeLokation": { "lokationsuddybning": "Reception", "adresse": {
                "vejnavn": "Nygade", "husnummer": "7", "etage": "ST", "sideDoer": "th", "postnummer": "8200", "bynavn": "Aarhus N", "landekode": "DK",
                "bygningsnavn": "Rådhuset", "vejadresseringsNavn": "Nyg", "bydel": "Vejlby", "postboks": 17 } },
              "kontakt": { "digitalKontakt": "https://video.example.dk/aarhus", "telefonnummer": "+4587654321", "borgerSkalRinge": true },
              "aKasseDeltager": true, "flereMyndigheder": true, "bemaerkning": "Ring på.",
              "deltagere": [ { "navn": "Ole", "deltagerType": 1 }, { "eksterntId": "A-7", "deltagerType": 2, "kontaktoplysninger": "a-kasse@example.dk" } ] },
            { "indkaldelseId": "7c000000-0000-4000-8000-000000000006", "personnummer": "{{Bent}}", "moedetilbudId": "{{Scenario.OptionId}}",
              "starttidspunkt": "@+13T10:00", "sagsbehandler": "RID-1001", "samtaleformType": 1, "straksbooket": true },
            { "indkaldelseId": "7c000000-0000-4000-8000-000000000007", "personnummer": "{{Bent}}", "moedetilbudId": "{{FullOptionId}}",
              "starttidspunkt": "@+14T10:00", "sagsbehandler": "RID-1001", "samtaleformType": 2,
              "udeladt": ["sluttidspunkt", "moedeVarighed", "moedebeskrivelse", "ombookingsfrist", "aflysningsfrist", "moedeLokation", "digitalKontakt",
                "telefonnummer", "borgerSkalRinge", "bemaerkning"] }
          ]
        }
        """;
}
